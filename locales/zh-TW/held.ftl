why-also = 其他來源也有：
why-waiting-until = 提醒要等到 <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>：傳送沒有成功，或 Telegram 要求放慢。
why-kept-mute = 沒有提醒：這個追蹤當時靜音，到 <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time> 為止。
why-kept-pause = 沒有提醒：這個追蹤當時已暫停。
why-kept-stop = 沒有提醒：這個聊天室從 <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time> 起全部暫停（/stop）。
why-kept-lost = 沒有提醒：我從 <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time> 起無法在這裡發言。
