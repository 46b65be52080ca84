watch-begun =
    🔔 أتابع الآن ⁨<b>{$words}</b>⁩.
    { $sources ->
        [zero] لا مصادر بعد: أضف واحدًا بـ ⁨/follow⁩
        [one] مصدر واحد، وأخبرك فور ظهور جديد.
        [two] مصدران، وأخبرك فور ظهور جديد.
        [few] {$sources} مصادر، وأخبرك فور ظهور جديد.
        [many] {$sources} مصدرًا، وأخبرك فور ظهور جديد.
       *[other] {$sources} مصدر، وأخبرك فور ظهور جديد.
    }
    المتابعات: {$count} من {$limit} · ⁨/list⁩
watch-known =
    أتابع ⁨<b>{$words}</b>⁩ أصلًا.
    المتابعات: {$count} من {$limit} · ⁨/list⁩
watch-full = لا مكان لـ ⁨<b>{$words}</b>⁩: الحد هنا {$limit} من المتابعات، ولديك {$count}. أنهِ إحداها بـ ⁨/unwatch⁩، أو اسأل المشغّل.
watch-while-paused = ⏸ تنبيهات هذه الدردشة موقوفة مؤقتًا: ⁨/resume⁩
watch-line-begun = ✓ أتابع الآن ⁨<b>{$words}</b>⁩
watch-line-known = • أتابع أصلًا ⁨<b>{$words}</b>⁩
watch-line-full = ✗ لا مكان لـ ⁨<b>{$words}</b>⁩: بلغت المتابعات الحد الأقصى، وهو {$limit}
watch-count = المتابعات: {$count} من {$limit} · ⁨/list⁩
watch-toast = تم.
watch-button = متابعة ⁨{$words}⁩

unwatch-done = لم أعد أتابع ⁨<b>{$words}</b>⁩.
unwatch-toast = لم أعد أتابع ⁨{$words}⁩.
unwatch-unknown = لست أتابع ⁨<b>{$words}</b>⁩.
unwatch-line-unknown = ✗ لست أتابع ⁨<b>{$words}</b>⁩.
unwatch-many = أكثر من متابعة تطابق ⁨<b>{$words}</b>⁩.
unwatch-which = أي متابعة أُنهي؟
undo-button = تراجع
undo-all-button = تراجع عن الكل
undo-all-toast = أُنهيت كلها.
undo-done = 🔔 أتابع من جديد ⁨<b>{$words}</b>⁩.
undo-toast = عاد كما كان.
undo-too-late = فات أوان التراجع. استخدم ⁨/watch⁩ من جديد.

list-title = <b>متابعاتك</b> · {$count} من {$limit}
list-row = ‏{$number}. ⁨{$words}⁩
list-empty = لا متابعات هنا بعد. جرّب ⁨/watch #AI⁩
list-paused = ⏸ تنبيهات هذه الدردشة موقوفة مؤقتًا: ⁨/resume⁩

watch-screen = ‏🔎 ⁨<b>{$words}</b>⁩
watch-screen-since = أُنشئت ⁨{$since}⁩
watch-state-on = 🔔 تعمل
watch-state-paused = ⏸ موقوفة مؤقتًا
watch-state-muted = 🔇 مكتومة حتى ⁨<tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>⁩
watch-pause-button = ⏸ إيقاف مؤقت
watch-resume-button = ▶️ استئناف
watch-mute-button = 🔇 كتم 24 ساعة
watch-unmute-button = 🔔 إلغاء الكتم
watch-remove-button = حذف
watch-toast-paused = موقوفة مؤقتًا.
watch-toast-resumed = عادت إلى العمل.
watch-toast-muted = مكتومة 24 ساعة.
watch-toast-unmuted = أُلغي الكتم.
watch-paused = ⏸ أوقفت مؤقتًا ⁨<b>{$words}</b>⁩. لاستئنافها: ⁨/resume⁩
watch-resumed = ▶️ عادت إلى العمل ⁨<b>{$words}</b>⁩.
back-button = « رجوع
alert-toast-muted = ⁨{$words}⁩: مكتومة 24 ساعة.

