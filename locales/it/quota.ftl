# Alerts beyond what a chat may have in a day.
quota-notice = 🔔 Gli avvisi che questa chat può avere al giorno ({$limit}) sono stati dati. Ciò che arriva fino a mezzanotte si conta qui e non si invia: finora {$count}. Per averne di più chiedi all’operatore.
quota-show-button = Mostrali ({$count})
quota-list = <b>Trattenuti oggi</b> · {$count}
quota-nothing-toast = Oggi non è stato trattenuto niente.
quota-line = 🔔 Altri {$count} oggi, oltre il limite di {$limit} avvisi al giorno: /why con un link dice quali.
why-kept-quota = Trattenuta <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>: la chat aveva già avuto tutti gli avvisi di quel giorno.
