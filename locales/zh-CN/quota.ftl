# Alerts beyond what a chat may have in a day.
quota-notice = 🔔 本聊天每天最多 {$limit} 条提醒，今天的已发完。午夜前的其余内容只计数、不发送：目前 {$count} 条。想要更多请询问运营者。
quota-show-button = 查看（{$count}）
quota-list = <b>今天未发送</b> · {$count}
quota-nothing-toast = 今天没有未发送的内容。
quota-line = 🔔 今天还有 {$count} 条超出每日 {$limit} 条提醒的上限：用 /why 加链接查看。
why-kept-quota = 未提醒（<tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>）：本聊天当天的提醒已达上限。
