stream-line = ⚠️ X: el stream está cortado desde <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>, próximo intento <tg-time unix="{$next-unix}" format="{$next-format}">{$next-clock}</tg-time>: {$reason}. Mientras tanto se busca en X a intervalos de {$interval}.
stream-broken = ⚠️ El stream de X está cortado desde el {$since}: {$reason}. Mientras tanto se busca en X a intervalos de {$interval}; lo sigo intentando.
stream-over = ✅ El stream de X ha vuelto. Estuvo cortado {$length}, desde el {$since}: {$reason}. Lo publicado entretanto se ha buscado.
