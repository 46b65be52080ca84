# Many sources at once: what worked and what did not. "many-file-…" for each handlers.files.FileTrouble.
many-begun = 正在查看 {$count} 个来源，稍后告诉您哪些成功、哪些没有。
many-list-begun = 正在读取您的列表，稍后告诉您哪些成功、哪些没有。
many-done =
    { $count ->
        [0] 没有新订阅的来源。
       *[other] 📡 新订阅了 {$count} 个来源。
    }
many-ill = ⚠️ 已订阅 <b>{$name}</b>，但目前无法读取：{$reason}
many-refused = ✗ 无法订阅 <b>{$name}</b>：{$reason}
many-no-x = ✗ 无法订阅 <b>{$name}</b>：这个 Hark 不能访问 X
many-again = 之前已订阅：{$count} 个
many-full = 还有 {$count} 个放不下：自己的来源最多 {$limit} 个。用 /unfollow 腾出位置。
many-repeated = 重复列出：{$count} 次
many-more = 列表后面还有内容，但我不再往下读了。
many-broken = 列表中断或已损坏；之前的内容已读取。
many-words = 出现您的关键词时我会发给您。/sources
many-no-list = 这个文件不是订阅列表。请在您的阅读器中导出 OPML，再把该文件发给我。
many-empty-list = 这个列表里没有订阅源。
many-file-too-big = 这个文件太大，不像订阅列表；最多读取 1 MB。
many-file-gone = Telegram 上已没有这个文件。请重新发送。
many-file-unreachable = Telegram 暂时没有给我这个文件。请过一分钟再发一次。
