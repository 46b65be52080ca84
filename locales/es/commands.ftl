menu-watch = Sigue unas palabras: /watch #AI
menu-unwatch = Quita una búsqueda
menu-list = Tus búsquedas
menu-alias = Tus propios nombres: /alias CZ = Gran Zeta
menu-test = Prueba unas palabras con los últimos días
menu-why = Por qué llegó un aviso, o por qué no
menu-near = Lo que una búsqueda casi encontró
menu-stats = Cuántos avisos hubo cada día
menu-sources = Qué leo y cómo va
menu-follow = Sigue un feed, una web o una cuenta de X
menu-unfollow = Deja de seguir una fuente
menu-pause = Pausa una búsqueda, o todo
menu-resume = Reanuda una búsqueda, o todo
menu-settings = Ajustes de este chat
menu-lang = Elige el idioma
menu-status = Cómo va todo
menu-stop = No más avisos
menu-help = Qué puedes decirme
bot-description =
    Leo feeds de noticias y X por ti y te aviso en cuanto se habla de lo que te interesa. Una sola vez y con el enlace.

    Escribe /watch y una palabra: /watch #AI
bot-short-description = Te avisa en cuanto se habla de lo que te interesa.

start =
    👋 Leo feeds de noticias y X por ti y te aviso en cuanto se habla de lo que te interesa.
    Escribe <code>/watch {$words}</code>, o toca un ejemplo para probar:
start-try = Probar: {$words}
start-language = 🌐 Idioma
help =
    <b>Qué puedes decirme</b>
    /watch <i>palabras</i> – avísame cuando aparezcan
    /unwatch <i>palabras</i> – ya no
    /list – tus búsquedas
    /alias <i>CZ = Gran Zeta</i> – lo que para ti es lo mismo
    /test <i>palabras</i> – qué habrías recibido estos últimos días
    /why <i>enlace</i>, o como respuesta – por qué sí o por qué no
    /near <i>palabras</i> – lo que una búsqueda casi encontró
    /follow <i>enlace o @cuenta</i> – una fuente solo tuya
    /unfollow – dejar de seguirla
    /sources – qué leo y cómo va
    /pause · /resume – pausar y reanudar
    /stats · /manage · /settings · /lang · /status · /export · /import · /privacy · /forgetme

    <code>bitcoin etf</code> ambas palabras · <code>"spot etf"</code> en este orden · <code>BTC OR ETH</code> una de las dos · <code>apple -music</code> sin esa palabra · <code>#AI</code> el hashtag o la palabra · <code>mac*</code> empieza así · <code>=Apple</code> tal cual · <code>title:fed</code> <code>from:@sama</code> <code>lang:es</code> solo ahí
ask-watch = ¿Qué palabras sigo? Por ejemplo, <code>#AI</code> o <code>"Sam Altman"</code>. /cancel para dejarlo.
ask-test = ¿Qué palabras pruebo con los últimos días? /cancel para dejarlo.
ask-why = ¿De qué noticia quieres saber el porqué? Envía su enlace o reenvía un mensaje que lo tenga. /cancel para dejarlo.
ask-follow = ¿Qué quieres seguir? Envía el enlace de un feed o de una web, o una cuenta de X como <code>@sama</code>. /cancel para dejarlo.
cancel-done = De acuerdo, lo dejamos.
cancel-nothing = No hay nada que cancelar.
