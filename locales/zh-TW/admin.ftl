# For those who operate Hark: /admin, how the whole of it is doing.
menu-admin = 營運 Hark
admin-title = <b>營運 Hark</b>
admin-chats = 聊天室：{$count}（私訊 {$private}，群組 {$groups}，頻道 {$channels}）
admin-states = 正常：{$active} · 已暫停：{$paused} · 聯絡不上：{$lost} · 已封鎖：{$banned}
admin-watches = 追蹤：{$count}
admin-sources = 輪詢中的來源：{$count}，出錯：{$failing}
admin-queue = 待傳訊息：{$waiting}，最早的產生於{$ago}
admin-queue-empty = 待傳訊息：無
admin-held = 因聊天室暫停或聯絡不上而保留：{$count}
admin-errors = 24 小時內的問題：{$count}
admin-chats-button = 聊天室
admin-errors-button = 問題
admin-bans-button = 封鎖
admin-list-button = 允許清單
admin-refresh-button = ↻ 重新整理
admin-errors-title = <b>最近 24 小時的問題</b>
admin-errors-none = 沒有。✓
trouble-command = • 出錯的指令和點按：{$count}，最近 <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>（{$detail}）。當事人都已收到出錯提示。
trouble-errand = • 失敗的耗時工作：{$count}，最近 <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>（{$detail}）。提出者已收到提示。
trouble-unsent = • 放棄傳送的訊息：{$count}，最近 <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>（{$detail}）。沒有通知任何人。
trouble-lost = • 失聯的聊天室：{$count}，最近 <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>（{$detail}）。其提醒保留 30 天。
trouble-no-right = • 不允許 Hark 發言的聊天室：{$count}，最近 <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>（{$detail}）。恢復後會在那裡說明。
trouble-flood = • Telegram 要求等待的次數：{$count}，最近 <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>（{$detail}）。只有該聊天室等待。
trouble-sources = • 目前出錯的來源，{$reason}：{$count}。已告知：{$number}。
admin-chats-title = <b>聊天室</b> · {$count}
admin-chat = 編號 <code>{$id}</code> · 追蹤：{$count}
admin-chat-since = 自 <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time> 起
admin-kind-private = 私訊
admin-kind-group = 群組
admin-kind-channel = 頻道
admin-state-active = 正常
admin-state-paused = ⏸ 已暫停
admin-state-blocked = 🚫 聯絡不上
admin-state-gone = 🗑 已刪除
admin-state-banned = ⛔ 已封鎖
