# What operators tell all chats, and how a chat gets none of it.
admin-broadcast-button = 📣 رسالة للجميع
broadcast-ask = ماذا أقول لكل الدردشات؟ أرسل النص، وسترى شكله قبل أن يصل إلى أحد. للتراجع: ⁨/cancel⁩
broadcast-too-long = عدد الأحرف {$count}، والحد الأقصى {$limit}. أرسل نصًا أقصر، أو ⁨/cancel⁩
broadcast-one-by-one = هناك رسالة قيد الإرسال. أوقفها أولًا، أو انتظر.
broadcast-goes-to =
    { $count ->
        [0] ☝️ لا توجد دردشة تصلها.
       *[other] ☝️ هكذا ستظهر. الدردشات التي تصلها: {$count}
    }
broadcast-unwilling = لا تريد مثلها: {$count}
broadcast-paused = متوقفة: {$count}
broadcast-lost = لا يمكن الوصول إليها أو محظورة: {$count}
broadcast-send-button = إرسال (الدردشات: {$count})
broadcast-discard-button = تجاهل
broadcast-discarded = أُلغيت. لم تصل إلى أحد.
broadcast-sure = هل أرسلها الآن؟ لا يمكن سحب ما أُرسل. الدردشات: {$count}
broadcast-yes-button = نعم، أرسل الآن ({$count})
broadcast-no-button = ليس بعد
broadcast-sending = 📣 جارٍ الإرسال، بعد التنبيهات دائمًا: {$sent} من {$count}. سأخبرك حين ينتهي.
broadcast-stop-button = ⏹ إيقاف
broadcast-stopped = ⏹ توقّف الإرسال: أُرسل {$sent} من {$count}. لن تصل إلى غيرهم.
broadcast-done =
    { $failing ->
        [0] 📣 انتهى: أُرسل {$sent}.
       *[other] 📣 انتهى: أُرسل {$sent}، وتعذّر {$failing}.
    }
broadcast-no-more-button = لا أريد مثلها
broadcast-again-button = أريدها من جديد
broadcast-sample-toast = هذا مجرد ما ستراه الدردشات.
settings-news-on = أخبار المشغّل: نعم
settings-news-off = أخبار المشغّل: لا
settings-toast-news-on = تصلك أخبار المشغّل.
settings-toast-news-off = لن تصلك بعد الآن. تعيدها من ⁨/settings⁩
