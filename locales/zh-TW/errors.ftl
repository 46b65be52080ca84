error-internal = 抱歉，我這邊出錯了。已記錄，請再試一次。
error-unknown = 我沒看懂。傳送 /watch 加關鍵字，或 /help。
error-admins-only = 只有這個聊天室的管理員才能這樣做。
error-rights-unknown = Telegram 暫時沒告訴我誰是管理員，請稍後再試。
error-not-allowed = 這個 Hark 不對外開放，能不能用由營運者決定。
error-old-button = 這個按鈕已經失效。請傳送 /help。
error-watch-gone = 這個追蹤已經不在了。
error-source-gone = 你已經沒有訂閱這個來源了。
