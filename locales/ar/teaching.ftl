button-not-relevant = غير مهم
button-less-source = أقل من هذا المصدر
exclude-toast = أنظر في الأيام الأخيرة.
exclude-which = أي كلمة تدل على أن هذا ليس ما تقصده ⁨<b>{$words}</b>⁩؟ لمسة واحدة تستبعدها:
exclude-word =
    { $of ->
        [1] ‏⁨−<code>{$word}</code>⁩: النتيجة الوحيدة في الأيام الأخيرة
       *[other] ‏⁨−<code>{$word}</code>⁩: ⁨{$removed}⁩ من آخر ⁨{$of}⁩ من النتائج
    }
exclude-none = كل كلمة مميزة هنا ترد أيضًا في نتائج كثيرة أخرى لـ⁨<b>{$words}</b>⁩. ⋯ ثم «أقل من هذا المصدر» يستبعد مصدرها.
exclude-done = 🔕 ما يرد فيه «⁨{$word}⁩» لم يعد نتيجة.
exclude-changed =
    ‏⁨<code>{$words}</code>⁩
    قبل ذلك: ⁨<code>{$before}</code>⁩
less-done = 🔕 ما يأتي من ⁨{$name}⁩ لم يعد نتيجة لهذه المتابعة. تبقى المصادر الأخرى كما كانت.
less-toast = تم.
less-cannot = ليس في اسم هذا المصدر كلمات تستطيع المتابعة استبعادها.
exclude-same = هذا مستبعد من قبل.
exclude-long = ستصبح المتابعة طويلة جدًا. احذفها بالأمر ⁨/unwatch⁩ وابدأ أخرى.
exclude-old = تغيّرت المتابعة في هذه الأثناء، فتركتها كما هي.
