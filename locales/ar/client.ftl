# The language of the person's own Telegram, and the time zone in the menu.
lang-followed = كما في تطبيق ⁨Telegram⁩ لديك
menu-timezone = المنطقة الزمنية لعرض الأوقات
