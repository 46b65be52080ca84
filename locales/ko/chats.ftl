chats-hello-group =
    👋 안녕하세요! 관심 있는 이야기가 나오면 바로 이 그룹에 알려 드려요.
    관리자가 <code>/watch {$words}</code> 를 보내면 시작돼요 · /help
chats-hello-channel =
    👋 안녕하세요! 관심 있는 이야기가 나오면 바로 이 채널에 알려 드려요.
    여기에 <code>/watch {$words}</code> 를 올리면 시작돼요.
chats-welcome-back = 👋 다시 오셨네요. 키워드 {$count}개를 다시 지켜볼게요.
chats-paused =
    { $count ->
        [0] ⏸ 일시정지했어요. 이제 알림이 오지 않아요. 다시 받으려면 /resume
       *[other] ⏸ 일시정지했어요. 이제 알림이 오지 않아요. 키워드 {$count}개는 그대로 있어요. 다시 받으려면 /resume
    }
chats-resumed =
    { $count ->
        [0] ▶️ 알림이 켜져 있어요.
       *[other] ▶️ 알림이 켜져 있어요. 키워드 {$count}개를 지켜보고 있어요.
    }
chats-still-paused = 따로 일시정지한 키워드가 {$count}개 있어요: /list
chats-topic-closed = 🧵 주제가 닫혔거나 없어졌어요. 그곳에 보내던 알림은 이제 여기로 와요.
chats-right-lost = ✋ 이제 <b>{$name}</b>에 글을 쓸 수 없어요. 알림은 사라지지 않고 기다려요. 다시 쓰게 해 주시면 도착합니다.
chats-right-back = ✍️ 여기에 다시 글을 쓸 수 있어요. 기다리던 알림을 지금 보낼게요.

settings = <b>이 채팅의 설정</b>
settings-previews-on = 링크 미리보기: 켬
settings-previews-off = 링크 미리보기: 끔
settings-silent-on = 무음 알림: 켬
settings-silent-off = 무음 알림: 끔
settings-language = 언어: {$language}
settings-toast-previews-on = 알림에 링크 미리보기가 나와요.
settings-toast-previews-off = 알림에 링크 미리보기가 나오지 않아요.
settings-toast-silent-on = 알림이 소리 없이 와요.
settings-toast-silent-off = 알림이 소리와 함께 와요.

lang-which = 여기서는 어떤 언어로 말할까요?
lang-done = 이제 여기서는 한국어로 말할게요.
lang-toast = 한국어로 바꿨어요.

status-active = 🟢 알림이 켜져 있어요.
status-paused = ⏸ 이 채팅의 알림이 일시정지되어 있어요: /resume
status-sources =
    { $failing ->
        [0] 읽고 있는 소스: {$count}
       *[other] 읽고 있는 소스: {$count}, 오류: {$failing} · /sources
    }
status-watches = 키워드: {$count} / {$limit}
status-alerts = 24시간 동안의 알림: {$count}
status-read = 마지막으로 읽음: {$ago}
status-operator =
    <b>Hark 전체</b>
    채팅: {$chats} · 키워드: {$watches}
    확인하는 소스: {$sources}, 오류: {$failing}
    24시간 동안의 알림: 보냄 {$sent}, 대기 {$waiting}
