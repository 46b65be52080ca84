spending-half = X обошёлся в {$spent} из {$budget} на этот месяц. Такими темпами за месяц выйдет {$forecast}.
spending-short = X обошёлся в {$spent} из {$budget} на этот месяц; такими темпами выйдет {$forecast}. Теперь аккаунты, начиная с самых дорогих, читаются только по нужным словам, а проверки пропускаются. Лимит поднимает <code>x.budget</code>.
spending-out = X обошёлся в {$spent} из {$budget}: до {$again} X не читается. Ленты работают. С большим <code>x.budget</code> Hark продолжит с того же места, не дальше 7 дней назад.
spending-drift = За {$day} X насчитал постов: {$theirs}, Hark: {$ours}. Сверьтесь с консолью X.
account-missed = Поиск X пропустил пост {$name}, где есть {$words}. Теперь аккаунты для этого читаются целиком.
account-renamed = {$before} теперь в X зовётся {$after}; Hark читает дальше.
stop-credentials = X не читается: {$reason}. С новым токеном в X_BEARER_TOKEN и после перезапуска Hark продолжит с того же места, не дальше 7 дней назад. Ленты работают.
stop-accounts =
    { $more ->
        [0] Не читаются с {$since}: {$names}
       *[other] Не читаются с {$since}: {$names} и ещё {$more}
    }
stop-covered = Вместо них читаются ленты с постами этих аккаунтов.
stop-over =
    { $more ->
        [0] ✅ X снова читается. Перерыв – {$length}, он коснулся: {$names}.
       *[other] ✅ X снова читается. Перерыв – {$length}, он коснулся: {$names} и ещё {$more}.
    }
stop-over-covered = ✅ X снова читается напрямую. Перерыв – {$length}.
stop-over-cost =
    { $reads ->
        [0] Дочитать пропущенное вышло бесплатно.
       *[other] Дочитать пропущенное стоило {$cost}.
    }
stop-lost = Опубликованное до {$before} уже недоступно: X ищет не дальше 7 дней назад.
accounts-failing-notice =
    { $more ->
        [0] ⚠️ X не читается с {$since}: {$reason}. Не читаются: {$names}. Пробую дальше.
       *[other] ⚠️ X не читается с {$since}: {$reason}. Не читаются: {$names} и ещё {$more}. Пробую дальше.
    }
accounts-recovered-notice =
    { $more ->
        [0] ✅ X снова читается. Перерыв: {$length}. Аккаунты: {$names}.
       *[other] ✅ X снова читается. Перерыв: {$length}. Аккаунты: {$names} и ещё {$more}.
    }
status-x-spent =
    <b>X в этом месяце</b>
    Потрачено: {$spent} из {$budget} · прогноз: {$forecast}
    Куплено (посты, аккаунты, подсчёты): {$reads}
status-x-unlimited =
    <b>X в этом месяце</b>
    Потрачено: {$spent}, без лимита · прогноз: {$forecast}
    Куплено (посты, аккаунты, подсчёты): {$reads}
status-x-credit = Остаток на счёте X: {$left} (по данным X, {$ago})
status-x-unread =
    { $more ->
        [0] ⚠️ Не читаются с <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>: {$names} · {$reason} · следующая попытка <tg-time unix="{$next-unix}" format="{$next-format}">{$next-clock}</tg-time>
       *[other] ⚠️ Не читаются с <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>: {$names} и ещё {$more} · {$reason} · следующая попытка <tg-time unix="{$next-unix}" format="{$next-format}">{$next-clock}</tg-time>
    }

price-watch =
    { $accounts ->
        [1] В X нельзя искать <code>{$words}</code>: читать весь аккаунт стоило бы около {$price} в месяц. За лентами я уже слежу.
        [one] В X нельзя искать <code>{$words}</code>: читать целиком {$accounts} аккаунт стоило бы около {$price} в месяц. За лентами я уже слежу.
        [few] В X нельзя искать <code>{$words}</code>: читать целиком {$accounts} аккаунта стоило бы около {$price} в месяц. За лентами я уже слежу.
       *[many] В X нельзя искать <code>{$words}</code>: читать целиком {$accounts} аккаунтов стоило бы около {$price} в месяц. За лентами я уже слежу.
    }
price-follow = Всё из <b>{$name}</b> стоило бы около {$price} в месяц. Пока вы это не выбрали, присылаю только записи с вашими словами.
price-counted = По подсчёту X за последние 7 дней.
price-assumed = Спросить X не удалось; исхожу из такого числа постов в день на аккаунт: {$posts}.
price-operators = Разрешить это могут только операторы этого Hark.
price-operators-toast = То, что стоит денег, могут разрешить только операторы этого Hark.
price-toast = Узнаю цену…
price-gone = Вы на это больше не подписаны.
price-whole-button = Читать X целиком
price-rest-button = Не читать X целиком
price-whole-on = Теперь ради <code>{$words}</code> X читается целиком.
price-whole-off = Ради <code>{$words}</code> X больше не читается целиком. За лентами слежу как раньше.

catch-up-offer =
    { $accounts ->
        [1] Посты его аккаунта с {$since} ещё не прочитаны. Это стоило бы около {$price}; новые посты читаются в любом случае.
        [one] Посты {$accounts} аккаунта с {$since} ещё не прочитаны. Это стоило бы около {$price}; новые посты читаются в любом случае.
       *[many] Посты {$accounts} аккаунтов с {$since} ещё не прочитаны. Это стоило бы около {$price}; новые посты читаются в любом случае.
    }
catch-up-button = Дочитать · около {$price}
catch-up-leave-button = Продолжить с этого момента
catch-up-begun = Читаю посты с {$since}, примерно за {$price}. О нужных словах сообщу как обычно.
catch-up-left = Продолжаю с этого момента. Посты с {$since} до возвращения X останутся непрочитанными.
catch-up-decided = Это уже решено.
status-x-gap = Не прочитано из-за денег: посты с {$since} (аккаунты: {$accounts}, около {$price}). Кнопки – под сообщением о том, что X снова читается.
