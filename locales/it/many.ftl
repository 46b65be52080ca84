# Many sources at once: what worked and what did not. "many-file-…" for each handlers.files.FileTrouble.
many-begun = Guardo {$count} fonti. Poi ti dico che cosa ha funzionato e che cosa no.
many-list-begun = Leggo il tuo elenco. Poi ti dico che cosa ha funzionato e che cosa no.
many-done =
    { $count ->
        [0] Non segui nessuna fonte nuova.
        [one] 📡 Ora segui una fonte nuova.
       *[other] 📡 Ora segui {$count} fonti nuove.
    }
many-ill = ⚠️ Ora segui <b>{$name}</b>, ma per il momento non si legge: {$reason}
many-refused = ✗ <b>{$name}</b> non si può seguire: {$reason}
many-no-x = ✗ <b>{$name}</b> non si può seguire: questo Hark non ha accesso a X
many-again = Già seguite: {$count}
many-full =
    { $count ->
        [one] Per un’altra non c’è posto: al massimo {$limit} fonti tue. Con /unfollow fai posto.
       *[other] Per altre {$count} non c’è posto: al massimo {$limit} fonti tue. Con /unfollow fai posto.
    }
many-repeated = Elencate più volte: {$count}
many-more = L’elenco continua, ma non leggo oltre.
many-broken = L’elenco si interrompe o è danneggiato; ho letto ciò che viene prima.
many-words = Ti mando ciò che contiene le tue parole. /sources
many-no-list = Questo file non è un elenco di feed. Esporta i feed in OPML dal tuo lettore e mandami quel file.
many-empty-list = In questo elenco non ci sono feed.
many-file-too-big = Questo file è troppo grande per un elenco di feed; leggo fino a 1 MB.
many-file-gone = Telegram non ha più questo file. Mandalo di nuovo, per favore.
many-file-unreachable = In questo momento Telegram non mi dà il file. Mandalo di nuovo tra un minuto, per favore.
