follow-words-button = Только мои слова
follow-everything-button = Всё
follow-question = Что присылать?
follow-done = 📡 Вы подписаны на <b>{$name}</b>.
follow-shared = 📡 <b>{$name}</b> я и так читаю для всех: записи с вашими словами придут в любом случае. «Всё» пришлёт каждую новую.
follow-again-words = 📡 Вы уже подписаны на <b>{$name}</b>, только ваши слова.
follow-again-everything = 📡 Вы уже подписаны на <b>{$name}</b> и получаете всё.
follow-ill = ⚠️ Вы подписаны на <b>{$name}</b>, но сейчас прочесть не удаётся: {$reason}. Буду пробовать дальше; как дела, покажет /sources.
follow-refused = Подписаться на <b>{$name}</b> нельзя: {$reason}.
follow-unreadable = <b>{$words}</b> – не веб-адрес и не аккаунт X. Попробуйте <code>https://example.org</code> или <code>@sama</code>.
follow-full = Предел источников здесь – {$limit}, у вас {$count}. Отпишитесь от одного (/unfollow) или спросите владельца.
follow-x-off = Подписаться на <b>{$name}</b> нельзя: у этого Hark нет доступа к X.
follow-author = Это пост <b>{$name}</b>. Могу подписать вас на автора.
follow-author-button = Подписаться: {$name}
follow-chosen-words = 📡 <b>{$name}</b>: присылаю только записи с вашими словами.
follow-chosen-everything = 📡 <b>{$name}</b>: присылаю всё новое.
follow-toast = Записал.

unfollow-button = Отписаться
unfollow-done = Вы отписаны от <b>{$name}</b>.
unfollow-toast = Вы отписаны.
unfollow-unknown = Вы не подписаны на <b>{$words}</b>.
unfollow-many = Под <b>{$words}</b> подходит несколько источников.
unfollow-which = От какого источника отписаться?
unfollow-none = Своих источников у вас нет. Добавить: /follow

sources-title =
    { $failing ->
        [0] <b>Источники</b> · {$count}
       *[other] <b>Источники</b> · {$count}, не читаются: {$failing}
    }
sources-none = Источников пока нет. Добавить: /follow
sources-own-words = ваш, только ваши слова
sources-own-everything = ваш, всё
sources-waiting = ещё не прочитан
sources-read = прочитан {$ago}
sources-failing = не читается с <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>: {$reason} · следующая попытка <tg-time unix="{$next-unix}" format="{$next-format}">{$next-clock}</tg-time>
sources-x-failing = X: {$reason}, с <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>, следующая попытка <tg-time unix="{$next-unix}" format="{$next-format}">{$next-clock}</tg-time>
sources-x-mine = <b>Посты X, прочитанные в этом месяце</b>, по запросам
sources-x-all = <b>Куплено у X в этом месяце</b>, самые дорогие запросы
sources-x-watch =
    { $reads ->
        [one] • {$words} · {$reads} пост, {$cost}
        [few] • {$words} · {$reads} поста, {$cost}
       *[many] • {$words} · {$reads} постов, {$cost}
    }
sources-x-ended = завершённый запрос
sources-x-nobody = вне запросов

source-failing-notice = ⚠️ <b>{$source}</b> не читается с {$since}: {$reason}. Пробую дальше.
source-recovered-notice = ✅ <b>{$source}</b> снова читается. Перерыв: {$length}, с {$since}: {$reason}.
quiet-week = 🌿 Тихая неделя: о том, за чем вы следите, ничего не писали. Я продолжаю читать: новых записей – {$items}, источников – {$sources}, последний раз {$ago}.
quiet-week-failing = Не читаются источники ({$failing}): /sources
