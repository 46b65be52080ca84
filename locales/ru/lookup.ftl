lookup-found = <code>{$words}</code> называют ещё и так: {$names}
lookup-add-button = Добавить
lookup-leave-button = Нет
lookup-added = ✓ <code>{$words}</code> ищу и под именами: {$names}
lookup-added-toast = Добавлено.
lookup-left = <code>{$words}</code> ищу только под этим именем.
lookup-left-toast = Хорошо.
lookup-no-room-toast = Для этих имён нет места. Имена этого чата: /alias
