follow-words-button = 只要我的關鍵字
follow-everything-button = 全部內容
follow-question = 要傳送哪些內容？
follow-done = 📡 已訂閱 <b>{$name}</b>。
follow-shared = 📡 <b>{$name}</b> 是大家共用的來源，提到你的關鍵字時本來就會通知你。點「全部內容」則收到它所有的新內容。
follow-again-words = 📡 你已訂閱 <b>{$name}</b>，只傳送你的關鍵字。
follow-again-everything = 📡 你已訂閱 <b>{$name}</b>，傳送全部內容。
follow-ill = ⚠️ 已訂閱 <b>{$name}</b>，但目前無法讀取：{$reason}。我會繼續嘗試，用 /sources 查看狀態。
follow-refused = 無法訂閱 <b>{$name}</b>：{$reason}。
follow-unreadable = <b>{$words}</b> 既不是網址，也不是 X 帳號。試試 <code>https://example.org</code> 或 <code>@sama</code>。
follow-full = 這裡最多訂閱 {$limit} 個來源，你已訂閱 {$count} 個。請用 /unfollow 取消一個，或詢問營運者。
follow-x-off = 無法訂閱 <b>{$name}</b>：這個 Hark 沒有連接 X。
follow-author = 這是 <b>{$name}</b> 的貼文。可以訂閱它的作者。
follow-author-button = 訂閱 {$name}
follow-chosen-words = 📡 <b>{$name}</b>：只傳送包含你關鍵字的內容。
follow-chosen-everything = 📡 <b>{$name}</b>：傳送全部新內容。
follow-toast = 好的，已記下。

unfollow-button = 取消訂閱
unfollow-done = 已取消訂閱 <b>{$name}</b>。
unfollow-toast = 已取消訂閱。
unfollow-unknown = 你沒有訂閱 <b>{$words}</b>。
unfollow-many = 有多個來源符合 <b>{$words}</b>。
unfollow-which = 要取消訂閱哪個來源？
unfollow-none = 你還沒有自己的來源。用 /follow 新增一個

sources-title =
    { $failing ->
        [0] <b>來源</b> · {$count} 個
       *[other] <b>來源</b> · {$count} 個，其中 {$failing} 個出錯
    }
sources-none = 還沒有來源。用 /follow 新增一個
sources-own-words = 你的來源，只要關鍵字
sources-own-everything = 你的來源，全部內容
sources-waiting = 尚未讀取
sources-read = {$ago}讀取
sources-failing = 自 <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time> 起出錯：{$reason} · 下次嘗試 <tg-time unix="{$next-unix}" format="{$next-format}">{$next-clock}</tg-time>
sources-x-failing = X：{$reason}，自 <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time> 起，下次嘗試 <tg-time unix="{$next-unix}" format="{$next-format}">{$next-clock}</tg-time>
sources-x-mine = <b>本月讀取的 X 貼文</b>（按追蹤）
sources-x-all = <b>本月在 X 上的花費</b>（最貴的追蹤）
sources-x-watch = • {$words} · {$reads} 則貼文，{$cost}
sources-x-ended = 已結束的追蹤
sources-x-nobody = 不屬於任何追蹤

source-failing-notice = ⚠️ <b>{$source}</b> 自 {$since} 起無法讀取：{$reason}。我會繼續嘗試。
source-recovered-notice = ✅ <b>{$source}</b> 已恢復讀取。自 {$since} 起中斷 {$length}：{$reason}。
quiet-week = 🌿 平靜的一週：沒有出現你關注的內容。我一直在讀：{$sources} 個來源，{$items} 則新內容，最近一次是{$ago}。
quiet-week-failing = 有 {$failing} 個來源出錯：/sources
