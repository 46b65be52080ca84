menu-watch = Следить за словами: /watch #AI
menu-unwatch = Убрать запрос
menu-list = Ваши запросы
menu-alias = Свои имена: /alias CZ = Босс
menu-test = Проверить слова на последних днях
menu-why = Почему пришло уведомление или не пришло
menu-near = Что запрос почти нашёл
menu-stats = Сколько уведомлений было за день
menu-sources = Что я читаю и всё ли в порядке
menu-follow = Подписаться на ленту, сайт или аккаунт X
menu-unfollow = Отписаться от источника
menu-pause = Поставить на паузу запрос или всё
menu-resume = Снять с паузы запрос или всё
menu-settings = Настройки этого чата
menu-lang = Выбрать язык
menu-status = Как идут дела
menu-stop = Больше не присылать уведомления
menu-help = Что я умею
bot-description =
    Читаю за вас новостные ленты и X и сразу сообщаю, когда пишут о том, что вам важно. Один раз и со ссылкой.

    Отправьте /watch и слово: /watch #AI
bot-short-description = Сразу сообщает, когда пишут о том, что вам важно.

start =
    👋 Читаю за вас новостные ленты и X и сразу сообщаю, когда пишут о том, что вам важно.
    Отправьте <code>/watch {$words}</code> или нажмите, чтобы попробовать:
start-try = Попробовать: {$words}
start-language = 🌐 Язык
help =
    <b>Что я умею</b>
    /watch <i>слова</i> – сообщать, когда о них пишут
    /unwatch <i>слова</i> – больше не сообщать
    /list – ваши запросы
    /alias <i>CZ = Босс</i> – что для вас одно и то же
    /test <i>слова</i> – что пришло бы за последние дни
    /why <i>ссылка</i> или ответом – почему пришло или нет
    /near <i>слова</i> – что запрос почти нашёл
    /follow <i>ссылка или @аккаунт</i> – свой источник
    /unfollow – отписаться от него
    /sources – что я читаю и всё ли в порядке
    /pause · /resume – пауза и её конец
    /stats · /manage · /settings · /lang · /status · /export · /import · /privacy · /forgetme

    <code>bitcoin etf</code> оба слова · <code>"spot etf"</code> в этом порядке · <code>BTC OR ETH</code> одно из двух · <code>apple -music</code> без этого слова · <code>#AI</code> хештег или слово · <code>mac*</code> начинается так · <code>=Apple</code> точно так · <code>title:fed</code> <code>from:@sama</code> <code>lang:ru</code> только там
ask-watch = За какими словами следить? Например, <code>#AI</code> или <code>"Sam Altman"</code>. Передумали – /cancel
ask-test = Какие слова проверить на последних днях? Передумали – /cancel
ask-why = О какой записи рассказать? Пришлите её ссылку или перешлите сообщение со ссылкой. Передумали – /cancel
ask-follow = На что подписаться? Пришлите ссылку на ленту или сайт либо аккаунт X, например <code>@sama</code>. Передумали – /cancel
cancel-done = Хорошо, отменено.
cancel-nothing = Отменять нечего.
