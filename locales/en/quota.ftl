# Alerts beyond what a chat may have in a day.
quota-notice = 🔔 The {$limit} alerts that this chat may have a day are told. What comes until midnight is counted here, not sent: {$count} so far. For more, ask the operator.
quota-show-button = Show them ({$count})
quota-list = <b>Held today</b> · {$count}
quota-nothing-toast = Nothing was held today.
quota-line = 🔔 {$count} more today, beyond the {$limit} alerts of a day: /why with a link says which.
why-kept-quota = Held <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>: this chat had been told all the alerts that it may have that day.
