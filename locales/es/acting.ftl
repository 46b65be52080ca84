button-why = Por qué
button-more = ⋯
button-report = Denunciar en X
button-stop-all = Sí, dejarlas todas
button-keep-all = Conservarlas
alert-forgotten = Este aviso es demasiado antiguo: ya no lo recuerdo.
