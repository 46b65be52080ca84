names-also = También encuentra (toca para quitar):{" "}
names-same = También encuentra:{" "}
names-near = {$name} (con {$near}…)
names-none = No tiene otros nombres.
names-button = Otros nombres
names-toast-off = {$name}: ya no lo busco.
names-toast-on = {$name}: lo busco de nuevo.
names-toast-gone = Ya no está entre sus otros nombres.

alias-title = <b>Nombres propios de este chat</b> · {$count} de {$limit}
alias-how = Para añadir: <code>/alias CZ = Gran Zeta</code>
alias-empty =
    Este chat aún no tiene nombres propios. Escribe lo que aquí significa lo mismo, con = en medio:
    <code>/alias CZ = Gran Zeta</code>
alias-joined =
    Desde ahora, aquí significan lo mismo: <code>{$names}</code>
    { $watches ->
        [0] Ninguna de tus búsquedas usa todavía alguno: /watch
        [one] Una de tus búsquedas los busca todos.
       *[other] {$watches} de tus búsquedas los buscan todos.
    }
alias-undone = Deshecho. Eran: {$names}
alias-row = Aquí significan lo mismo: <code>{$names}</code>
alias-known = Nombres ya conocidos de <b>{$name}</b>:{" "}
alias-none = <b>{$name}</b> no tiene aquí ningún nombre tuyo. Dale uno: <code>/alias {$name} = Gran Zeta</code>
alias-removed = Ya no significan lo mismo: <code>{$names}</code>
alias-toast-removed = Borrado.
alias-toast-gone = Estos nombres ya no están.
alias-no-name = <b>{$name}</b> no me sirve como nombre. Escribe palabras sencillas, sin comillas, campos ni otros signos de búsqueda, de 60 caracteres como máximo: <code>/alias CZ = Gran Zeta</code>
alias-missing = Falta un nombre junto a = . Se escribe así: <code>/alias CZ = Gran Zeta</code>
alias-one-name = <b>{$name}</b> es un solo nombre, se escriba como se escriba. Añade otro después de = : <code>/alias CZ = Gran Zeta</code>
alias-too-many-names = Como máximo {$names} nombres pueden significar lo mismo. Quita alguno.
alias-too-many-rows = No hay sitio: este chat ya tiene {$rows} filas de nombres. Quita antes una con /alias.
