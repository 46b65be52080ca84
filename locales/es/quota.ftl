# Alerts beyond what a chat may have in a day.
quota-notice = 🔔 Ya se han dado los avisos que este chat puede tener al día ({$limit}). Lo que llegue hasta medianoche se cuenta aquí y no se envía: {$count} por ahora. Para tener más, pregunta al operador.
quota-show-button = Mostrarlos ({$count})
quota-list = <b>Retenidos hoy</b> · {$count}
quota-nothing-toast = Hoy no se ha retenido nada.
quota-line = 🔔 {$count} más hoy, por encima del límite de {$limit} avisos al día: /why con un enlace dice cuáles.
why-kept-quota = Retenido <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>: el chat ya había recibido todos los avisos de ese día.
