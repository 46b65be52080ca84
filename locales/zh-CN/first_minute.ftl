taste-start-button = ▶️ 开始
taste-reading = 📡 正在读取 {$sources} 个来源… {$count}
taste-no-sources = 现在还没有可读的来源。发给我一个新闻网站的链接，我就开始读它。
taste-unread = 现在一个来源都读不到（试了 {$sources} 个）。我会继续尝试：点“开始”，有内容提到时就通知您。
taste-empty = 最近我读的来源没有新内容。点“开始”，一有内容提到就通知您。
