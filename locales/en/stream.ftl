# X's stream. To everybody in /sources and /status; to operators when it lasts, and when it is over.
stream-line = ⚠️ X: the stream is broken since <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>, next try <tg-time unix="{$next-unix}" format="{$next-format}">{$next-clock}</tg-time>: {$reason}. Meanwhile X is searched every {$interval}.
stream-broken = ⚠️ The stream of X is broken since {$since}: {$reason}. Meanwhile X is searched every {$interval}; I keep trying.
stream-over = ✅ The stream of X is there again. It was broken for {$length}, from {$since}: {$reason}. What was posted meanwhile was searched for.
