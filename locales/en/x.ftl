# What the operators are told about X. Amounts of money come written: $5.00
spending-half = X has cost {$spent} of this month's {$budget}. At this pace the month will cost {$forecast}.
spending-short = X has cost {$spent} of this month's {$budget}; at this pace it will be {$forecast}. From now on accounts are read for wanted words only, the dearest first, and checks are left out. <code>x.budget</code> raises the limit.
spending-out = X has cost {$spent} of {$budget}: X is not read until {$again}. Feeds go on. With a higher <code>x.budget</code> Hark goes on, and can catch up to 7 days.
spending-drift = On {$day} X counted {$theirs} posts, Hark {$ours}. Please compare with the console of X.
account-missed = X's search missed a post of {$name} that says {$words}. Accounts are read whole for it from now on.
account-renamed = {$before} is called {$after} on X now; Hark goes on following.
stop-credentials = X is not read: {$reason}. With a new one as X_BEARER_TOKEN, and started anew, Hark reads on where it stopped, up to 7 days back. Feeds go on.
stop-accounts =
    { $more ->
        [0] Unwatched since {$since}: {$names}
       *[other] Unwatched since {$since}: {$names} and {$more} more
    }
stop-covered = Feeds of the accounts’ posts are read instead.
stop-over =
    { $more ->
        [0] ✅ X is read again. Unwatched for {$length} were {$names}.
       *[other] ✅ X is read again. Unwatched for {$length} were {$names} and {$more} more.
    }
stop-over-covered = ✅ X itself is read again, after {$length}.
stop-over-cost =
    { $reads ->
        [0] Catching up has cost nothing.
       *[other] Catching up has cost {$cost}.
    }
stop-lost = What was posted before {$before} is out of reach: X searches 7 days back.
accounts-failing-notice =
    { $more ->
        [0] ⚠️ X has not been read since {$since}: {$reason}. Unwatched: {$names}. I keep trying.
       *[other] ⚠️ X has not been read since {$since}: {$reason}. Unwatched: {$names} and {$more} more. I keep trying.
    }
accounts-recovered-notice =
    { $more ->
        [0] ✅ X is read again, after {$length}: {$names}.
       *[other] ✅ X is read again, after {$length}: {$names} and {$more} more.
    }
status-x-spent =
    <b>X this month</b>
    Spent: {$spent} of {$budget} · forecast: {$forecast}
    Bought (posts, accounts, counts): {$reads}
status-x-unlimited =
    <b>X this month</b>
    Spent: {$spent}, no limit · forecast: {$forecast}
    Bought (posts, accounts, counts): {$reads}
status-x-credit = Credit left with X: {$left}, as it said {$ago}
status-x-unread =
    { $more ->
        [0] ⚠️ Not read since <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>: {$names} · {$reason} · next try <tg-time unix="{$next-unix}" format="{$next-format}">{$next-clock}</tg-time>
       *[other] ⚠️ Not read since <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>: {$names} and {$more} more · {$reason} · next try <tg-time unix="{$next-unix}" format="{$next-format}">{$next-clock}</tg-time>
    }

price-watch =
    { $accounts ->
        [1] On X <code>{$words}</code> cannot be searched for: reading everything of its account would cost about {$price} a month. Feeds are watched already.
       *[other] On X <code>{$words}</code> cannot be searched for: reading everything of {$accounts} accounts would cost about {$price} a month. Feeds are watched already.
    }
price-follow = Everything of <b>{$name}</b> would cost about {$price} a month. Until you choose it I send what says one of your words.
price-counted = Counted by X over the last 7 days.
price-assumed = X could not be asked: supposing {$posts} posts a day of each account.
price-operators = Only the operators of this Hark can allow it.
price-operators-toast = Only the operators of this Hark can allow what costs money.
price-toast = Asking what that costs…
price-gone = You do not follow it any more.
price-whole-button = Read X whole
price-rest-button = No longer read X whole
price-whole-on = X is read whole for <code>{$words}</code> from now on.
price-whole-off = X is not read whole for <code>{$words}</code> any more. Feeds are watched as before.

catch-up-offer =
    { $accounts ->
        [1] What its account has posted since {$since} is not read yet. That would cost about {$price}; new posts are read in any case.
       *[other] What {$accounts} accounts have posted since {$since} is not read yet. That would cost about {$price}; new posts are read in any case.
    }
catch-up-button = Catch up · about {$price}
catch-up-leave-button = Go on from now
catch-up-begun = Reading what was posted since {$since}, for about {$price}. What says one of the words comes as an alert.
catch-up-left = Going on from now. What was posted between {$since} and the return of X stays unread.
catch-up-decided = That has been decided already.
status-x-gap = Not read for want of money: what was posted since {$since} (accounts: {$accounts}, about {$price}). The message that X is read again has the buttons.
