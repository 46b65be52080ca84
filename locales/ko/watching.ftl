watch-begun =
    🔔 지켜볼게요: <b>{$words}</b>
    { $sources ->
        [0] 아직 소스가 없어요. /follow 로 추가해 주세요.
       *[other] 소스 {$sources}개에서 새 글이 나오면 바로 알려 드려요.
    }
    키워드 {$count} / {$limit} · /list
watch-known =
    이미 지켜보고 있어요: <b>{$words}</b>
    키워드 {$count} / {$limit} · /list
watch-full = 넣을 자리가 없어요: <b>{$words}</b>. 여기 키워드는 {$limit}개까지인데 {$count}개가 있어요. /unwatch 로 하나를 빼거나 운영자에게 물어보세요.
watch-while-paused = ⏸ 이 채팅의 알림이 일시정지되어 있어요: /resume
watch-line-begun = ✓ 지켜볼게요: <b>{$words}</b>
watch-line-known = • 이미 지켜보고 있어요: <b>{$words}</b>
watch-line-full = ✗ 넣을 자리가 없어요({$limit}개까지): <b>{$words}</b>
watch-count = 키워드 {$count} / {$limit} · /list
watch-toast = 알겠어요.
watch-button = {$words} 지켜보기

unwatch-done = 이제 그만 볼게요: <b>{$words}</b>
unwatch-toast = 이제 그만 볼게요: {$words}
unwatch-unknown = 지켜보고 있지 않아요: <b>{$words}</b>
unwatch-line-unknown = ✗ 지켜보고 있지 않아요: <b>{$words}</b>
unwatch-many = <b>{$words}</b>에 맞는 키워드가 여러 개예요.
unwatch-which = 어떤 키워드를 그만 볼까요?
undo-button = 되돌리기
undo-all-button = 모두 되돌리기
undo-all-toast = 모두 끝냈습니다.
undo-done = 🔔 다시 지켜볼게요: <b>{$words}</b>
undo-toast = 되돌렸어요.
undo-too-late = 이제 되돌릴 수 없어요. /watch 를 다시 써 주세요.

list-title = <b>내 키워드</b> · {$count} / {$limit}
list-row = {$number}. {$words}
list-empty = 여기서는 아직 지켜보는 키워드가 없어요. /watch #AI 를 해 보세요
list-paused = ⏸ 이 채팅의 알림이 일시정지되어 있어요: /resume

watch-screen = 🔎 <b>{$words}</b>
watch-screen-since = {$since} 추가
watch-state-on = 🔔 켜짐
watch-state-paused = ⏸ 일시정지
watch-state-muted = 🔇 <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>까지 조용히
watch-pause-button = ⏸ 일시정지
watch-resume-button = ▶️ 다시 시작
watch-mute-button = 🔇 24시간 끄기
watch-unmute-button = 🔔 다시 켜기
watch-remove-button = 삭제
watch-toast-paused = 일시정지했어요.
watch-toast-resumed = 다시 시작했어요.
watch-toast-muted = 24시간 동안 조용히 할게요.
watch-toast-unmuted = 다시 알려 드릴게요.
watch-paused = ⏸ 일시정지했어요: <b>{$words}</b>. 다시 시작하려면 /resume
watch-resumed = ▶️ 다시 시작했어요: <b>{$words}</b>
back-button = « 뒤로
alert-toast-muted = {$words}: 24시간 동안 조용히 할게요.

test-words = 🔎 <code>{$words}</code>
test-counted = 최근 {$days}일: {$count}건{ $rate ->
        [0] {""}
       *[other] , 하루 약 {$rate}건
    }{ $sources ->
        [0] {""}
        [1] , 모두 {$name}
       *[other] , 가장 많은 곳: {$name}({$most})
    }
test-nothing = 최근 {$days}일: 글 {$items}개에는 없었어요. 내일은 있을지도 몰라요.
test-less = 덜 받으려면: {$tried}건 가운데 이만큼 빠져요:
test-less-newest = 덜 받으려면: 최신 {$tried}건 가운데 이만큼 빠져요:
test-title-only = 제목에서만
test-near = 낱말이 가까울 때만
test-language = {$language}만
test-phrase = 구절로 {$words}
test-exact = 이 표기만: {$words}
test-without = {$words} 빼고

query-here = ↑ 여기
query-empty = 찾을 낱말이 없어요.
query-syntax = 이 검색을 알아볼 수 없어요:
query-only-negative = 뺄 것만 적혀 있어요. 찾을 것도 적어 주세요:
query-too-long = 너무 길어요. 1000자까지예요:
query-too-many-terms = 낱말이 너무 많아요. 64개까지예요:
query-too-deep = 괄호가 너무 겹쳐 있어요:
query-everything = 이러면 모든 글이 나와요. 찾을 것이나 소스를 적어 주세요: <code>source:</code>, <code>site:</code>, <code>from:</code>
query-only-facts = 이것은 검색을 좁히기만 해요. 찾을 낱말을 더해 주세요:
query-unknown-field = 그런 필드는 없어요. 쓸 수 있는 것: title: text: tag: author: from: source: site: url: lang: age: min:
query-field-value = 필드에 맞지 않는 값이에요. 이렇게 써 주세요: <code>lang:ko</code> <code>age:&lt;6h</code>(m, h, d, w) <code>min:2</code>
query-regex = 이 정규식은 쓸 수 없어요. RE2 문법으로 250자까지, 플래그는 ‘i’만 돼요:
query-address = 이것은 주소예요. 주소는 <code>site:</code>, <code>url:</code> 로 찾아요
query-follow = 소스로 구독할까요? <code>{$words}</code>
query-suggestion = 혹시 이것인가요? <code>{$words}</code>
