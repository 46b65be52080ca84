button-not-relevant = Not relevant
button-less-source = Less from this source
exclude-toast = I look through the last days.
exclude-which = Which word shows that this is not what <b>{$words}</b> is about? One tap leaves it out:
exclude-word =
    { $of ->
        [1] −<code>{$word}</code>: the only hit of the last days
       *[other] −<code>{$word}</code>: {$removed} of the last {$of} hits
    }
exclude-none = Every telling word of this stands in many other hits of <b>{$words}</b> too. ⋯ → Less from this source leaves its source out.
exclude-done = 🔕 What says “{$word}” is no hit any more.
exclude-changed =
    <code>{$words}</code>
    before: <code>{$before}</code>
less-done = 🔕 What {$name} brings is no hit of this watch any more. Other sources stay as they were.
less-toast = Done.
less-cannot = The name of this source has no words that a watch could leave out.
exclude-same = It is left out already.
exclude-long = The watch would become too long. /unwatch it and begin a new one.
exclude-old = The watch has changed meanwhile; I leave it as it is.
