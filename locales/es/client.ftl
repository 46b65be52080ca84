# The language of the person's own Telegram, and the time zone in the menu.
lang-followed = Como en tu Telegram
menu-timezone = En qué zona horaria mostrar las horas
