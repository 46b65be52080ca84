menu-manage = Gestiona desde aquí un canal o un grupo
manage-for-channel = 📣 Para <b>{$chat}</b>
manage-for-group = 👥 Para <b>{$chat}</b>
manage-own = 👤 Gestionas tu propio chat.
manage-now = Ahora lo gestionas desde aquí: /watch, /list, /sources, /settings y lo demás valen para él.
manage-which = Toca otro chat para gestionar ese.
manage-none = Aún no conozco ningún canal ni grupo tuyo. Elige uno y te digo qué falta.
manage-own-button = 👤 Mi propio chat
manage-other-button = Otro chat…
manage-pick-button-channel = Elegir un canal…
manage-pick-button-group = Elegir un grupo…
manage-pick-channel = Toca la tecla de abajo y elige el canal. Telegram me permite entonces publicar en él.
manage-pick-group = Toca la tecla de abajo y elige el grupo. Tengo que ser miembro.
manage-pick-key-channel = 📣 Elegir un canal
manage-pick-key-group = 👥 Elegir un grupo
manage-toast = Ahora gestionas {$chat}.
manage-toast-own = Ahora gestionas tu propio chat.
manage-add-channel =
    Todavía no estoy en <b>{$chat}</b>.
    En el canal abre Administradores, añádeme y permíteme publicar mensajes. Después, elígelo otra vez.
manage-add-group =
    Todavía no estoy en <b>{$chat}</b>.
    Añádeme al grupo y elígelo otra vez.
manage-mute-channel = ⚠️ Ahí no puedo publicar. En el canal abre Administradores, toca mi nombre y permíteme publicar mensajes.
manage-mute-group = ⚠️ Ahí no puedo escribir. Permíteme enviar mensajes en los permisos del grupo.
manage-no-administrator = No eres administrador de <b>{$chat}</b>, y solo ellos pueden gestionarlo.
manage-lost = Ya no puedes gestionar {$chat}: ya no eres administrador.
manage-gone = Ya no puedes gestionar {$chat}: yo ya no estoy ahí.
manage-back = 👤 Gestionas otra vez tu propio chat.
manage-may-post =
    📣 Ya puedo publicar en <b>{$chat}</b>.
    Puedes gestionarlo desde aquí: /manage
manage-button = Gestionar este canal
manage-in-private = Escríbeme /manage en privado: desde ahí puedes gestionar este chat.
