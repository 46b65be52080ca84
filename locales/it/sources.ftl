follow-words-button = Solo le mie parole
follow-everything-button = Tutto
follow-question = Che cosa ti mando?
follow-done = 📡 Ora segui <b>{$name}</b>.
follow-shared = 📡 Leggo già <b>{$name}</b> per tutti: ciò che contiene le tue parole ti arriva comunque. Con «Tutto» ricevi ogni novità.
follow-again-words = 📡 Segui già <b>{$name}</b>, solo per le tue parole.
follow-again-everything = 📡 Segui già <b>{$name}</b> e ricevi tutto.
follow-ill = ⚠️ Ora segui <b>{$name}</b>, ma per il momento non si legge: {$reason}. Continuo a provare; vedi /sources.
follow-refused = <b>{$name}</b> non si può seguire: {$reason}.
follow-unreadable = <b>{$words}</b> non è un indirizzo web né un account X. Prova <code>https://example.org</code> oppure <code>@sama</code>.
follow-full =
    Qui il limite è { $limit ->
        [one] una fonte
       *[other] {$limit} fonti
    } e ne segui {$count}. Togline una con /unfollow, o chiedi all’operatore.
follow-x-off = <b>{$name}</b> non si può seguire: questo Hark non ha accesso a X.
follow-author = Un post di <b>{$name}</b>. Posso seguirne l’autore.
follow-author-button = Segui {$name}
follow-chosen-words = 📡 <b>{$name}</b>: ti mando solo ciò che contiene le tue parole.
follow-chosen-everything = 📡 <b>{$name}</b>: ti mando tutto ciò che è nuovo.
follow-toast = Annotato.

unfollow-button = Non seguire più
unfollow-done = Non segui più <b>{$name}</b>.
unfollow-toast = Fonte tolta.
unfollow-unknown = Non segui <b>{$words}</b>.
unfollow-many = Più fonti corrispondono a <b>{$words}</b>.
unfollow-which = Quale fonte non vuoi più seguire?
unfollow-none = Non hai ancora fonti tue. Aggiungine una con /follow

sources-title =
    { $failing ->
        [0] <b>Fonti</b> · {$count}
        [one] <b>Fonti</b> · {$count}, {$failing} non si legge
       *[other] <b>Fonti</b> · {$count}, {$failing} non si leggono
    }
sources-none = Non ci sono ancora fonti. Aggiungine una con /follow
sources-own-words = tua, solo le tue parole
sources-own-everything = tua, tutto
sources-waiting = non ancora letta
sources-read = letta {$ago}
sources-failing = non si legge da <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time> perché {$reason} · prossimo tentativo <tg-time unix="{$next-unix}" format="{$next-format}">{$next-clock}</tg-time>
sources-x-failing = X: {$reason}, da <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>, prossimo tentativo <tg-time unix="{$next-unix}" format="{$next-format}">{$next-clock}</tg-time>
sources-x-mine = <b>Post di X letti questo mese</b>, ricerca per ricerca
sources-x-all = <b>Comprato da X questo mese</b>, le ricerche più care
sources-x-watch = • {$words} · {$reads} post, {$cost}
sources-x-ended = una ricerca terminata
sources-x-nobody = per nessuna ricerca

source-failing-notice = ⚠️ <b>{$source}</b> non si legge dalle {$since}: {$reason}. Continuo a provare.
source-recovered-notice = ✅ <b>{$source}</b> si legge di nuovo. Interruzione di {$length}, dalle {$since}: {$reason}.
quiet-week =
    🌿 Una settimana tranquilla: di ciò che segui non si è detto nulla. Io continuo a leggere: { $items ->
        [0] nessuna novità
        [one] una novità
       *[other] {$items} novità
    } in { $sources ->
        [one] una fonte
       *[other] {$sources} fonti
    }, ultima lettura {$ago}.
quiet-week-failing =
    { $failing ->
        [one] Una fonte non si legge
       *[other] {$failing} fonti non si leggono
    }: /sources
