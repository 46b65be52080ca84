# Words tried before they are watched.
taste-start-button = ▶️ Start
taste-reading = 📡 Reading { $sources ->
        [one] one source
       *[other] {$sources} sources
    }… {$count}
taste-no-sources = There is no source to read yet. Send me the link of a news site, and I read it from then on.
taste-unread = No source could be read just now ({$sources} asked). I go on trying: start, and I tell you when something says it.
taste-empty = What I read has brought nothing lately. Start, and I tell you as soon as something says it.
