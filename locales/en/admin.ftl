# For those who operate Hark: /admin, how the whole of it is doing.
menu-admin = Operate Hark
admin-title = <b>Operating Hark</b>
admin-chats = Chats: {$count} (private {$private}, groups {$groups}, channels {$channels})
admin-states = Active: {$active} · paused: {$paused} · out of reach: {$lost} · banned: {$banned}
admin-watches = Watches: {$count}
admin-sources = Sources polled: {$count}, failing: {$failing}
admin-queue = Messages waiting: {$waiting}, the oldest made {$ago}
admin-queue-empty = Messages waiting: none
admin-held = Kept for chats that rest or are out of reach: {$count}
admin-errors = Troubles in 24 hours: {$count}
admin-chats-button = Chats
admin-errors-button = Troubles
admin-bans-button = Bans
admin-list-button = Allow-list
admin-refresh-button = ↻ Refresh
admin-errors-title = <b>Troubles of the last 24 hours</b>
admin-errors-none = Nothing went wrong. ✓
trouble-command = • Commands and taps that failed: {$count}, last <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time> ({$detail}). Each was told that something went wrong.
trouble-errand = • Long tasks that failed: {$count}, last <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time> ({$detail}). Whoever asked was told.
trouble-unsent = • Messages given up: {$count}, last <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time> ({$detail}). Nobody was told.
trouble-lost = • Chats lost: {$count}, last <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time> ({$detail}). Their alerts wait 30 days.
trouble-no-right = • Chats in which Hark may not write: {$count}, last <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time> ({$detail}). They are told when it may again.
trouble-flood = • Times that Telegram asked to wait: {$count}, last <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time> ({$detail}). Only that chat waited.
trouble-sources = • Sources failing now, {$reason}: {$count}. Told of: {$number}.
admin-chats-title = <b>Chats</b> · {$count}
admin-chat = Number <code>{$id}</code> · watches: {$count}
admin-chat-since = So since <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>
admin-kind-private = private
admin-kind-group = group
admin-kind-channel = channel
admin-state-active = active
admin-state-paused = ⏸ paused
admin-state-blocked = 🚫 out of reach
admin-state-gone = 🗑 deleted
admin-state-banned = ⛔ banned
