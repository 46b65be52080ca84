# What operators tell all chats, and how a chat gets none of it.
admin-broadcast-button = 📣 廣播
broadcast-ask = 要告訴所有聊天室什麼？請傳送內容；送出之前你會先看到樣子。傳送 /cancel 取消。
broadcast-too-long = 內容有 {$count} 個字元，最多 {$limit} 個。請傳送更短的內容，或 /cancel 取消。
broadcast-one-by-one = 已有一則正在傳送。請先停止它，或等待。
broadcast-goes-to =
    { $count ->
        [0] ☝️ 沒有會收到它的聊天室。
       *[other] ☝️ 樣子如上。將收到的聊天室：{$count}
    }
broadcast-unwilling = 不想收到這類訊息：{$count}
broadcast-paused = 已暫停：{$count}
broadcast-lost = 聯絡不上或已封鎖：{$count}
broadcast-send-button = 傳送給 {$count} 個聊天室
broadcast-discard-button = 放棄
broadcast-discarded = 已放棄，沒有傳給任何人。
broadcast-sure = 現在傳送嗎？送出後無法收回。聊天室：{$count}
broadcast-yes-button = 是，現在傳送（{$count}）
broadcast-no-button = 先不傳
broadcast-sending = 📣 正在傳送（提醒優先）：{$sent} / {$count}。完成後會告訴你。
broadcast-stop-button = ⏹ 停止
broadcast-stopped = ⏹ 已停止：傳送了 {$sent} / {$count}，其餘不再傳送。
broadcast-done =
    { $failing ->
        [0] 📣 完成：已傳送 {$sent}。
       *[other] 📣 完成：已傳送 {$sent}，{$failing} 個未能送達。
    }
broadcast-no-more-button = 不再接收這類訊息
broadcast-again-button = 重新接收這類訊息
broadcast-sample-toast = 這只是預覽。
settings-news-on = 營運者的訊息：開
settings-news-off = 營運者的訊息：關
settings-toast-news-on = 你會收到營運者的訊息。
settings-toast-news-off = 不會再收到了。可在 /settings 中恢復。
