# Who may use Hark: bans, the allow-list, and the way in.
error-banned = 這個 Hark 的營運者已將你封鎖，它不會再回覆你。
access-private = 這個 Hark 不對外開放，能不能用由營運者決定。點按鈕就能申請。
access-ask-button = 申請使用
access-waits = 已向營運者提出申請，答覆會傳到這裡。
access-refused = 這個 Hark 的營運者沒有同意。
access-let-in-notice = ✅ 你可以使用這個 Hark 了。傳送 /start 開始。
access-unbanned-notice = ▶️ 營運者已解除封鎖：這裡的追蹤恢復運作。
access-request-private = 🙋 <b>{$name}</b> 申請使用這個 Hark。編號：<code>{$id}</code>
access-request-group = 🙋 群組 <b>{$name}</b> 申請使用這個 Hark。編號：<code>{$id}</code>
access-request-channel = 🙋 頻道 <b>{$name}</b> 申請使用這個 Hark。編號：<code>{$id}</code>
access-let-in-button = 同意
access-refuse-button = 拒絕
access-is-allowed = ✅ <b>{$name}</b>（<code>{$id}</code>）已在允許清單中。
access-is-refused = ❌ 已拒絕 <b>{$name}</b>（<code>{$id}</code>）。
access-is-banned = ⛔ 已封鎖 <b>{$name}</b>（<code>{$id}</code>）：告知一次，之後不再回覆。那裡的追蹤暫停。
access-which-ban = 要封鎖誰？請傳送使用者或聊天室的編號，或轉發對方的一則訊息。傳送 /cancel 取消。
access-which-allow = 要允許誰？請傳送使用者或聊天室的編號，或轉發對方的一則訊息。傳送 /cancel 取消。
access-which-unban = 要解除誰的封鎖？請傳送編號，可在 /admin → 封鎖 中查看。傳送 /cancel 取消。
access-which-disallow = 要把誰移出允許清單？請傳送編號，可在 /admin → 允許清單 中查看。傳送 /cancel 取消。
access-hidden = Telegram 隱藏了這則訊息的作者。請改為傳送編號，可在 /admin → 聊天室 中查看。
access-no-number = 「{$words}」不是使用者或聊天室的編號。編號像 <code>123456789</code> 或 <code>-1001234567890</code>，可在 /admin → 聊天室 中查看。
access-operator = 不能封鎖營運者。請先將其從 <code>telegram.admins</code> 中移除。
access-not-banned = <b>{$name}</b>（<code>{$id}</code>）沒有被封鎖。
access-not-allowed = <b>{$name}</b>（<code>{$id}</code>）不在這份清單中；<code>config.yaml</code> 裡的要在那裡修改。
access-unbanned = ✅ 已解除 <b>{$name}</b>（<code>{$id}</code>）的封鎖。那裡的追蹤：{$count}，恢復運作。
access-disallowed = ✅ 已將 <b>{$name}</b>（<code>{$id}</code>）移出允許清單。那裡的追蹤：{$count}。
access-ban-button = ⛔ 封鎖
access-unban-button = 解除封鎖
access-ban-one-button = ⛔ 封鎖某人
access-allow-one-button = ＋ 加入
access-bans =
    { $count ->
        [0] <b>封鎖</b>：沒有人被封鎖。
       *[other] <b>封鎖</b> · {$count}。點一下就能解除：
    }
access-row = <b>{$name}</b> · <code>{$id}</code> · 自 <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time> 起
access-list-on = <b>允許清單</b>：開 · {$count}。只有清單上的和營運者可以使用 Hark。點一下就能移出：
access-list-off = <b>允許清單</b>：關 · {$count}。所有人都可以使用 Hark。開啟後，已有追蹤的聊天室會保留。
access-list-configured = <code>config.yaml</code> 中（因此一直開啟）：{$count}
access-close-button = 只服務清單
access-open-button = 服務所有人
why-kept-banned = 沒有提醒：營運者從 <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time> 起封鎖了這個聊天室。
access-unknown = 還沒見過的對象
