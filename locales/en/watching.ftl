# $words is what is watched for; $count of $limit: watches of this chat.
watch-begun =
    🔔 Watching <b>{$words}</b>.
    { $sources ->
        [0] There are no sources yet: add one with /follow.
        [one] One source; I tell you as soon as something new says it.
       *[other] {$sources} sources; I tell you as soon as something new says it.
    }
    {$count} of {$limit} watches · /list
watch-known =
    You are already watching <b>{$words}</b>.
    {$count} of {$limit} watches · /list
watch-full =
    There is no room for <b>{$words}</b>: { $limit ->
        [one] one watch is
       *[other] {$limit} watches are
    } the limit here, and you have {$count}. End one with /unwatch, or ask the operator.
watch-while-paused = ⏸ Alerts are paused in this chat: /resume
watch-line-begun = ✓ Watching <b>{$words}</b>
watch-line-known = • Already watching <b>{$words}</b>
watch-line-full = ✗ No room for <b>{$words}</b>: all {$limit} watches are taken
watch-count = {$count} of {$limit} watches · /list
watch-toast = Got it.
watch-button = Watch {$words}

unwatch-done = Not watching <b>{$words}</b> any more.
unwatch-toast = Not watching {$words} any more.
unwatch-unknown = You are not watching <b>{$words}</b>.
unwatch-line-unknown = ✗ You are not watching <b>{$words}</b>.
unwatch-many = Several watches go by <b>{$words}</b>.
unwatch-which = Which watch shall end?
undo-button = Undo
undo-all-button = Undo all
undo-all-toast = All of them are ended.
undo-done = 🔔 Watching <b>{$words}</b> again.
undo-toast = As it was.
undo-too-late = That cannot be undone any more. Use /watch again.

list-title = <b>Your watches</b> · {$count} of {$limit}
list-row = {$number}. {$words}
list-empty = Nothing is watched here yet. Try /watch #AI
list-paused = ⏸ Alerts are paused in this chat: /resume

watch-screen = 🔎 <b>{$words}</b>
watch-screen-since = made {$since}
watch-state-on = 🔔 on
watch-state-paused = ⏸ paused
watch-state-muted = 🔇 quiet until <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>
watch-pause-button = ⏸ Pause
watch-resume-button = ▶️ Resume
watch-mute-button = 🔇 Quiet for 24 h
watch-unmute-button = 🔔 Unmute
watch-remove-button = Remove
watch-toast-paused = Paused.
watch-toast-resumed = Back at work.
watch-toast-muted = Quiet for 24 hours.
watch-toast-unmuted = No longer quiet.
watch-paused = ⏸ <b>{$words}</b> is paused. /resume brings it back.
watch-resumed = ▶️ <b>{$words}</b> is back at work.
back-button = « Back
alert-toast-muted = {$words}: quiet for 24 hours.

# Trying words on the last days: how many hits, how many a day, from which source most ($most of $sources).
test-words = 🔎 <code>{$words}</code>
test-counted =
    { $days ->
        [one] Last day
       *[other] Last {$days} days
    }: { $count ->
        [one] one hit
       *[other] {$count} hits
    }{ $rate ->
        [0] {""}
       *[other] , {$rate} a day
    }{ $sources ->
        [0] {""}
        [1] ; all from {$name}
       *[other] ; noisiest: {$name} ({$most})
    }
test-nothing =
    { $days ->
        [one] Last day
       *[other] Last {$days} days
    }: nothing in { $items ->
        [one] {$items} entry
       *[other] {$items} entries
    } said it. It may tomorrow.
test-less = To hear less; of { $tried ->
        [one] one hit
       *[other] {$tried} hits
    } it would have left out:
test-less-newest = To hear less; of the newest { $tried ->
        [one] hit
       *[other] {$tried} hits
    } it would have left out:
test-title-only = title only
test-near = words near each other
test-language = only {$language}
test-phrase = as {$words}
test-exact = only as written: {$words}
test-without = without {$words}

# What is wrong with a query. "query-here" stands behind an arrow under the place.
query-here = ↑ here
query-empty = There is no word in this.
query-syntax = I cannot read this as a search:
query-only-negative = This only says what not to find. Name something to find as well:
query-too-long = This is too long; 1000 characters at most:
query-too-many-terms = These are too many words; 64 at most:
query-too-deep = There are too many parentheses inside each other:
query-everything = This would find everything. Say what to look for, or from which source: <code>source:</code>, <code>site:</code> or <code>from:</code>
query-only-facts = This only narrows a search. Add a word to look for:
query-unknown-field = There is no such field. There are: title: text: tag: author: from: source: site: url: lang: age: min:
query-field-value = This value does not fit its field. Like this: <code>lang:en</code> <code>age:&lt;6h</code> (m, h, d, w) <code>min:2</code>
query-regex = I cannot use this regular expression. It must be in RE2 syntax and have 250 characters at most; the only flag is “i”:
query-address = This is an address. Addresses are found by <code>site:</code> and <code>url:</code>
query-follow = Shall I follow <code>{$words}</code> as a source?
query-suggestion = Did you mean <code>{$words}</code>?
