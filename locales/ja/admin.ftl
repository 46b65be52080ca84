# For those who operate Hark: /admin, how the whole of it is doing.
menu-admin = Hark の運営
admin-title = <b>Hark の運営</b>
admin-chats = チャット：{$count}（個人 {$private}、グループ {$groups}、チャンネル {$channels}）
admin-states = 有効：{$active} · 停止中：{$paused} · 連絡不能：{$lost} · 利用禁止：{$banned}
admin-watches = 追跡：{$count}
admin-sources = 巡回中の情報源：{$count}、エラー：{$failing}
admin-queue = 送信待ち：{$waiting}、いちばん古いもの：{$ago}
admin-queue-empty = 送信待ち：なし
admin-held = 停止中・連絡不能のチャットのために保留：{$count}
admin-errors = 24時間の不具合：{$count}
admin-chats-button = チャット
admin-errors-button = 不具合
admin-bans-button = 利用禁止
admin-list-button = 許可リスト
admin-refresh-button = ↻ 更新
admin-errors-title = <b>この24時間の不具合</b>
admin-errors-none = ありません。✓
trouble-command = • 失敗した操作：{$count}、最後 <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>（{$detail}）。本人にはエラーを伝えました。
trouble-errand = • 失敗した長い作業：{$count}、最後 <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>（{$detail}）。頼んだ人には伝えました。
trouble-unsent = • 送れなかったメッセージ：{$count}、最後 <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>（{$detail}）。誰にも伝えていません。
trouble-lost = • 連絡できなくなったチャット：{$count}、最後 <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>（{$detail}）。通知は30日間保留します。
trouble-no-right = • Hark が書き込めないチャット：{$count}、最後 <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>（{$detail}）。書けるようになったら伝えます。
trouble-flood = • Telegram に待つよう求められた回数：{$count}、最後 <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>（{$detail}）。そのチャットだけが待ちました。
trouble-sources = • いま読めない情報源、{$reason}：{$count}。伝えた数：{$number}。
admin-chats-title = <b>チャット</b> · {$count}
admin-chat = 番号 <code>{$id}</code> · 追跡：{$count}
admin-chat-since = <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time> から
admin-kind-private = 個人
admin-kind-group = グループ
admin-kind-channel = チャンネル
admin-state-active = 有効
admin-state-paused = ⏸ 停止中
admin-state-blocked = 🚫 連絡不能
admin-state-gone = 🗑 削除済み
admin-state-banned = ⛔ 利用禁止
