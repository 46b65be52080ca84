menu-export = Ricerche, fonti e impostazioni in un file
menu-import = Riprendi un file esportato
menu-privacy = Che cosa conservo, per quanto e chi lo vede
menu-forgetme = Cancella tutto quello che so qui
export-done =
    💾 Tutto quello che conservo per questa chat. Ricerche: {$watches} · fonti: {$sources} · nomi: {$rows}
    /import riprende questo file, qui o in un’altra chat. Contiene gli indirizzi che segui: non darlo a chi non deve conoscerli.
export-feeds = 📡 I tuoi feed in OPML, per qualunque lettore.
export-sent-private = 💾 Il file è nella nostra chat privata: contiene indirizzi riservati agli amministratori.
export-private-first = Il file lo do solo a te: contiene indirizzi riservati agli amministratori. Scrivimi /start in privato, a nome tuo, poi ripeti il comando.
ask-import = Mandami il file che ti ha dato /export, o la tua lista di feed in OPML. /cancel per lasciar perdere.
import-begun = Lo leggo. Ti dico che cosa è riuscito e che cosa no.
import-too-big = Questo file è troppo grande; leggo fino a 1 MB.
import-unreadable = Questo non è un file di /export né una lista di feed. Mandamene uno così come l’hai ricevuto.
import-done = 📥 Nuove ricerche: {$watches} · fonti: {$sources} · nomi: {$rows}
import-settings = ✓ Impostazioni riprese: /settings
import-watch = ✓ ricerca <b>{$words}</b>
import-watch-wrong = ✗ <b>{$words}</b> non si può cercare: /watch dice perché
import-names-wrong = ✗ <b>{$name}</b>: nomi non ripresi, /alias dice perché
import-again = C’era già, lasciato com’è: {$count}
import-full = Ricerche senza posto: {$count} (al massimo {$limit}). /unwatch fa posto.
privacy =
    <b>Che cosa conservo</b>
    · Questa chat: numero e nome, lingua, fuso orario e impostazioni.
    · Che cosa cerchi, le fonti che segui, i nomi tuoi.
    · Avvisi e risposte che ho mandato e quello che dicono le fonti: giorni: {$days}.
    Altri messaggi non li conservo e non li vedo; nei gruppi ricevo solo comandi, risposte a me e tocchi.
    
    <b>Chi lo vede</b>
    Chi gestisce questo Hark, e nessun altro. Le parole delle ricerche si cercano su X, dove X viene letto. Una fonte che segui serve solo questa chat. Una ricerca che condividi la vede chi ne ha il link.
    
    <b>Per quanto</b>
    Finché non smetti. Se mi blocchi o mi togli: 30 giorni, poi cancello tutto.
    /export ti dà tutto, /forgetme lo cancella subito.
forget-question =
    <b>Cancello tutto quello che conservo per questa chat?</b>
    Ricerche: {$watches} · fonti: {$sources} · impostazioni. Il file che hai ricevuto è la copia; /import lo riprende. I messaggi della chat restano.
forget-button-yes = Sì, cancella tutto
forget-button-no = Conserva
forget-done = 🧹 È tutto cancellato. /start ricomincia da capo.
forget-toast-done = Cancellato.
forget-kept = Resta tutto com’è.
forget-toast-kept = Conservato.
stop-button-resume = ▶️ Riprendi
