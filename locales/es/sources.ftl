follow-words-button = Solo mis palabras
follow-everything-button = Todo
follow-question = ¿Qué te envío?
follow-done = 📡 Ya sigues <b>{$name}</b>.
follow-shared = 📡 <b>{$name}</b> ya se lee para todos: lo que diga tus palabras te llega de todos modos. Con «Todo» recibes cada novedad.
follow-again-words = 📡 Ya sigues <b>{$name}</b>, solo por tus palabras.
follow-again-everything = 📡 Ya sigues <b>{$name}</b> y recibes todo.
follow-ill = ⚠️ Sigues <b>{$name}</b>, pero ahora no se puede leer: {$reason}. Lo sigo intentando; en /sources ves cómo va.
follow-refused = No se puede seguir <b>{$name}</b>: {$reason}.
follow-unreadable = <b>{$words}</b> no es una dirección web ni una cuenta de X. Prueba <code>https://example.org</code> o <code>@sama</code>.
follow-full =
    Aquí el límite es { $limit ->
        [one] una fuente
       *[other] {$limit} fuentes
    } y sigues {$count}. Quita una con /unfollow, o pregunta al operador.
follow-x-off = No se puede seguir <b>{$name}</b>: este Hark no tiene acceso a X.
follow-author = Una publicación de <b>{$name}</b>. Puedo seguir a su autor.
follow-author-button = Seguir {$name}
follow-chosen-words = 📡 <b>{$name}</b>: te envío lo que diga tus palabras.
follow-chosen-everything = 📡 <b>{$name}</b>: te envío todo lo nuevo.
follow-toast = Anotado.

unfollow-button = Dejar de seguir
unfollow-done = Ya no sigues <b>{$name}</b>.
unfollow-toast = Ya no la sigues.
unfollow-unknown = No sigues <b>{$words}</b>.
unfollow-many = Hay varias fuentes que coinciden con <b>{$words}</b>.
unfollow-which = ¿Qué fuente quieres dejar de seguir?
unfollow-none = No sigues ninguna fuente propia. Añade una con /follow

sources-title =
    { $failing ->
        [0] <b>Fuentes</b> · {$count}
       *[other] <b>Fuentes</b> · {$count}, con problemas: {$failing}
    }
sources-none = Aún no hay fuentes. Añade una con /follow
sources-own-words = tuya, solo tus palabras
sources-own-everything = tuya, todo
sources-waiting = sin leer todavía
sources-read = leída {$ago}
sources-failing = falla desde <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>: {$reason} · próximo intento <tg-time unix="{$next-unix}" format="{$next-format}">{$next-clock}</tg-time>
sources-x-failing = X: {$reason}, desde <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>, próximo intento <tg-time unix="{$next-unix}" format="{$next-format}">{$next-clock}</tg-time>
sources-x-mine = <b>Publicaciones de X leídas este mes</b>, por búsqueda
sources-x-all = <b>Comprado a X este mes</b>, las búsquedas más caras
sources-x-watch =
    { $reads ->
        [one] • {$words} · {$reads} publicación, {$cost}
       *[other] • {$words} · {$reads} publicaciones, {$cost}
    }
sources-x-ended = una búsqueda terminada
sources-x-nobody = para ninguna búsqueda

source-failing-notice = ⚠️ <b>{$source}</b> falla desde las {$since}: {$reason}. Lo sigo intentando.
source-recovered-notice = ✅ <b>{$source}</b> se lee de nuevo. Falló durante {$length}, desde las {$since}: {$reason}.
quiet-week =
    🌿 Una semana tranquila: no se ha dicho nada de lo que sigues. Yo sigo leyendo: { $items ->
        [0] ninguna entrada nueva
        [one] una entrada nueva
       *[other] {$items} entradas nuevas
    } en { $sources ->
        [one] una fuente
       *[other] {$sources} fuentes
    }, la última lectura, {$ago}.
quiet-week-failing =
    { $failing ->
        [one] Una fuente da problemas
       *[other] {$failing} fuentes dan problemas
    }: /sources
