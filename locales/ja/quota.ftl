# Alerts beyond what a chat may have in a day.
quota-notice = 🔔 このチャットの1日の通知（{$limit} 件まで）はすべて届きました。0時までの分は送らず、ここで数えます：いま {$count} 件。増やしたいときは運営者に尋ねてください。
quota-show-button = 見る（{$count}）
quota-list = <b>今日の保留分</b> · {$count}
quota-nothing-toast = 今日の保留分はありません。
quota-line = 🔔 今日はほかに {$count} 件（1日 {$limit} 件の上限を超えた分）：/why とリンクで確認できます。
why-kept-quota = 保留（<tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>）：このチャットのその日の通知は上限に達していました。
