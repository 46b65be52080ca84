# Who may use Hark: bans, the allow-list, and the way in.
error-banned = The operator of this Hark has blocked you: it does not answer you any more.
access-private = This Hark is private: its operator decides who may use it. The button asks for you.
access-ask-button = Ask to be let in
access-waits = The operator has been asked. The answer comes here.
access-refused = The operator of this Hark has said no.
access-let-in-notice = ✅ You may use this Hark. Say /start to begin.
access-unbanned-notice = ▶️ The operator has lifted the block: the watches here work again.
access-request-private = 🙋 <b>{$name}</b> asks to use this Hark. Number: <code>{$id}</code>
access-request-group = 🙋 The group <b>{$name}</b> asks to use this Hark. Number: <code>{$id}</code>
access-request-channel = 🙋 The channel <b>{$name}</b> asks to use this Hark. Number: <code>{$id}</code>
access-let-in-button = Let in
access-refuse-button = Refuse
access-is-allowed = ✅ <b>{$name}</b> (<code>{$id}</code>) is on the allow-list.
access-is-refused = ❌ <b>{$name}</b> (<code>{$id}</code>) was refused.
access-is-banned = ⛔ <b>{$name}</b> (<code>{$id}</code>) is banned: told so once, then met with silence. The watches there rest.
access-which-ban = Whom shall I ban? Send the number of a person or chat, or forward a message of theirs. /cancel to leave it.
access-which-allow = Whom shall I let in? Send the number of a person or chat, or forward a message of theirs. /cancel to leave it.
access-which-unban = Whose ban shall end? Send the number; /admin → Bans shows it. /cancel to leave it.
access-which-disallow = Who shall leave the allow-list? Send the number; /admin → Allow-list shows it. /cancel to leave it.
access-hidden = Telegram hides who wrote this. Send the number instead; /admin → Chats shows it.
access-no-number = “{$words}” is no number of a person or chat. They look like <code>123456789</code> or <code>-1001234567890</code>; /admin → Chats shows them.
access-operator = Operators cannot be banned. Take them out of <code>telegram.admins</code> first.
access-not-banned = <b>{$name}</b> (<code>{$id}</code>) is not banned.
access-not-allowed = <b>{$name}</b> (<code>{$id}</code>) is not on the list here; what <code>config.yaml</code> names is changed there.
access-unbanned = ✅ The ban of <b>{$name}</b> (<code>{$id}</code>) is lifted. Watches there: {$count}, at work again.
access-disallowed = ✅ <b>{$name}</b> (<code>{$id}</code>) is off the allow-list. Watches there: {$count}.
access-ban-button = ⛔ Ban
access-unban-button = Lift the ban
access-ban-one-button = ⛔ Ban someone
access-allow-one-button = ＋ Let someone in
access-bans =
    { $count ->
        [0] <b>Bans</b>: nobody is banned.
       *[other] <b>Bans</b> · {$count}. A tap lifts one:
    }
access-row = <b>{$name}</b> · <code>{$id}</code> · since <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>
access-list-on = <b>Allow-list</b>: on · {$count}. Only who is on it, and operators, may use Hark. A tap takes one off:
access-list-off = <b>Allow-list</b>: off · {$count}. Everybody may use Hark. Switched on, the chats that watch something already stay.
access-list-configured = In <code>config.yaml</code>, and so always on: {$count}
access-close-button = Serve only the list
access-open-button = Serve everybody
why-kept-banned = Held: the operator had blocked this chat since <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>.
access-unknown = Somebody I have not met
