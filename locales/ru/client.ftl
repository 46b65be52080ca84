# The language of the person's own Telegram, and the time zone in the menu.
lang-followed = Как в вашем Telegram
menu-timezone = В каком часовом поясе показывать время
