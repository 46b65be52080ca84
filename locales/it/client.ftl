# The language of the person's own Telegram, and the time zone in the menu.
lang-followed = Come nel tuo Telegram
menu-timezone = In quale fuso orario mostrare gli orari
