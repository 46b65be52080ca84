stats-title = 📊 <b>Avisos al día</b>, últimos {$days} días
stats-row = {$letter} · {$name} · {$count}
stats-others = { $count ->
        [one] otra búsqueda
       *[other] otras {$count} búsquedas
    }
stats-sources = fuentes que sigues por completo
stats-ended = una búsqueda terminada
stats-none = 📊 Ningún aviso en los últimos {$days} días: no hay nada que dibujar. /list muestra tus búsquedas, /test prueba palabras con lo que llegó hace poco.
