# Who may use Hark: bans, the allow-list, and the way in.
error-banned = El operador de este Hark te ha vetado: ya no te responderá.
access-private = Este Hark es privado: su operador decide quién puede usarlo. El botón se lo pregunta por ti.
access-ask-button = Pedir acceso
access-waits = El operador ya tiene la petición. La respuesta llega aquí.
access-refused = El operador de este Hark ha dicho que no.
access-let-in-notice = ✅ Puedes usar este Hark. Escribe /start para empezar.
access-unbanned-notice = ▶️ El operador ha levantado el veto: las búsquedas de aquí vuelven a funcionar.
access-request-private = 🙋 <b>{$name}</b> pide usar este Hark. Número: <code>{$id}</code>
access-request-group = 🙋 El grupo <b>{$name}</b> pide usar este Hark. Número: <code>{$id}</code>
access-request-channel = 🙋 El canal <b>{$name}</b> pide usar este Hark. Número: <code>{$id}</code>
access-let-in-button = Admitir
access-refuse-button = Rechazar
access-is-allowed = ✅ <b>{$name}</b> (<code>{$id}</code>) está en la lista de permitidos.
access-is-refused = ❌ <b>{$name}</b> (<code>{$id}</code>): petición rechazada.
access-is-banned = ⛔ <b>{$name}</b> (<code>{$id}</code>): vetado. Se le dice una vez y luego hay silencio. Sus búsquedas descansan.
access-which-ban = ¿A quién veto? Envía el número de una persona o de un chat, o reenvía un mensaje suyo. /cancel para dejarlo.
access-which-allow = ¿A quién admito? Envía el número de una persona o de un chat, o reenvía un mensaje suyo. /cancel para dejarlo.
access-which-unban = ¿Qué veto levanto? Envía el número; está en /admin → Vetos. /cancel para dejarlo.
access-which-disallow = ¿A quién quito de la lista? Envía el número; está en /admin → Lista de permitidos. /cancel para dejarlo.
access-hidden = Telegram oculta quién lo escribió. Envía el número; está en /admin → Chats.
access-no-number = «{$words}» no es el número de una persona ni de un chat. Son como <code>123456789</code> o <code>-1001234567890</code>; están en /admin → Chats.
access-operator = No se puede vetar a un operador. Antes quítalo de <code>telegram.admins</code>.
access-not-banned = <b>{$name}</b> (<code>{$id}</code>) no tiene ningún veto.
access-not-allowed = <b>{$name}</b> (<code>{$id}</code>) no está en esta lista; lo de <code>config.yaml</code> se cambia allí.
access-unbanned = ✅ Veto de <b>{$name}</b> (<code>{$id}</code>) levantado. Búsquedas otra vez en marcha: {$count}.
access-disallowed = ✅ <b>{$name}</b> (<code>{$id}</code>) ya no está en la lista de permitidos. Búsquedas: {$count}.
access-ban-button = ⛔ Vetar
access-unban-button = Levantar el veto
access-ban-one-button = ⛔ Vetar a alguien
access-allow-one-button = ＋ Admitir a alguien
access-bans =
    { $count ->
        [0] <b>Vetos</b>: ninguno.
       *[other] <b>Vetos</b> · {$count}. Un toque levanta uno:
    }
access-row = <b>{$name}</b> · <code>{$id}</code> · desde <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>
access-list-on = <b>Lista de permitidos</b>: activa · {$count}. Solo quien está en ella, y los operadores, puede usar Hark. Un toque quita uno:
access-list-off = <b>Lista de permitidos</b>: inactiva · {$count}. Todos pueden usar Hark. Si la activas, los chats que ya tienen búsquedas se quedan.
access-list-configured = En <code>config.yaml</code>, así que siempre activa: {$count}
access-close-button = Atender solo a la lista
access-open-button = Atender a todos
why-kept-banned = Retenido: el operador había vetado este chat desde <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>.
access-unknown = Alguien que no conozco
