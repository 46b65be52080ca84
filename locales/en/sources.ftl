follow-words-button = Only my words
follow-everything-button = Everything
follow-question = What shall I send?
follow-done = 📡 Following <b>{$name}</b>.
follow-shared = 📡 <b>{$name}</b> is read for everybody already: what says one of your words comes to you anyway. “Everything” sends you all of it.
follow-again-words = 📡 You follow <b>{$name}</b> already, for your words.
follow-again-everything = 📡 You follow <b>{$name}</b> already, for everything.
follow-ill = ⚠️ Following <b>{$name}</b>, but it cannot be read now: {$reason}. I keep trying; /sources shows how it is.
follow-refused = <b>{$name}</b> cannot be followed: {$reason}.
follow-unreadable = <b>{$words}</b> is neither a web address nor an X account. Try <code>https://example.org</code> or <code>@sama</code>.
follow-full =
    { $limit ->
        [one] One source is
       *[other] {$limit} sources are
    } the limit here, and you follow {$count}. End one with /unfollow, or ask the operator.
follow-x-off = <b>{$name}</b> cannot be followed: this Hark has no access to X.
follow-author = A post by <b>{$name}</b>. I can follow its author.
follow-author-button = Follow {$name}
follow-chosen-words = 📡 <b>{$name}</b>: I send what says one of your words.
follow-chosen-everything = 📡 <b>{$name}</b>: I send everything new.
follow-toast = Noted.

unfollow-button = Unfollow
unfollow-done = Not following <b>{$name}</b> any more.
unfollow-toast = Not followed any more.
unfollow-unknown = You do not follow <b>{$words}</b>.
unfollow-many = Several sources go by <b>{$words}</b>.
unfollow-which = Which source shall be unfollowed?
unfollow-none = You follow no source of your own. Add one with /follow

sources-title =
    { $failing ->
        [0] <b>Sources</b> · {$count}
       *[other] <b>Sources</b> · {$count}, {$failing} failing
    }
sources-none = There are no sources yet. Add one with /follow
sources-own-words = yours, only your words
sources-own-everything = yours, everything
sources-waiting = not read yet
sources-read = read {$ago}
sources-failing = failing since <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time> because {$reason} · next try <tg-time unix="{$next-unix}" format="{$next-format}">{$next-clock}</tg-time>
sources-x-failing = X: {$reason}, since <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>, next try <tg-time unix="{$next-unix}" format="{$next-format}">{$next-clock}</tg-time>
sources-x-mine = <b>Posts of X read this month</b>, watch by watch
sources-x-all = <b>Bought of X this month</b>, the dearest watches
sources-x-watch =
    { $reads ->
        [one] • {$words} · {$reads} post, {$cost}
       *[other] • {$words} · {$reads} posts, {$cost}
    }
sources-x-ended = a watch that has ended
sources-x-nobody = for no watch

# To followers of a source of their own, and to operators: after an hour of trouble; the same message when it is over.
source-failing-notice = ⚠️ <b>{$source}</b> has failed since {$since}: {$reason}. I keep trying.
source-recovered-notice = ✅ <b>{$source}</b> is read again. It failed for {$length}, from {$since}: {$reason}.
quiet-week =
    🌿 A quiet week: nothing you watch for was said. I read on: { $items ->
        [0] no new entry
        [one] one new entry
       *[other] {$items} new entries
    } in { $sources ->
        [one] one source
       *[other] {$sources} sources
    }, the last time {$ago}.
quiet-week-failing =
    { $failing ->
        [one] One source fails
       *[other] {$failing} sources fail
    }: /sources
