# The language of the person's own Telegram, and the time zone in the menu.
lang-followed = 跟随您的 Telegram
menu-timezone = 用哪个时区显示时间
