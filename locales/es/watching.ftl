watch-begun =
    🔔 Ya sigues <b>{$words}</b>.
    { $sources ->
        [0] Aún no hay fuentes: añade una con /follow.
        [one] Una fuente: te aviso en cuanto salga algo nuevo.
       *[other] {$sources} fuentes: te aviso en cuanto salga algo nuevo.
    }
    Búsquedas: {$count} de {$limit} · /list
watch-known =
    Ya estabas siguiendo <b>{$words}</b>.
    Búsquedas: {$count} de {$limit} · /list
watch-full =
    No hay sitio para <b>{$words}</b>: aquí el límite es { $limit ->
        [one] una búsqueda
       *[other] {$limit} búsquedas
    } y tienes {$count}. Quita una con /unwatch, o pregunta al operador.
watch-while-paused = ⏸ Los avisos de este chat están en pausa: /resume
watch-line-begun = ✓ Ya sigues <b>{$words}</b>
watch-line-known = • Ya estabas siguiendo <b>{$words}</b>
watch-line-full = ✗ No hay sitio para <b>{$words}</b>: ya tienes {$limit} búsquedas, el máximo
watch-count = Búsquedas: {$count} de {$limit} · /list
watch-toast = Hecho.
watch-button = Seguir {$words}

unwatch-done = Ya no sigues <b>{$words}</b>.
unwatch-toast = Ya no sigues {$words}.
unwatch-unknown = No sigues <b>{$words}</b>.
unwatch-line-unknown = ✗ No sigues <b>{$words}</b>.
unwatch-many = Hay varias búsquedas que coinciden con <b>{$words}</b>.
unwatch-which = ¿Qué búsqueda quieres quitar?
undo-button = Deshacer
undo-all-button = Deshacer todas
undo-all-toast = Todas terminadas.
undo-done = 🔔 Sigues de nuevo <b>{$words}</b>.
undo-toast = Todo como antes.
undo-too-late = Ya no se puede deshacer. Usa /watch otra vez.

list-title = <b>Tus búsquedas</b> · {$count} de {$limit}
list-row = {$number}. {$words}
list-empty = Aquí aún no hay ninguna búsqueda. Prueba /watch #AI
list-paused = ⏸ Los avisos de este chat están en pausa: /resume

watch-screen = 🔎 <b>{$words}</b>
watch-screen-since = creada {$since}
watch-state-on = 🔔 activa
watch-state-paused = ⏸ en pausa
watch-state-muted = 🔇 en silencio hasta <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>
watch-pause-button = ⏸ Pausar
watch-resume-button = ▶️ Reanudar
watch-mute-button = 🔇 Silenciar 24 h
watch-unmute-button = 🔔 Quitar silencio
watch-remove-button = Quitar
watch-toast-paused = En pausa.
watch-toast-resumed = De nuevo en marcha.
watch-toast-muted = En silencio 24 horas.
watch-toast-unmuted = Ya no está en silencio.
watch-paused = ⏸ <b>{$words}</b> está en pausa. Con /resume vuelve.
watch-resumed = ▶️ <b>{$words}</b> está de nuevo en marcha.
back-button = « Atrás
alert-toast-muted = {$words}: en silencio 24 horas.

test-words = 🔎 <code>{$words}</code>
test-counted =
    { $days ->
        [one] Último día
       *[other] Últimos {$days} días
    }: { $count ->
        [one] un resultado
       *[other] {$count} resultados
    }{ $rate ->
        [0] {""}
       *[other] , {$rate} al día
    }{ $sources ->
        [0] {""}
        [1] ; todo de {$name}
       *[other] ; sobre todo: {$name} ({$most})
    }
test-nothing =
    { $days ->
        [one] Último día
       *[other] Últimos {$days} días
    }: nada en { $items ->
        [one] {$items} noticia
       *[other] {$items} noticias
    }. Quizá mañana.
test-less = Para recibir menos: de { $tried ->
        [one] un resultado
       *[other] {$tried} resultados
    }, quedarían fuera:
test-less-newest = Para recibir menos: { $tried ->
        [one] del resultado más reciente
       *[other] de los {$tried} resultados más recientes
    }, quedarían fuera:
test-title-only = solo en el título
test-near = palabras cercanas
test-language = solo {$language}
test-phrase = como {$words}
test-exact = solo tal cual: {$words}
test-without = sin {$words}

query-here = ↑ aquí
query-empty = Aquí no hay ninguna palabra.
query-syntax = No entiendo esta búsqueda:
query-only-negative = Esto solo dice lo que no quieres. Escribe también qué buscar:
query-too-long = Es demasiado larga; 1000 caracteres como máximo:
query-too-many-terms = Son demasiadas palabras; 64 como máximo:
query-too-deep = Hay demasiados paréntesis unos dentro de otros:
query-everything = Así lo encontraría todo. Di qué buscar, o de qué fuente: <code>source:</code>, <code>site:</code> o <code>from:</code>
query-only-facts = Esto solo acota una búsqueda. Añade una palabra que buscar:
query-unknown-field = Ese campo no existe. Los que hay: title: text: tag: author: from: source: site: url: lang: age: min:
query-field-value = Este valor no va con su campo. Se escribe así: <code>lang:es</code> <code>age:&lt;6h</code> (m, h, d, w) <code>min:2</code>
query-regex = No puedo usar esta expresión regular. Debe seguir la sintaxis RE2 y tener 250 caracteres como máximo; detrás solo vale «i»:
query-address = Esto es una dirección. Las direcciones se buscan con <code>site:</code> y <code>url:</code>
query-follow = ¿Sigo <code>{$words}</code> como fuente?
query-suggestion = ¿Querías decir <code>{$words}</code>?
