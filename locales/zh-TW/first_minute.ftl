taste-start-button = ▶️ 開始
taste-reading = 📡 正在讀取 {$sources} 個來源… {$count}
taste-no-sources = 現在還沒有可讀的來源。傳給我一個新聞網站的連結，我就開始讀它。
taste-unread = 現在一個來源都讀不到（試了 {$sources} 個）。我會繼續嘗試：點「開始」，有內容提到時就通知你。
taste-empty = 最近我讀的來源沒有新內容。點「開始」，一有內容提到就通知你。
