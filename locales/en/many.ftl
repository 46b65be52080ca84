# Many sources at once: what worked and what did not. "many-file-…" for each handlers.files.FileTrouble.
many-begun = Looking at {$count} sources. I tell you what worked and what did not.
many-list-begun = Reading your list. I tell you what worked and what did not.
many-done =
    { $count ->
        [0] Nothing new is followed.
        [one] 📡 One new source is followed.
       *[other] 📡 {$count} new sources are followed.
    }
many-ill = ⚠️ <b>{$name}</b> is followed, but cannot be read now: {$reason}
many-refused = ✗ <b>{$name}</b> cannot be followed: {$reason}
many-no-x = ✗ <b>{$name}</b> cannot be followed: this Hark has no access to X
many-again = Followed already: {$count}
many-full =
    { $count ->
        [one] One more has no room: {$limit} sources of your own are the most. /unfollow makes room.
       *[other] {$count} more have no room: {$limit} sources of your own are the most. /unfollow makes room.
    }
many-repeated = Listed more than once: {$count}
many-more = The list goes on, but I read no further.
many-broken = The list breaks off or is damaged; what stands before that is read.
many-words = I send what says one of your words. /sources
many-no-list = This file is no list of feeds. Export your feeds as OPML from your reader and send me that file.
many-empty-list = There are no feeds in this list.
many-file-too-big = This file is too big for a list of feeds; up to 1 MB is read.
many-file-gone = Telegram does not have this file any more. Please send it again.
many-file-unreachable = Telegram does not give me the file just now. Please send it again in a minute.
