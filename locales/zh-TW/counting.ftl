stats-title = 📊 <b>每天的提醒</b>，最近 {$days} 天
stats-row = {$letter} · {$name} · {$count}
stats-others = 另外 {$count} 個追蹤
stats-sources = 全部接收的來源
stats-ended = 已結束的追蹤
stats-none = 📊 最近 {$days} 天沒有提醒，沒有可畫的內容。/list 顯示你的追蹤，/test 用最近的內容試一試詞語。
