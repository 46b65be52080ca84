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
source-rate =
    { $count ->
        [0] Less than one entry a day
        [one] About one entry a day
       *[other] About {$count} entries a day
    }
source-why-rate = asked when it usually speaks
source-why-burst = it just spoke, so it is asked again soon
source-why-rare = it seldom speaks, so it is asked seldom
source-why-busy = it speaks so often that it is asked as often as allowed
source-why-new = not known well yet
