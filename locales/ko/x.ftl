spending-half = 이번 달 X 비용이 예산 {$budget} 중 {$spent}예요. 이대로면 이번 달은 {$forecast}가 돼요.
spending-short = 이번 달 X 비용이 예산 {$budget} 중 {$spent}이고, 이대로면 {$forecast}가 돼요. 이제 비용이 많이 드는 계정부터 필요한 키워드만 읽고 점검은 건너뛰어요. 한도는 <code>x.budget</code> 으로 올려요.
spending-out = X 비용이 예산 {$budget} 중 {$spent}에 이르러 {$again}까지 X를 읽지 않아요. 피드는 계속돼요. <code>x.budget</code> 을 올리면 Hark가 멈춘 곳부터, 길게는 7일 전까지 이어 읽어요.
spending-drift = {$day}에 X는 글 {$theirs}개, Hark는 {$ours}개를 셌어요. X 콘솔과 비교해 보세요.
account-missed = X 검색이 {$words}, 이 말이 있는 {$name} 님의 글을 놓쳤어요. 이제 계정의 글을 모두 읽어요.
account-renamed = X에서 {$before} 계정의 이름이 바뀌었어요: {$after}. Hark는 계속 읽어요.
stop-credentials = X를 읽지 않아요: {$reason}. 새 토큰을 X_BEARER_TOKEN 에 넣고 다시 시작하면 Hark가 멈춘 곳부터, 길게는 7일 전까지 이어 읽어요. 피드는 계속돼요.
stop-accounts =
    { $more ->
        [0] {$since}부터 읽지 못함: {$names}
       *[other] {$since}부터 읽지 못함: {$names} 외 {$more}개
    }
stop-covered = 대신 이 계정들의 글을 모은 피드를 읽어요.
stop-over =
    { $more ->
        [0] ✅ X를 다시 읽어요. {$length} 동안 읽지 못한 계정: {$names}
       *[other] ✅ X를 다시 읽어요. {$length} 동안 읽지 못한 계정: {$names} 외 {$more}개
    }
stop-over-covered = ✅ {$length} 만에 X를 직접 다시 읽어요.
stop-over-cost =
    { $reads ->
        [0] 밀린 글을 읽는 데 비용이 들지 않았어요.
       *[other] 밀린 글을 읽는 데 {$cost} 들었어요.
    }
stop-lost = {$before} 이전의 글은 이제 읽을 수 없어요. X는 7일 전까지만 찾아요.
accounts-failing-notice =
    { $more ->
        [0] ⚠️ {$since}부터 X를 읽지 못하고 있어요: {$reason}. 읽지 못하는 계정: {$names}. 계속 시도할게요.
       *[other] ⚠️ {$since}부터 X를 읽지 못하고 있어요: {$reason}. 읽지 못하는 계정: {$names} 외 {$more}개. 계속 시도할게요.
    }
accounts-recovered-notice =
    { $more ->
        [0] ✅ {$length} 만에 X를 다시 읽고 있어요: {$names}.
       *[other] ✅ {$length} 만에 X를 다시 읽고 있어요: {$names} 외 {$more}개.
    }
status-x-spent =
    <b>이번 달 X</b>
    쓴 돈: {$budget} 중 {$spent} · 예상: {$forecast}
    구매(글, 계정, 집계): {$reads}
status-x-unlimited =
    <b>이번 달 X</b>
    쓴 돈: {$spent}, 한도 없음 · 예상: {$forecast}
    구매(글, 계정, 집계): {$reads}
status-x-credit = X에 남은 잔액: {$left}({$ago} 기준)
status-x-unread =
    { $more ->
        [0] ⚠️ <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>부터 읽지 못함: {$names} · {$reason} · 다음 시도 <tg-time unix="{$next-unix}" format="{$next-format}">{$next-clock}</tg-time>
       *[other] ⚠️ <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>부터 읽지 못함: {$names} 외 {$more}개 · {$reason} · 다음 시도 <tg-time unix="{$next-unix}" format="{$next-format}">{$next-clock}</tg-time>
    }

price-watch =
    { $accounts ->
        [1] X에서는 <code>{$words}</code> 검색이 안 돼요. 계정의 글을 모두 읽으면 한 달에 약 {$price} 들어요. 피드는 이미 지켜보고 있어요.
       *[other] X에서는 <code>{$words}</code> 검색이 안 돼요. 계정 {$accounts}개의 글을 모두 읽으면 한 달에 약 {$price} 들어요. 피드는 이미 지켜보고 있어요.
    }
price-follow = <b>{$name}</b>의 글을 모두 읽으면 한 달에 약 {$price} 들어요. 고르기 전까지는 내 키워드가 나오는 글만 보낼게요.
price-counted = X가 센 최근 7일의 글 수예요.
price-assumed = X에 물어볼 수 없어서 계정마다 하루 글 {$posts}개로 계산했어요.
price-operators = 이 Hark의 운영자만 허락할 수 있어요.
price-operators-toast = 돈이 드는 일은 이 Hark의 운영자만 허락할 수 있어요.
price-toast = 비용을 알아보고 있어요…
price-gone = 이제 구독하고 있지 않아요.
price-whole-button = X 모두 읽기
price-rest-button = X 모두 읽지 않기
price-whole-on = 이제 <code>{$words}</code> 때문에 X를 모두 읽어요.
price-whole-off = 이제 <code>{$words}</code> 때문에 X를 모두 읽지는 않아요. 피드는 그대로 지켜봐요.

catch-up-offer =
    { $accounts ->
        [1] 계정에 {$since}부터 올라온 글을 아직 읽지 않았어요. 읽으면 약 {$price} 들어요. 새 글은 어차피 읽어요.
       *[other] 계정 {$accounts}개에 {$since}부터 올라온 글을 아직 읽지 않았어요. 읽으면 약 {$price} 들어요. 새 글은 어차피 읽어요.
    }
catch-up-button = 밀린 글 읽기 · 약 {$price}
catch-up-leave-button = 지금부터 계속
catch-up-begun = {$since}부터 올라온 글을 약 {$price}에 읽고 있어요. 키워드가 나오면 알려 드려요.
catch-up-left = 지금부터 계속할게요. {$since}부터 X가 돌아올 때까지의 글은 읽지 않아요.
catch-up-decided = 이미 정해졌어요.
status-x-gap = 돈이 없어 읽지 못한 글: {$since}부터(계정 {$accounts}개, 약 {$price}). 버튼은 X를 다시 읽는다는 메시지에 있어요.
