terminal-no-token = 没有机器人令牌：提醒显示在这里。要在 Telegram 接收，请向 @BotFather 发送 /newbot，并把 TELEGRAM_BOT_TOKEN=… 写入 .env
