watch-begun =
    🔔 Слежу за <b>{$words}</b>.
    { $sources ->
        [0] Источников пока нет: добавьте через /follow.
        [one] {$sources} источник; сообщу, как только появится новое.
        [few] {$sources} источника; сообщу, как только появится новое.
       *[many] {$sources} источников; сообщу, как только появится новое.
    }
    Запросы: {$count} из {$limit} · /list
watch-known =
    За <b>{$words}</b> я уже слежу.
    Запросы: {$count} из {$limit} · /list
watch-full = Для <b>{$words}</b> нет места. Предел запросов здесь – {$limit}, у вас {$count}. Уберите один (/unwatch) или спросите владельца.
watch-while-paused = ⏸ Уведомления в этом чате на паузе: /resume
watch-line-begun = ✓ Слежу за <b>{$words}</b>
watch-line-known = • Уже слежу за <b>{$words}</b>
watch-line-full = ✗ Для <b>{$words}</b> нет места: заняты все запросы ({$limit})
watch-count = Запросы: {$count} из {$limit} · /list
watch-toast = Готово.
watch-button = Следить: {$words}

unwatch-done = Больше не слежу за <b>{$words}</b>.
unwatch-toast = Больше не слежу за {$words}.
unwatch-unknown = За <b>{$words}</b> я и не слежу.
unwatch-line-unknown = ✗ За <b>{$words}</b> я и не слежу.
unwatch-many = Под <b>{$words}</b> подходит несколько запросов.
unwatch-which = Какой запрос убрать?
undo-button = Отменить
undo-all-button = Отменить все
undo-all-toast = Все закончены.
undo-done = 🔔 Снова слежу за <b>{$words}</b>.
undo-toast = Всё как было.
undo-too-late = Отменить уже нельзя. Отправьте /watch ещё раз.

list-title = <b>Ваши запросы</b> · {$count} из {$limit}
list-row = {$number}. {$words}
list-empty = Здесь пока нет запросов. Попробуйте /watch #AI
list-paused = ⏸ Уведомления в этом чате на паузе: /resume

watch-screen = 🔎 <b>{$words}</b>
watch-screen-since = создан {$since}
watch-state-on = 🔔 включён
watch-state-paused = ⏸ на паузе
watch-state-muted = 🔇 тихо до <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>
watch-pause-button = ⏸ Пауза
watch-resume-button = ▶️ Продолжить
watch-mute-button = 🔇 Тихо 24 ч
watch-unmute-button = 🔔 Снова сообщать
watch-remove-button = Убрать
watch-toast-paused = На паузе.
watch-toast-resumed = Снова в работе.
watch-toast-muted = Тихо на 24 часа.
watch-toast-unmuted = Снова сообщаю.
watch-paused = ⏸ <b>{$words}</b> на паузе. Вернуть: /resume
watch-resumed = ▶️ <b>{$words}</b> снова в работе.
back-button = « Назад
alert-toast-muted = {$words}: тихо на 24 часа.

test-words = 🔎 <code>{$words}</code>
test-counted =
    { $days ->
        [one] За последний {$days} день
        [few] За последние {$days} дня
       *[many] За последние {$days} дней
    }: { $count ->
        [one] {$count} совпадение
        [few] {$count} совпадения
       *[many] {$count} совпадений
    }{ $rate ->
        [0] {""}
       *[other] , {$rate} в день
    }{ $sources ->
        [0] {""}
        [1] ; всё из {$name}
       *[other] ; чаще всего: {$name} ({$most})
    }
test-nothing =
    { $days ->
        [one] За последний {$days} день
        [few] За последние {$days} дня
       *[many] За последние {$days} дней
    } ничего, просмотрено записей: {$items}. Может быть, завтра.
test-less = Чтобы приходило меньше: из { $tried ->
        [one] {$tried} совпадения
       *[many] {$tried} совпадений
    } ушло бы:
test-less-newest = Чтобы приходило меньше: из { $tried ->
        [one] {$tried} последнего совпадения
       *[many] {$tried} последних совпадений
    } ушло бы:
test-title-only = только заголовок
test-near = слова рядом
test-language = только {$language}
test-phrase = фразой {$words}
test-exact = точно так: {$words}
test-without = без {$words}

query-here = ↑ здесь
query-empty = Здесь нет ни одного слова.
query-syntax = Не могу понять этот запрос:
query-only-negative = Здесь сказано только, чего не искать. Напишите и что искать:
query-too-long = Слишком длинно, не больше 1000 символов:
query-too-many-terms = Слишком много слов, не больше 64:
query-too-deep = Слишком много скобок внутри скобок:
query-everything = Так найдётся всё подряд. Скажите, что искать или из какого источника: <code>source:</code>, <code>site:</code> или <code>from:</code>
query-only-facts = Это только сужает поиск. Добавьте слово, которое искать:
query-unknown-field = Такого поля нет. Есть: title: text: tag: author: from: source: site: url: lang: age: min:
query-field-value = Это значение полю не подходит. Пишите так: <code>lang:ru</code> <code>age:&lt;6h</code> (m, h, d, w) <code>min:2</code>
query-regex = Это регулярное выражение не подходит. Нужен синтаксис RE2, не больше 250 символов, из флагов только «i»:
query-address = Это адрес. Адреса ищут через <code>site:</code> и <code>url:</code>
query-follow = Подписаться на <code>{$words}</code> как на источник?
query-suggestion = Может быть, <code>{$words}</code>?
