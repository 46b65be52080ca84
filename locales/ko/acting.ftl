button-why = 이유
button-more = ⋯
button-report = X에 신고
button-stop-all = 네, 모두 그만 보기
button-keep-all = 그대로 두기
alert-forgotten = 너무 오래된 알림이라 더는 기억하지 못해요.
