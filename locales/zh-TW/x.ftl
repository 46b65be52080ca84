spending-half = 本月 X 已花費 {$spent}，預算 {$budget}。照此速度，全月將花費 {$forecast}。
spending-short = 本月 X 已花費 {$spent}，預算 {$budget}；照此速度將達 {$forecast}。從現在起，從最貴的帳號開始只按追蹤的詞讀取，並暫停抽查。可用 <code>x.budget</code> 提高上限。
spending-out = X 已花費 {$spent}，預算 {$budget} 已用完：{$again} 前不再讀取 X，其他來源照常。提高 <code>x.budget</code> 後，Hark 會從中斷處繼續，最多補讀 7 天。
spending-drift = {$day} X 統計了 {$theirs} 則貼文，Hark 統計了 {$ours} 則。請與 X 控制台核對。
account-missed = X 的搜尋漏掉了 {$name} 的一則含「{$words}」的貼文。從現在起為它完整讀取相關帳號。
account-renamed = {$before} 在 X 上已改名為 {$after}，Hark 繼續追蹤。
stop-credentials = 暫停讀取 X：{$reason}。請更新 X_BEARER_TOKEN 並重新啟動 Hark；它會從中斷處繼續，最多補讀 7 天。其他來源照常。
stop-accounts =
    { $more ->
        [0] 自 {$since} 起未讀取：{$names}
       *[other] 自 {$since} 起未讀取：{$names}，另有 {$more} 個
    }
stop-covered = 改讀收錄這些帳號貼文的來源。
stop-over =
    { $more ->
        [0] ✅ X 已恢復讀取。中斷 {$length}，受影響的帳號：{$names}。
       *[other] ✅ X 已恢復讀取。中斷 {$length}，受影響的帳號：{$names}，另有 {$more} 個。
    }
stop-over-covered = ✅ 中斷 {$length} 後，X 本身已恢復讀取。
stop-over-cost =
    { $reads ->
        [0] 補讀沒有產生費用。
       *[other] 補讀花費 {$cost}。
    }
stop-lost = {$before} 之前的貼文已無法讀取：X 只能搜尋最近 7 天。
accounts-failing-notice =
    { $more ->
        [0] ⚠️ 自 {$since} 起無法讀取 X：{$reason}。未讀取的帳號：{$names}。我會繼續嘗試。
       *[other] ⚠️ 自 {$since} 起無法讀取 X：{$reason}。未讀取的帳號：{$names}，另有 {$more} 個。我會繼續嘗試。
    }
accounts-recovered-notice =
    { $more ->
        [0] ✅ 中斷 {$length} 後，X 已恢復讀取：{$names}。
       *[other] ✅ 中斷 {$length} 後，X 已恢復讀取：{$names}，另有 {$more} 個。
    }
status-x-spent =
    <b>本月 X</b>
    已花費 {$spent}，預算 {$budget} · 預計 {$forecast}
    已購買（貼文、帳號、計數）：{$reads}
status-x-unlimited =
    <b>本月 X</b>
    已花費 {$spent}，無上限 · 預計 {$forecast}
    已購買（貼文、帳號、計數）：{$reads}
status-x-credit = X 帳戶餘額：{$left}（{$ago}由 X 告知）
status-x-unread =
    { $more ->
        [0] ⚠️ 自 <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time> 起未讀取：{$names} · {$reason} · 下次嘗試 <tg-time unix="{$next-unix}" format="{$next-format}">{$next-clock}</tg-time>
       *[other] ⚠️ 自 <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time> 起未讀取：{$names}，另有 {$more} 個 · {$reason} · 下次嘗試 <tg-time unix="{$next-unix}" format="{$next-format}">{$next-clock}</tg-time>
    }

price-watch =
    { $accounts ->
        [1] X 無法搜尋 <code>{$words}</code>：完整讀取該帳號每月約需 {$price}。來源已開始追蹤。
       *[other] X 無法搜尋 <code>{$words}</code>：完整讀取 {$accounts} 個帳號每月約需 {$price}。來源已開始追蹤。
    }
price-follow = 接收 <b>{$name}</b> 的全部內容每月約需 {$price}。在你選擇之前，只傳送包含你關鍵字的內容。
price-counted = 按 X 統計的最近 7 天貼文數計算。
price-assumed = 無法向 X 查詢：按每個帳號每天 {$posts} 則貼文估算。
price-operators = 只有這個 Hark 的營運者可以允許。
price-operators-toast = 會產生費用的事，只有這個 Hark 的營運者可以允許。
price-toast = 正在查詢費用…
price-gone = 你已不再訂閱它。
price-whole-button = 完整讀取 X
price-rest-button = 不再完整讀取 X
price-whole-on = 從現在起為 <code>{$words}</code> 完整讀取 X。
price-whole-off = 不再為 <code>{$words}</code> 完整讀取 X。其他來源照常追蹤。

catch-up-offer = 有 {$accounts} 個帳號從 {$since} 起的貼文還沒讀。補讀大約要 {$price}；新貼文照常讀取。
catch-up-button = 補讀 · 約 {$price}
catch-up-leave-button = 從現在繼續
catch-up-begun = 正在補讀 {$since} 起的貼文，大約 {$price}。提到關鍵字的會照常提醒。
catch-up-left = 從現在繼續。{$since} 到 X 恢復之間的貼文不再補讀。
catch-up-decided = 已經決定過了。
status-x-gap = 因為費用還沒讀的：{$since} 起的貼文（帳號：{$accounts}，約 {$price}）。按鈕在「X 已恢復讀取」那則訊息下面。
