place-title = en el título
place-text = en el texto
place-tag = entre las etiquetas
place-author = en el nombre del autor
place-source = en el nombre de la fuente
place-url = en el enlace
hit-as-written = «{$text}» aparece {$where}
hit-case = «{$text}» {$where} es {$term} con otras mayúsculas
hit-traditional = «{$text}» {$where} es la forma tradicional de {$term}
hit-simplified = «{$text}» {$where} es la forma simplificada de {$term}
hit-other-script = «{$text}» {$where} es {$term} en la otra escritura china
hit-spelling = «{$text}» {$where} es otra grafía de {$term}
hit-plural = «{$text}» {$where} es el plural de {$term}
hit-written-apart = «{$text}» {$where} es {$term} escrito por separado
hit-together = «{$text}» {$where} es {$term} en una sola palabra
hit-joined = «{$text}» {$where} es {$term} con otro signo en medio
hit-prefix = «{$text}» {$where} empieza por {$term}
hit-alias = «{$text}» {$where} es otro nombre de {$term}
hit-alias-beside = «{$text}» {$where} es otro nombre de {$term}, junto a «{$beside}»
hit-alias-author = «{$text}» {$where} es otro nombre de {$term}, en una publicación de {$beside}
hit-regex = «{$text}» {$where} coincide con {$term}
hit-near = «{$text}» y «{$other}» {$where} están tan cerca como pide {$term}
hit-site = un enlace lleva a {$text}
hit-url = {$text} es un enlace como pide {$term}
hit-author = el autor es {$text}
hit-lang = el idioma es: {$language}
hit-age = se había publicado hacía {$age}
hit-not-judged = cuántas fuentes lo cuentan se sabe más tarde ({$term})
hit-everything = aquí vale todo

miss-nowhere = no aparece {$term}
miss-none-of = no aparece ninguno de estos: {$term}
miss-excluded = «{$text}» aparece {$where}, y {$term} lo descarta
miss-excluded-so = {$term} la descarta
miss-too-far =
    { $words ->
        [one] «{$text}» y «{$other}» aparecen {$where}, pero con {$words} palabra en medio; {$term} admite menos
       *[other] «{$text}» y «{$other}» aparecen {$where}, pero con {$words} palabras en medio; {$term} admite menos
    }
miss-overlap = «{$text}» {$where} es todo lo que hay de {$term}
miss-other-fields = «{$text}» aparece {$where} y «{$other}» {$elsewhere}; {$term} los pide en el mismo sitio
miss-elsewhere = «{$text}» aparece {$where}, y {$term} no busca ahí
miss-elsewhere-bare = «{$text}» aparece {$where}; {$term} solo se busca en el título, el texto y las etiquetas
miss-no-tag = «{$text}» aparece {$where}, pero no como etiqueta
miss-order = las palabras de {$term} aparecen {$where} en otro orden: «{$text}»
miss-apart = {$term} aparece {$where}, pero no seguido: «{$text}»
miss-case = «{$text}» aparece {$where}, con mayúsculas distintas de {$term}
miss-spelling = «{$text}» aparece {$where}, con otra grafía que {$term}
miss-script = «{$text}» aparece {$where}, con otros caracteres que {$term}
miss-within = «{$text}» aparece {$where} solo como parte de otras palabras
miss-context = «{$text}» aparece {$where}, pero nada indica que se trate de {$term}
miss-small = «{$text}» aparece {$where} en minúsculas y puede ser una palabra corriente
miss-article = «{$text}» {$where} es una palabra corriente del idioma ({$language})
miss-no-date = no tiene fecha, y {$term} la necesita
miss-too-old = se había publicado hacía {$age}, más de lo que admite {$term}
miss-too-young = se había publicado hacía {$age}, menos de lo que pide {$term}
miss-language = el idioma es: {$language}; {$term} pide otro
miss-language-unknown = no se reconoce el idioma, y {$term} lo necesita
miss-site = su enlace lleva a {$actual}, y no adonde pide {$term}
miss-site-none = no tiene enlace, y {$term} lo necesita
miss-address = {$term} no está en su enlace, {$actual}
miss-address-none = no tiene enlace, y {$term} lo necesita
miss-account = el autor es {$actual}; {$term} pide otro
miss-account-none = no indica autor, y {$term} lo necesita
miss-regex = nada coincide con {$term}

near-case = «{$text}» {$where} es casi {$term}, con otras mayúsculas
near-spelling = «{$text}» {$where} es casi {$term}, con otra grafía
near-script = «{$text}» {$where} es casi {$term}, con otros caracteres
near-letters = «{$text}» {$where} es casi {$term}
near-order = «{$text}» {$where} es casi {$term}, en otro orden
near-apart = «{$text}» {$where} es casi {$term}, pero no seguido
near-inside = {$term} está dentro de «{$text}» {$where}

why-facts = publicada <tg-time unix="{$published-unix}" format="{$published-format}">{$published-clock}</tg-time> · encontrada <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>
why-facts-undated = sin fecha · encontrada <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>
why-baseline = Ya estaba cuando se leyó esta fuente por primera vez; de eso nunca aviso.
why-hit = ✓ <b>{$words}</b>: {$because}
why-miss = ✗ <b>{$words}</b>: {$because}
why-sent = Aviso enviado <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>
why-waiting = El aviso está en camino.
why-held = El aviso espera a que pueda escribir aquí.
why-failed = No se pudo entregar el aviso.
why-dropped = El aviso se descartó: cuando le tocó el turno, aquí ya nadie lo quería.
why-unsent-paused = Sin aviso: la búsqueda está en pausa.
why-unsent-younger = Sin aviso: la búsqueda es posterior.
why-unsent = Sin aviso: cuando se encontró, la búsqueda o el chat estaban en pausa, o ya era demasiado antigua.
why-everything = Este chat recibe todo lo de esta fuente.
why-no-watches = Aquí no hay ninguna búsqueda. Prueba /watch #AI
why-not-kept = No guardo nada con este enlace: ninguna de tus fuentes lo ha traído en los últimos días, o ya se ha borrado. /sources muestra lo que se lee para este chat y /follow añade una fuente.
why-forgotten = Esa noticia ya se ha borrado.
why-no-link = Aquí no hay ningún enlace. Responde con /why a un aviso mío o a un mensaje con enlace, o envía /why y el enlace.

nearly-found = Casi <code>{$words}</code>, en { $items ->
        [one] {$items} noticia
       *[other] {$items} noticias
    } de los últimos {$days} días. Con un botón, la búsqueda encuentra también esa grafía:
nearly-none = No hay nada parecido a <code>{$words}</code>, en { $items ->
        [one] {$items} noticia
       *[other] {$items} noticias
    } de los últimos {$days} días.
nearly-times = { $count ->
        [one] una vez
       *[other] {$count} veces
    }
nearly-button = Añadir {$words}
nearly-which = ¿De qué búsqueda quieres ver lo que casi encontró?
nearly-unknown = No hay ninguna búsqueda <b>{$words}</b>. ¿Cuál miro?
nearly-toast = Estoy mirando.
nearly-done = 🔔 Ahora esta búsqueda también encuentra <code>{$spelling}</code>: <code>{$words}</code>
nearly-done-toast = {$spelling}: desde ahora también.
nearly-old = Esta búsqueda ha cambiado entretanto. Escribe /near otra vez.
