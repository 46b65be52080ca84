idle-week =
    🕸 { $count ->
        [one] Una delle tue ricerche non trova
       *[other] {$count} delle tue ricerche non trovano
    } nulla da settimane. Un tocco mostra che cosa si è quasi trovato.
idle-near-button = 🔍 {$words}
idle-toast-on = Questi avvisi torneranno.
idle-toast-off = Niente più avvisi di questo tipo.
