stream-line = ⚠️ X：ストリームが <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time> から切れています · 次の試行 <tg-time unix="{$next-unix}" format="{$next-format}">{$next-clock}</tg-time>：{$reason}。その間は {$interval} ごとに X を検索します。
stream-broken = ⚠️ X のストリームが {$since} から切れています：{$reason}。その間は {$interval} ごとに X を検索し、接続を試し続けます。
stream-over = ✅ X のストリームが戻りました。{$since} から {$length} 切れていました：{$reason}。その間の投稿は検索で読みました。
