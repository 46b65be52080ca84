stream-line = ⚠️ X: поток прерван с <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>, следующая попытка <tg-time unix="{$next-unix}" format="{$next-format}">{$next-clock}</tg-time>: {$reason}. Пока ищу в X, перерыв между поисками: {$interval}.
stream-broken = ⚠️ Поток X прерван с {$since}: {$reason}. Пока ищу в X, перерыв между поисками: {$interval}. Пробую дальше.
stream-over = ✅ Поток X снова есть. Он был прерван с {$since}, всего {$length}: {$reason}. Посты за это время найдены поиском.
