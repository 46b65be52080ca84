stats-title = 📊 <b>التنبيهات كل يوم</b>، آخر الأيام: {$days}
stats-row = ‏⁨{$letter}⁩ · ⁨{$name}⁩ · {$count}
stats-others = { $count ->
        [zero] لا متابعات أخرى
        [one] متابعة أخرى
        [two] متابعتان أخريان
        [few] {$count} متابعات أخرى
        [many] {$count} متابعة أخرى
       *[other] {$count} متابعة أخرى
    }
stats-sources = مصادر متابَعة بكل ما فيها
stats-ended = متابعة انتهت
stats-none = 📊 لا تنبيه في آخر الأيام ({$days})، فلا شيء يُرسم. ⁨/list⁩ يعرض متابعاتك، و⁨/test⁩ يجرب كلمات على ما وصل حديثًا.
