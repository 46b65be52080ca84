terminal-no-token = Nessun token del bot: gli avvisi appaiono qui. Per Telegram, invia /newbot a @BotFather e scrivi TELEGRAM_BOT_TOKEN=… in .env
