button-open = Abrir
button-mute = Silenciar 24 h
button-stop-watch = Dejar de seguir
alert-number = № {$number}
alert-again = № {$number} · reenviado tras una interrupción; quizá ya lo tengas
alert-everything = Todo lo de esta fuente
alert-untitled = Sin título
alert-gone = 🗑 <i>Su autor ha borrado esta publicación, o ya no es pública.</i>
