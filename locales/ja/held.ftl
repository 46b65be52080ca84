why-also = ほかの情報源：
why-waiting-until = 通知は <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time> まで待っています。送信に失敗したか、Telegramから間隔をあけるよう求められました。
why-kept-mute = 保留：この追跡は <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time> までミュート中でした。
why-kept-pause = 保留：この追跡は一時停止中でした。
why-kept-stop = 保留：<tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time> から全体を停止中でした（/stop）。
why-kept-lost = 保留：<tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time> からここに書き込めませんでした。
