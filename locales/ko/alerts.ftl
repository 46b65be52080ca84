button-open = 열기
button-mute = 24시간 끄기
button-stop-watch = 그만 보기
alert-number = № {$number}
alert-again = № {$number} · 중단 뒤 다시 보냈어요. 이미 받으셨을 수 있어요
alert-everything = 이 소스의 모든 글
alert-untitled = 제목 없음
alert-gone = 🗑 <i>작성자가 지웠거나 더는 공개되지 않는 글이에요.</i>
