# By which other names a watch finds too. The names follow, parted by " · "; a tap on a button switches one off.
names-also = Also found (tap to switch off):{" "}
# The same word in the other Chinese script follows; there is nothing to switch.
names-same = Also found:{" "}
# A name that counts only in an entry with such a word: "CZ (with Binance…)".
names-near = {$name} (with {$near}…)
names-none = It finds by no other names.
names-button = Other names
names-toast-off = {$name}: no longer looked for.
names-toast-on = {$name}: looked for again.
names-toast-gone = This is no longer among its other names.

# The chat's own names. $names is "CZ = Big Z".
alias-title = <b>This chat’s own names</b> · {$count} of {$limit}
alias-how = Add: <code>/alias CZ = Big Z</code>
alias-empty =
    This chat has no names of its own yet. Write what means the same here, with = between:
    <code>/alias CZ = Big Z</code>
alias-joined =
    From now on these mean the same here: <code>{$names}</code>
    { $watches ->
        [0] No watch of yours looks for one of them yet: /watch
        [one] One of your watches looks for all of them.
       *[other] {$watches} of your watches look for all of them.
    }
alias-undone = Taken back. These were: {$names}
alias-row = The same here: <code>{$names}</code>
alias-known = Known anyway for <b>{$name}</b>:{" "}
alias-none = <b>{$name}</b> has no name of your own here. Give it one: <code>/alias {$name} = Big Z</code>
alias-removed = No longer the same here: <code>{$names}</code>
alias-toast-removed = Forgotten.
alias-toast-gone = These names are no longer there.
# What is wrong with names. $name is the one that is none.
alias-no-name = I cannot take <b>{$name}</b> as a name. Write plain words, without quotes, fields or other signs of a search, up to 60 characters: <code>/alias CZ = Big Z</code>
alias-missing = A name is missing beside = . Like this: <code>/alias CZ = Big Z</code>
alias-one-name = <b>{$name}</b> is one name only, however it is written. Add another after = : <code>/alias CZ = Big Z</code>
alias-too-many-names = {$names} names at most can mean the same. Leave some out.
alias-too-many-rows = There is no room: this chat has {$rows} rows of names. Remove one with /alias first.
