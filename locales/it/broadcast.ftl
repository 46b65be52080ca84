# What operators tell all chats, and how a chat gets none of it.
admin-broadcast-button = 📣 Messaggio a tutti
broadcast-ask = Che cosa dico a tutte le chat? Mandami il testo: vedrai com’è prima che lo riceva qualcuno. /cancel per lasciar perdere.
broadcast-too-long = Il testo ha {$count} caratteri, il massimo è {$limit}. Mandane uno più corto, oppure /cancel.
broadcast-one-by-one = Ce n’è già uno in invio. Fermalo, o aspetta.
broadcast-goes-to =
    { $count ->
        [0] ☝️ Nessuna chat lo riceverebbe.
       *[other] ☝️ Sarà così. Chat che lo ricevono: {$count}
    }
broadcast-unwilling = Non ne vogliono: {$count}
broadcast-paused = In pausa: {$count}
broadcast-lost = Irraggiungibili o con blocco: {$count}
broadcast-send-button = Invia a {$count} chat
broadcast-discard-button = Scarta
broadcast-discarded = Scartato. Non l’ha ricevuto nessuno.
broadcast-sure = Lo invio ora? Ciò che è inviato non si ritira. Chat: {$count}
broadcast-yes-button = Sì, invia ora ({$count})
broadcast-no-button = Non ancora
broadcast-sending = 📣 Invio in corso, sempre dopo gli avvisi: {$sent} su {$count}. Ti dico quando è finito.
broadcast-stop-button = ⏹ Ferma
broadcast-stopped = ⏹ Fermato: {$sent} inviati su {$count}. Non lo riceve nessun altro.
broadcast-done =
    { $failing ->
        [0] 📣 Fatto: inviati {$sent}.
       *[other] 📣 Fatto: inviati {$sent}, non riusciti {$failing}.
    }
broadcast-no-more-button = Non inviarmene più
broadcast-again-button = Inviameli di nuovo
broadcast-sample-toast = È solo ciò che vedranno le chat.
settings-news-on = Notizie dall’operatore: sì
settings-news-off = Notizie dall’operatore: no
settings-toast-news-on = Ricevi le notizie dell’operatore.
settings-toast-news-off = Non ne ricevi più. Tornano con /settings.
