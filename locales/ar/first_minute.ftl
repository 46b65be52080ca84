taste-start-button = ▶️ ابدأ
taste-reading = 📡 أقرأ { $sources ->
        [zero] المصادر
        [one] مصدرًا واحدًا
        [two] مصدرين
        [few] {$sources} مصادر
        [many] {$sources} مصدرًا
       *[other] {$sources} مصدر
    }… {$count}
taste-no-sources = لا مصدر أقرؤه بعد. أرسل إليّ رابط موقع إخباري وسأقرؤه منذ تلك اللحظة.
taste-unread = لا أستطيع قراءة أي مصدر الآن (جرّبت {$sources}). سأواصل المحاولة: ابدأ، وأخبرك حين يُذكر.
taste-empty = لم تأتِ مصادري بشيء في الآونة الأخيرة. ابدأ، وأخبرك فور ذكره.
