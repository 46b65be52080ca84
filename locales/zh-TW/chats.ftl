chats-hello-group =
    👋 大家好！你們關心的事一出現，我就通知這個群組。
    管理員傳送 <code>/watch {$words}</code> 就能開始 · /help
chats-hello-channel =
    👋 大家好！這個頻道關心的事一出現，我就發到這裡。
    在這裡發布 <code>/watch {$words}</code> 就能開始。
chats-welcome-back = 👋 歡迎回來，已恢復 {$count} 個追蹤。
chats-paused =
    { $count ->
        [0] ⏸ 已暫停：不再傳送提醒。用 /resume 恢復。
       *[other] ⏸ 已暫停：不再傳送提醒，{$count} 個追蹤會保留。用 /resume 恢復。
    }
chats-resumed =
    { $count ->
        [0] ▶️ 提醒已開啟。
       *[other] ▶️ 提醒已開啟，{$count} 個追蹤生效中。
    }
chats-still-paused = 還有 {$count} 個追蹤單獨暫停著：/list
chats-topic-closed = 🧵 這裡有個主題已關閉或刪除：原本要發到那裡的，之後都發到這裡。
chats-right-lost = ✋ 我不能再在 <b>{$name}</b> 發言了。該發的提醒都在等待，不會遺失：重新允許我發言，它們就會送到。
chats-right-back = ✍️ 我又能在這裡發言了，等著的提醒馬上送到。

settings = <b>這個聊天室的設定</b>
settings-previews-on = 連結預覽：開
settings-previews-off = 連結預覽：關
settings-silent-on = 無聲提醒：開
settings-silent-off = 無聲提醒：關
settings-language = 語言：{$language}
settings-toast-previews-on = 提醒會顯示連結預覽。
settings-toast-previews-off = 提醒不顯示連結預覽。
settings-toast-silent-on = 提醒不再發出聲音。
settings-toast-silent-off = 提醒會發出聲音。

lang-which = 在這裡要用哪種語言？
lang-done = 好，之後在這裡說繁體中文。
lang-toast = 已改為繁體中文。

status-active = 🟢 提醒已開啟。
status-paused = ⏸ 這個聊天室的提醒已暫停：/resume
status-sources =
    { $failing ->
        [0] 正常來源：{$count}
       *[other] 正常來源：{$count}，出錯：{$failing} · /sources
    }
status-watches = 追蹤：{$count} / {$limit}
status-alerts = 24 小時內的提醒：{$count}
status-read = 最近讀取：{$ago}
status-operator =
    <b>整個 Hark</b>
    聊天室：{$chats} · 追蹤：{$watches}
    輪詢中的來源：{$sources}，出錯：{$failing}
    24 小時內的提醒：已傳送 {$sent}，等待 {$waiting}
