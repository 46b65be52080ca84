stream-line = ⚠️ X: lo stream è interrotto da <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>, prossimo tentativo <tg-time unix="{$next-unix}" format="{$next-format}">{$next-clock}</tg-time>: {$reason}. Intanto X viene cercato a intervalli di {$interval}.
stream-broken = ⚠️ Lo stream di X è interrotto dal {$since}: {$reason}. Intanto X viene cercato a intervalli di {$interval}; continuo a provare.
stream-over = ✅ Lo stream di X è tornato. È stato interrotto per {$length}, dal {$since}: {$reason}. Ciò che è uscito nel frattempo è stato cercato.
