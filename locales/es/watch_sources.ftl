watch-sources-button = 📡 Fuentes
watch-sources = 📡 <b>{$words}</b>
watch-sources-from = Los avisos vienen de { $sources ->
        [one] {$count} fuente de {$sources}
       *[other] {$count} fuentes de {$sources}
    }{ $ours ->
        [0] .
        [one] , una de ellas tuya.
       *[other] , {$ours} de ellas tuyas.
    }
watch-sources-out = Excluidas:{" "}
watch-sources-how = Toca una para excluirla, o para recuperarla.
watch-sources-all-button = Recuperar todas
watch-sources-toast-out = {$name} queda excluida.
watch-sources-toast-in = {$name} vuelve a contar.
watch-sources-toast-all = Vuelven a contar todas las fuentes.
watch-sources-toast-everything = {$name} queda excluida de esta búsqueda, pero la sigues entera: /sources
watch-sources-toast-words = Las palabras de esta búsqueda piden otras fuentes. Se cambian con «Cambiar palabras».
