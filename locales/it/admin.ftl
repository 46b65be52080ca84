# For those who operate Hark: /admin, how the whole of it is doing.
menu-admin = Gestire Hark
admin-title = <b>Gestione di Hark</b>
admin-chats = Chat: {$count} (private {$private}, gruppi {$groups}, canali {$channels})
admin-states = Attive: {$active} · in pausa: {$paused} · irraggiungibili: {$lost} · bloccati: {$banned}
admin-watches = Ricerche: {$count}
admin-sources = Fonti interrogate: {$count}, con problemi: {$failing}
admin-queue = Messaggi in coda: {$waiting}, il più vecchio di {$ago}
admin-queue-empty = Messaggi in coda: nessuno
admin-held = Tenuti per chat in pausa o irraggiungibili: {$count}
admin-errors = Problemi nelle ultime 24 ore: {$count}
admin-chats-button = Chat
admin-errors-button = Problemi
admin-bans-button = Blocchi
admin-list-button = Lista degli ammessi
admin-refresh-button = ↻ Aggiorna
admin-errors-title = <b>Problemi delle ultime 24 ore</b>
admin-errors-none = Nessuno. ✓
trouble-command = • Comandi e tocchi falliti: {$count}, l’ultimo <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time> ({$detail}). A ciascuno è stato detto che qualcosa è andato storto.
trouble-errand = • Lavori lunghi falliti: {$count}, l’ultimo <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time> ({$detail}). A chi li aveva chiesti è stato detto.
trouble-unsent = • Messaggi non consegnati: {$count}, l’ultimo <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time> ({$detail}). Nessuno è stato avvisato.
trouble-lost = • Chat perse: {$count}, l’ultima <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time> ({$detail}). I loro avvisi aspettano 30 giorni.
trouble-no-right = • Chat in cui Hark non può scrivere: {$count}, l’ultima <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time> ({$detail}). Lo sapranno quando potrà di nuovo.
trouble-flood = • Attese chieste da Telegram: {$count}, l’ultima <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time> ({$detail}). Ha aspettato solo quella chat.
trouble-sources = • Fonti con problemi ora, {$reason}: {$count}. Già comunicate: {$number}.
admin-chats-title = <b>Chat</b> · {$count}
admin-chat = Numero <code>{$id}</code> · ricerche: {$count}
admin-chat-since = Così da <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>
admin-kind-private = privata
admin-kind-group = gruppo
admin-kind-channel = canale
admin-state-active = attiva
admin-state-paused = ⏸ in pausa
admin-state-blocked = 🚫 irraggiungibile
admin-state-gone = 🗑 eliminata
admin-state-banned = ⛔ bloccata
