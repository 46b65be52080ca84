# The language of the person's own Telegram, and the time zone in the menu.
lang-followed = As in your Telegram
menu-timezone = In which time zone times are shown
