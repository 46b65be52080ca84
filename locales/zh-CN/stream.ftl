stream-line = ⚠️ X：实时流自 <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time> 起中断，下次尝试 <tg-time unix="{$next-unix}" format="{$next-format}">{$next-clock}</tg-time>：{$reason}。其间每隔 {$interval} 搜索一次 X。
stream-broken = ⚠️ X 的实时流从 {$since} 起中断：{$reason}。其间每隔 {$interval} 搜索一次 X，并继续尝试连接。
stream-over = ✅ X 的实时流已恢复。从 {$since} 起中断了 {$length}：{$reason}。其间的帖子已通过搜索补读。
