# Who may use Hark: bans, the allow-list, and the way in.
error-banned = L’operatore di questo Hark ti ha bloccato: non riceverai più risposta.
access-private = Questo Hark è privato: è l’operatore a decidere chi può usarlo. Il pulsante glielo chiede per te.
access-ask-button = Chiedi di entrare
access-waits = L’operatore è stato interpellato. La risposta arriva qui.
access-refused = L’operatore di questo Hark ha detto di no.
access-let-in-notice = ✅ Puoi usare questo Hark. Scrivi /start per cominciare.
access-unbanned-notice = ▶️ L’operatore ha tolto il blocco: le ricerche di qui sono di nuovo attive.
access-request-private = 🙋 <b>{$name}</b> chiede di usare questo Hark. Numero: <code>{$id}</code>
access-request-group = 🙋 Il gruppo <b>{$name}</b> chiede di usare questo Hark. Numero: <code>{$id}</code>
access-request-channel = 🙋 Il canale <b>{$name}</b> chiede di usare questo Hark. Numero: <code>{$id}</code>
access-let-in-button = Ammetti
access-refuse-button = Rifiuta
access-is-allowed = ✅ <b>{$name}</b> (<code>{$id}</code>) è nella lista degli ammessi.
access-is-refused = ❌ <b>{$name}</b> (<code>{$id}</code>): richiesta rifiutata.
access-is-banned = ⛔ <b>{$name}</b> (<code>{$id}</code>): blocco attivo. Se ne dà notizia una volta, poi silenzio. Le ricerche restano ferme.
access-which-ban = Chi blocco? Manda il numero di una persona o di una chat, o inoltra un suo messaggio. /cancel per lasciar perdere.
access-which-allow = Chi ammetto? Manda il numero di una persona o di una chat, o inoltra un suo messaggio. /cancel per lasciar perdere.
access-which-unban = Quale blocco tolgo? Manda il numero: si vede in /admin → Blocchi. /cancel per lasciar perdere.
access-which-disallow = Chi tolgo dalla lista? Manda il numero: si vede in /admin → Lista degli ammessi. /cancel per lasciar perdere.
access-hidden = Telegram nasconde chi l’ha scritto. Manda il numero: si vede in /admin → Chat.
access-no-number = «{$words}» non è il numero di una persona o di una chat. È del tipo <code>123456789</code> o <code>-1001234567890</code>; si vede in /admin → Chat.
access-operator = Gli operatori non si possono bloccare. Prima toglili da <code>telegram.admins</code>.
access-not-banned = <b>{$name}</b> (<code>{$id}</code>): nessun blocco attivo.
access-not-allowed = <b>{$name}</b> (<code>{$id}</code>) non è in questa lista; ciò che è in <code>config.yaml</code> si cambia lì.
access-unbanned = ✅ Blocco di <b>{$name}</b> (<code>{$id}</code>) tolto. Ricerche di nuovo attive: {$count}.
access-disallowed = ✅ <b>{$name}</b> (<code>{$id}</code>) non è più nella lista degli ammessi. Ricerche: {$count}.
access-ban-button = ⛔ Blocca
access-unban-button = Togli il blocco
access-ban-one-button = ⛔ Blocca qualcuno
access-allow-one-button = ＋ Ammetti qualcuno
access-bans =
    { $count ->
        [0] <b>Blocchi</b>: nessuno.
       *[other] <b>Blocchi</b> · {$count}. Un tocco ne toglie uno:
    }
access-row = <b>{$name}</b> · <code>{$id}</code> · da <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>
access-list-on = <b>Lista degli ammessi</b>: attiva · {$count}. Solo chi c’è, e gli operatori, può usare Hark. Un tocco ne toglie uno:
access-list-off = <b>Lista degli ammessi</b>: non attiva · {$count}. Tutti possono usare Hark. Se la attivi, le chat che hanno già ricerche restano.
access-list-configured = In <code>config.yaml</code>, quindi sempre attiva: {$count}
access-close-button = Servi solo la lista
access-open-button = Servi tutti
why-kept-banned = Trattenuta: l’operatore aveva bloccato questa chat da <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>.
access-unknown = Qualcuno che non conosco
