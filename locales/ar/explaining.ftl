place-title = في العنوان
place-text = في النص
place-tag = بين الوسوم
place-author = في اسم الكاتب
place-source = في اسم المصدر
place-url = في الرابط
hit-as-written = يظهر «⁨{$text}⁩» ⁨{$where}⁩
hit-case = «⁨{$text}⁩» ⁨{$where}⁩ هو ⁨{$term}⁩ بحالة أحرف أخرى
hit-traditional = «⁨{$text}⁩» ⁨{$where}⁩ هو الصيغة التقليدية من ⁨{$term}⁩
hit-simplified = «⁨{$text}⁩» ⁨{$where}⁩ هو الصيغة المبسطة من ⁨{$term}⁩
hit-other-script = «⁨{$text}⁩» ⁨{$where}⁩ هو ⁨{$term}⁩ بالكتابة الصينية الأخرى
hit-spelling = «⁨{$text}⁩» ⁨{$where}⁩ كتابة أخرى لـ ⁨{$term}⁩
hit-plural = «⁨{$text}⁩» ⁨{$where}⁩ جمع ⁨{$term}⁩
hit-written-apart = «⁨{$text}⁩» ⁨{$where}⁩ هو ⁨{$term}⁩ مكتوبًا منفصلًا
hit-together = «⁨{$text}⁩» ⁨{$where}⁩ هو ⁨{$term}⁩ مكتوبًا متصلًا
hit-joined = «⁨{$text}⁩» ⁨{$where}⁩ هو ⁨{$term}⁩ بعلامة أخرى في الوسط
hit-prefix = «⁨{$text}⁩» ⁨{$where}⁩ يبدأ بـ ⁨{$term}⁩
hit-alias = «⁨{$text}⁩» ⁨{$where}⁩ اسم آخر لـ ⁨{$term}⁩
hit-alias-beside = «⁨{$text}⁩» ⁨{$where}⁩ اسم آخر لـ ⁨{$term}⁩، ومعه «⁨{$beside}⁩»
hit-alias-author = «⁨{$text}⁩» ⁨{$where}⁩ اسم آخر لـ ⁨{$term}⁩، في منشور من ⁨{$beside}⁩
hit-regex = «⁨{$text}⁩» ⁨{$where}⁩ يطابق ⁨{$term}⁩
hit-near = «⁨{$text}⁩» و«⁨{$other}⁩» ⁨{$where}⁩ متقاربان كما يطلب ⁨{$term}⁩
hit-site = فيه رابط إلى ⁨{$text}⁩
hit-url = ⁨{$text}⁩ رابط كما يطلب ⁨{$term}⁩
hit-author = الكاتب: ⁨{$text}⁩
hit-lang = اللغة: ⁨{$language}⁩
hit-age = كان قد مضى على نشره ⁨{$age}⁩
hit-not-judged = عدد المصادر التي تذكره يُعرف لاحقًا (⁨{$term}⁩)
hit-everything = كل شيء يُحسب هنا

miss-nowhere = لا يظهر ⁨{$term}⁩
miss-none-of = لا يظهر أي من هذه: ⁨{$term}⁩
miss-excluded = يظهر «⁨{$text}⁩» ⁨{$where}⁩، وهذا يستبعده ⁨{$term}⁩
miss-excluded-so = يستبعده ⁨{$term}⁩
miss-too-far =
    { $words ->
        [zero] يظهر «⁨{$text}⁩» و«⁨{$other}⁩» ⁨{$where}⁩، لكن ⁨{$term}⁩ يطلبهما أقرب
        [one] يظهر «⁨{$text}⁩» و«⁨{$other}⁩» ⁨{$where}⁩، لكن بينهما كلمة واحدة، و⁨{$term}⁩ يسمح بأقل
        [two] يظهر «⁨{$text}⁩» و«⁨{$other}⁩» ⁨{$where}⁩، لكن بينهما كلمتين، و⁨{$term}⁩ يسمح بأقل
        [few] يظهر «⁨{$text}⁩» و«⁨{$other}⁩» ⁨{$where}⁩، لكن بينهما {$words} كلمات، و⁨{$term}⁩ يسمح بأقل
       *[other] يظهر «⁨{$text}⁩» و«⁨{$other}⁩» ⁨{$where}⁩، لكن بينهما {$words} كلمة، و⁨{$term}⁩ يسمح بأقل
    }
