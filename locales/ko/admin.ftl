# For those who operate Hark: /admin, how the whole of it is doing.
menu-admin = Hark 운영
admin-title = <b>Hark 운영</b>
admin-chats = 채팅: {$count} (개인 {$private}, 그룹 {$groups}, 채널 {$channels})
admin-states = 사용 중: {$active} · 일시정지: {$paused} · 연락 안 됨: {$lost} · 차단: {$banned}
admin-watches = 키워드: {$count}
admin-sources = 확인하는 소스: {$count}, 오류: {$failing}
admin-queue = 대기 중인 메시지: {$waiting}, 가장 오래된 것: {$ago}
admin-queue-empty = 대기 중인 메시지: 없음
admin-held = 일시정지되었거나 연락이 안 되는 채팅을 위해 보관: {$count}
admin-errors = 24시간 동안의 문제: {$count}
admin-chats-button = 채팅
admin-errors-button = 문제
admin-bans-button = 차단
admin-list-button = 허용 목록
admin-refresh-button = ↻ 새로 고침
admin-errors-title = <b>최근 24시간의 문제</b>
admin-errors-none = 없어요. ✓
trouble-command = • 실패한 명령과 버튼: {$count}, 마지막 <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time> ({$detail}). 당사자에게 문제가 생겼다고 알렸어요.
trouble-errand = • 실패한 긴 작업: {$count}, 마지막 <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time> ({$detail}). 요청한 사람에게 알렸어요.
trouble-unsent = • 보내지 못한 메시지: {$count}, 마지막 <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time> ({$detail}). 아무에게도 알리지 않았어요.
trouble-lost = • 연락이 끊긴 채팅: {$count}, 마지막 <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time> ({$detail}). 알림은 30일 동안 보관해요.
trouble-no-right = • Hark가 글을 쓸 수 없는 채팅: {$count}, 마지막 <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time> ({$detail}). 다시 쓸 수 있게 되면 알려요.
trouble-flood = • Telegram이 기다리라고 한 횟수: {$count}, 마지막 <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time> ({$detail}). 그 채팅만 기다렸어요.
trouble-sources = • 지금 읽지 못하는 소스, {$reason}: {$count}. 알린 수: {$number}.
admin-chats-title = <b>채팅</b> · {$count}
admin-chat = 번호 <code>{$id}</code> · 키워드: {$count}
admin-chat-since = <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>부터
admin-kind-private = 개인
admin-kind-group = 그룹
admin-kind-channel = 채널
admin-state-active = 사용 중
admin-state-paused = ⏸ 일시정지
admin-state-blocked = 🚫 연락 안 됨
admin-state-gone = 🗑 삭제됨
admin-state-banned = ⛔ 차단됨
