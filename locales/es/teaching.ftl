button-not-relevant = No me interesa
button-less-source = Menos de esta fuente
exclude-toast = Miro los últimos días.
exclude-which = ¿Qué palabra muestra que no es lo que busca <b>{$words}</b>? Un toque la excluye:
exclude-word =
    { $of ->
        [1] −<code>{$word}</code>: el único resultado de los últimos días
       *[other] −<code>{$word}</code>: {$removed} de los últimos {$of} resultados
    }
exclude-none = Todas las palabras significativas de este texto están también en muchos otros resultados de <b>{$words}</b>. ⋯ → Menos de esta fuente excluye la fuente.
exclude-done = 🔕 Lo que dice «{$word}» ya no cuenta.
exclude-changed =
    <code>{$words}</code>
    antes: <code>{$before}</code>
less-done = 🔕 Lo que trae {$name} ya no cuenta para esta búsqueda. Las demás fuentes siguen como estaban.
less-toast = Hecho.
less-cannot = El nombre de esta fuente no tiene palabras que una búsqueda pueda excluir.
exclude-same = Ya está excluido.
exclude-long = La búsqueda sería demasiado larga. Quítala con /unwatch y empieza otra.
exclude-old = La búsqueda ha cambiado entretanto; la dejo como está.
