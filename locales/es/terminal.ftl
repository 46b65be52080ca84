terminal-no-token = No hay token de bot: los avisos salen aquí. Para Telegram, envía /newbot a @BotFather y pon TELEGRAM_BOT_TOKEN=… en .env
