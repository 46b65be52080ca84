# The row of a source in the list, and its own screen.
sources-entry = last entry {$ago}
sources-alerts =
    { $count ->
        [one] one alert this week
       *[other] {$count} alerts this week
    }
source-no-alerts = no alert this week
source-read = Read {$ago} · next in {$wait}
source-read-now = Read {$ago} · next any moment
source-for-all = It is read for everybody here: what says one of your words comes to you anyway.
source-chosen-words = You get what says one of your words.
source-chosen-everything = You get everything new.
source-gone-toast = This source is not read for this chat any more.
