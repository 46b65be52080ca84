# Who may use Hark: bans, the allow-list, and the way in.
error-banned = Владелец этого Hark заблокировал вас: ответов больше не будет.
access-private = Это закрытый Hark: кто им пользуется, решает его владелец. Кнопка спросит его за вас.
access-ask-button = Попросить доступ
access-waits = Владельцу отправлен запрос. Ответ придёт сюда.
access-refused = Владелец этого Hark отказал.
access-let-in-notice = ✅ Вы можете пользоваться этим Hark. Начните с /start
access-unbanned-notice = ▶️ Владелец снял блокировку: запросы здесь снова работают.
access-request-private = 🙋 <b>{$name}</b> просит доступ к этому Hark. Номер: <code>{$id}</code>
access-request-group = 🙋 Группа <b>{$name}</b> просит доступ к этому Hark. Номер: <code>{$id}</code>
access-request-channel = 🙋 Канал <b>{$name}</b> просит доступ к этому Hark. Номер: <code>{$id}</code>
access-let-in-button = Пустить
access-refuse-button = Отказать
access-is-allowed = ✅ <b>{$name}</b> (<code>{$id}</code>) в списке допущенных.
access-is-refused = ❌ <b>{$name}</b> (<code>{$id}</code>): отказано.
access-is-banned = ⛔ <b>{$name}</b> (<code>{$id}</code>): блокировка. Об этом говорится один раз, дальше молчание. Запросы отдыхают.
access-which-ban = Кого заблокировать? Пришлите номер человека или чата либо перешлите его сообщение. Передумали – /cancel
access-which-allow = Кого пустить? Пришлите номер человека или чата либо перешлите его сообщение. Передумали – /cancel
access-which-unban = Чью блокировку снять? Пришлите номер, он есть в /admin → Блокировки. Передумали – /cancel
access-which-disallow = Кого убрать из списка? Пришлите номер, он есть в /admin → Список допущенных. Передумали – /cancel
access-hidden = Telegram скрывает, кто это написал. Пришлите номер, он есть в /admin → Чаты.
access-no-number = «{$words}» – не номер человека или чата. Номера такие: <code>123456789</code> или <code>-1001234567890</code>; они есть в /admin → Чаты.
access-operator = Оператора заблокировать нельзя. Сначала уберите его из <code>telegram.admins</code>.
access-not-banned = <b>{$name}</b> (<code>{$id}</code>): блокировки нет.
access-not-allowed = <b>{$name}</b> (<code>{$id}</code>) нет в этом списке; то, что в <code>config.yaml</code>, меняется там.
access-unbanned = ✅ Блокировка <b>{$name}</b> (<code>{$id}</code>) снята. Запросов снова работает: {$count}.
access-disallowed = ✅ <b>{$name}</b> (<code>{$id}</code>) больше не в списке допущенных. Запросов там: {$count}.
access-ban-button = ⛔ Заблокировать
access-unban-button = Снять блокировку
access-ban-one-button = ⛔ Заблокировать кого-то
access-allow-one-button = ＋ Пустить кого-то
access-bans =
    { $count ->
        [0] <b>Блокировки</b>: никого.
       *[other] <b>Блокировки</b> · {$count}. Нажатие снимает:
    }
access-row = <b>{$name}</b> · <code>{$id}</code> · с <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>
access-list-on = <b>Список допущенных</b>: включён · {$count}. Hark доступен только тем, кто в нём, и операторам. Нажатие убирает:
access-list-off = <b>Список допущенных</b>: выключен · {$count}. Hark доступен всем. Если включить, чаты, где уже есть запросы, останутся.
access-list-configured = В <code>config.yaml</code>, поэтому всегда включён: {$count}
access-close-button = Только по списку
access-open-button = Открыть для всех
why-kept-banned = Придержано: с <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time> владелец блокировал этот чат.
access-unknown = Кто-то незнакомый
