stats-title = 📊 <b>Avvisi al giorno</b>, ultimi {$days} giorni
stats-row = {$letter} · {$name} · {$count}
stats-others = { $count ->
        [one] un’altra ricerca
       *[other] altre {$count} ricerche
    }
stats-sources = fonti seguite per intero
stats-ended = una ricerca terminata
stats-none = 📊 Nessun avviso negli ultimi {$days} giorni: non c’è niente da disegnare. /list mostra le tue ricerche, /test prova delle parole su ciò che è arrivato di recente.
