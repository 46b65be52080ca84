# What operators tell all chats, and how a chat gets none of it.
admin-broadcast-button = 📣 Broadcast
broadcast-ask = What shall I tell all chats? Send me the text; you see how it looks before anybody gets it. /cancel to leave it.
broadcast-too-long = This is {$count} characters long, and {$limit} are the most. Send a shorter text, or /cancel.
broadcast-one-by-one = One is being sent already. Stop it first, or wait.
broadcast-goes-to =
    { $count ->
        [0] ☝️ There is no chat that would get it.
       *[other] ☝️ So it will look. Chats that get it: {$count}
    }
broadcast-unwilling = Want none of these: {$count}
broadcast-paused = Paused: {$count}
broadcast-lost = Out of reach or banned: {$count}
broadcast-send-button =
    Send to { $count ->
        [one] one chat
       *[other] {$count} chats
    }
broadcast-discard-button = Discard
broadcast-discarded = Discarded. Nobody got it.
broadcast-sure = Send it now? What was sent cannot be taken back. Chats: {$count}
broadcast-yes-button = Yes, send it now ({$count})
broadcast-no-button = Not yet
broadcast-sending = 📣 Sending, always behind alerts: {$sent} of {$count}. I say when it is done.
broadcast-stop-button = ⏹ Stop
broadcast-stopped = ⏹ Stopped: sent {$sent} of {$count}. Nobody else gets it.
broadcast-done =
    { $failing ->
        [0] 📣 Done: sent {$sent}.
       *[other] 📣 Done: sent {$sent}, {$failing} could not.
    }
broadcast-no-more-button = No more of these
broadcast-again-button = Send me these again
broadcast-sample-toast = This is only what chats will see.
settings-news-on = News from the operator: on
settings-news-off = News from the operator: off
settings-toast-news-on = You get news from the operator.
settings-toast-news-off = No more of these. /settings brings them back.
