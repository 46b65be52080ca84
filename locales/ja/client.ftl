# The language of the person's own Telegram, and the time zone in the menu.
lang-followed = Telegram と同じ
menu-timezone = 時刻を表示するタイムゾーン
