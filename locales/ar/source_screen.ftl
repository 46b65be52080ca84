sources-entry = آخر مادة ⁨{$ago}⁩
sources-alerts =
    { $count ->
        [zero] لا تنبيهات هذا الأسبوع
        [one] تنبيه واحد هذا الأسبوع
        [two] تنبيهان هذا الأسبوع
        [few] {$count} تنبيهات هذا الأسبوع
        [many] {$count} تنبيهًا هذا الأسبوع
       *[other] {$count} تنبيه هذا الأسبوع
    }
source-no-alerts = لا تنبيهات هذا الأسبوع
source-read = قُرئ ⁨{$ago}⁩ · ومرة أخرى بعد ⁨{$wait}⁩
source-read-now = قُرئ ⁨{$ago}⁩ · ومرة أخرى بعد لحظات
source-for-all = يُقرأ هذا المصدر للجميع هنا: ما يذكر إحدى كلماتك يصلك على أي حال.
source-chosen-words = يصلك ما يذكر إحدى كلماتك.
source-chosen-everything = يصلك كل جديد.
source-gone-toast = لم يعد هذا المصدر يُقرأ لهذه المحادثة.
source-rate =
    { $count ->
        [0] أقل من مادة في اليوم
        [one] نحو مادة في اليوم
        [two] نحو مادتين في اليوم
        [few] نحو {$count} مواد في اليوم
       *[other] نحو {$count} مادة في اليوم
    }
source-why-rate = يُقرأ في أوقات نشره المعتادة
source-why-burst = نُشر فيه جديد للتو، وسأقرؤه مجددًا قريبًا
source-why-rare = ينشر نادرًا، فأقرؤه على فترات متباعدة
source-why-busy = ينشر كثيرًا، فأقرؤه بأقصى ما يُسمح به
source-why-new = ما زلت أتعرّف عليه
