terminal-no-token = Nessun token del bot: gli avvisi appaiono qui. Per Telegram, manda /newbot a @BotFather e scrivi TELEGRAM_BOT_TOKEN=… in .env
