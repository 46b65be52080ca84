# The language of the person's own Telegram, and the time zone in the menu.
lang-followed = 텔레그램과 같게
menu-timezone = 시간을 표시할 시간대
