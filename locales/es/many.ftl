# Many sources at once: what worked and what did not. "many-file-…" for each handlers.files.FileTrouble.
many-begun = Miro {$count} fuentes. Luego te digo qué ha funcionado y qué no.
many-list-begun = Leo tu lista. Luego te digo qué ha funcionado y qué no.
many-done =
    { $count ->
        [0] No sigues ninguna fuente nueva.
        [one] 📡 Sigues una fuente nueva.
       *[other] 📡 Sigues {$count} fuentes nuevas.
    }
many-ill = ⚠️ Sigues <b>{$name}</b>, pero por ahora no se puede leer: {$reason}
many-refused = ✗ No se puede seguir <b>{$name}</b>: {$reason}
many-no-x = ✗ No se puede seguir <b>{$name}</b>: este Hark no tiene acceso a X
many-again = Ya las seguías: {$count}
many-full =
    { $count ->
        [one] Una más no cabe: como mucho, {$limit} fuentes propias. Con /unfollow haces sitio.
       *[other] {$count} más no caben: como mucho, {$limit} fuentes propias. Con /unfollow haces sitio.
    }
many-repeated = Repetidas en la lista: {$count}
many-more = La lista sigue, pero no leo más.
many-broken = La lista se corta o está dañada; he leído lo que viene antes.
many-words = Te envío lo que diga alguna de tus palabras. /sources
many-no-list = Este archivo no es una lista de feeds. Exporta tus feeds como OPML desde tu lector y envíame ese archivo.
many-empty-list = En esta lista no hay feeds.
many-file-too-big = Este archivo es demasiado grande para una lista de feeds; leo hasta 1 MB.
many-file-gone = Telegram ya no tiene este archivo. Envíalo de nuevo, por favor.
many-file-unreachable = Telegram no me da el archivo en este momento. Envíalo de nuevo en un minuto, por favor.
