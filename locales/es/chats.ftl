chats-hello-group =
    👋 ¡Hola! Aviso a este grupo en cuanto se habla de lo que os interesa.
    Para empezar, un administrador escribe <code>/watch {$words}</code> · /help
chats-hello-channel =
    👋 ¡Hola! Aviso a este canal en cuanto se habla de lo que os interesa.
    Para empezar, publica aquí <code>/watch {$words}</code>.
chats-welcome-back =
    { $count ->
        [one] 👋 Ya estoy de vuelta: {$count} búsqueda reactivada.
       *[other] 👋 Ya estoy de vuelta: {$count} búsquedas reactivadas.
    }
chats-paused =
    { $count ->
        [0] ⏸ En pausa: de momento, sin avisos. Con /resume vuelven.
        [one] ⏸ En pausa: de momento, sin avisos; tu búsqueda queda guardada. Con /resume vuelven.
       *[other] ⏸ En pausa: de momento, sin avisos; tus {$count} búsquedas quedan guardadas. Con /resume vuelven.
    }
chats-resumed =
    { $count ->
        [0] ▶️ Los avisos están activos.
        [one] ▶️ Los avisos están activos: {$count} búsqueda en marcha.
       *[other] ▶️ Los avisos están activos: {$count} búsquedas en marcha.
    }
chats-still-paused =
    { $count ->
        [one] {$count} búsqueda sigue en pausa: /list
       *[other] {$count} búsquedas siguen en pausa: /list
    }
chats-topic-closed = 🧵 Un tema de este grupo se ha cerrado o ya no existe: desde ahora, lo que iba allí llega aquí.
chats-right-lost = ✋ Ya no puedo escribir en <b>{$name}</b>. Los avisos esperan, nada se pierde: devuélveme el permiso de escribir allí y llegarán.
chats-right-back = ✍️ Ya puedo escribir aquí otra vez. Lo que estaba en espera llega ahora.

settings = <b>Ajustes de este chat</b>
settings-previews-on = Vista previa de enlaces: sí
settings-previews-off = Vista previa de enlaces: no
settings-silent-on = Avisos sin sonido: sí
settings-silent-off = Avisos sin sonido: no
settings-language = Idioma: {$language}
settings-toast-previews-on = Los avisos muestran la vista previa del enlace.
settings-toast-previews-off = Los avisos no muestran la vista previa del enlace.
settings-toast-silent-on = Los avisos llegan sin sonido.
settings-toast-silent-off = Los avisos llegan con sonido.

lang-which = ¿En qué idioma hablo aquí?
lang-done = Desde ahora hablo español aquí.
lang-toast = Hecho: español.

status-active = 🟢 Los avisos están activos.
status-paused = ⏸ Los avisos de este chat están en pausa: /resume
status-sources =
    { $failing ->
        [0] Fuentes leídas: {$count}
       *[other] Fuentes leídas: {$count}, con problemas: {$failing} · /sources
    }
status-watches = Búsquedas: {$count} de {$limit}
status-alerts = Avisos en 24 horas: {$count}
status-read = Última lectura: {$ago}
status-operator =
    <b>Todo Hark</b>
    Chats: {$chats} · búsquedas: {$watches}
    Fuentes consultadas: {$sources}, con problemas: {$failing}
    Avisos en 24 horas: {$sent} enviados, {$waiting} en espera
