terminal-no-token = ボットのトークンがないため、通知はここに表示されます。Telegram で受け取るには @BotFather に /newbot を送り、.env に TELEGRAM_BOT_TOKEN=… を書いてください
