sources-entry = последняя запись {$ago}
sources-alerts =
    { $count ->
        [one] {$count} уведомление за неделю
        [few] {$count} уведомления за неделю
        [many] {$count} уведомлений за неделю
       *[other] {$count} уведомления за неделю
    }
source-no-alerts = за неделю уведомлений нет
source-read = Прочитано {$ago} · снова через {$wait}
source-read-now = Прочитано {$ago} · снова с минуты на минуту
source-for-all = Этот источник читается для всех: то, где есть ваши слова, приходит вам и так.
source-chosen-words = Вы получаете то, где есть ваши слова.
source-chosen-everything = Вы получаете всё новое.
source-gone-toast = Этот источник больше не читается для этого чата.
source-rate =
    { $count ->
        [0] Меньше одной записи в день
        [one] Около {$count} записи в день
        [few] Около {$count} записей в день
        [many] Около {$count} записей в день
       *[other] Около {$count} записи в день
    }
source-why-rate = читаю тогда, когда обычно выходит новое
source-why-burst = только что вышло новое: скоро прочитаю снова
source-why-rare = новое выходит редко, читаю редко
source-why-busy = новое выходит часто, читаю так часто, как можно
source-why-new = пока мало знаю об этом источнике
