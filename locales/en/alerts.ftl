button-open = Open
button-mute = Mute 24 h
button-stop-watch = Stop this watch
alert-number = № {$number}
alert-again = № {$number} · sent again after an interruption, you may have it already
alert-everything = Everything from this source
alert-untitled = Untitled
alert-gone = 🗑 <i>This post was deleted by its author, or is no longer public.</i>
