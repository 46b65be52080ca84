button-why = Почему
button-more = ⋯
button-report = Пожаловаться в X
button-stop-all = Да, больше не следить
button-keep-all = Оставить
alert-forgotten = Это уведомление слишком старое: я его уже не помню.
