place-title = в заголовке
place-text = в тексте
place-tag = среди тегов
place-author = в имени автора
place-source = в названии источника
place-url = в ссылке
hit-as-written = «{$text}» есть {$where}
hit-case = «{$text}» {$where} – это {$term} с другими заглавными
hit-traditional = «{$text}» {$where} – традиционное написание {$term}
hit-simplified = «{$text}» {$where} – упрощённое написание {$term}
hit-other-script = «{$text}» {$where} – {$term} в другой китайской письменности
hit-spelling = «{$text}» {$where} – другое написание {$term}
hit-plural = «{$text}» {$where} – множественное число от {$term}
hit-written-apart = «{$text}» {$where} – это {$term} раздельно
hit-together = «{$text}» {$where} – это {$term} слитно
hit-joined = «{$text}» {$where} – это {$term} с другим знаком внутри
hit-prefix = «{$text}» {$where} начинается с {$term}
hit-alias = «{$text}» {$where} – другое имя для {$term}
hit-alias-beside = «{$text}» {$where} – другое имя для {$term}, рядом «{$beside}»
hit-alias-author = «{$text}» {$where} – другое имя для {$term}, в посте {$beside}
hit-regex = «{$text}» {$where} подходит под {$term}
hit-near = «{$text}» и «{$other}» {$where} стоят так близко, как требует {$term}
hit-site = ссылка ведёт на {$text}
hit-url = {$text} – ссылка, какую требует {$term}
hit-author = автор – {$text}
hit-lang = язык: {$language}
hit-age = с публикации прошло: {$age}
hit-not-judged = сколько источников об этом пишут, выяснится позже ({$term})
hit-everything = здесь подходит всё

miss-nowhere = нет {$term}
miss-none-of = нет ничего из этого: {$term}
miss-excluded = «{$text}» есть {$where}, а {$term} это исключает
miss-excluded-so = {$term} это исключает
miss-too-far =
    { $words ->
        [one] «{$text}» и «{$other}» есть {$where}, но между ними {$words} слово; {$term} допускает меньше
        [few] «{$text}» и «{$other}» есть {$where}, но между ними {$words} слова; {$term} допускает меньше
       *[many] «{$text}» и «{$other}» есть {$where}, но между ними {$words} слов; {$term} допускает меньше
    }
miss-overlap = «{$text}» {$where} – всё, что есть от {$term}
miss-other-fields = «{$text}» есть {$where}, а «{$other}» – {$elsewhere}; {$term} требует их в одном месте
miss-elsewhere = «{$text}» есть {$where}, но {$term} ищет не там
miss-elsewhere-bare = «{$text}» есть {$where}; {$term} ищется только в заголовке, тексте и тегах
miss-no-tag = «{$text}» есть {$where}, но не как тег
miss-order = слова из {$term} есть {$where}, но в другом порядке: «{$text}»
miss-apart = {$term} есть {$where}, но не подряд: «{$text}»
miss-case = «{$text}» есть {$where}, но заглавные не те, что в {$term}
miss-spelling = «{$text}» есть {$where}, но написано не так, как {$term}
miss-script = «{$text}» есть {$where}, но другими знаками, чем {$term}
miss-within = «{$text}» есть {$where} только внутри других слов
miss-context = «{$text}» есть {$where}, но не видно, что речь о {$term}
miss-small = «{$text}» есть {$where} со строчной буквы и может быть обычным словом
miss-article = «{$text}» {$where} – обычное слово языка ({$language})
miss-no-date = нет даты, а для {$term} она нужна
miss-too-old = с публикации прошло больше, чем допускает {$term}: {$age}
miss-too-young = с публикации прошло меньше, чем требует {$term}: {$age}
miss-language = язык: {$language}, а {$term} требует другой
miss-language-unknown = язык не определить, а для {$term} он нужен
miss-site = ссылка ведёт на {$actual}, а не туда, куда требует {$term}
miss-site-none = нет ссылки, а для {$term} она нужна
miss-address = {$term} нет в ссылке {$actual}
miss-address-none = нет ссылки, а для {$term} она нужна
miss-account = автор – {$actual}, а {$term} требует другого
miss-account-none = автор не указан, а для {$term} он нужен
miss-regex = ничего не подходит под {$term}

near-case = «{$text}» {$where} – почти {$term}, только заглавные другие
near-spelling = «{$text}» {$where} – почти {$term}, только написано иначе
near-script = «{$text}» {$where} – почти {$term}, только другими знаками
near-letters = «{$text}» {$where} – почти {$term}
near-order = «{$text}» {$where} – почти {$term}, только порядок другой
near-apart = «{$text}» {$where} – почти {$term}, только не подряд
near-inside = {$term} есть внутри «{$text}» {$where}

why-facts = опубликовано <tg-time unix="{$published-unix}" format="{$published-format}">{$published-clock}</tg-time> · найдено <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>
why-facts-undated = без даты · найдено <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>
why-baseline = Это уже было в источнике, когда я прочёл его впервые; о таком я не сообщаю.
why-hit = ✓ <b>{$words}</b>: {$because}
why-miss = ✗ <b>{$words}</b>: {$because}
why-sent = Уведомление отправлено <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>
why-waiting = Уведомление уже в пути.
why-held = Уведомление ждёт, пока мне можно будет писать здесь.
why-failed = Доставить уведомление не удалось.
why-dropped = Уведомление отменено: когда подошла его очередь, здесь оно уже никому не было нужно.
why-unsent-paused = Не сообщал: запрос на паузе.
why-unsent-younger = Не сообщал: запроса тогда ещё не было.
why-unsent = Не сообщал: когда это нашлось, запрос или чат были на паузе, либо запись уже устарела.
why-everything = Этот чат получает всё из этого источника.
why-no-watches = Здесь пока нет запросов. Попробуйте /watch #AI
why-not-kept = По этой ссылке у меня ничего нет: ваши источники её в последние дни не приносили, или запись уже удалена. /sources покажет, что читается для этого чата, /follow добавит источник.
why-forgotten = Эта запись уже удалена.
why-no-link = Здесь нет ссылки. Ответьте командой /why на моё уведомление или на сообщение со ссылкой либо отправьте /why и ссылку.

nearly-found = Почти <code>{$words}</code> за последние дни ({$days}), просмотрено записей: {$items}. Нажмите кнопку, и запрос будет находить и такое написание:
nearly-none = Ничего похожего на <code>{$words}</code> за последние дни ({$days}), просмотрено записей: {$items}.
nearly-times = { $count ->
        [one] {$count} раз
        [few] {$count} раза
       *[many] {$count} раз
    }
nearly-button = Добавить {$words}
nearly-which = Для какого запроса показать, что он почти нашёл?
nearly-unknown = Запроса <b>{$words}</b> нет. Какой посмотреть?
nearly-toast = Смотрю.
nearly-done = 🔔 Теперь этот запрос находит и <code>{$spelling}</code>: <code>{$words}</code>
nearly-done-toast = {$spelling}: теперь нахожу и это.
nearly-old = Запрос за это время изменился. Отправьте /near ещё раз.
