# The screen of one watch, its row in the list, and changing its words.
watch-last = last {$ago}
watch-never = no alert yet
watch-edit-button = ✏️ Edit words
watch-silent-button = Silent
watch-title-button = Title only
watch-phrase-button = Whole phrase
watch-here-button = 📌 Move to this topic
watch-toast-silent = Without sound from now on.
watch-toast-loud = With sound again.
watch-toast-moved = Its alerts come here now.
ask-edit = What shall I watch for instead of <code>{$words}</code>? /cancel leaves it as it is.
edit-how = Open a watch from /list and tap “Edit words”.
edit-known = You are watching <b>{$words}</b> already. Nothing was changed.
edit-done = ✏️ Watching <b>{$words}</b> now, instead of {$before}.
edit-open-button = Open
loud-question = ⏸ <code>{$words}</code> would bring about {$rate} alerts a day. It is not started yet.
loud-start-button = Start anyway
