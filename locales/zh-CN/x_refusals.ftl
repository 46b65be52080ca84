refused-limit = 已达到为 X 设定的消费上限
refused-cap = X 每月可读的帖子数已用完
refused-project = X 不允许我们的 App 读取，它可能不属于任何 Project
refused-token = Hark 没有有效的 X 访问令牌
stop-unpaid = X 暂停读取：{$reason}。Hark 会自动免费查询是否恢复；恢复后继续，并可补读最多 7 天。订阅源照常。
stop-project = X 不允许我们的 App 读取，它可能不属于任何 Project：X 暂停读取。在 console.x.com 修好后，Hark 会从中断处继续，最多补读 7 天。订阅源照常。
