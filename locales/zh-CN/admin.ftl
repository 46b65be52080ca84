# For those who operate Hark: /admin, how the whole of it is doing.
menu-admin = 运营 Hark
admin-title = <b>运营 Hark</b>
admin-chats = 聊天：{$count}（私聊 {$private}，群组 {$groups}，频道 {$channels}）
admin-states = 正常：{$active} · 已暂停：{$paused} · 联系不上：{$lost} · 已封禁：{$banned}
admin-watches = 关注：{$count}
admin-sources = 轮询中的来源：{$count}，出错：{$failing}
admin-queue = 待发消息：{$waiting}，最早的产生于{$ago}
admin-queue-empty = 待发消息：无
admin-held = 因聊天暂停或联系不上而保留：{$count}
admin-errors = 24 小时内的问题：{$count}
admin-chats-button = 聊天
admin-errors-button = 问题
admin-bans-button = 封禁
admin-list-button = 白名单
admin-refresh-button = ↻ 刷新
admin-errors-title = <b>最近 24 小时的问题</b>
admin-errors-none = 没有。✓
trouble-command = • 出错的指令和点击：{$count}，最近 <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>（{$detail}）。当事人都已收到出错提示。
trouble-errand = • 失败的耗时任务：{$count}，最近 <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>（{$detail}）。提出者已收到提示。
trouble-unsent = • 放弃发送的消息：{$count}，最近 <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>（{$detail}）。未通知任何人。
trouble-lost = • 失联的聊天：{$count}，最近 <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>（{$detail}）。其提醒保留 30 天。
trouble-no-right = • 不允许 Hark 发言的聊天：{$count}，最近 <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>（{$detail}）。恢复后会在那里说明。
trouble-flood = • Telegram 要求等待的次数：{$count}，最近 <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>（{$detail}）。只有该聊天等待。
trouble-sources = • 目前出错的来源，{$reason}：{$count}。已告知：{$number}。
admin-chats-title = <b>聊天</b> · {$count}
admin-chat = 编号 <code>{$id}</code> · 关注：{$count}
admin-chat-since = 自 <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time> 起
admin-kind-private = 私聊
admin-kind-group = 群组
admin-kind-channel = 频道
admin-state-active = 正常
admin-state-paused = ⏸ 已暂停
admin-state-blocked = 🚫 联系不上
admin-state-gone = 🗑 已删除
admin-state-banned = ⛔ 已封禁
