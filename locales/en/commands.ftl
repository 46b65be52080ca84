# What the menus say, and what Hark says of itself.
menu-watch = Watch for words: /watch #AI
menu-unwatch = End a watch
menu-list = Show your watches
menu-alias = Names of your own: /alias CZ = Big Z
menu-test = Try words on the last few days
menu-why = Why an alert came, or did not
menu-near = What a watch nearly found
menu-stats = How many alerts came each day
menu-sources = What is read, and how it is doing
menu-follow = Follow a feed, a site or an X account
menu-unfollow = End following a source
menu-pause = Pause a watch, or everything
menu-resume = Resume a watch, or everything
menu-settings = Settings of this chat
menu-lang = Choose the language
menu-status = How Hark is doing for you
menu-stop = Send no more alerts
menu-help = What you can say
bot-description =
    I read news feeds and X for you and tell you the moment something you care about is said. Once, with the link.

    Say /watch and a word: /watch #AI
bot-short-description = Tells you the moment something you care about is said.

start =
    👋 I read news feeds and X for you and tell you the moment something you care about is said.
    Say <code>/watch {$words}</code>, or tap one to try it:
start-try = Try: {$words}
start-language = 🌐 Language
help =
    <b>What you can say</b>
    /watch <i>words</i> – tell me when something says them
    /unwatch <i>words</i> – no longer
    /list – your watches
    /alias <i>CZ = Big Z</i> – what means the same to you
    /test <i>words</i> – what the last few days would have brought
    /why <i>link</i>, or as a reply – why it was told, or not
    /near <i>words</i> – what a watch nearly found
    /follow <i>link or @account</i> – a source of your own
    /unfollow – end that
    /sources – what is read, and how it is doing
    /pause · /resume – silence, and its end
    /stats · /manage · /settings · /lang · /status · /export · /import · /privacy · /forgetme

    <code>bitcoin etf</code> both words · <code>"spot etf"</code> in this order · <code>BTC OR ETH</code> one of them · <code>apple -music</code> without that word · <code>#AI</code> the hashtag or the word · <code>mac*</code> begins so · <code>=Apple</code> exactly so · <code>title:fed</code> <code>from:@sama</code> <code>lang:en</code> there only
ask-watch = Which words shall I watch for? For example <code>#AI</code> or <code>"Sam Altman"</code>. /cancel to leave it.
ask-test = Which words shall I try on the last few days? /cancel to leave it.
ask-why = Of which entry shall I say why? Send its link, or forward a message with the link. /cancel to leave it.
ask-follow = What shall I follow? Send a link to a feed or a site, or an X account like <code>@sama</code>. /cancel to leave it.
cancel-done = All right, never mind.
cancel-nothing = There is nothing to cancel.
