why-also = Arrivata anche da:
why-waiting-until = L’avviso aspetta fino a <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>: l’invio non è riuscito, o Telegram mi ha chiesto di rallentare.
why-kept-mute = Trattenuta: la ricerca era silenziata fino a <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>.
why-kept-pause = Trattenuta: la ricerca era in pausa.
why-kept-stop = Trattenuta: qui era tutto in pausa da <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time> (/stop).
why-kept-lost = Trattenuta: da <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time> non potevo scrivere qui.
