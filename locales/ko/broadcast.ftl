# What operators tell all chats, and how a chat gets none of it.
admin-broadcast-button = 📣 전체 메시지
broadcast-ask = 모든 채팅에 무엇을 알릴까요? 글을 보내 주세요. 보내기 전에 어떻게 보이는지 보여 드려요. 그만두려면 /cancel
broadcast-too-long = {$count}자예요. 최대 {$limit}자까지예요. 더 짧게 보내 주세요. 그만두려면 /cancel
broadcast-one-by-one = 이미 보내고 있는 것이 있어요. 먼저 멈추거나 기다려 주세요.
broadcast-goes-to =
    { $count ->
        [0] ☝️ 받을 채팅이 없어요.
       *[other] ☝️ 이렇게 보여요. 받는 채팅: {$count}
    }
broadcast-unwilling = 받지 않겠다고 한 채팅: {$count}
broadcast-paused = 일시정지: {$count}
broadcast-lost = 연락 안 됨 또는 차단: {$count}
broadcast-send-button = 채팅 {$count}개에 보내기
broadcast-discard-button = 버리기
broadcast-discarded = 버렸어요. 아무도 받지 않았어요.
broadcast-sure = 지금 보낼까요? 보낸 것은 되돌릴 수 없어요. 채팅: {$count}
broadcast-yes-button = 네, 지금 보내기 ({$count})
broadcast-no-button = 아직요
broadcast-sending = 📣 보내는 중(알림이 먼저예요): {$sent} / {$count}. 끝나면 알려 드려요.
broadcast-stop-button = ⏹ 멈추기
broadcast-stopped = ⏹ 멈췄어요: {$sent} / {$count} 보냄. 더는 보내지 않아요.
broadcast-done =
    { $failing ->
        [0] 📣 끝났어요: 보냄 {$sent}.
       *[other] 📣 끝났어요: 보냄 {$sent}, 못 보냄 {$failing}.
    }
broadcast-no-more-button = 더는 받지 않기
broadcast-again-button = 다시 받기
broadcast-sample-toast = 미리보기일 뿐이에요.
settings-news-on = 운영자 소식: 켬
settings-news-off = 운영자 소식: 끔
settings-toast-news-on = 운영자 소식을 받아요.
settings-toast-news-off = 더는 오지 않아요. /settings 에서 다시 켤 수 있어요.
