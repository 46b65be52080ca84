# Why an entry hits: one for each matching.explain.Told. $where is one of "place-…".
place-title = in the title
place-text = in the text
place-tag = among the tags
place-author = in the author’s name
place-source = in the source’s name
place-url = in the link
hit-as-written = “{$text}” stands {$where}
hit-case = “{$text}” {$where} is {$term} with other capitals
hit-traditional = “{$text}” {$where} is the traditional form of {$term}
hit-simplified = “{$text}” {$where} is the simplified form of {$term}
hit-other-script = “{$text}” {$where} is {$term} in the other Chinese script
hit-spelling = “{$text}” {$where} is another spelling of {$term}
hit-plural = “{$text}” {$where} is the plural of {$term}
hit-written-apart = “{$text}” {$where} is {$term} written apart
hit-together = “{$text}” {$where} is {$term} written as one word
hit-joined = “{$text}” {$where} is {$term} with another sign between
hit-prefix = “{$text}” {$where} begins with {$term}
hit-alias = “{$text}” {$where} is another name of {$term}
hit-alias-beside = “{$text}” {$where} is another name of {$term}, with “{$beside}” beside it
hit-alias-author = “{$text}” {$where} is another name of {$term}, in a post by {$beside}
hit-regex = “{$text}” {$where} fits {$term}
hit-near = “{$text}” and “{$other}” {$where} stand as near as {$term} asks
hit-site = a link leads to {$text}
hit-url = {$text} is a link as {$term} asks
hit-author = the author is {$text}
hit-lang = the language is {$language}
hit-age = it was {$age} old
hit-not-judged = how many sources tell it is seen later ({$term})
hit-everything = everything counts here

# Why it does not: one for each matching.explain.Missed, some with variants.
miss-nowhere = {$term} is not there
miss-none-of = none of these is there: {$term}
miss-excluded = “{$text}” stands {$where}, which {$term} rules out
miss-excluded-so = {$term} rules it out
miss-too-far =
    { $words ->
        [one] “{$text}” and “{$other}” stand {$where}, but with {$words} word between; {$term} allows fewer
       *[other] “{$text}” and “{$other}” stand {$where}, but with {$words} words between; {$term} allows fewer
    }
miss-overlap = “{$text}” {$where} is all there is of {$term}
miss-other-fields = “{$text}” stands {$where} and “{$other}” {$elsewhere}; {$term} asks for both in one place
miss-elsewhere = “{$text}” stands {$where}, which is not where {$term} looks
miss-elsewhere-bare = “{$text}” stands {$where}; {$term} looks only in title, text and tags
miss-no-tag = “{$text}” stands {$where}, but not as a tag
miss-order = the words of {$term} stand {$where} in other order: “{$text}”
miss-apart = {$term} stands {$where}, but not in one piece: “{$text}”
miss-case = “{$text}” stands {$where}, with other capitals than {$term}
miss-spelling = “{$text}” stands {$where}, spelled otherwise than {$term}
miss-script = “{$text}” stands {$where}, in other characters than {$term}
miss-within = “{$text}” stands {$where} only as a part of other words
miss-context = “{$text}” stands {$where}, but nothing shows that {$term} is meant
miss-small = “{$text}” stands {$where} in small letters and may be a common word
miss-article = “{$text}” {$where} is a common word of the language ({$language})
miss-no-date = it has no date, which {$term} needs
miss-too-old = it was {$age} old, older than {$term} allows
miss-too-young = it was {$age} old, younger than {$term} asks
miss-language = its language is {$language}, and {$term} asks for another
miss-language-unknown = its language cannot be told, which {$term} needs
miss-site = its link leads to {$actual}, and not where {$term} asks
miss-site-none = it has no link, which {$term} needs
miss-address = {$term} is not in its link, {$actual}
miss-address-none = it has no link, which {$term} needs
miss-account = its author is {$actual}, and {$term} asks for another
miss-account-none = it names no author, which {$term} needs
miss-regex = nothing in it fits {$term}

# What is nearly there: one for each matching.explain.Nearly.
near-case = “{$text}” {$where} is nearly {$term}, with other capitals
near-spelling = “{$text}” {$where} is nearly {$term}, spelled otherwise
near-script = “{$text}” {$where} is nearly {$term}, in other characters
near-letters = “{$text}” {$where} is nearly {$term}
near-order = “{$text}” {$where} is nearly {$term}, in other order
near-apart = “{$text}” {$where} is nearly {$term}, not in one piece
near-inside = {$term} stands inside “{$text}” {$where}

# /why
why-facts = published <tg-time unix="{$published-unix}" format="{$published-format}">{$published-clock}</tg-time> · found <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>
why-facts-undated = without a date · found <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>
why-baseline = It was there when this source was first read; that is never alerted.
why-hit = ✓ <b>{$words}</b>: {$because}
why-miss = ✗ <b>{$words}</b>: {$because}
why-sent = Alert sent <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>
why-waiting = The alert is on its way.
why-held = The alert waits until I may write here.
why-failed = The alert could not be delivered.
why-dropped = The alert was dropped: nobody here wanted it any more when its turn came.
why-unsent-paused = Not told: the watch is paused.
why-unsent-younger = Not told: the watch is younger than this.
why-unsent = Not told: when it was found, the watch or the chat was at rest, or it was too old.
why-everything = This chat gets everything from this source.
why-no-watches = Nothing is watched here. Try /watch #AI
why-not-kept = I have kept nothing with this link: none of your sources brought it in the last days, or it is forgotten by now. /sources shows what is read for this chat, /follow adds a source.
why-forgotten = That entry is forgotten by now.
why-no-link = There is no link in this. Reply with /why to one of my alerts or to a message with a link, or send /why and the link.

# /near
nearly-found = Nearly <code>{$words}</code>, in { $items ->
        [one] {$items} entry
       *[other] {$items} entries
    } of the last {$days} days. A button lets the watch find that spelling too:
nearly-none = Nothing was nearly <code>{$words}</code>, in { $items ->
        [one] {$items} entry
       *[other] {$items} entries
    } of the last {$days} days.
nearly-times = { $count ->
        [one] once
       *[other] {$count} times
    }
nearly-button = Add {$words}
nearly-which = Which watch shall I look around for near misses?
nearly-unknown = There is no watch <b>{$words}</b>. Which one shall I look around?
nearly-toast = I look around.
nearly-done = 🔔 This watch now finds <code>{$spelling}</code> too: <code>{$words}</code>
nearly-done-toast = {$spelling}: found from now on.
nearly-old = This watch has changed meanwhile. Say /near again.
