menu-watch = 追蹤關鍵字：/watch #AI
menu-unwatch = 取消追蹤
menu-list = 查看你的追蹤
menu-alias = 自訂名稱：/alias CZ = 大表哥
menu-test = 用最近幾天的內容試試關鍵字
menu-why = 為什麼提醒，或沒有提醒
menu-near = 某個追蹤差一點就找到的內容
menu-stats = 每天有多少則提醒
menu-sources = 查看來源和狀況
menu-follow = 訂閱 RSS、網站或 X 帳號
menu-unfollow = 取消訂閱來源
menu-pause = 暫停某個追蹤或全部
menu-resume = 恢復某個追蹤或全部
menu-settings = 這個聊天室的設定
menu-lang = 選擇語言
menu-status = 查看運作狀況
menu-stop = 停止所有提醒
menu-help = 使用說明
bot-description =
    我替你讀新聞來源和 X，你關心的事一出現就通知你：只說一次，附上連結。

    傳送 /watch 加關鍵字：/watch #AI
bot-short-description = 你關心的事一出現，就通知你。

start =
    👋 我替你讀新聞來源和 X，你關心的事一出現就通知你。
    傳送 <code>/watch {$words}</code>，或點一個試試：
start-try = 試試：{$words}
start-language = 🌐 語言
help =
    <b>你可以這樣說</b>
    /watch <i>關鍵字</i> – 有內容提到時通知我
    /unwatch <i>關鍵字</i> – 不再追蹤
    /list – 你的追蹤
    /alias <i>CZ = 大表哥</i> – 意思相同的名稱
    /test <i>關鍵字</i> – 看看最近幾天會有什麼
    /why <i>連結</i>，或回覆提醒 – 為什麼提醒或沒有提醒
    /near <i>關鍵字</i> – 某個追蹤差點找到的內容
    /follow <i>連結或 @帳號</i> – 新增自己的來源
    /unfollow – 取消訂閱
    /sources – 來源及其狀態
    /pause · /resume – 暫停與恢復
    /stats · /manage · /settings · /lang · /status · /export · /import · /privacy · /forgetme

    <code>比特幣 ETF</code> 兩個詞都有 · <code>"現貨 ETF"</code> 按此順序 · <code>BTC OR ETH</code> 任意一個 · <code>蘋果 -音樂</code> 不含該詞 · <code>#AI</code> 主題標籤或該詞 · <code>mac*</code> 以此開頭 · <code>=Apple</code> 完全一致 · <code>title:聯準會</code> <code>from:@sama</code> <code>lang:zh</code> 限定範圍
ask-watch = 要追蹤哪些關鍵字？例如 <code>#AI</code> 或 <code>趙長鵬</code>。傳送 /cancel 取消。
ask-test = 要用最近幾天的內容試哪些關鍵字？傳送 /cancel 取消。
ask-why = 要解釋哪則內容？請傳送它的連結，或轉發含有該連結的訊息。傳送 /cancel 取消。
ask-follow = 要訂閱什麼？請傳送 RSS 或網站連結，或 X 帳號，例如 <code>@sama</code>。傳送 /cancel 取消。
cancel-done = 好的，已取消。
cancel-nothing = 沒有可取消的操作。
