error-internal = Scusa, qualcosa è andato storto da parte mia. L’ho annotato; riprova.
error-unknown = Non ho capito. Scrivi /watch e una parola, oppure /help.
error-admins-only = Solo gli amministratori di questa chat possono farlo.
error-rights-unknown = Telegram al momento non mi dice chi è amministratore. Riprova fra poco.
error-not-allowed = Questo Hark è privato: è l’operatore a decidere chi può usarlo.
error-old-button = Questo pulsante non funziona più. Scrivi /help.
error-watch-gone = Questa ricerca non c’è più.
error-source-gone = Non segui più questa fonte.
