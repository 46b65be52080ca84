stream-line = ⚠️ X：即時串流自 <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time> 起中斷，下次嘗試 <tg-time unix="{$next-unix}" format="{$next-format}">{$next-clock}</tg-time>：{$reason}。這段期間每隔 {$interval} 搜尋一次 X。
stream-broken = ⚠️ X 的即時串流從 {$since} 起中斷：{$reason}。這段期間每隔 {$interval} 搜尋一次 X，並持續嘗試連線。
stream-over = ✅ X 的即時串流已恢復。從 {$since} 起中斷了 {$length}：{$reason}。這段期間的貼文已用搜尋補讀。
