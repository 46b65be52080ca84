stats-title = 📊 <b>하루 알림 수</b>, 최근 {$days}일
stats-row = {$letter} · {$name} · {$count}
stats-others = 그 밖의 키워드 {$count}개
stats-sources = 전부 받는 출처
stats-ended = 끝난 키워드
stats-none = 📊 최근 {$days}일 동안 알림이 없어 그릴 것이 없습니다. /list는 키워드 목록, /test는 최근 글로 말을 시험합니다.
