watch-begun =
    🔔 已关注 <b>{$words}</b>。
    { $sources ->
        [0] 目前还没有来源：用 /follow 添加一个。
       *[other] 共 {$sources} 个来源，一有新内容提到就通知您。
    }
    已用 {$count} / {$limit} 个关注 · /list
watch-known =
    您已经在关注 <b>{$words}</b> 了。
    已用 {$count} / {$limit} 个关注 · /list
watch-full = 无法再添加 <b>{$words}</b>：这里最多 {$limit} 个关注，您已有 {$count} 个。请用 /unwatch 取消一个，或询问运营者。
watch-while-paused = ⏸ 本聊天的提醒已暂停：/resume
watch-line-begun = ✓ 已关注 <b>{$words}</b>
watch-line-known = • 已经在关注 <b>{$words}</b>
watch-line-full = ✗ 无法添加 <b>{$words}</b>：{$limit} 个关注已用完
watch-count = 已用 {$count} / {$limit} 个关注 · /list
watch-toast = 好的。
watch-button = 关注 {$words}

unwatch-done = 已取消关注 <b>{$words}</b>。
unwatch-toast = 已取消关注 {$words}。
unwatch-unknown = 您没有关注 <b>{$words}</b>。
unwatch-line-unknown = ✗ 您没有关注 <b>{$words}</b>。
unwatch-many = 有多个关注符合 <b>{$words}</b>。
unwatch-which = 要取消哪个关注？
undo-button = 撤销
undo-all-button = 全部撤销
undo-all-toast = 已全部取消关注。
undo-done = 🔔 已恢复关注 <b>{$words}</b>。
undo-toast = 已恢复。
undo-too-late = 已无法撤销，请重新使用 /watch。

list-title = <b>您的关注</b> · {$count} / {$limit}
list-row = {$number}. {$words}
list-empty = 这里还没有关注。试试 /watch #AI
list-paused = ⏸ 本聊天的提醒已暂停：/resume

watch-screen = 🔎 <b>{$words}</b>
watch-screen-since = 创建于{$since}
watch-state-on = 🔔 已开启
watch-state-paused = ⏸ 已暂停
watch-state-muted = 🔇 静音至 <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>
watch-pause-button = ⏸ 暂停
watch-resume-button = ▶️ 恢复
watch-mute-button = 🔇 静音 24 小时
watch-unmute-button = 🔔 取消静音
watch-remove-button = 删除
watch-toast-paused = 已暂停。
watch-toast-resumed = 已恢复。
watch-toast-muted = 已静音 24 小时。
watch-toast-unmuted = 已取消静音。
watch-paused = ⏸ <b>{$words}</b> 已暂停。用 /resume 恢复。
watch-resumed = ▶️ <b>{$words}</b> 已恢复。
back-button = « 返回
alert-toast-muted = {$words}：已静音 24 小时。

test-words = 🔎 <code>{$words}</code>
test-counted = 最近 {$days} 天：{$count} 条{ $rate ->
        [0] {""}
       *[other] ，每天约 {$rate} 条
    }{ $sources ->
        [0] {""}
        [1] ；全部来自 {$name}
       *[other] ；最多的来源：{$name}（{$most} 条）
    }
test-nothing = 最近 {$days} 天：{$items} 条内容都没有提到。也许明天就有。
test-less = 想少收一些？在这 {$tried} 条中会去掉：
test-less-newest = 想少收一些？在最新的 {$tried} 条中会去掉：
test-title-only = 只看标题
test-near = 词与词靠得近
test-language = 只看 {$language}
test-phrase = 当作词组 {$words}
test-exact = 完全一致：{$words}
test-without = 排除 {$words}

query-here = ↑ 这里
query-empty = 这里没有可以关注的词。
query-syntax = 我看不懂这个搜索式：
query-only-negative = 这里只说了不要什么，请再写上要找什么：
query-too-long = 太长了，最多 1000 个字符：
query-too-many-terms = 词太多了，最多 64 个：
query-too-deep = 括号嵌套得太深：
query-everything = 这会找到所有内容。请写上要找什么，或指明来源：<code>source:</code>、<code>site:</code> 或 <code>from:</code>
query-only-facts = 这只能缩小范围，请再加上要找的词：
query-unknown-field = 没有这个字段。可用的有：title: text: tag: author: from: source: site: url: lang: age: min:
query-field-value = 这个值不适合该字段。写法：<code>lang:zh</code> <code>age:&lt;6h</code>（m、h、d、w）<code>min:2</code>
query-regex = 无法使用这个正则表达式。这里采用 RE2 语法，最多 250 个字符，标志只支持“i”：
query-address = 这是一个网址。查找网址请用 <code>site:</code> 和 <code>url:</code>
query-follow = 要把 <code>{$words}</code> 作为来源订阅吗？
query-suggestion = 您是不是想说 <code>{$words}</code>？
