# 告诉管理员的 X 消息。金额已写好：US$5.00
spending-half = 本月 X 已花费 {$spent}，预算 {$budget}。照此速度，全月将花费 {$forecast}。
spending-short = 本月 X 已花费 {$spent}，预算 {$budget}；照此速度将达 {$forecast}。从现在起只按关注的词读取账号，并暂停抽查。可用 <code>x.budget</code> 提高上限。
spending-out = X 已花费 {$spent}，预算 {$budget} 用完：{$again} 之前不再读取 X，订阅源照常。提高 <code>x.budget</code> 后，Hark 会从中断处继续，最多补 7 天。
spending-drift = {$day} X 统计了 {$theirs} 条帖子，Hark 统计了 {$ours} 条。请与 X 控制台核对。
account-missed = X 的搜索漏掉了 {$name} 的一条含“{$words}”的帖子。从现在起为它完整读取相关账号。
account-renamed = {$before} 在 X 上已改名为 {$after}，Hark 继续关注。
