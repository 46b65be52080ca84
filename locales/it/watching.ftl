watch-begun =
    🔔 Ora segui <b>{$words}</b>.
    { $sources ->
        [0] Non ci sono ancora fonti: aggiungine una con /follow.
        [one] Una fonte: ti avviso appena esce una notizia che ne parla.
       *[other] {$sources} fonti: ti avviso appena esce una notizia che ne parla.
    }
    Ricerche: {$count} su {$limit} · /list
watch-known =
    Segui già <b>{$words}</b>.
    Ricerche: {$count} su {$limit} · /list
watch-full =
    Non c’è posto per <b>{$words}</b>: qui il limite è { $limit ->
        [one] una ricerca
       *[other] {$limit} ricerche
    } e ne hai {$count}. Togline una con /unwatch, o chiedi all’operatore.
watch-while-paused = ⏸ In questa chat gli avvisi sono in pausa: /resume
watch-line-begun = ✓ Ora segui <b>{$words}</b>
watch-line-known = • Segui già <b>{$words}</b>
watch-line-full = ✗ Non c’è posto per <b>{$words}</b>: hai già {$limit} ricerche, il massimo
watch-count = Ricerche: {$count} su {$limit} · /list
watch-toast = Fatto.
watch-button = Segui {$words}

unwatch-done = Non segui più <b>{$words}</b>.
unwatch-toast = Non segui più {$words}.
unwatch-unknown = Non segui <b>{$words}</b>.
unwatch-line-unknown = ✗ Non segui <b>{$words}</b>.
unwatch-many = Più ricerche corrispondono a <b>{$words}</b>.
unwatch-which = Quale ricerca vuoi togliere?
undo-button = Annulla
undo-all-button = Annulla tutte
undo-all-toast = Tutte terminate.
undo-done = 🔔 Segui di nuovo <b>{$words}</b>.
undo-toast = Tutto come prima.
undo-too-late = Non si può più annullare. Usa di nuovo /watch.

list-title = <b>Le tue ricerche</b> · {$count} su {$limit}
list-row = {$number}. {$words}
list-empty = Qui non c’è ancora nessuna ricerca. Prova /watch #AI
list-paused = ⏸ In questa chat gli avvisi sono in pausa: /resume

watch-screen = 🔎 <b>{$words}</b>
watch-screen-since = creata {$since}
watch-state-on = 🔔 attiva
watch-state-paused = ⏸ in pausa
watch-state-muted = 🔇 in silenzio fino a <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>
watch-pause-button = ⏸ Pausa
watch-resume-button = ▶️ Riprendi
watch-mute-button = 🔇 Silenzia 24 h
watch-unmute-button = 🔔 Riattiva
watch-remove-button = Togli
watch-toast-paused = In pausa.
watch-toast-resumed = Di nuovo attiva.
watch-toast-muted = In silenzio per 24 ore.
watch-toast-unmuted = Non più in silenzio.
watch-paused = ⏸ <b>{$words}</b> è in pausa. Riprendi con /resume.
watch-resumed = ▶️ <b>{$words}</b> è di nuovo attiva.
back-button = « Indietro
alert-toast-muted = {$words}: in silenzio per 24 ore.

test-words = 🔎 <code>{$words}</code>
test-counted =
    { $days ->
        [one] Ultimo giorno
       *[other] Ultimi {$days} giorni
    }: { $count ->
        [one] un risultato
       *[other] {$count} risultati
    }{ $rate ->
        [0] {""}
       *[other] , {$rate} al giorno
    }{ $sources ->
        [0] {""}
        [1] ; tutti da {$name}
       *[other] ; più di tutte: {$name} ({$most})
    }
test-nothing =
    { $days ->
        [one] Ultimo giorno
       *[other] Ultimi {$days} giorni
    }: nessun risultato (notizie lette: {$items}). Magari domani.
test-less = Per riceverne meno: su { $tried ->
        [one] un risultato
       *[other] {$tried} risultati
    }, resterebbero fuori:
test-less-newest = Per riceverne meno: { $tried ->
        [one] sul risultato più recente
       *[other] sui {$tried} risultati più recenti
    }, resterebbero fuori:
test-title-only = solo nel titolo
test-near = parole vicine
test-language = solo {$language}
test-phrase = come {$words}
test-exact = solo come scritto: {$words}
test-without = senza {$words}

query-here = ↑ qui
query-empty = Qui non c’è nessuna parola da cercare.
query-syntax = Non riesco a leggere questa ricerca:
query-only-negative = Qui c’è solo ciò che non vuoi. Scrivi anche che cosa cercare:
query-too-long = È troppo lunga, al massimo 1000 caratteri:
query-too-many-terms = Sono troppe parole, al massimo 64:
query-too-deep = Ci sono troppe parentesi una dentro l’altra:
query-everything = Così troverei tutto. Scrivi che cosa cercare, o da quale fonte: <code>source:</code>, <code>site:</code> o <code>from:</code>
query-only-facts = Questo restringe solo una ricerca. Aggiungi una parola da cercare:
query-unknown-field = Questo campo non esiste. Ci sono: title: text: tag: author: from: source: site: url: lang: age: min:
query-field-value = Questo valore non va bene per il suo campo. Si scrive così: <code>lang:it</code> <code>age:&lt;6h</code> (m, h, d, w) <code>min:2</code>
query-regex = Non posso usare questa espressione regolare. Vale la sintassi RE2, al massimo 250 caratteri; come opzione solo «i»:
query-address = Questo è un indirizzo. Gli indirizzi si cercano con <code>site:</code> e <code>url:</code>
query-follow = Devo seguire <code>{$words}</code> come fonte?
query-suggestion = Volevi dire <code>{$words}</code>?
