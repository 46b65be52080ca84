chats-hello-group =
    👋 大家好！大家关心的内容一出现，我就通知本群。
    管理员发送 <code>/watch {$words}</code> 即可开始 · /help
chats-hello-channel =
    👋 大家好！本频道关心的内容一出现，我就发到这里。
    在这里发布 <code>/watch {$words}</code> 即可开始。
chats-welcome-back = 👋 欢迎回来，已恢复 {$count} 个关注。
chats-paused =
    { $count ->
        [0] ⏸ 已暂停：不再发送提醒。用 /resume 恢复。
       *[other] ⏸ 已暂停：不再发送提醒，{$count} 个关注会保留。用 /resume 恢复。
    }
chats-resumed =
    { $count ->
        [0] ▶️ 提醒已开启。
       *[other] ▶️ 提醒已开启，{$count} 个关注生效中。
    }
chats-still-paused = 还有 {$count} 个关注单独暂停着：/list
chats-topic-closed = 🧵 本群的一个话题已关闭或被删除：原本发到那里的提醒，今后发到这里。
chats-right-lost = ✋ 我不能再在 <b>{$name}</b> 发言了。该发的提醒都在等待，不会丢失：重新允许我发言，它们就会送到。
chats-right-back = ✍️ 我又可以在这里发言了，等待中的提醒马上送到。

settings = <b>本聊天的设置</b>
settings-previews-on = 链接预览：开
settings-previews-off = 链接预览：关
settings-silent-on = 静默提醒：开
settings-silent-off = 静默提醒：关
settings-language = 语言：{$language}
settings-toast-previews-on = 提醒会显示链接预览。
settings-toast-previews-off = 提醒不显示链接预览。
settings-toast-silent-on = 提醒不再发出声音。
settings-toast-silent-off = 提醒会发出声音。

lang-which = 在这里使用哪种语言？
lang-done = 从现在起，这里使用简体中文。
lang-toast = 已切换为简体中文。

status-active = 🟢 提醒已开启。
status-paused = ⏸ 本聊天的提醒已暂停：/resume
status-sources =
    { $failing ->
        [0] 正常来源：{$count}
       *[other] 正常来源：{$count}，出错：{$failing} · /sources
    }
status-watches = 关注：{$count} / {$limit}
status-alerts = 24 小时内的提醒：{$count}
status-read = 最近读取：{$ago}
status-operator =
    <b>整个 Hark</b>
    聊天：{$chats} · 关注：{$watches}
    轮询中的来源：{$sources}，出错：{$failing}
    24 小时内的提醒：已发送 {$sent}，等待 {$waiting}
