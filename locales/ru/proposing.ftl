# Что участник группы предлагает отслеживать. $name — участник.
propose-made = 🙋 <b>{$name}</b> предлагает отслеживать:
propose-words = <code>{$words}</code>
propose-approve-button = ✅ Одобрить
propose-decline-button = Отклонить
propose-approved = ✅ Администратор одобрил предложение ({$name}).
propose-declined = ✗ Администратор отклонил предложение ({$name}): {$words}
propose-toast-approved = Одобрено.
propose-toast-declined = Отклонено.
propose-gone = Это уже решено, или неделю никто не решал.
propose-how = Что здесь отслеживать, решают администраторы. Предложите: <code>/watch #AI</code>
propose-known = {$words}: здесь это уже отслеживается.
propose-waiting = {$words}: это уже предложено. Решает администратор.
propose-many-yours = { $count ->
        [one] Уже ждёт {$count} ваше предложение.
        [few] Уже ждут {$count} ваших предложения.
        [many] Уже ждут {$count} ваших предложений.
       *[other] Уже ждут {$count} ваших предложения.
    } Сначала решит администратор.
propose-many = { $count ->
        [one] Здесь уже ждёт {$count} предложение.
        [few] Здесь уже ждут {$count} предложения.
        [many] Здесь уже ждут {$count} предложений.
       *[other] Здесь уже ждут {$count} предложения.
    } Сначала решит администратор.
settings-proposals-on = Участники могут предлагать: да
settings-proposals-off = Участники могут предлагать: нет
settings-toast-proposals-on = Участники могут предлагать командой /watch.
settings-toast-proposals-off = Команда /watch только для администраторов.
