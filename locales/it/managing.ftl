menu-manage = Gestisci da qui un canale o un gruppo
manage-for-channel = 📣 Per <b>{$chat}</b>
manage-for-group = 👥 Per <b>{$chat}</b>
manage-own = 👤 Gestisci la tua chat.
manage-now = Ora gestisci da qui questa chat: /watch, /list, /sources, /settings e tutto il resto valgono per lei.
manage-which = Tocca un’altra chat per gestire quella.
manage-none = Non conosco ancora canali o gruppi tuoi. Scegline uno e ti dico che cosa manca.
manage-own-button = 👤 La mia chat
manage-other-button = Un’altra chat…
manage-pick-button-channel = Scegli un canale…
manage-pick-button-group = Scegli un gruppo…
manage-pick-channel = Tocca il tasto qui sotto e scegli il canale. Telegram mi permette allora di pubblicarci.
manage-pick-group = Tocca il tasto qui sotto e scegli il gruppo. Devo farne parte.
manage-pick-key-channel = 📣 Scegli un canale
manage-pick-key-group = 👥 Scegli un gruppo
manage-toast = Ora gestisci {$chat}.
manage-toast-own = Ora gestisci la tua chat.
manage-add-channel =
    Non sono ancora in <b>{$chat}</b>.
    Nel canale apri Amministratori, aggiungimi e permettimi di pubblicare messaggi. Poi sceglilo di nuovo.
manage-add-group =
    Non sono ancora in <b>{$chat}</b>.
    Aggiungimi al gruppo, poi sceglilo di nuovo.
manage-mute-channel = ⚠️ Lì non posso pubblicare. Nel canale apri Amministratori, tocca il mio nome e permettimi di pubblicare messaggi.
manage-mute-group = ⚠️ Lì non posso scrivere. Permettimi di inviare messaggi nelle autorizzazioni del gruppo.
manage-no-administrator = Non amministri <b>{$chat}</b>, e può gestirla solo chi la amministra.
manage-lost = Non puoi più gestire {$chat}: non ne sei più amministratore.
manage-gone = Non puoi più gestire {$chat}: io lì non ci sono più.
manage-back = 👤 Gestisci di nuovo la tua chat.
manage-may-post =
    📣 Ora posso pubblicare in <b>{$chat}</b>.
    Puoi gestirlo da qui: /manage
manage-button = Gestisci questo canale
manage-in-private = Scrivimi /manage in privato: da lì puoi gestire questa chat.
