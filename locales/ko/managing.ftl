menu-manage = 여기서 채널이나 그룹 관리하기
manage-for-channel = 📣 <b>{$chat}</b> 관리
manage-for-group = 👥 <b>{$chat}</b> 관리
manage-own = 👤 내 채팅을 관리하고 있어요.
manage-now = 이제 여기서 관리할 수 있어요. /watch, /list, /sources, /settings 등이 이 채팅에 적용돼요.
manage-which = 다른 채팅을 누르면 그 채팅을 관리해요.
manage-none = 관리하시는 채널이나 그룹을 아직 몰라요. 하나 고르시면 무엇이 필요한지 알려 드릴게요.
manage-own-button = 👤 내 채팅
manage-other-button = 다른 채팅…
manage-pick-button-channel = 채널 고르기…
manage-pick-button-group = 그룹 고르기…
manage-pick-channel = 아래 키를 눌러 채널을 골라 주세요. 그러면 Telegram이 글을 올릴 권한을 줘요.
manage-pick-group = 아래 키를 눌러 그룹을 골라 주세요. 제가 그 그룹의 멤버여야 해요.
manage-pick-key-channel = 📣 채널 고르기
manage-pick-key-group = 👥 그룹 고르기
manage-toast = 이제 {$chat} 채팅을 관리해요.
manage-toast-own = 이제 내 채팅을 관리해요.
manage-add-channel =
    아직 <b>{$chat}</b> 채널에 들어가 있지 않아요.
    채널의 관리자 메뉴에서 저를 추가하고 글 올리기를 허용한 뒤 다시 골라 주세요.
manage-add-group =
    아직 <b>{$chat}</b> 그룹에 들어가 있지 않아요.
    저를 그룹에 추가한 뒤 다시 골라 주세요.
manage-mute-channel = ⚠️ 그곳에 글을 올릴 수 없어요. 채널의 관리자 메뉴에서 저를 눌러 글 올리기를 허용해 주세요.
manage-mute-group = ⚠️ 그곳에 글을 쓸 수 없어요. 그룹 권한에서 메시지 보내기를 허용해 주세요.
manage-no-administrator = <b>{$chat}</b> 관리자가 아니어서 관리할 수 없어요.
manage-lost = {$chat} 채팅은 더 이상 관리할 수 없어요. 이제 그곳의 관리자가 아니에요.
manage-gone = {$chat} 채팅은 더 이상 관리할 수 없어요. 제가 그곳에 없어요.
manage-back = 👤 다시 내 채팅을 관리해요.
manage-may-post =
    📣 이제 <b>{$chat}</b> 채널에 글을 올릴 수 있어요.
    여기서 관리할 수 있어요: /manage
manage-button = 이 채널 관리
manage-in-private = 개인 채팅에서 /manage 를 보내 주세요. 거기서 이 채팅을 관리할 수 있어요.
