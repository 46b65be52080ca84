# Ciò che gli operatori vengono a sapere di X. Gli importi arrivano già scritti: 5,00 USD
spending-half = X è costato {$spent} dei {$budget} di questo mese. Di questo passo il mese costerà {$forecast}.
spending-short = X è costato {$spent} dei {$budget} di questo mese; di questo passo saranno {$forecast}. D'ora in poi gli account si leggono solo per le parole cercate e i controlli si saltano. <code>x.budget</code> alza il limite.
spending-out = X è costato {$spent} su {$budget}: X non viene letto fino a {$again}. I feed continuano. Con un <code>x.budget</code> più alto Hark riprende da dove si è fermato, fino a 7 giorni indietro.
spending-drift = Il {$day} X ha contato {$theirs} post, Hark {$ours}. Conviene confrontare con la console di X.
account-missed = La ricerca di X non ha trovato un post di {$name} che dice {$words}. D'ora in poi gli account si leggono per intero.
account-renamed = {$before} su X ora si chiama {$after}; Hark continua a seguirlo.
