stats-title = 📊 <b>每天的提醒</b>，最近 {$days} 天
stats-row = {$letter} · {$name} · {$count}
stats-others = 另外 {$count} 个关注
stats-sources = 全部接收的来源
stats-ended = 已结束的关注
stats-none = 📊 最近 {$days} 天没有提醒，没有可画的内容。/list 显示您的关注，/test 用最近的内容试一试词语。
