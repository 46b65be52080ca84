# Who may use Hark: bans, the allow-list, and the way in.
error-banned = この Hark の運営者があなたの利用を禁止しました。今後は返事をしません。
access-private = この Hark は非公開で、使える人は運営者が決めています。ボタンで頼めます。
access-ask-button = 利用を頼む
access-waits = 運営者に頼みました。返事はここに届きます。
access-refused = この Hark の運営者は許可しませんでした。
access-let-in-notice = ✅ この Hark を使えます。/start で始めてください。
access-unbanned-notice = ▶️ 運営者が利用禁止を解きました。ここの追跡を再開します。
access-request-private = 🙋 <b>{$name}</b> がこの Hark の利用を求めています。番号：<code>{$id}</code>
access-request-group = 🙋 グループ <b>{$name}</b> がこの Hark の利用を求めています。番号：<code>{$id}</code>
access-request-channel = 🙋 チャンネル <b>{$name}</b> がこの Hark の利用を求めています。番号：<code>{$id}</code>
access-let-in-button = 許可する
access-refuse-button = 断る
access-is-allowed = ✅ <b>{$name}</b>（<code>{$id}</code>）は許可リストにあります。
access-is-refused = ❌ <b>{$name}</b>（<code>{$id}</code>）を断りました。
access-is-banned = ⛔ <b>{$name}</b>（<code>{$id}</code>）の利用を禁止しました。一度だけ伝え、以後は返事をしません。追跡は休みます。
access-which-ban = 誰の利用を禁止しますか？人かチャットの番号を送るか、その人のメッセージを転送してください。やめるときは /cancel
access-which-allow = 誰を許可しますか？人かチャットの番号を送るか、その人のメッセージを転送してください。やめるときは /cancel
access-which-unban = 誰の禁止を解きますか？番号を送ってください（/admin → 利用禁止）。やめるときは /cancel
access-which-disallow = 誰を許可リストから外しますか？番号を送ってください（/admin → 許可リスト）。やめるときは /cancel
access-hidden = Telegram が書いた人を隠しています。代わりに番号を送ってください（/admin → チャット）。
access-no-number = 「{$words}」は人やチャットの番号ではありません。<code>123456789</code> や <code>-1001234567890</code> のような番号です（/admin → チャット）。
access-operator = 運営者は禁止できません。先に <code>telegram.admins</code> から外してください。
access-not-banned = <b>{$name}</b>（<code>{$id}</code>）は禁止されていません。
access-not-allowed = <b>{$name}</b>（<code>{$id}</code>）はこのリストにありません。<code>config.yaml</code> の分はそちらで変更してください。
access-unbanned = ✅ <b>{$name}</b>（<code>{$id}</code>）の禁止を解きました。再開した追跡：{$count}
access-disallowed = ✅ <b>{$name}</b>（<code>{$id}</code>）を許可リストから外しました。追跡：{$count}
access-ban-button = ⛔ 禁止する
access-unban-button = 禁止を解く
access-ban-one-button = ⛔ 誰かを禁止する
access-allow-one-button = ＋ 誰かを許可する
access-bans =
    { $count ->
        [0] <b>利用禁止</b>：誰もいません。
       *[other] <b>利用禁止</b> · {$count}。タップで解きます：
    }
access-row = <b>{$name}</b> · <code>{$id}</code> · <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time> から
access-list-on = <b>許可リスト</b>：オン · {$count}。リストの人と運営者だけが Hark を使えます。タップで外します：
access-list-off = <b>許可リスト</b>：オフ · {$count}。誰でも Hark を使えます。オンにしても、すでに追跡のあるチャットは残ります。
access-list-configured = <code>config.yaml</code> にある分（そのため常にオン）：{$count}
access-close-button = リストだけに使わせる
access-open-button = 誰でも使えるようにする
why-kept-banned = 保留：運営者が <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time> からこのチャットの利用を禁止していました。
access-unknown = まだ知らない相手