miss-overlap = «⁨{$text}⁩» ⁨{$where}⁩ هو كل ما يوجد من ⁨{$term}⁩
miss-other-fields = يظهر «⁨{$text}⁩» ⁨{$where}⁩ و«⁨{$other}⁩» ⁨{$elsewhere}⁩، و⁨{$term}⁩ يطلبهما في مكان واحد
miss-elsewhere = يظهر «⁨{$text}⁩» ⁨{$where}⁩، و⁨{$term}⁩ لا يبحث هناك
miss-elsewhere-bare = يظهر «⁨{$text}⁩» ⁨{$where}⁩، والبحث عن ⁨{$term}⁩ في العنوان والنص والوسوم فقط
miss-no-tag = يظهر «⁨{$text}⁩» ⁨{$where}⁩، لكن ليس وسمًا
miss-order = تظهر كلمات ⁨{$term}⁩ ⁨{$where}⁩ بترتيب آخر: «⁨{$text}⁩»
miss-apart = يظهر ⁨{$term}⁩ ⁨{$where}⁩، لكن غير متتابع: «⁨{$text}⁩»
miss-case = يظهر «⁨{$text}⁩» ⁨{$where}⁩، بحالة أحرف غير ⁨{$term}⁩
miss-spelling = يظهر «⁨{$text}⁩» ⁨{$where}⁩، بكتابة غير ⁨{$term}⁩
miss-script = يظهر «⁨{$text}⁩» ⁨{$where}⁩، برموز غير ⁨{$term}⁩
miss-within = لا يظهر «⁨{$text}⁩» ⁨{$where}⁩ إلا جزءًا من كلمات أخرى
miss-context = يظهر «⁨{$text}⁩» ⁨{$where}⁩، ولا شيء يدلّ على أن المقصود ⁨{$term}⁩
miss-small = يظهر «⁨{$text}⁩» ⁨{$where}⁩ بأحرف صغيرة، وقد يكون كلمة عادية
miss-article = «⁨{$text}⁩» ⁨{$where}⁩ كلمة عادية في تلك اللغة (⁨{$language}⁩)
miss-no-date = لا تاريخ له، و⁨{$term}⁩ يحتاج إليه
miss-too-old = كان قد مضى على نشره ⁨{$age}⁩، أكثر مما يسمح به ⁨{$term}⁩
miss-too-young = كان قد مضى على نشره ⁨{$age}⁩، أقل مما يطلب ⁨{$term}⁩
miss-language = اللغة: ⁨{$language}⁩، و⁨{$term}⁩ يطلب غيرها
miss-language-unknown = لا تُعرف لغته، و⁨{$term}⁩ يحتاج إليها
miss-site = رابطه إلى ⁨{$actual}⁩، لا إلى حيث يطلب ⁨{$term}⁩
miss-site-none = لا رابط له، و⁨{$term}⁩ يحتاج إليه
miss-address = لا يظهر ⁨{$term}⁩ في رابطه ⁨{$actual}⁩
miss-address-none = لا رابط له، و⁨{$term}⁩ يحتاج إليه
miss-account = كاتبه ⁨{$actual}⁩، و⁨{$term}⁩ يطلب غيره
miss-account-none = لا يذكر كاتبًا، و⁨{$term}⁩ يحتاج إليه
miss-regex = لا شيء فيه يطابق ⁨{$term}⁩

