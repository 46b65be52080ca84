stats-title = 📊 <b>Уведомления по дням</b>, дней: {$days}
stats-row = {$letter} · {$name} · {$count}
stats-others = { $count ->
        [one] ещё {$count} запрос
        [few] ещё {$count} запроса
        [many] ещё {$count} запросов
       *[other] ещё {$count} запроса
    }
stats-sources = источники, которые читаются целиком
stats-ended = завершённый запрос
stats-none = 📊 Уведомлений не было (дней: {$days}), рисовать нечего. /list показывает ваши запросы, /test пробует слова на недавних записях.
