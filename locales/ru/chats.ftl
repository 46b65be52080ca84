chats-hello-group =
    👋 Привет! Я сообщу этой группе, как только напишут о том, что вам важно.
    Для начала пусть администратор отправит <code>/watch {$words}</code> · /help
chats-hello-channel =
    👋 Привет! Я сообщу этому каналу, как только напишут о том, что вам важно.
    Для начала опубликуйте здесь <code>/watch {$words}</code>.
chats-welcome-back =
    { $count ->
        [one] 👋 С возвращением! Снова в работе {$count} запрос.
        [few] 👋 С возвращением! Снова в работе {$count} запроса.
       *[many] 👋 С возвращением! Снова в работе {$count} запросов.
    }
chats-paused =
    { $count ->
        [0] ⏸ Пауза: уведомлений пока не будет. Включить снова: /resume
        [one] ⏸ Пауза: уведомлений пока не будет, {$count} запрос сохранён. Включить снова: /resume
        [few] ⏸ Пауза: уведомлений пока не будет, {$count} запроса сохранены. Включить снова: /resume
       *[many] ⏸ Пауза: уведомлений пока не будет, {$count} запросов сохранены. Включить снова: /resume
    }
chats-resumed =
    { $count ->
        [0] ▶️ Уведомления включены.
        [one] ▶️ Уведомления включены, в работе {$count} запрос.
        [few] ▶️ Уведомления включены, в работе {$count} запроса.
       *[many] ▶️ Уведомления включены, в работе {$count} запросов.
    }
chats-still-paused =
    { $count ->
        [one] Ещё {$count} запрос остаётся на паузе: /list
        [few] Ещё {$count} запроса остаются на паузе: /list
       *[many] Ещё {$count} запросов остаются на паузе: /list
    }
chats-topic-closed = 🧵 Одна из тем здесь закрыта или удалена: всё, что шло туда, теперь приходит сюда.
chats-right-back = ✍️ Мне снова можно писать здесь. Всё, что ждало, приходит сейчас.

settings = <b>Настройки этого чата</b>
settings-previews-on = Предпросмотр ссылок: вкл.
settings-previews-off = Предпросмотр ссылок: выкл.
settings-silent-on = Уведомления без звука: вкл.
settings-silent-off = Уведомления без звука: выкл.
settings-language = Язык: {$language}
settings-toast-previews-on = Ссылки показываются с предпросмотром.
settings-toast-previews-off = Ссылки показываются без предпросмотра.
settings-toast-silent-on = Уведомления приходят без звука.
settings-toast-silent-off = Уведомления приходят со звуком.

lang-which = На каком языке мне здесь говорить?
lang-done = Теперь здесь я говорю по-русски.
lang-toast = Готово: русский.

status-active = 🟢 Уведомления включены.
status-paused = ⏸ Уведомления в этом чате на паузе: /resume
status-sources =
    { $failing ->
        [0] Источники читаются: {$count}
       *[other] Источники читаются: {$count}, не читаются: {$failing} · /sources
    }
status-watches = Запросы: {$count} из {$limit}
status-alerts = Уведомления за 24 часа: {$count}
status-read = Последнее чтение: {$ago}
status-operator =
    <b>Весь Hark</b>
    Чаты: {$chats} · запросы: {$watches}
    Источники: {$sources}, не читаются: {$failing}
    Уведомления за 24 часа: отправлено {$sent}, ждут {$waiting}
