# The language of the person's own Telegram, and the time zone in the menu.
lang-followed = 跟隨你的 Telegram
menu-timezone = 用哪個時區顯示時間
