# Ciò che gli operatori vengono a sapere di X. Gli importi arrivano già scritti: 5,00 USD
spending-half = X è costato {$spent} dei {$budget} di questo mese. Di questo passo il mese costerà {$forecast}.
spending-short = X è costato {$spent} dei {$budget} di questo mese; di questo passo saranno {$forecast}. D’ora in poi gli account si leggono solo per le parole cercate, i più cari per primi, e i controlli si saltano. <code>x.budget</code> alza il limite.
spending-out = X è costato {$spent} su {$budget}: X non viene letto fino al {$again}. I feed continuano. Con un <code>x.budget</code> più alto Hark riprende da dove si è fermato, fino a 7 giorni indietro.
spending-drift = Il {$day} X ha contato {$theirs} post, Hark {$ours}. Conviene confrontare con la console di X.
account-missed = La ricerca di X non ha trovato un post di {$name} che contiene {$words}. D’ora in poi per questo gli account si leggono per intero.
account-renamed = {$before} su X ora si chiama {$after}; Hark continua a seguirlo.
stop-credentials = X non viene letto: {$reason}. Con un nuovo token come X_BEARER_TOKEN, dopo un riavvio, Hark riprende da dove si è fermato, fino a 7 giorni indietro. I feed continuano.
stop-accounts =
    { $more ->
        [0] Non seguiti dal {$since}: {$names}
       *[other] Non seguiti dal {$since}: {$names} e altri {$more}
    }
stop-covered = Al loro posto si leggono i feed dei post degli account.
stop-over =
    { $more ->
        [0] ✅ X si legge di nuovo. Non seguiti per {$length}: {$names}.
       *[other] ✅ X si legge di nuovo. Non seguiti per {$length}: {$names} e altri {$more}.
    }
stop-over-covered = ✅ X stesso si legge di nuovo, dopo {$length}.
stop-over-cost =
    { $reads ->
        [0] Recuperare non è costato nulla.
       *[other] Recuperare è costato {$cost}.
    }
stop-lost = Ciò che è stato pubblicato prima del {$before} è perso: X cerca solo 7 giorni indietro.
accounts-failing-notice =
    { $more ->
        [0] ⚠️ X non si legge dalle {$since}: {$reason}. Non seguiti: {$names}. Continuo a provare.
       *[other] ⚠️ X non si legge dalle {$since}: {$reason}. Non seguiti: {$names} e altri {$more}. Continuo a provare.
    }
accounts-recovered-notice =
    { $more ->
        [0] ✅ X si legge di nuovo, dopo {$length}: {$names}.
       *[other] ✅ X si legge di nuovo, dopo {$length}: {$names} e altri {$more}.
    }
status-x-spent =
    <b>X questo mese</b>
    Speso: {$spent} di {$budget} · previsione: {$forecast}
    Comprati (post, account, conteggi): {$reads}
status-x-unlimited =
    <b>X questo mese</b>
    Speso: {$spent}, senza limite · previsione: {$forecast}
    Comprati (post, account, conteggi): {$reads}
status-x-credit = Credito rimasto presso X: {$left}, detto da X {$ago}
status-x-unread =
    { $more ->
        [0] ⚠️ Non letti da <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>: {$names} · {$reason} · prossimo tentativo <tg-time unix="{$next-unix}" format="{$next-format}">{$next-clock}</tg-time>
       *[other] ⚠️ Non letti da <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>: {$names} e altri {$more} · {$reason} · prossimo tentativo <tg-time unix="{$next-unix}" format="{$next-format}">{$next-clock}</tg-time>
    }

price-watch =
    { $accounts ->
        [1] Su X non si può cercare <code>{$words}</code>: leggere tutto del suo account costerebbe circa {$price} al mese. I feed sono già seguiti.
       *[other] Su X non si può cercare <code>{$words}</code>: leggere tutto di {$accounts} account costerebbe circa {$price} al mese. I feed sono già seguiti.
    }
price-follow = Tutto di <b>{$name}</b> costerebbe circa {$price} al mese. Finché non lo scegli ti mando ciò che contiene le tue parole.
price-counted = Contati da X negli ultimi 7 giorni.
price-assumed = Non è stato possibile chiedere a X: si suppongono {$posts} post al giorno per account.
price-operators = Lo possono permettere solo gli operatori di questo Hark.
price-operators-toast = Solo gli operatori di questo Hark possono permettere ciò che costa.
price-toast = Chiedo quanto costa…
price-gone = Non lo segui più.
price-whole-button = Leggi tutto X
price-rest-button = Non leggere più tutto X
price-whole-on = Da ora X si legge per intero per <code>{$words}</code>.
price-whole-off = X non si legge più per intero per <code>{$words}</code>. I feed restano seguiti.

catch-up-offer =
    { $accounts ->
        [1] Quanto ha pubblicato il suo account dal {$since} non è ancora stato letto. Costerebbe circa {$price}; i post nuovi vengono letti comunque.
       *[other] Quanto hanno pubblicato {$accounts} account dal {$since} non è ancora stato letto. Costerebbe circa {$price}; i post nuovi vengono letti comunque.
    }
catch-up-button = Recupera · circa {$price}
catch-up-leave-button = Prosegui da adesso
catch-up-begun = Leggo quanto è stato pubblicato dal {$since}, per circa {$price}. Ciò che contiene una delle parole arriva come avviso.
catch-up-left = Proseguo da adesso. Quanto è stato pubblicato tra il {$since} e il ritorno di X non sarà letto.
catch-up-decided = È già stato deciso.
status-x-gap = Non letto per mancanza di credito: quanto pubblicato dal {$since} (account: {$accounts}, circa {$price}). I pulsanti sono sotto il messaggio che annuncia il ritorno di X.
