terminal-no-token = لا رمز للبوت، لذلك تظهر التنبيهات هنا. لاستقبالها في تيليجرام أرسل ⁨/newbot⁩ إلى ⁨@BotFather⁩ واكتب ⁨TELEGRAM_BOT_TOKEN=…⁩ في ⁨.env⁩
