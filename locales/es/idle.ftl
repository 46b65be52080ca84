idle-week =
    🕸 { $count ->
        [one] Una de tus búsquedas no encuentra
       *[other] {$count} de tus búsquedas no encuentran
    } nada desde hace semanas. Un toque muestra lo que casi se encontró.
idle-near-button = 🔍 {$words}
idle-toast-on = Volverás a recibir estos avisos.
idle-toast-off = No más avisos de este tipo.
