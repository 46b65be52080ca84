chats-hello-group =
    👋 مرحبًا! أخبر هذه المجموعة فور ظهور ما يهمّكم.
    للبدء يرسل أحد المشرفين ⁨<code>/watch {$words}</code>⁩ · ⁨/help⁩
chats-hello-channel =
    👋 مرحبًا! أخبر هذه القناة فور ظهور ما يهمّكم.
    للبدء انشر هنا ⁨<code>/watch {$words}</code>⁩
chats-welcome-back =
    { $count ->
        [zero] 👋 أهلًا بعودتك.
        [one] 👋 أهلًا بعودتك، استؤنفت متابعة واحدة.
        [two] 👋 أهلًا بعودتك، استؤنفت متابعتان.
        [few] 👋 أهلًا بعودتك، استؤنفت {$count} متابعات.
       *[other] 👋 أهلًا بعودتك، استؤنفت {$count} متابعة.
    }
chats-paused =
    { $count ->
        [zero] ⏸ توقّفت التنبيهات مؤقتًا. لاستئنافها: ⁨/resume⁩
        [one] ⏸ توقّفت التنبيهات مؤقتًا، ومتابعتك محفوظة. لاستئنافها: ⁨/resume⁩
        [two] ⏸ توقّفت التنبيهات مؤقتًا، ومتابعتاك محفوظتان. لاستئنافها: ⁨/resume⁩
        [few] ⏸ توقّفت التنبيهات مؤقتًا، ولك {$count} متابعات محفوظة. لاستئنافها: ⁨/resume⁩
       *[other] ⏸ توقّفت التنبيهات مؤقتًا، ولك {$count} متابعة محفوظة. لاستئنافها: ⁨/resume⁩
    }
chats-resumed =
    { $count ->
        [zero] ▶️ التنبيهات مفعّلة.
        [one] ▶️ التنبيهات مفعّلة، ولديك متابعة واحدة تعمل.
        [two] ▶️ التنبيهات مفعّلة، ولديك متابعتان تعملان.
        [few] ▶️ التنبيهات مفعّلة، ولديك {$count} متابعات تعمل.
       *[other] ▶️ التنبيهات مفعّلة، ولديك {$count} متابعة تعمل.
    }
chats-still-paused =
    { $count ->
        [zero] لا متابعة موقوفة: ⁨/list⁩
        [one] ما زالت متابعة واحدة موقوفة وحدها: ⁨/list⁩
        [two] ما زالت متابعتان موقوفتين وحدهما: ⁨/list⁩
        [few] ما زالت {$count} متابعات موقوفة وحدها: ⁨/list⁩
       *[other] ما زالت {$count} متابعة موقوفة وحدها: ⁨/list⁩
    }
chats-topic-closed = 🧵 أُغلق أحد المواضيع هنا أو حُذف: ما كان يصل إليه يصل من الآن إلى هنا.
chats-right-lost = ✋ لم يعد بإمكاني الكتابة في ⁨<b>{$name}</b>⁩. التنبيهات تنتظر ولا يضيع شيء: اسمحوا لي بالكتابة هناك من جديد فتصل.
chats-right-back = ✍️ صار بإمكاني الكتابة هنا من جديد. ما كان ينتظر يصل الآن.

settings = <b>إعدادات هذه الدردشة</b>
settings-previews-on = معاينة الروابط: مفعّلة
settings-previews-off = معاينة الروابط: متوقفة
settings-silent-on = تنبيهات بلا صوت: نعم
settings-silent-off = تنبيهات بلا صوت: لا
settings-language = اللغة: ⁨{$language}⁩
settings-toast-previews-on = ستظهر معاينة الرابط في التنبيهات.
settings-toast-previews-off = لن تظهر معاينة الرابط في التنبيهات.
settings-toast-silent-on = ستصل التنبيهات بلا صوت.
settings-toast-silent-off = ستصل التنبيهات بصوت.

lang-which = بأي لغة أتحدث هنا؟
lang-done = من الآن أتحدث العربية هنا.
lang-toast = تم، العربية.

status-active = 🟢 التنبيهات مفعّلة.
status-paused = ⏸ تنبيهات هذه الدردشة موقوفة مؤقتًا: ⁨/resume⁩
status-sources =
    { $failing ->
        [0] المصادر المقروءة: {$count}
       *[other] المصادر المقروءة: {$count}، المتعثّرة: {$failing} · ⁨/sources⁩
    }
status-watches = المتابعات: {$count} من {$limit}
status-alerts = التنبيهات في 24 ساعة: {$count}
status-read = آخر قراءة: ⁨{$ago}⁩
status-operator =
    ‏<b>Hark بأكمله</b>
    الدردشات: {$chats} · المتابعات: {$watches}
    المصادر: {$sources}، المتعثّرة: {$failing}
    التنبيهات في 24 ساعة: أُرسل {$sent}، ينتظر {$waiting}
