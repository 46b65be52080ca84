why-also = Есть также в:
why-waiting-until = Уведомление ждёт до <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>: отправка не удалась или Telegram попросил сбавить темп.
why-kept-mute = Придержано: этот запрос молчал до <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>.
why-kept-pause = Придержано: этот запрос был на паузе.
why-kept-stop = Придержано: здесь всё было на паузе с <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time> (/stop).
why-kept-lost = Придержано: с <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time> я не мог сюда писать.
