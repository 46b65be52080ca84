# Alerts beyond what a chat may have in a day.
quota-notice = 🔔 這個聊天室每天最多 {$limit} 則提醒，今天的已傳完。午夜前的其餘內容只計數、不傳送：目前 {$count} 則。想要更多請詢問營運者。
quota-show-button = 查看（{$count}）
quota-list = <b>今天未傳送</b> · {$count}
quota-nothing-toast = 今天沒有未傳送的內容。
quota-line = 🔔 今天還有 {$count} 則超出每日 {$limit} 則提醒的上限：用 /why 加連結查看。
why-kept-quota = 沒有提醒（<tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>）：這個聊天室當天的提醒已達上限。
