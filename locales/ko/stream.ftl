stream-line = ⚠️ X: 스트림이 <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>부터 끊겨 있어요 · 다음 시도 <tg-time unix="{$next-unix}" format="{$next-format}">{$next-clock}</tg-time>: {$reason}. 그동안은 {$interval}마다 X를 검색해요.
stream-broken = ⚠️ X 스트림이 {$since}부터 끊겨 있어요: {$reason}. 그동안은 {$interval}마다 X를 검색하고, 계속 연결해 볼게요.
stream-over = ✅ X 스트림이 돌아왔어요. {$since}부터 {$length} 동안 끊겨 있었어요: {$reason}. 그동안의 글은 검색으로 읽었어요.
