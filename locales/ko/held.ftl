why-also = 다른 소스에도 있음:
why-waiting-until = 알림은 <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>까지 기다려요. 보내지 못했거나 텔레그램이 천천히 보내라고 했어요.
why-kept-mute = 보류: 이 키워드는 <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>까지 꺼져 있었어요.
why-kept-pause = 보류: 이 키워드는 일시 중지 중이었어요.
why-kept-stop = 보류: <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>부터 여기 전체가 중지되어 있었어요 (/stop).
why-kept-lost = 보류: <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>부터 여기에 글을 쓸 수 없었어요.
