names-also = Находит и (нажмите, чтобы отключить):{" "}
names-same = Находит и:{" "}
names-near = {$name} (рядом с {$near}…)
names-none = Других имён нет.
names-button = Другие имена
names-toast-off = {$name}: больше не ищу.
names-toast-on = {$name}: снова ищу.
names-toast-gone = Этого имени среди других уже нет.

alias-title = <b>Имена этого чата</b> · {$count} из {$limit}
alias-how = Добавить: <code>/alias CZ = Босс</code>
alias-empty =
    У этого чата пока нет своих имён. Напишите, что здесь одно и то же, поставив между ними = :
    <code>/alias CZ = Босс</code>
alias-joined =
    Теперь здесь это одно и то же: <code>{$names}</code>
    { $watches ->
        [0] Таких запросов у вас пока нет: /watch
        [one] {$watches} ваш запрос ищет их все.
        [few] {$watches} ваших запроса ищут их все.
       *[many] {$watches} ваших запросов ищут их все.
    }
alias-undone = Отменено. Было: {$names}
alias-row = Здесь это одно и то же: <code>{$names}</code>
alias-known = Уже известные имена для <b>{$name}</b>:{" "}
alias-none = Для <b>{$name}</b> здесь нет вашего имени. Добавьте: <code>/alias {$name} = Босс</code>
alias-removed = Это больше не одно и то же: <code>{$names}</code>
alias-toast-removed = Удалено.
alias-toast-gone = Этих имён уже нет.
alias-no-name = <b>{$name}</b> не годится как имя. Пишите простые слова, без кавычек, полей и других знаков поиска, не длиннее 60 символов: <code>/alias CZ = Босс</code>
alias-missing = Рядом с = не хватает имени. Пишите так: <code>/alias CZ = Босс</code>
alias-one-name = <b>{$name}</b> – это одно имя, как его ни пиши. Добавьте ещё одно после = : <code>/alias CZ = Босс</code>
alias-too-many-names = Одно и то же может значить не больше имён, чем {$names}. Уберите лишние.
alias-too-many-rows = Места нет: у этого чата уже столько строк имён: {$rows}. Сначала уберите одну через /alias.
