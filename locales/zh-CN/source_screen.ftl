sources-entry = 最新条目：{$ago}
sources-alerts = 本周 {$count} 条提醒
source-no-alerts = 本周没有提醒
source-read = {$ago}读取 · {$wait}后再次读取
source-read-now = {$ago}读取 · 即将再次读取
source-for-all = 这个来源对所有人开放：提到您的关键词的内容本来就会发给您。
source-chosen-words = 您会收到提到您关键词的内容。
source-chosen-everything = 您会收到全部新内容。
source-gone-toast = 此聊天已不再读取这个来源。
source-rate =
    { $count ->
        [0] 平均每天不到一条
       *[other] 平均每天约 {$count} 条
    }
source-why-rate = 按它通常的发布时段读取
source-why-burst = 刚刚有更新，很快会再读
source-why-rare = 更新很少，读取间隔较长
source-why-busy = 更新频繁，以允许的最快速度读取
source-why-new = 还在了解它的规律
