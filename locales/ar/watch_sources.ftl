watch-sources-button = 📡 المصادر
watch-sources = ‏📡 ⁨<b>{$words}</b>⁩
watch-sources-from = تأتي التنبيهات من {$count} من أصل { $sources ->
        [zero] لا مصادر
        [one] مصدر واحد
        [two] مصدرين
        [few] {$sources} مصادر
        [many] {$sources} مصدرًا
       *[other] {$sources} مصدر
    }{ $ours ->
        [0] .
       *[other] ، منها الخاصة بك: {$ours}.
    }
watch-sources-out = المستبعدة:{" "}
watch-sources-how = اضغط على مصدر لاستبعاده أو لاستعادته.
watch-sources-all-button = استعادة الكل
watch-sources-toast-out = استُبعد ⁨{$name}⁩.
watch-sources-toast-in = استُعيد ⁨{$name}⁩.
watch-sources-toast-all = استُعيدت المصادر كلها.
watch-sources-toast-everything = استُبعد ⁨{$name}⁩ من هذه المتابعة، لكنك تتلقى كل ما فيه: ⁨/sources⁩
watch-sources-toast-words = كلمات هذه المتابعة تطلب مصادر أخرى. غيّرها من «تعديل الكلمات».
