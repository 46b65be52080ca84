share-button = 🔗 Compartir
share-screen =
    🔗 <b>{$words}</b>
    Quien abra este enlace verá qué ha traído últimamente y la empezará con un toque:
    <a href="{$link}">{$link}</a>

    Para un grupo:
    <a href="{$group}">{$group}</a>
share-send-button = Enviar el enlace
share-group-button = Añadir a un grupo
share-offered = 🔗 Alguien comparte contigo esta búsqueda:
share-offered-group = 🔗 Una búsqueda para este grupo; puede empezarla un administrador:
share-gone = Esta búsqueda ya no existe: quien la compartió la ha quitado.
share-gone-toast = Esta búsqueda ya no existe: quien la compartió la ha quitado. Empieza la tuya con /watch.
share-bad-link = Este enlace no lleva a ninguna parte; quizá le falte un trozo. Pídelo otra vez.
