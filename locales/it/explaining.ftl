place-title = nel titolo
place-text = nel testo
place-tag = fra i tag
place-author = nel nome dell’autore
place-source = nel nome della fonte
place-url = nel link
hit-as-written = «{$text}» compare {$where}
hit-case = «{$text}» {$where} è {$term} con altre maiuscole
hit-traditional = «{$text}» {$where} è la forma tradizionale di {$term}
hit-simplified = «{$text}» {$where} è la forma semplificata di {$term}
hit-other-script = «{$text}» {$where} è {$term} nell’altra scrittura cinese
hit-spelling = «{$text}» {$where} è un’altra grafia di {$term}
hit-plural = «{$text}» {$where} è il plurale di {$term}
hit-written-apart = «{$text}» {$where} è {$term} scritto staccato
hit-together = «{$text}» {$where} è {$term} in una parola sola
hit-joined = «{$text}» {$where} è {$term} con un altro segno in mezzo
hit-prefix = «{$text}» {$where} comincia con {$term}
hit-alias = «{$text}» {$where} è un altro nome di {$term}
hit-alias-beside = «{$text}» {$where} è un altro nome di {$term}, con «{$beside}» accanto
hit-alias-author = «{$text}» {$where} è un altro nome di {$term}, in un post di {$beside}
hit-regex = «{$text}» {$where} corrisponde a {$term}
hit-near = «{$text}» e «{$other}» {$where} sono vicini come vuole {$term}
hit-site = un link porta a {$text}
hit-url = {$text} è un link come vuole {$term}
hit-author = l’autore è {$text}
hit-lang = la lingua è: {$language}
hit-age = era vecchia di {$age}
hit-not-judged = quante fonti ne parlano si vede più tardi ({$term})
hit-everything = qui vale tutto

miss-nowhere = {$term} non c’è
miss-none-of = non c’è nessuno di questi: {$term}
miss-excluded = «{$text}» compare {$where}, e {$term} lo esclude
miss-excluded-so = {$term} la esclude
miss-too-far =
    { $words ->
        [one] «{$text}» e «{$other}» compaiono {$where}, ma con {$words} parola in mezzo; {$term} ne ammette meno
       *[other] «{$text}» e «{$other}» compaiono {$where}, ma con {$words} parole in mezzo; {$term} ne ammette meno
    }
miss-overlap = «{$text}» {$where} è tutto ciò che c’è di {$term}
miss-other-fields = «{$text}» compare {$where} e «{$other}» {$elsewhere}; {$term} li vuole nello stesso posto
miss-elsewhere = «{$text}» compare {$where}, e non dove cerca {$term}
miss-elsewhere-bare = «{$text}» compare {$where}; {$term} si cerca solo in titolo, testo e tag
miss-no-tag = «{$text}» compare {$where}, ma non come tag
miss-order = le parole di {$term} compaiono {$where} in un altro ordine: «{$text}»
miss-apart = {$term} compare {$where}, ma non di seguito: «{$text}»
miss-case = «{$text}» compare {$where}, con maiuscole diverse da {$term}
miss-spelling = «{$text}» compare {$where}, in una grafia diversa da {$term}
miss-script = «{$text}» compare {$where}, in caratteri diversi da {$term}
miss-within = «{$text}» compare {$where} solo come parte di altre parole
miss-context = «{$text}» compare {$where}, ma niente mostra che si parli di {$term}
miss-small = «{$text}» compare {$where} in minuscole, e può essere una parola comune
miss-article = «{$text}» {$where} è una parola comune della lingua ({$language})
miss-no-date = non ha una data, che serve a {$term}
miss-too-old = era vecchia di {$age}, più di quanto ammette {$term}
miss-too-young = era vecchia di {$age}, meno di quanto chiede {$term}
miss-language = la lingua è: {$language}; {$term} ne vuole un’altra
miss-language-unknown = la lingua non si riconosce, e serve a {$term}
miss-site = il link porta a {$actual}, e non dove vuole {$term}
miss-site-none = non ha un link, che serve a {$term}
miss-address = {$term} non c’è nel link, {$actual}
miss-address-none = non ha un link, che serve a {$term}
miss-account = l’autore è {$actual}; {$term} ne vuole un altro
miss-account-none = non indica un autore, che serve a {$term}
miss-regex = niente corrisponde a {$term}

near-case = «{$text}» {$where} è quasi {$term}, con altre maiuscole
near-spelling = «{$text}» {$where} è quasi {$term}, in un’altra grafia
near-script = «{$text}» {$where} è quasi {$term}, in altri caratteri
near-letters = «{$text}» {$where} è quasi {$term}
near-order = «{$text}» {$where} è quasi {$term}, in un altro ordine
near-apart = «{$text}» {$where} è quasi {$term}, ma non di seguito
near-inside = {$term} è dentro «{$text}» {$where}

why-facts = pubblicata <tg-time unix="{$published-unix}" format="{$published-format}">{$published-clock}</tg-time> · trovata <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>
why-facts-undated = senza data · trovata <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>
why-baseline = C’era già quando questa fonte è stata letta per la prima volta: quello non si segnala mai.
why-hit = ✓ <b>{$words}</b>: {$because}
why-miss = ✗ <b>{$words}</b>: {$because}
why-sent = Avviso inviato <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>
why-waiting = L’avviso è in arrivo.
why-held = L’avviso aspetta che io possa scrivere qui.
why-failed = Non è stato possibile consegnare l’avviso.
why-dropped = L’avviso è stato scartato: al suo turno qui nessuno lo voleva più.
why-unsent-paused = Non segnalata: la ricerca è in pausa.
why-unsent-younger = Non segnalata: la ricerca è nata dopo.
why-unsent = Non segnalata: quando è stata trovata la ricerca o la chat era a riposo, oppure la notizia era troppo vecchia.
why-everything = Questa chat riceve tutto da questa fonte.
why-no-watches = Qui non c’è nessuna ricerca. Prova /watch #AI
why-not-kept = Non conservo niente con questo link: nessuna delle tue fonti l’ha portato negli ultimi giorni, o è già dimenticato. /sources mostra che cosa si legge per questa chat, /follow aggiunge una fonte.
why-forgotten = Quella notizia è già dimenticata.
why-no-link = Qui non c’è nessun link. Rispondi con /why a un mio avviso o a un messaggio con un link, oppure manda /why e il link.

nearly-found = Quasi <code>{$words}</code> negli ultimi {$days} giorni (notizie lette: {$items}). Con un pulsante la ricerca trova anche quella grafia:
nearly-none = Negli ultimi {$days} giorni non c’è niente di simile a <code>{$words}</code> (notizie lette: {$items}).
nearly-times = { $count ->
        [one] una volta
       *[other] {$count} volte
    }
nearly-button = Aggiungi {$words}
nearly-which = Di quale ricerca vuoi vedere che cosa ha quasi trovato?
nearly-unknown = Non c’è nessuna ricerca <b>{$words}</b>. Quale guardo?
nearly-toast = Sto guardando.
nearly-done = 🔔 Ora questa ricerca trova anche <code>{$spelling}</code>: <code>{$words}</code>
nearly-done-toast = {$spelling}: da ora trovo anche questo.
nearly-old = Intanto questa ricerca è cambiata. Scrivi di nuovo /near.
