follow-words-button = 내 키워드만
follow-everything-button = 모두
follow-question = 무엇을 보내 드릴까요?
follow-done = 📡 구독했어요: <b>{$name}</b>
follow-shared = 📡 <b>{$name}</b>, 모두를 위해 이미 읽고 있는 소스예요. 내 키워드가 나오면 어차피 알려 드려요. ‘모두’를 고르면 새 글이 다 와요.
follow-again-words = 📡 이미 구독 중이에요(내 키워드만): <b>{$name}</b>
follow-again-everything = 📡 이미 구독 중이에요(모두): <b>{$name}</b>
follow-ill = ⚠️ <b>{$name}</b>, 구독했지만 지금은 읽을 수 없어요: {$reason}. 계속 시도할게요. 상태는 /sources 에서 보세요.
follow-refused = <b>{$name}</b>, 구독할 수 없어요: {$reason}.
follow-unreadable = <b>{$words}</b>, 웹 주소도 X 계정도 아니에요. 이렇게 해 보세요: <code>https://example.org</code>, <code>@sama</code>
follow-full = 여기 소스는 {$limit}개까지인데 {$count}개를 구독하고 있어요. /unfollow 로 하나를 빼거나 운영자에게 물어보세요.
follow-x-off = <b>{$name}</b>, 구독할 수 없어요. 이 Hark는 X에 연결되어 있지 않아요.
follow-author = <b>{$name}</b> 님의 글이에요. 작성자를 구독할 수 있어요.
follow-author-button = {$name} 구독
follow-chosen-words = 📡 <b>{$name}</b>: 내 키워드가 나오는 글만 보낼게요.
follow-chosen-everything = 📡 <b>{$name}</b>: 새 글을 모두 보낼게요.
follow-toast = 알겠어요.

unfollow-button = 구독 취소
unfollow-done = 구독을 취소했어요: <b>{$name}</b>
unfollow-toast = 구독을 취소했어요.
unfollow-unknown = 구독하고 있지 않아요: <b>{$words}</b>
unfollow-many = <b>{$words}</b>에 맞는 소스가 여러 개예요.
unfollow-which = 어떤 소스의 구독을 취소할까요?
unfollow-none = 나만의 소스가 아직 없어요. /follow 로 추가해 보세요

sources-title =
    { $failing ->
        [0] <b>소스</b> · {$count}개
       *[other] <b>소스</b> · {$count}개, 그중 {$failing}개 오류
    }
sources-none = 아직 소스가 없어요. /follow 로 추가해 보세요
sources-own-words = 내 소스, 내 키워드만
sources-own-everything = 내 소스, 모두
sources-waiting = 아직 읽지 않음
sources-read = {$ago} 읽음
sources-failing = <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>부터 오류: {$reason} · 다음 시도 <tg-time unix="{$next-unix}" format="{$next-format}">{$next-clock}</tg-time>
sources-x-failing = X: {$reason}, <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>부터 · 다음 시도 <tg-time unix="{$next-unix}" format="{$next-format}">{$next-clock}</tg-time>
sources-x-mine = <b>이번 달에 읽은 X 글</b>(키워드별)
sources-x-all = <b>이번 달 X 비용</b>(비싼 키워드부터)
sources-x-watch = • {$words} · 글 {$reads}개, {$cost}
sources-x-ended = 끝난 키워드
sources-x-nobody = 키워드 없이 쓴 것

source-failing-notice = ⚠️ <b>{$source}</b>, {$since}부터 읽을 수 없어요: {$reason}. 계속 시도할게요.
source-recovered-notice = ✅ <b>{$source}</b>, 다시 읽고 있어요. {$since}부터 {$length} 동안 읽지 못했어요: {$reason}.
quiet-week = 🌿 조용한 한 주였어요. 찾으시는 내용은 나오지 않았어요. 계속 읽고 있어요: 소스 {$sources}개, 새 글 {$items}개, 마지막으로 읽은 때는 {$ago}이에요.
quiet-week-failing = 소스 {$failing}개에서 오류가 나요: /sources
