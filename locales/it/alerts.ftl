button-open = Apri
button-mute = Silenzia 24 h
button-stop-watch = Smetti di seguire
alert-number = № {$number}
alert-again = № {$number} · inviato di nuovo dopo un’interruzione, forse l’hai già ricevuto
alert-everything = Tutto da questa fonte
alert-untitled = Senza titolo
alert-gone = 🗑 <i>Questo post è stato eliminato dall’autore o non è più pubblico.</i>
