# For those who operate Hark: /admin, how the whole of it is doing.
menu-admin = Управление Hark
admin-title = <b>Управление Hark</b>
admin-chats = Чаты: {$count} (личные {$private}, группы {$groups}, каналы {$channels})
admin-states = Активны: {$active} · на паузе: {$paused} · недоступны: {$lost} · заблокированы: {$banned}
admin-watches = Запросы: {$count}
admin-sources = Источники: {$count}, не читаются: {$failing}
admin-queue = Сообщений в очереди: {$waiting}, самое старое – {$ago}
admin-queue-empty = Сообщений в очереди: нет
admin-held = Отложено для чатов на паузе и недоступных: {$count}
admin-errors = Сбои за 24 часа: {$count}
admin-chats-button = Чаты
admin-errors-button = Сбои
admin-bans-button = Блокировки
admin-list-button = Список допущенных
admin-refresh-button = ↻ Обновить
admin-errors-title = <b>Сбои за последние 24 часа</b>
admin-errors-none = Нет. ✓
trouble-command = • Команды и нажатия со сбоем: {$count}, последнее <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time> ({$detail}). Каждому сказано, что что-то пошло не так.
trouble-errand = • Долгие задания со сбоем: {$count}, последнее <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time> ({$detail}). Просившим сказано.
trouble-unsent = • Недоставленные сообщения: {$count}, последнее <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time> ({$detail}). Никому не сказано.
trouble-lost = • Потерянные чаты: {$count}, последний <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time> ({$detail}). Их уведомления ждут 30 дней.
trouble-no-right = • Чаты, где Hark не может писать: {$count}, последний <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time> ({$detail}). Там скажут, когда снова сможет.
trouble-flood = • Telegram просил подождать: {$count}, последний раз <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time> ({$detail}). Ждал только тот чат.
trouble-sources = • Источники сейчас не читаются, {$reason}: {$count}. Сообщено о: {$number}.
admin-chats-title = <b>Чаты</b> · {$count}
admin-chat = Номер <code>{$id}</code> · запросы: {$count}
admin-chat-since = Так с <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>
admin-kind-private = личный
admin-kind-group = группа
admin-kind-channel = канал
admin-state-active = активен
admin-state-paused = ⏸ на паузе
admin-state-blocked = 🚫 недоступен
admin-state-gone = 🗑 удалён
admin-state-banned = ⛔ заблокирован
