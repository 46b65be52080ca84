why-also = Also brought by:
why-waiting-until = The alert waits until <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>: sending did not go well, or Telegram asked me to slow down.
why-kept-mute = Held: this watch was muted until <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>.
why-kept-pause = Held: this watch was paused.
why-kept-stop = Held: everything here was paused since <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time> (/stop).
why-kept-lost = Held: I could not write here since <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>.
