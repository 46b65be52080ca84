# What operators tell all chats, and how a chat gets none of it.
admin-broadcast-button = 📣 Рассылка
broadcast-ask = Что сказать всем чатам? Пришлите текст: вы увидите, как он выглядит, прежде чем его кто-то получит. Передумали – /cancel
broadcast-too-long = Знаков: {$count}, а можно не больше {$limit}. Пришлите текст короче или /cancel
broadcast-one-by-one = Одна рассылка уже идёт. Остановите её или подождите.
broadcast-goes-to =
    { $count ->
        [0] ☝️ Нет чатов, которые это получат.
       *[other] ☝️ Так это будет выглядеть. Получат чатов: {$count}
    }
broadcast-unwilling = Отказались от рассылок: {$count}
broadcast-paused = На паузе: {$count}
broadcast-lost = Недоступны или заблокированы: {$count}
broadcast-send-button = Отправить (чатов: {$count})
broadcast-discard-button = Удалить черновик
broadcast-discarded = Удалено. Никто ничего не получил.
broadcast-sure = Отправить сейчас? Отправленное не вернуть. Чатов: {$count}
broadcast-yes-button = Да, отправить ({$count})
broadcast-no-button = Ещё нет
broadcast-sending = 📣 Отправляется, всегда после уведомлений: {$sent} из {$count}. Скажу, когда закончу.
broadcast-stop-button = ⏹ Остановить
broadcast-stopped = ⏹ Остановлено: отправлено {$sent} из {$count}. Больше никто не получит.
broadcast-done =
    { $failing ->
        [0] 📣 Готово: отправлено {$sent}.
       *[other] 📣 Готово: отправлено {$sent}, не удалось {$failing}.
    }
broadcast-no-more-button = Больше не присылать
broadcast-again-button = Снова присылать
broadcast-sample-toast = Это лишь то, что увидят чаты.
settings-news-on = Новости от владельца: вкл.
settings-news-off = Новости от владельца: выкл.
settings-toast-news-on = Новости от владельца будут приходить.
settings-toast-news-off = Больше не придут. Вернуть можно в /settings
