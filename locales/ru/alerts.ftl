button-open = Открыть
button-mute = Тихо 24 ч
button-stop-watch = Больше не следить
alert-number = № {$number}
alert-again = № {$number} · отправлено повторно после сбоя, возможно, вы это уже видели
alert-everything = Всё из этого источника
alert-untitled = Без заголовка
alert-gone = 🗑 <i>Автор удалил этот пост, или он больше не открыт для всех.</i>
