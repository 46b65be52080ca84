error-internal = 죄송해요, 제 쪽에서 문제가 생겼어요. 기록해 두었으니 다시 해 보세요.
error-unknown = 잘 모르겠어요. /watch 와 키워드, 또는 /help 를 보내 보세요.
error-admins-only = 이 채팅의 관리자만 할 수 있어요.
error-rights-unknown = 지금은 누가 관리자인지 Telegram에서 확인이 안 돼요. 잠시 뒤에 다시 해 보세요.
error-not-allowed = 이 Hark는 비공개예요. 누가 쓸 수 있는지는 운영자가 정해요.
error-old-button = 이 버튼은 이제 쓸 수 없어요. /help 를 보내 보세요.
error-watch-gone = 이 키워드는 이제 없어요.
error-source-gone = 이 소스는 이제 구독하고 있지 않아요.
