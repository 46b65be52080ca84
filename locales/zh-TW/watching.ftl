watch-begun =
    🔔 已追蹤 <b>{$words}</b>。
    { $sources ->
        [0] 目前還沒有來源：用 /follow 新增一個。
       *[other] 共 {$sources} 個來源，一有新內容提到就通知你。
    }
    已用 {$count} / {$limit} 個追蹤 · /list
watch-known =
    你已經在追蹤 <b>{$words}</b> 了。
    已用 {$count} / {$limit} 個追蹤 · /list
watch-full = 無法再新增 <b>{$words}</b>：這裡最多 {$limit} 個追蹤，你已有 {$count} 個。請用 /unwatch 取消一個，或詢問營運者。
watch-while-paused = ⏸ 這個聊天室的提醒已暫停：/resume
watch-line-begun = ✓ 已追蹤 <b>{$words}</b>
watch-line-known = • 已經在追蹤 <b>{$words}</b>
watch-line-full = ✗ 無法新增 <b>{$words}</b>：{$limit} 個追蹤已用完
watch-count = 已用 {$count} / {$limit} 個追蹤 · /list
watch-toast = 好的。
watch-button = 追蹤 {$words}

unwatch-done = 已取消追蹤 <b>{$words}</b>。
unwatch-toast = 已取消追蹤 {$words}。
unwatch-unknown = 你沒有追蹤 <b>{$words}</b>。
unwatch-line-unknown = ✗ 你沒有追蹤 <b>{$words}</b>。
unwatch-many = 有多個追蹤符合 <b>{$words}</b>。
unwatch-which = 要取消哪個追蹤？
undo-button = 復原
undo-all-button = 全部復原
undo-all-toast = 已全部取消追蹤。
undo-done = 🔔 已恢復追蹤 <b>{$words}</b>。
undo-toast = 已恢復。
undo-too-late = 已無法復原，請重新使用 /watch。

list-title = <b>你的追蹤</b> · {$count} / {$limit}
list-row = {$number}. {$words}
list-empty = 這裡還沒有追蹤。試試 /watch #AI
list-paused = ⏸ 這個聊天室的提醒已暫停：/resume

watch-screen = 🔎 <b>{$words}</b>
watch-screen-since = 建立於{$since}
watch-state-on = 🔔 已開啟
watch-state-paused = ⏸ 已暫停
watch-state-muted = 🔇 靜音至 <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>
watch-pause-button = ⏸ 暫停
watch-resume-button = ▶️ 恢復
watch-mute-button = 🔇 靜音 24 小時
watch-unmute-button = 🔔 取消靜音
watch-remove-button = 刪除
watch-toast-paused = 已暫停。
watch-toast-resumed = 已恢復。
watch-toast-muted = 已靜音 24 小時。
watch-toast-unmuted = 已取消靜音。
watch-paused = ⏸ <b>{$words}</b> 已暫停。用 /resume 恢復。
watch-resumed = ▶️ <b>{$words}</b> 已恢復。
back-button = « 返回
alert-toast-muted = {$words}：已靜音 24 小時。

test-words = 🔎 <code>{$words}</code>
test-counted = 最近 {$days} 天：{$count} 則{ $rate ->
        [0] {""}
       *[other] ，每天約 {$rate} 則
    }{ $sources ->
        [0] {""}
        [1] ；全部來自 {$name}
       *[other] ；最多的來源：{$name}（{$most} 則）
    }
test-nothing = 最近 {$days} 天：{$items} 則內容都沒有提到。也許明天就有。
test-less = 想少收一些？這 {$tried} 則裡會去掉：
test-less-newest = 想少收一些？最新的 {$tried} 則裡會去掉：
test-title-only = 只看標題
test-near = 詞與詞靠得近
test-language = 只看 {$language}
test-phrase = 當作詞組 {$words}
test-exact = 完全一致：{$words}
test-without = 排除 {$words}

query-here = ↑ 這裡
query-empty = 這裡面沒有可以追蹤的詞。
query-syntax = 我看不懂這個搜尋條件：
query-only-negative = 這裡只說了不要什麼，請再寫上要找什麼：
query-too-long = 太長了，最多 1000 個字元：
query-too-many-terms = 詞太多了，最多 64 個：
query-too-deep = 括號一層包一層，太多了：
query-everything = 這會找到所有內容。請寫上要找什麼，或指明來源：<code>source:</code>、<code>site:</code> 或 <code>from:</code>
query-only-facts = 這只能縮小範圍，請再加上要找的詞：
query-unknown-field = 沒有這個欄位。可用的有：title: text: tag: author: from: source: site: url: lang: age: min:
query-field-value = 這個值不適合這個欄位。寫法：<code>lang:zh</code> <code>age:&lt;6h</code>（m、h、d、w）<code>min:2</code>
query-regex = 無法使用這個正規表示式。請用 RE2 語法，最多 250 個字元，旗標只支援「i」：
query-address = 這是一個網址。要找網址請用 <code>site:</code> 和 <code>url:</code>
query-follow = 要把 <code>{$words}</code> 作為來源訂閱嗎？
query-suggestion = 你是不是想找 <code>{$words}</code>？