near-case = «⁨{$text}⁩» ⁨{$where}⁩ يكاد يكون ⁨{$term}⁩، بحالة أحرف أخرى
near-spelling = «⁨{$text}⁩» ⁨{$where}⁩ يكاد يكون ⁨{$term}⁩، بكتابة أخرى
near-script = «⁨{$text}⁩» ⁨{$where}⁩ يكاد يكون ⁨{$term}⁩، برموز أخرى
near-letters = «⁨{$text}⁩» ⁨{$where}⁩ يكاد يكون ⁨{$term}⁩
near-order = «⁨{$text}⁩» ⁨{$where}⁩ يكاد يكون ⁨{$term}⁩، بترتيب آخر
near-apart = «⁨{$text}⁩» ⁨{$where}⁩ يكاد يكون ⁨{$term}⁩، لكن غير متتابع
near-inside = يوجد ⁨{$term}⁩ داخل «⁨{$text}⁩» ⁨{$where}⁩

why-facts = نُشر ⁨<tg-time unix="{$published-unix}" format="{$published-format}">{$published-clock}</tg-time>⁩ · وُجد ⁨<tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>⁩
why-facts-undated = بلا تاريخ · وُجد ⁨<tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>⁩
why-baseline = كان موجودًا حين قُرئ هذا المصدر أول مرة، ومثل هذا لا أنبّه إليه.
why-hit = ‏✓ ⁨<b>{$words}</b>⁩: ⁨{$because}⁩
why-miss = ‏✗ ⁨<b>{$words}</b>⁩: ⁨{$because}⁩
why-sent = أُرسل التنبيه ⁨<tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>⁩
why-waiting = التنبيه في الطريق.
why-held = ينتظر التنبيه حتى يُسمح لي بالكتابة هنا.
why-failed = تعذّر إيصال التنبيه.
why-dropped = أُلغي التنبيه: حين جاء دوره لم يعد أحد هنا يريده.
why-unsent-paused = لم أخبرك: المتابعة موقوفة مؤقتًا.
why-unsent-younger = لم أخبرك: المتابعة أحدث من هذا.
why-unsent = لم أخبرك: حين وُجد كانت المتابعة أو الدردشة متوقفة، أو كان قديمًا جدًا.
why-everything = تصل إلى هذه الدردشة كل منشورات هذا المصدر.
why-no-watches = لا متابعات هنا. جرّب ⁨/watch #AI⁩
why-not-kept = ليس عندي شيء بهذا الرابط: لم يأتِ به أي من مصادرك في الأيام الأخيرة، أو حُذف. يعرض ⁨/sources⁩ ما يُقرأ لهذه الدردشة، ويضيف ⁨/follow⁩ مصدرًا.
why-forgotten = حُذف ذلك الخبر.
why-no-link = لا رابط هنا. ردّ بـ ⁨/why⁩ على أحد تنبيهاتي أو على رسالة فيها رابط، أو أرسل ⁨/why⁩ مع الرابط.

nearly-found = ما يشبه ⁨<code>{$words}</code>⁩ في آخر الأيام ({$days})، من الأخبار المقروءة ({$items}). بزر واحد تجد المتابعة تلك الكتابة أيضًا:
nearly-none = لا شيء يشبه ⁨<code>{$words}</code>⁩ في آخر الأيام ({$days})، من الأخبار المقروءة ({$items}).
nearly-times = { $count ->
        [zero] ولا مرة
        [one] مرة واحدة
        [two] مرتان
        [few] {$count} مرات
       *[other] {$count} مرة
    }
nearly-button = إضافة ⁨{$words}⁩
nearly-which = أي متابعة تريد رؤية ما كادت تجده؟
nearly-unknown = لا توجد متابعة ⁨<b>{$words}</b>⁩. أيها تريد؟
nearly-toast = أبحث الآن.
nearly-done = 🔔 تجد هذه المتابعة الآن ⁨<code>{$spelling}</code>⁩ أيضًا: ⁨<code>{$words}</code>⁩
nearly-done-toast = أبحث من الآن عن ⁨{$spelling}⁩ أيضًا.
nearly-old = تغيّرت هذه المتابعة في الأثناء. أرسل ⁨/near⁩ من جديد.
