watch-sources-button = 📡 Источники
watch-sources = 📡 <b>{$words}</b>
watch-sources-from = Уведомления из источников: {$count} из {$sources}{ $ours ->
        [0] .
       *[other] , ваших: {$ours}.
    }
watch-sources-out = Исключены:{" "}
watch-sources-how = Нажмите на источник, чтобы исключить его или вернуть.
watch-sources-all-button = Вернуть все
watch-sources-toast-out = Исключено: {$name}.
watch-sources-toast-in = Снова учитывается: {$name}.
watch-sources-toast-all = Снова учитываются все источники.
watch-sources-toast-everything = Исключено из этого запроса: {$name}. Но вы получаете оттуда всё: /sources
watch-sources-toast-words = Слова этого запроса требуют других источников. Их меняет «Изменить слова».
