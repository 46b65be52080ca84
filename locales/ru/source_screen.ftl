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
