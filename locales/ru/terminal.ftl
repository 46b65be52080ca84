terminal-no-token = Нет токена бота: уведомления появляются здесь. Для Telegram отправьте /newbot боту @BotFather и впишите TELEGRAM_BOT_TOKEN=… в .env
