taste-start-button = ▶️ Inizia
taste-reading = 📡 Leggo { $sources ->
        [one] una fonte
       *[other] {$sources} fonti
    }… {$count}
taste-no-sources = Non c’è ancora nessuna fonte da leggere. Mandami il link di un sito di notizie e da quel momento lo leggo.
taste-unread = Ora non riesco a leggere nessuna fonte (provate: {$sources}). Continuo a provare: inizia, e ti avviso quando se ne parla.
taste-empty = Ultimamente ciò che leggo non ha portato nulla. Inizia, e ti avviso appena se ne parla.
