watch-begun =
    🔔 Seguo <b>{$words}</b>.
    { $sources ->
        [0] Non ci sono ancora fonti: aggiungine una con /follow.
        [one] Una fonte: ti avviso appena esce qualcosa di nuovo che ne parla.
       *[other] {$sources} fonti: ti avviso appena esce qualcosa di nuovo che ne parla.
    }
    {$count} avvisi su {$limit} · /list
watch-known =
    Segui già <b>{$words}</b>.
    {$count} avvisi su {$limit} · /list
watch-full = Non c’è posto per <b>{$words}</b>: tutti i {$limit} avvisi sono in uso. Prima togline uno con /unwatch.
watch-while-paused = ⏸ In questa chat gli avvisi sono in pausa: /resume
watch-line-begun = ✓ Seguo <b>{$words}</b>
watch-line-known = • Segui già <b>{$words}</b>
watch-line-full = ✗ Non c’è posto per <b>{$words}</b>: tutti i {$limit} avvisi sono in uso
watch-count = {$count} avvisi su {$limit} · /list
watch-toast = Fatto.
watch-button = Segui {$words}

unwatch-done = Non seguo più <b>{$words}</b>.
unwatch-toast = Non seguo più {$words}.
unwatch-unknown = Non segui <b>{$words}</b>.
unwatch-line-unknown = ✗ Non segui <b>{$words}</b>.
unwatch-many = Più avvisi corrispondono a <b>{$words}</b>.
unwatch-which = Quale avviso vuoi togliere?
undo-button = Annulla
undo-done = 🔔 Seguo di nuovo <b>{$words}</b>.
undo-toast = Tutto come prima.
undo-too-late = Non si può più annullare. Usa di nuovo /watch.

list-title = <b>I tuoi avvisi</b> · {$count} su {$limit}
list-row = {$number}. {$words}
list-empty = Qui non c’è ancora nessun avviso. Prova /watch #AI
list-paused = ⏸ In questa chat gli avvisi sono in pausa: /resume

watch-screen = 🔎 <b>{$words}</b>
watch-screen-since = creato {$since}
watch-state-on = 🔔 attivo
watch-state-paused = ⏸ in pausa
watch-state-muted = 🔇 in silenzio fino a <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>
watch-pause-button = ⏸ Pausa
watch-resume-button = ▶️ Riprendi
watch-mute-button = 🔇 Silenzia 24 h
watch-unmute-button = 🔔 Riattiva
watch-remove-button = Togli
watch-toast-paused = In pausa.
watch-toast-resumed = Di nuovo attivo.
watch-toast-muted = In silenzio per 24 ore.
watch-toast-unmuted = Non più in silenzio.
watch-paused = ⏸ <b>{$words}</b> è in pausa. Riprendi con /resume.
watch-resumed = ▶️ <b>{$words}</b> è di nuovo attivo.
back-button = « Indietro
alert-toast-muted = {$words}: in silenzio per 24 ore.

test-found =
    { $count ->
        [one] Negli ultimi {$days} giorni <code>{$words}</code> compare una volta, su {$items} notizie:
       *[other] Negli ultimi {$days} giorni <code>{$words}</code> compare {$count} volte, su {$items} notizie. Le più recenti:
    }
test-nothing = Negli ultimi {$days} giorni <code>{$words}</code> non compare mai, su {$items} notizie. Magari domani.

query-here = ↑ qui
query-empty = Qui non c’è nessuna parola.
query-syntax = Non riesco a leggere questa ricerca:
query-only-negative = Qui c’è solo ciò che non vuoi. Scrivi anche che cosa cercare:
query-too-long = È troppo lunga, al massimo 1000 caratteri:
query-too-many-terms = Sono troppe parole, al massimo 64:
query-too-deep = Ci sono troppe parentesi una dentro l’altra:
query-everything = Così troverei tutto. Scrivi che cosa cercare, o da quale fonte: <code>source:</code>, <code>site:</code> o <code>from:</code>
query-only-facts = Questo restringe solo una ricerca. Aggiungi una parola da cercare:
query-unknown-field = Questo campo non esiste. Ci sono: title: text: tag: author: from: source: site: url: lang: age: min:
query-field-value = Questo valore non va bene per il suo campo. Si scrive così: <code>lang:it</code> <code>age:&lt;6h</code> (m, h, d, w) <code>min:2</code>
query-regex = Non posso usare questa espressione regolare. Vale la sintassi RE2, al massimo 250 caratteri, dietro solo «i»:
query-address = Questo è un indirizzo. Per leggerlo come fonte scrivi /follow e l’indirizzo. Gli indirizzi si cercano con <code>site:</code> e <code>url:</code>
query-suggestion = Volevi dire <code>{$words}</code>?
