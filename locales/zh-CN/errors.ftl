error-internal = 抱歉，我这边出错了。已记录，请再试一次。
error-unknown = 我没看懂。发送 /watch 加关键词，或 /help。
error-admins-only = 只有本聊天的管理员才能这样做。
error-rights-unknown = Telegram 暂时无法告诉我谁是管理员，请稍后再试。
error-not-allowed = 此 Hark 不对外开放，谁可以使用由运营者决定。
error-old-button = 此按钮已失效。请发送 /help。
error-watch-gone = 这个关注已经不在了。
error-source-gone = 您已不再订阅此来源。
