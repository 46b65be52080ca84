sources-entry = ultima voce {$ago}
sources-alerts =
    { $count ->
        [one] un avviso questa settimana
       *[other] {$count} avvisi questa settimana
    }
source-no-alerts = nessun avviso questa settimana
source-read = Letta {$ago} · di nuovo tra {$wait}
source-read-now = Letta {$ago} · di nuovo a momenti
source-for-all = Si legge per tutti qui: ciò che dice una delle tue parole ti arriva comunque.
source-chosen-words = Ricevi ciò che dice una delle tue parole.
source-chosen-everything = Ricevi tutto ciò che è nuovo.
source-gone-toast = Questa fonte non si legge più per questa chat.
source-rate =
    { $count ->
        [0] Meno di una notizia al giorno
        [one] Circa una notizia al giorno
       *[other] Circa {$count} notizie al giorno
    }
source-why-rate = letta quando di solito pubblica
source-why-burst = ha appena pubblicato: la rileggo presto
source-why-rare = pubblica di rado: la leggo di rado
source-why-busy = pubblica così spesso che la leggo quanto è permesso
source-why-new = la sto ancora conoscendo
