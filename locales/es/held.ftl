why-also = También lo trajo:
why-waiting-until = El aviso espera hasta <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>: el envío no salió bien o Telegram me pidió ir más despacio.
why-kept-mute = Retenido: la búsqueda estaba silenciada hasta <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>.
why-kept-pause = Retenido: la búsqueda estaba en pausa.
why-kept-stop = Retenido: aquí todo estaba en pausa desde <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time> (/stop).
why-kept-lost = Retenido: desde <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time> no podía escribir aquí.
