# Who may use Hark: bans, the allow-list, and the way in.
error-banned = 此 Hark 的运营者已将您封禁，它不会再回复您。
access-private = 此 Hark 不对外开放，谁可以使用由运营者决定。点按钮即可申请。
access-ask-button = 申请使用
access-waits = 已向运营者提出申请，答复会发到这里。
access-refused = 此 Hark 的运营者没有同意。
access-let-in-notice = ✅ 您可以使用此 Hark 了。发送 /start 开始。
access-unbanned-notice = ▶️ 运营者已解除封禁：这里的关注恢复工作。
access-request-private = 🙋 <b>{$name}</b> 申请使用此 Hark。编号：<code>{$id}</code>
access-request-group = 🙋 群组 <b>{$name}</b> 申请使用此 Hark。编号：<code>{$id}</code>
access-request-channel = 🙋 频道 <b>{$name}</b> 申请使用此 Hark。编号：<code>{$id}</code>
access-let-in-button = 同意
access-refuse-button = 拒绝
access-is-allowed = ✅ <b>{$name}</b>（<code>{$id}</code>）已在白名单中。
access-is-refused = ❌ 已拒绝 <b>{$name}</b>（<code>{$id}</code>）。
access-is-banned = ⛔ 已封禁 <b>{$name}</b>（<code>{$id}</code>）：告知一次，之后不再回复。那里的关注暂停。
access-which-ban = 要封禁谁？请发送用户或聊天的编号，或转发对方的一条消息。发送 /cancel 取消。
access-which-allow = 要允许谁？请发送用户或聊天的编号，或转发对方的一条消息。发送 /cancel 取消。
access-which-unban = 要解除谁的封禁？请发送编号，可在 /admin → 封禁 中查看。发送 /cancel 取消。
access-which-disallow = 要把谁移出白名单？请发送编号，可在 /admin → 白名单 中查看。发送 /cancel 取消。
access-hidden = Telegram 隐藏了这条消息的作者。请改为发送编号，可在 /admin → 聊天 中查看。
access-no-number = “{$words}”不是用户或聊天的编号。编号形如 <code>123456789</code> 或 <code>-1001234567890</code>，可在 /admin → 聊天 中查看。
access-operator = 不能封禁运营者。请先将其从 <code>telegram.admins</code> 中移除。
access-not-banned = <b>{$name}</b>（<code>{$id}</code>）没有被封禁。
access-not-allowed = <b>{$name}</b>（<code>{$id}</code>）不在此名单中；<code>config.yaml</code> 中的要在那里修改。
access-unbanned = ✅ 已解除 <b>{$name}</b>（<code>{$id}</code>）的封禁。那里的关注：{$count}，恢复工作。
access-disallowed = ✅ 已将 <b>{$name}</b>（<code>{$id}</code>）移出白名单。那里的关注：{$count}。
access-ban-button = ⛔ 封禁
access-unban-button = 解除封禁
access-ban-one-button = ⛔ 封禁某人
access-allow-one-button = ＋ 添加
access-bans =
    { $count ->
        [0] <b>封禁</b>：没有人被封禁。
       *[other] <b>封禁</b> · {$count}。点一下即可解除：
    }
access-row = <b>{$name}</b> · <code>{$id}</code> · 自 <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time> 起
access-list-on = <b>白名单</b>：开 · {$count}。只有名单上的和运营者可以使用 Hark。点一下即可移出：
access-list-off = <b>白名单</b>：关 · {$count}。所有人都可以使用 Hark。开启后，已有关注的聊天会保留。
access-list-configured = <code>config.yaml</code> 中（因此始终开启）：{$count}
access-close-button = 只服务名单
access-open-button = 服务所有人
why-kept-banned = 未提醒：运营者从 <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time> 起封禁了本聊天。
access-unknown = 尚未见过的对象
