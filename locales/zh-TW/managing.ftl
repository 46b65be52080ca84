menu-manage = 在這裡管理頻道或群組
manage-for-channel = 📣 頻道：<b>{$chat}</b>
manage-for-group = 👥 群組：<b>{$chat}</b>
manage-own = 👤 您正在管理自己的聊天室。
manage-now = 現在可以在這裡管理它：/watch、/list、/sources、/settings 等指令都對它生效。
manage-which = 點按其他聊天室即可切換。
manage-none = 我還不知道您有哪些頻道或群組。選一個，我會告訴您還缺什麼。
manage-own-button = 👤 我自己的聊天室
manage-other-button = 其他聊天室…
manage-pick-button-channel = 選擇頻道…
manage-pick-button-group = 選擇群組…
manage-pick-channel = 點按下方的按鍵並選擇頻道，Telegram 會允許我在那裡發布訊息。
manage-pick-group = 點按下方的按鍵並選擇群組。我必須是群組成員。
manage-pick-key-channel = 📣 選擇頻道
manage-pick-key-group = 👥 選擇群組
manage-toast = 現在管理的是 {$chat}。
manage-toast-own = 現在管理的是您自己的聊天室。
manage-add-channel =
    我還不在 <b>{$chat}</b> 裡。
    請開啟頻道的「管理員」，加入我並允許我發布訊息，然後再選擇一次。
manage-add-group =
    我還不在 <b>{$chat}</b> 裡。
    請把我加入該群組，然後再選擇一次。
manage-mute-channel = ⚠️ 我不能在那裡發布訊息。請開啟頻道的「管理員」，點按我並允許發布訊息。
manage-mute-group = ⚠️ 我不能在那裡發言。請在群組權限中允許我傳送訊息。
manage-no-administrator = 您不是 <b>{$chat}</b> 的管理員，只有管理員可以管理它。
manage-lost = 您不能再管理 {$chat}：您已不是那裡的管理員。
manage-gone = 您不能再管理 {$chat}：我已不在那裡。
manage-back = 👤 現在管理的又是您自己的聊天室。
manage-may-post =
    📣 我現在可以在 <b>{$chat}</b> 發布訊息了。
    您可以在這裡管理它：/manage
manage-button = 管理此頻道
manage-in-private = 請在私訊中向我傳送 /manage，就能在那裡管理這個聊天室。
