# Who may use Hark: bans, the allow-list, and the way in.
error-banned = 이 Hark의 운영자가 차단했어요. 이제 답하지 않아요.
access-private = 이 Hark는 비공개이고 누가 쓸 수 있는지는 운영자가 정해요. 버튼을 누르면 대신 물어봐요.
access-ask-button = 사용 요청하기
access-waits = 운영자에게 물어봤어요. 답은 여기로 와요.
access-refused = 이 Hark의 운영자가 거절했어요.
access-let-in-notice = ✅ 이제 이 Hark를 쓸 수 있어요. /start 로 시작해 보세요.
access-unbanned-notice = ▶️ 운영자가 차단을 풀었어요. 여기 키워드가 다시 작동해요.
access-request-private = 🙋 <b>{$name}</b> 님이 이 Hark를 쓰고 싶어 해요. 번호: <code>{$id}</code>
access-request-group = 🙋 <b>{$name}</b> 그룹에서 이 Hark를 쓰고 싶어 해요. 번호: <code>{$id}</code>
access-request-channel = 🙋 <b>{$name}</b> 채널에서 이 Hark를 쓰고 싶어 해요. 번호: <code>{$id}</code>
access-let-in-button = 허용
access-refuse-button = 거절
access-is-allowed = ✅ <b>{$name}</b> (<code>{$id}</code>)이 허용 목록에 있어요.
access-is-refused = ❌ <b>{$name}</b> (<code>{$id}</code>)의 요청을 거절했어요.
access-is-banned = ⛔ <b>{$name}</b> (<code>{$id}</code>)을 차단했어요. 한 번만 알리고 그 뒤로는 답하지 않아요. 키워드는 쉬어요.
access-which-ban = 누구를 차단할까요? 사람이나 채팅의 번호를 보내거나 그 사람의 메시지를 전달해 주세요. 그만두려면 /cancel
access-which-allow = 누구를 허용할까요? 사람이나 채팅의 번호를 보내거나 그 사람의 메시지를 전달해 주세요. 그만두려면 /cancel
access-which-unban = 누구의 차단을 풀까요? 번호를 보내 주세요(/admin → 차단). 그만두려면 /cancel
access-which-disallow = 누구를 허용 목록에서 뺄까요? 번호를 보내 주세요(/admin → 허용 목록). 그만두려면 /cancel
access-hidden = Telegram이 누가 썼는지 숨겨요. 번호를 보내 주세요(/admin → 채팅).
access-no-number = “{$words}”은 사람이나 채팅의 번호가 아니에요. <code>123456789</code> 이나 <code>-1001234567890</code> 같은 모양이에요(/admin → 채팅).
access-operator = 운영자는 차단할 수 없어요. 먼저 <code>telegram.admins</code> 에서 빼 주세요.
access-not-banned = <b>{$name}</b> (<code>{$id}</code>)은 차단되어 있지 않아요.
access-not-allowed = <b>{$name}</b> (<code>{$id}</code>)은 이 목록에 없어요. <code>config.yaml</code> 에 있는 것은 거기서 바꿔 주세요.
access-unbanned = ✅ <b>{$name}</b> (<code>{$id}</code>)의 차단을 풀었어요. 다시 작동하는 키워드: {$count}
access-disallowed = ✅ <b>{$name}</b> (<code>{$id}</code>)을 허용 목록에서 뺐어요. 키워드: {$count}
access-ban-button = ⛔ 차단
access-unban-button = 차단 풀기
access-ban-one-button = ⛔ 누군가 차단하기
access-allow-one-button = ＋ 누군가 허용하기
access-bans =
    { $count ->
        [0] <b>차단</b>: 아무도 없어요.
       *[other] <b>차단</b> · {$count}. 누르면 풀려요:
    }
access-row = <b>{$name}</b> · <code>{$id}</code> · <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>부터
access-list-on = <b>허용 목록</b>: 켬 · {$count}. 목록에 있는 사람과 운영자만 Hark를 쓸 수 있어요. 누르면 빠져요:
access-list-off = <b>허용 목록</b>: 끔 · {$count}. 누구나 Hark를 쓸 수 있어요. 켜도 이미 키워드가 있는 채팅은 남아요.
access-list-configured = <code>config.yaml</code> 에 있는 것(그래서 늘 켜져 있음): {$count}
access-close-button = 목록만 허용하기
access-open-button = 모두 허용하기
why-kept-banned = 보류: 운영자가 <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>부터 이 채팅을 차단했어요.
access-unknown = 아직 모르는 상대
