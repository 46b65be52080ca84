# 告诉运营者的 X 消息。金额已写好：US$5.00
spending-half = 本月 X 已花费 {$spent}，预算 {$budget}。照此速度，全月将花费 {$forecast}。
spending-short = 本月 X 已花费 {$spent}，预算 {$budget}；照此速度将达 {$forecast}。从现在起，从最贵的账号开始只按关注的词读取，并暂停抽查。可用 <code>x.budget</code> 提高上限。
spending-out = X 已花费 {$spent}，预算 {$budget} 用完：{$again} 之前不再读取 X，订阅源照常。提高 <code>x.budget</code> 后，Hark 会从中断处继续，最多补读 7 天。
spending-drift = {$day} X 统计了 {$theirs} 条帖子，Hark 统计了 {$ours} 条。请与 X 控制台核对。
account-missed = X 的搜索漏掉了 {$name} 一条含“{$words}”的帖子。从现在起为它完整读取相关账号。
account-renamed = {$before} 在 X 上已改名为 {$after}，Hark 继续关注。
stop-credentials = X 暂停读取：{$reason}。请更新 X_BEARER_TOKEN，然后重启 Hark；它会从中断处继续，最多补读 7 天。订阅源照常。
stop-accounts =
    { $more ->
        [0] 自 {$since} 起未读取：{$names}
       *[other] 自 {$since} 起未读取：{$names}，另有 {$more} 个
    }
stop-covered = 改为读取这些账号的帖子订阅源。
stop-over =
    { $more ->
        [0] ✅ X 已恢复读取。中断 {$length}，受影响的账号：{$names}。
       *[other] ✅ X 已恢复读取。中断 {$length}，受影响的账号：{$names}，另有 {$more} 个。
    }
stop-over-covered = ✅ 中断 {$length} 后，X 本身已恢复读取。
stop-over-cost =
    { $reads ->
        [0] 补读没有产生费用。
       *[other] 补读花费 {$cost}。
    }
stop-lost = {$before} 之前的帖子已无法读取：X 只能搜索最近 7 天。
accounts-failing-notice =
    { $more ->
        [0] ⚠️ 自 {$since} 起无法读取 X：{$reason}。未读取的账号：{$names}。我会继续尝试。
       *[other] ⚠️ 自 {$since} 起无法读取 X：{$reason}。未读取的账号：{$names}，另有 {$more} 个。我会继续尝试。
    }
accounts-recovered-notice =
    { $more ->
        [0] ✅ 中断 {$length} 后，X 已恢复读取：{$names}。
       *[other] ✅ 中断 {$length} 后，X 已恢复读取：{$names}，另有 {$more} 个。
    }
status-x-spent =
    <b>本月 X</b>
    已花费 {$spent}，预算 {$budget} · 预计 {$forecast}
    已购买（帖子、账号、计数）：{$reads}
status-x-unlimited =
    <b>本月 X</b>
    已花费 {$spent}，无上限 · 预计 {$forecast}
    已购买（帖子、账号、计数）：{$reads}
status-x-credit = X 账户余额：{$left}（{$ago}由 X 告知）
status-x-unread =
    { $more ->
        [0] ⚠️ 自 <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time> 起未读取：{$names} · {$reason} · 下次尝试 <tg-time unix="{$next-unix}" format="{$next-format}">{$next-clock}</tg-time>
       *[other] ⚠️ 自 <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time> 起未读取：{$names}，另有 {$more} 个 · {$reason} · 下次尝试 <tg-time unix="{$next-unix}" format="{$next-format}">{$next-clock}</tg-time>
    }

price-watch =
    { $accounts ->
        [1] X 无法搜索 <code>{$words}</code>：完整读取该账号每月约需 {$price}。订阅源已开始关注。
       *[other] X 无法搜索 <code>{$words}</code>：完整读取 {$accounts} 个账号每月约需 {$price}。订阅源已开始关注。
    }
price-follow = 接收 <b>{$name}</b> 的全部内容每月约需 {$price}。在您选择之前，只发送包含您关键词的内容。
price-counted = 按 X 统计的最近 7 天帖子数计算。
price-assumed = 无法向 X 查询：按每个账号每天 {$posts} 条帖子估算。
price-operators = 只有此 Hark 的运营者可以允许。
price-operators-toast = 产生费用的操作只有此 Hark 的运营者可以允许。
price-toast = 正在查询费用…
price-gone = 您已不再订阅它。
price-whole-button = 完整读取 X
price-rest-button = 不再完整读取 X
price-whole-on = 从现在起为 <code>{$words}</code> 完整读取 X。
price-whole-off = 不再为 <code>{$words}</code> 完整读取 X。订阅源照常。

catch-up-offer = 有 {$accounts} 个账号从 {$since} 起的帖子还没有读。补读大约要 {$price}；新帖子照常读取。
catch-up-button = 补读 · 约 {$price}
catch-up-leave-button = 从现在继续
catch-up-begun = 正在补读从 {$since} 起的帖子，大约 {$price}。提到关键词的会照常提醒。
catch-up-left = 从现在继续。{$since} 到 X 恢复之间的帖子不再补读。
catch-up-decided = 已经决定过了。
status-x-gap = 因费用尚未读取的：从 {$since} 起的帖子（账号：{$accounts}，约 {$price}）。按钮在“X 已恢复读取”那条消息下面。
