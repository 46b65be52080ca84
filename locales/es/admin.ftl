# For those who operate Hark: /admin, how the whole of it is doing.
menu-admin = Gestionar Hark
admin-title = <b>Gestión de Hark</b>
admin-chats = Chats: {$count} (privados {$private}, grupos {$groups}, canales {$channels})
admin-states = Activos: {$active} · en pausa: {$paused} · inaccesibles: {$lost} · vetados: {$banned}
admin-watches = Búsquedas: {$count}
admin-sources = Fuentes consultadas: {$count}, con problemas: {$failing}
admin-queue = Mensajes en cola: {$waiting}, el más antiguo de {$ago}
admin-queue-empty = Mensajes en cola: ninguno
admin-held = Guardados para chats en pausa o inaccesibles: {$count}
admin-errors = Problemas en 24 horas: {$count}
admin-chats-button = Chats
admin-errors-button = Problemas
admin-bans-button = Vetos
admin-list-button = Lista de permitidos
admin-refresh-button = ↻ Actualizar
admin-errors-title = <b>Problemas de las últimas 24 horas</b>
admin-errors-none = Ninguno. ✓
trouble-command = • Comandos y toques fallidos: {$count}, el último <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time> ({$detail}). A cada uno se le dijo que algo salió mal.
trouble-errand = • Tareas largas fallidas: {$count}, la última <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time> ({$detail}). Se le dijo a quien la pidió.
trouble-unsent = • Mensajes no entregados: {$count}, el último <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time> ({$detail}). No se avisó a nadie.
trouble-lost = • Chats perdidos: {$count}, el último <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time> ({$detail}). Sus avisos esperan 30 días.
trouble-no-right = • Chats en los que Hark no puede escribir: {$count}, el último <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time> ({$detail}). Lo sabrán cuando pueda otra vez.
trouble-flood = • Esperas que pidió Telegram: {$count}, la última <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time> ({$detail}). Solo esperó ese chat.
trouble-sources = • Fuentes con problemas ahora, {$reason}: {$count}. Ya avisadas: {$number}.
admin-chats-title = <b>Chats</b> · {$count}
admin-chat = Número <code>{$id}</code> · búsquedas: {$count}
admin-chat-since = Así desde <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>
admin-kind-private = privado
admin-kind-group = grupo
admin-kind-channel = canal
admin-state-active = activo
admin-state-paused = ⏸ en pausa
admin-state-blocked = 🚫 inaccesible
admin-state-gone = 🗑 eliminado
admin-state-banned = ⛔ vetado
