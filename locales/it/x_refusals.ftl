refused-limit = è raggiunto il limite di spesa impostato per X
refused-cap = sono esauriti i post che X dà in un mese
refused-project = X non lascia leggere la nostra App; forse non è in nessun Project
refused-token = Hark non ha un token di accesso valido per X
stop-unpaid = X non viene letto: {$reason}. Hark chiede da solo, senza costi, se può di nuovo; poi riprende e può recuperare fino a 7 giorni. I feed continuano.
stop-project = X non lascia leggere la nostra App; forse non è in nessun Project: X non viene letto. Sistemato su console.x.com, Hark riprende da dove si è fermato, fino a 7 giorni indietro. I feed continuano.
