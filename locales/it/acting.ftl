button-why = Perché
button-more = ⋯
button-report = Segnala a X
button-stop-all = Sì, smetti con tutte
button-keep-all = Tienile
alert-forgotten = Questo avviso è troppo vecchio: non lo ricordo più.
