terminal-no-token = 沒有機器人權杖：提醒顯示在這裡。要在 Telegram 接收，請向 @BotFather 傳送 /newbot，並把 TELEGRAM_BOT_TOKEN=… 寫入 .env
