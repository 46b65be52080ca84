# Channels and groups that are managed from the private chat: /manage.
menu-manage = Manage a channel or a group from here
manage-for-channel = 📣 For <b>{$chat}</b>
manage-for-group = 👥 For <b>{$chat}</b>
manage-own = 👤 You manage your own chat.
manage-now = You manage it from here now: /watch, /list, /sources, /settings and the rest count for it.
manage-which = Tap another chat to manage that one.
manage-none = I know no channel or group of yours yet. Pick one, and I say what is missing.
manage-own-button = 👤 My own chat
manage-other-button = Another chat…
manage-pick-button-channel = Pick a channel…
manage-pick-button-group = Pick a group…
manage-pick-channel = Tap the key below and choose the channel. Telegram then lets me post there.
manage-pick-group = Tap the key below and choose the group. I have to be a member there.
manage-pick-key-channel = 📣 Choose a channel
manage-pick-key-group = 👥 Choose a group
manage-toast = You manage {$chat} now.
manage-toast-own = You manage your own chat now.
manage-add-channel =
    I am not in <b>{$chat}</b> yet.
    In the channel open Administrators, add me and allow me to post messages. Then choose it again.
manage-add-group =
    I am not in <b>{$chat}</b> yet.
    Add me to the group, then choose it again.
manage-mute-channel = ⚠️ I may not post there. In the channel open Administrators, tap me and allow me to post messages.
manage-mute-group = ⚠️ I may not write there. Allow me to send messages in the permissions of the group.
manage-no-administrator = You are no administrator of <b>{$chat}</b>, and only they can manage it.
manage-lost = You can no longer manage {$chat}: you are no administrator there any more.
manage-gone = You can no longer manage {$chat}: I am not there any more.
manage-back = 👤 You manage your own chat again.
manage-may-post =
    📣 I can post in <b>{$chat}</b> now.
    You can manage it from here: /manage
manage-button = Manage this channel
manage-in-private = Say /manage to me in private: there you can manage this chat.
