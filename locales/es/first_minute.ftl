taste-start-button = ▶️ Empezar
taste-reading = 📡 Leyendo { $sources ->
        [one] una fuente
       *[other] {$sources} fuentes
    }… {$count}
taste-no-sources = Todavía no hay ninguna fuente que leer. Mándame el enlace de un sitio de noticias y lo leo desde entonces.
taste-unread = Ahora mismo no se puede leer ninguna fuente (probadas: {$sources}). Sigo intentándolo: empieza, y te aviso cuando se hable de ello.
taste-empty = Lo que leo no ha traído nada últimamente. Empieza, y te aviso en cuanto se hable de ello.
