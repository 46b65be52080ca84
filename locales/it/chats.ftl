chats-hello-group =
    👋 Ciao! Avviso questo gruppo appena si parla di ciò che vi interessa.
    Un amministratore comincia con <code>/watch {$words}</code> · /help
chats-hello-channel =
    👋 Ciao! Avviso questo canale appena si parla di ciò che vi interessa.
    Per cominciare pubblica qui <code>/watch {$words}</code>.
chats-welcome-back =
    { $count ->
        [one] 👋 Eccomi di nuovo: {$count} ricerca riattivata.
       *[other] 👋 Eccomi di nuovo: {$count} ricerche riattivate.
    }
chats-paused =
    { $count ->
        [0] ⏸ In pausa: da ora niente avvisi. Riprendi con /resume.
        [one] ⏸ In pausa: da ora niente avvisi; la tua ricerca resta salvata. Riprendi con /resume.
       *[other] ⏸ In pausa: da ora niente avvisi; le tue {$count} ricerche restano salvate. Riprendi con /resume.
    }
chats-resumed =
    { $count ->
        [0] ▶️ Gli avvisi sono attivi.
        [one] ▶️ Gli avvisi sono attivi: {$count} ricerca in corso.
       *[other] ▶️ Gli avvisi sono attivi: {$count} ricerche in corso.
    }
chats-still-paused =
    { $count ->
        [one] {$count} ricerca resta in pausa: /list
       *[other] {$count} ricerche restano in pausa: /list
    }
chats-topic-closed = 🧵 Un argomento di questo gruppo è chiuso o non c’è più: da ora scrivo qui ciò che era per quell’argomento.
chats-right-lost = ✋ Non posso più scrivere in <b>{$name}</b>. Gli avvisi aspettano, niente va perso: ridammi il permesso di scrivere lì e arrivano.
chats-right-back = ✍️ Posso di nuovo scrivere qui. Ciò che era in attesa arriva ora.

settings = <b>Impostazioni di questa chat</b>
settings-previews-on = Anteprime dei link: sì
settings-previews-off = Anteprime dei link: no
settings-silent-on = Avvisi senza suono: sì
settings-silent-off = Avvisi senza suono: no
settings-language = Lingua: {$language}
settings-toast-previews-on = Gli avvisi mostrano l’anteprima del link.
settings-toast-previews-off = Gli avvisi non mostrano l’anteprima del link.
settings-toast-silent-on = Gli avvisi arrivano senza suono.
settings-toast-silent-off = Gli avvisi arrivano con il suono.

lang-which = Che lingua parlo qui?
lang-done = Da ora qui parlo italiano.
lang-toast = Vada per l’italiano.

status-active = 🟢 Gli avvisi sono attivi.
status-paused = ⏸ In questa chat gli avvisi sono in pausa: /resume
status-sources =
    { $failing ->
        [0] Fonti lette: {$count}
       *[other] Fonti lette: {$count}, con problemi: {$failing} · /sources
    }
status-watches = Ricerche: {$count} su {$limit}
status-alerts = Avvisi nelle ultime 24 ore: {$count}
status-read = Ultima lettura: {$ago}
status-operator =
    <b>Tutto Hark</b>
    Chat: {$chats} · ricerche: {$watches}
    Fonti interrogate: {$sources}, con problemi: {$failing}
    Avvisi nelle ultime 24 ore: {$sent} inviati, {$waiting} in attesa
