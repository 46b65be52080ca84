terminal-no-token = 봇 토큰이 없어서 알림이 여기에 나와요. Telegram에서 받으려면 @BotFather 에게 /newbot 을 보내고 .env 에 TELEGRAM_BOT_TOKEN=… 을 적어 주세요
