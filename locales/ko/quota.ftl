# Alerts beyond what a chat may have in a day.
quota-notice = 🔔 이 채팅이 하루에 받을 수 있는 알림 {$limit}개를 모두 보냈어요. 자정까지 나오는 것은 보내지 않고 여기에서 세요: 지금까지 {$count}개. 더 받으려면 운영자에게 물어보세요.
quota-show-button = 보기 ({$count})
quota-list = <b>오늘 보내지 않은 것</b> · {$count}
quota-nothing-toast = 오늘 보내지 않은 것이 없어요.
quota-line = 🔔 오늘 {$count}개 더 있어요(하루 알림 {$limit}개를 넘은 것): /why 와 링크로 확인해 보세요.
why-kept-quota = 보류(<tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>): 이 채팅은 그날의 알림 한도를 다 썼어요.
