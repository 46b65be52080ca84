menu-manage = 在这里管理频道或群组
manage-for-channel = 📣 频道：<b>{$chat}</b>
manage-for-group = 👥 群组：<b>{$chat}</b>
manage-own = 👤 您正在管理自己的聊天。
manage-now = 现在可以在这里管理它：/watch、/list、/sources、/settings 等命令都对它生效。
manage-which = 点按其他聊天即可切换。
manage-none = 我还不知道您有哪些频道或群组。选一个，我会告诉您还缺什么。
manage-own-button = 👤 我自己的聊天
manage-other-button = 其他聊天…
manage-pick-button-channel = 选择频道…
manage-pick-button-group = 选择群组…
manage-pick-channel = 点按下方的按键并选择频道，Telegram 会允许我在那里发布消息。
manage-pick-group = 点按下方的按键并选择群组。我必须是群成员。
manage-pick-key-channel = 📣 选择频道
manage-pick-key-group = 👥 选择群组
manage-toast = 现在管理的是 {$chat}。
manage-toast-own = 现在管理的是您自己的聊天。
manage-add-channel =
    我还不在 <b>{$chat}</b> 里。
    请打开频道的“管理员”，添加我并允许我发布消息，然后再选择一次。
manage-add-group =
    我还不在 <b>{$chat}</b> 里。
    请把我加入该群组，然后再选择一次。
manage-mute-channel = ⚠️ 我不能在那里发布消息。请打开频道的“管理员”，点按我并允许发布消息。
manage-mute-group = ⚠️ 我不能在那里发言。请在群组权限中允许我发送消息。
manage-no-administrator = 您不是 <b>{$chat}</b> 的管理员，只有管理员可以管理它。
manage-lost = 您不能再管理 {$chat}：您已不是那里的管理员。
manage-gone = 您不能再管理 {$chat}：我已不在那里。
manage-back = 👤 现在管理的又是您自己的聊天。
manage-may-post =
    📣 我现在可以在 <b>{$chat}</b> 发布消息了。
    您可以在这里管理它：/manage
manage-button = 管理此频道
manage-in-private = 请在私聊中向我发送 /manage，就能在那里管理本聊天。
