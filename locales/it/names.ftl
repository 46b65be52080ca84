names-also = Trovo anche (tocca per togliere):{" "}
names-same = Trovo anche:{" "}
names-near = {$name} (con {$near}…)
names-none = Non ha altri nomi.
names-button = Altri nomi
names-toast-off = {$name}: non lo cerco più.
names-toast-on = {$name}: lo cerco di nuovo.
names-toast-gone = Questo non è più tra gli altri nomi.

alias-title = <b>Nomi di questa chat</b> · {$count} su {$limit}
alias-how = Per aggiungerne: <code>/alias CZ = Grande Zeta</code>
alias-empty =
    Questa chat non ha ancora nomi suoi. Scrivi che cosa qui vuol dire lo stesso, con = in mezzo:
    <code>/alias CZ = Grande Zeta</code>
alias-joined =
    D’ora in poi qui vogliono dire lo stesso: <code>{$names}</code>
    { $watches ->
        [0] Nessuna delle tue ricerche ne usa ancora uno: /watch
        [one] Una delle tue ricerche li cerca tutti.
       *[other] {$watches} delle tue ricerche li cercano tutti.
    }
alias-undone = Annullato. Erano: {$names}
alias-row = Qui vogliono dire lo stesso: <code>{$names}</code>
alias-known = Nomi già noti di <b>{$name}</b>:{" "}
alias-none = Per <b>{$name}</b> qui non hai dato nomi. Puoi darne uno: <code>/alias {$name} = Grande Zeta</code>
alias-removed = Non vogliono più dire lo stesso: <code>{$names}</code>
alias-toast-removed = Dimenticato.
alias-toast-gone = Questi nomi non ci sono più.
alias-no-name = Non posso prendere <b>{$name}</b> come nome. Scrivi parole semplici, senza virgolette, campi o altri segni di ricerca, al massimo 60 caratteri: <code>/alias CZ = Grande Zeta</code>
alias-missing = Accanto a = manca un nome. Si scrive così: <code>/alias CZ = Grande Zeta</code>
alias-one-name = <b>{$name}</b> è un nome solo, comunque lo si scriva. Aggiungine un altro dopo = : <code>/alias CZ = Grande Zeta</code>
alias-too-many-names = Al massimo {$names} nomi possono voler dire lo stesso. Togline qualcuno.
alias-too-many-rows = Non c’è posto: questa chat ha già {$rows} righe di nomi. Prima togline una con /alias.
