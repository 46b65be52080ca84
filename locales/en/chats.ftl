chats-hello-group =
    👋 Hello! I tell this group the moment something you care about is said.
    An administrator begins with <code>/watch {$words}</code> · /help
chats-hello-channel =
    👋 Hello! I tell this channel the moment something you care about is said.
    Post <code>/watch {$words}</code> here to begin.
chats-welcome-back =
    { $count ->
        [one] 👋 Welcome back, {$count} watch resumed.
       *[other] 👋 Welcome back, {$count} watches resumed.
    }
chats-paused =
    { $count ->
        [0] ⏸ Paused: no alerts from now on. /resume ends the silence.
        [one] ⏸ Paused: no alerts from now on, your watch is kept. /resume ends the silence.
       *[other] ⏸ Paused: no alerts from now on, your {$count} watches are kept. /resume ends the silence.
    }
chats-resumed =
    { $count ->
        [0] ▶️ Alerts are on.
        [one] ▶️ Alerts are on, {$count} watch at work.
       *[other] ▶️ Alerts are on, {$count} watches at work.
    }
chats-still-paused =
    { $count ->
        [one] {$count} watch is still paused by itself: /list
       *[other] {$count} watches are still paused by themselves: /list
    }
chats-topic-closed = 🧵 A topic here is closed or gone: what I have to say there comes here from now on.
chats-right-lost = ✋ I may not write in <b>{$name}</b> any more. What is due there waits, nothing is lost: let me write there again, and it comes.
chats-right-back = ✍️ I may write here again. What waited comes now.

settings = <b>Settings of this chat</b>
settings-previews-on = Link previews: on
settings-previews-off = Link previews: off
settings-silent-on = Alerts without sound: on
settings-silent-off = Alerts without sound: off
settings-language = Language: {$language}
settings-toast-previews-on = Alerts show a link preview.
settings-toast-previews-off = Alerts show no link preview.
settings-toast-silent-on = Alerts arrive without sound.
settings-toast-silent-off = Alerts arrive with sound.

lang-which = Which language shall I speak here?
lang-done = I speak English here now.
lang-toast = English it is.

status-active = 🟢 Alerts are on.
status-paused = ⏸ Alerts are paused in this chat: /resume
status-sources =
    { $failing ->
        [0] Sources read: {$count}
       *[other] Sources read: {$count}, failing: {$failing} · /sources
    }
status-watches = Watches: {$count} of {$limit}
status-alerts = Alerts in 24 hours: {$count}
status-read = Last read: {$ago}
status-operator =
    <b>All of Hark</b>
    Chats: {$chats} · watches: {$watches}
    Sources polled: {$sources}, failing: {$failing}
    Alerts in 24 hours: {$sent} sent, {$waiting} waiting
