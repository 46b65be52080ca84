follow-words-button = 只要我的关键词
follow-everything-button = 全部内容
follow-question = 要发送哪些内容？
follow-done = 📡 已订阅 <b>{$name}</b>。
follow-shared = 📡 <b>{$name}</b> 是公共来源，提到您关键词的内容本来就会发给您。点“全部内容”则接收它的所有新内容。
follow-again-words = 📡 您已订阅 <b>{$name}</b>，只发送您的关键词。
follow-again-everything = 📡 您已订阅 <b>{$name}</b>，发送全部内容。
follow-ill = ⚠️ 已订阅 <b>{$name}</b>，但目前无法读取：{$reason}。我会继续尝试，用 /sources 查看状态。
follow-refused = 无法订阅 <b>{$name}</b>：{$reason}。
follow-unreadable = <b>{$words}</b> 既不是网址，也不是 X 账号。试试 <code>https://example.org</code> 或 <code>@sama</code>。
follow-full = 这里最多订阅 {$limit} 个来源，您已订阅 {$count} 个。请用 /unfollow 取消一个，或询问运营者。
follow-x-off = 无法订阅 <b>{$name}</b>：此 Hark 没有接入 X。
follow-author = 这是 <b>{$name}</b> 的帖子。可以订阅它的作者。
follow-author-button = 订阅 {$name}
follow-chosen-words = 📡 <b>{$name}</b>：只发送包含您关键词的内容。
follow-chosen-everything = 📡 <b>{$name}</b>：发送全部新内容。
follow-toast = 好的，已记下。

unfollow-button = 取消订阅
unfollow-done = 已取消订阅 <b>{$name}</b>。
unfollow-toast = 已取消订阅。
unfollow-unknown = 您没有订阅 <b>{$words}</b>。
unfollow-many = 有多个来源符合 <b>{$words}</b>。
unfollow-which = 要取消订阅哪个来源？
unfollow-none = 您还没有自己的来源。用 /follow 添加一个

sources-title =
    { $failing ->
        [0] <b>来源</b> · {$count} 个
       *[other] <b>来源</b> · {$count} 个，其中 {$failing} 个出错
    }
sources-none = 还没有来源。用 /follow 添加一个
sources-own-words = 您的来源，只要关键词
sources-own-everything = 您的来源，全部内容
sources-waiting = 尚未读取
sources-read = {$ago}读取
sources-failing = 自 <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time> 起出错：{$reason} · 下次尝试 <tg-time unix="{$next-unix}" format="{$next-format}">{$next-clock}</tg-time>
sources-x-failing = X：{$reason}，自 <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time> 起，下次尝试 <tg-time unix="{$next-unix}" format="{$next-format}">{$next-clock}</tg-time>
sources-x-mine = <b>本月读取的 X 帖子</b>（按关注）
sources-x-all = <b>本月在 X 上的花费</b>（最贵的关注）
sources-x-watch = • {$words} · {$reads} 条帖子，{$cost}
sources-x-ended = 已结束的关注
sources-x-nobody = 不属于任何关注

source-failing-notice = ⚠️ <b>{$source}</b> 自 {$since} 起无法读取：{$reason}。我会继续尝试。
source-recovered-notice = ✅ <b>{$source}</b> 已恢复读取。自 {$since} 起中断 {$length}：{$reason}。
quiet-week = 🌿 平静的一周：没有出现您关注的内容。我一直在读：{$sources} 个来源，{$items} 条新内容，最近一次是{$ago}。
quiet-week-failing = 有 {$failing} 个来源出错：/sources