test-words = ‏🔎 ⁨<code>{$words}</code>⁩
test-counted =
    { $days ->
        [zero] اليوم
        [one] آخر يوم
        [two] آخر يومين
        [few] آخر {$days} أيام
        [many] آخر {$days} يومًا
       *[other] آخر {$days} يوم
    }: { $count ->
        [zero] لا نتائج
        [one] نتيجة واحدة
        [two] نتيجتان
        [few] {$count} نتائج
       *[other] {$count} نتيجة
    }{ $rate ->
        [0] {""}
       *[other] ، بمعدل {$rate} يوميًا
    }{ $sources ->
        [0] {""}
        [1] ، كلها من ⁨{$name}⁩
       *[other] ، أكثرها من ⁨{$name}⁩ ({$most})
    }
test-nothing =
    { $days ->
        [zero] اليوم
        [one] آخر يوم
        [two] آخر يومين
        [few] آخر {$days} أيام
        [many] آخر {$days} يومًا
       *[other] آخر {$days} يوم
    }: لم يُذكر في الأخبار المقروءة ({$items}). ربما غدًا.
test-less = ليصلك أقل: من { $tried ->
        [zero] لا شيء
        [one] نتيجة واحدة
        [two] نتيجتين
        [few] {$tried} نتائج
       *[other] {$tried} نتيجة
    } يُستبعد:
test-less-newest = ليصلك أقل: من أحدث { $tried ->
        [zero] النتائج
        [one] نتيجة
        [two] نتيجتين
        [few] {$tried} نتائج
       *[other] {$tried} نتيجة
    } يُستبعد:
test-title-only = في العنوان فقط
test-near = الكلمات متقاربة
test-language = ⁨{$language}⁩ فقط
test-phrase = كعبارة ⁨{$words}⁩
test-exact = كما كُتبت فقط: ⁨{$words}⁩
test-without = بلا ⁨{$words}⁩

query-here = ↑ هنا
query-empty = لا كلمة هنا للبحث عنها.
query-syntax = لا أستطيع قراءة هذا البحث:
query-only-negative = هذا يقول فقط ما لا تريده. اكتب أيضًا ما أبحث عنه:
query-too-long = هذا طويل جدًا، والحد الأقصى 1000 حرف:
query-too-many-terms = الكلمات كثيرة جدًا، والحد الأقصى 64:
query-too-deep = الأقواس متداخلة أكثر من اللازم:
query-everything = هكذا يظهر كل شيء. حدّد ما تبحث عنه، أو المصدر: ⁨<code>source:</code>⁩ أو ⁨<code>site:</code>⁩ أو ⁨<code>from:</code>⁩
query-only-facts = هذا يضيّق البحث فقط. أضف كلمة للبحث عنها:
query-unknown-field = لا يوجد هذا الحقل. الحقول هي: ⁨<code>title: text: tag: author: from: source: site: url: lang: age: min:</code>⁩
query-field-value = هذه القيمة لا تناسب حقلها. هكذا: ⁨<code>lang:ar</code>⁩ ⁨<code>age:&lt;6h</code>⁩ (⁨<code>m, h, d, w</code>⁩) ⁨<code>min:2</code>⁩
query-regex = لا يصلح هذا التعبير النمطي. يجب أن يكون بصيغة RE2 وبحد أقصى 250 حرفًا، والراية الوحيدة «i»:
query-address = هذا عنوان. تُبحث العناوين بـ ⁨<code>site:</code>⁩ و⁨<code>url:</code>⁩
query-follow = هل أشترك في ⁨<code>{$words}</code>⁩ كمصدر؟
query-suggestion = هل تقصد ⁨<code>{$words}</code>⁩؟
