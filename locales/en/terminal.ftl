terminal-no-token = No bot token: alerts appear here. For Telegram, send /newbot to @BotFather and put TELEGRAM_BOT_TOKEN=… into .env
