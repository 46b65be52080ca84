idle-week =
    🕸 { $count ->
        [one] One of your watches has
       *[other] {$count} of your watches have
    } found nothing for weeks. A tap shows what was nearly found.
idle-near-button = 🔍 {$words}
idle-toast-on = These lines will come again.
idle-toast-off = No more of these lines.
