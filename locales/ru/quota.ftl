# Alerts beyond what a chat may have in a day.
quota-notice = 🔔 Уведомления, которые этот чат может получить за день ({$limit}), отправлены. То, что появится до полуночи, считается здесь и не присылается: пока {$count}. Нужно больше – спросите владельца.
quota-show-button = Показать ({$count})
quota-list = <b>Придержано сегодня</b> · {$count}
quota-nothing-toast = Сегодня ничего не придержано.
quota-line = 🔔 Сегодня ещё {$count} сверх предела ({$limit} уведомлений в день): /why со ссылкой скажет, какие.
why-kept-quota = Придержано <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>: этот чат уже получил все уведомления того дня.
