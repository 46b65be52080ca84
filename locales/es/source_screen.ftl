sources-entry = última entrada {$ago}
sources-alerts =
    { $count ->
        [one] un aviso esta semana
       *[other] {$count} avisos esta semana
    }
source-no-alerts = ningún aviso esta semana
source-read = Leída {$ago} · otra vez en {$wait}
source-read-now = Leída {$ago} · otra vez en cualquier momento
source-for-all = Aquí se lee para todos: lo que dice una de tus palabras te llega de todos modos.
source-chosen-words = Recibes lo que dice una de tus palabras.
source-chosen-everything = Recibes todo lo nuevo.
source-gone-toast = Esta fuente ya no se lee para este chat.
source-rate =
    { $count ->
        [0] Menos de una entrada al día
        [one] Alrededor de una entrada al día
       *[other] Unas {$count} entradas al día
    }
source-why-rate = la leo cuando suele publicar
source-why-burst = acaba de publicar: la vuelvo a leer pronto
source-why-rare = publica poco: la leo de vez en cuando
source-why-busy = publica tanto que la leo tan a menudo como se permite
source-why-new = aún la estoy conociendo
