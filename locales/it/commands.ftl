menu-watch = Segui delle parole: /watch #AI
menu-unwatch = Togli una ricerca
menu-list = Le tue ricerche
menu-alias = Nomi tuoi: /alias CZ = Grande Zeta
menu-test = Prova delle parole sulle notizie degli ultimi giorni
menu-why = Perché un avviso è arrivato, o no
menu-near = Che cosa una ricerca ha quasi trovato
menu-stats = Quanti avvisi al giorno
menu-sources = Che cosa leggo, e come va
menu-follow = Segui un feed, un sito o un account X
menu-unfollow = Smetti di seguire una fonte
menu-pause = Metti in pausa una ricerca, o tutto
menu-resume = Riprendi una ricerca, o tutto
menu-settings = Impostazioni di questa chat
menu-lang = Scegli la lingua
menu-status = Come sta andando
menu-stop = Niente più avvisi
menu-help = Che cosa puoi scrivere
bot-description =
    Leggo per te feed di notizie e X e ti avviso appena si parla di ciò che ti interessa. Una volta sola, con il link.

    Scrivi /watch e una parola: /watch #AI
bot-short-description = Ti avvisa appena si parla di ciò che ti interessa.

start =
    👋 Leggo per te feed di notizie e X e ti avviso appena si parla di ciò che ti interessa.
    Scrivi <code>/watch {$words}</code>, oppure tocca per provare:
start-try = Prova: {$words}
start-language = 🌐 Lingua
help =
    <b>Che cosa puoi scrivere</b>
    /watch <i>parole</i> – avvisami quando compaiono
    /unwatch <i>parole</i> – non avvisarmi più
    /list – le tue ricerche
    /alias <i>CZ = Grande Zeta</i> – che cosa per te è lo stesso
    /test <i>parole</i> – che cosa avresti ricevuto negli ultimi giorni
    /why <i>link</i>, o come risposta – perché sì, o perché no
    /near <i>parole</i> – che cosa una ricerca ha quasi trovato
    /follow <i>link o @account</i> – una fonte tutta tua
    /unfollow – smetti di seguirla
    /sources – che cosa leggo, e come va
    /pause · /resume – pausa e ripresa
    /stats · /manage · /settings · /lang · /status · /export · /import · /privacy · /forgetme

    <code>bitcoin etf</code> entrambe le parole · <code>"spot etf"</code> in quest’ordine · <code>BTC OR ETH</code> una delle due · <code>apple -music</code> senza quella parola · <code>#AI</code> l’hashtag o la parola · <code>mac*</code> comincia così · <code>=Apple</code> proprio così · <code>title:fed</code> <code>from:@sama</code> <code>lang:it</code> solo lì
ask-watch = Quali parole devo seguire? Per esempio <code>#AI</code> o <code>"Sam Altman"</code>. /cancel per lasciar perdere.
ask-test = Quali parole provo sulle notizie degli ultimi giorni? /cancel per lasciar perdere.
ask-why = Di quale notizia vuoi sapere il perché? Manda il link, o inoltra un messaggio con il link. /cancel per lasciar perdere.
ask-follow = Che cosa vuoi seguire? Manda il link di un feed o di un sito, o un account X come <code>@sama</code>. /cancel per lasciar perdere.
cancel-done = Va bene, lasciamo perdere.
cancel-nothing = Non c’è niente da annullare.
