why-also = 其他来源也有：
why-waiting-until = 提醒要等到 <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>：发送未成功，或 Telegram 要求放慢。
why-kept-mute = 未提醒：该关注当时静音，到 <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time> 为止。
why-kept-pause = 未提醒：该关注当时已暂停。
why-kept-stop = 未提醒：本聊天从 <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time> 起全部暂停（/stop）。
why-kept-lost = 未提醒：我从 <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time> 起无法在这里发言。
