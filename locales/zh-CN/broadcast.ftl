# What operators tell all chats, and how a chat gets none of it.
admin-broadcast-button = 📣 群发
broadcast-ask = 要告诉所有聊天什么？请发送内容；发出之前您会先看到效果。发送 /cancel 取消。
broadcast-too-long = 内容有 {$count} 个字符，最多 {$limit} 个。请发送更短的内容，或 /cancel 取消。
broadcast-one-by-one = 已有一条正在发送。请先停止它，或等待。
broadcast-goes-to =
    { $count ->
        [0] ☝️ 没有会收到它的聊天。
       *[other] ☝️ 效果如上。将收到的聊天：{$count}
    }
broadcast-unwilling = 不想收到此类消息：{$count}
broadcast-paused = 已暂停：{$count}
broadcast-lost = 联系不上或已封禁：{$count}
broadcast-send-button = 发送给 {$count} 个聊天
broadcast-discard-button = 放弃
broadcast-discarded = 已放弃，没有发给任何人。
broadcast-sure = 现在发送吗？发出后无法撤回。聊天：{$count}
broadcast-yes-button = 是，现在发送（{$count}）
broadcast-no-button = 先不发
broadcast-sending = 📣 正在发送（提醒优先）：{$sent} / {$count}。完成后会告诉您。
broadcast-stop-button = ⏹ 停止
broadcast-stopped = ⏹ 已停止：发送了 {$sent} / {$count}，其余不再发送。
broadcast-done =
    { $failing ->
        [0] 📣 完成：已发送 {$sent}。
       *[other] 📣 完成：已发送 {$sent}，{$failing} 个未能送达。
    }
broadcast-no-more-button = 不再接收此类消息
broadcast-again-button = 重新接收此类消息
broadcast-sample-toast = 这只是预览。
settings-news-on = 运营者的消息：开
settings-news-off = 运营者的消息：关
settings-toast-news-on = 您会收到运营者的消息。
settings-toast-news-off = 不会再收到了。可在 /settings 中恢复。
