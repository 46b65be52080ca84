error-internal = عذرًا، حدث خطأ من جهتي. سجّلته، فحاول مرة أخرى.
error-unknown = لم أفهم. أرسل ⁨/watch⁩ مع كلمة، أو ⁨/help⁩
error-admins-only = هذا لمشرفي الدردشة فقط.
error-rights-unknown = لا يخبرني تيليجرام الآن من هم المشرفون. حاول بعد قليل.
error-not-allowed = هذا الـ Hark خاص، ومشغّله يقرّر من يستخدمه.
error-old-button = لم يعد هذا الزر يعمل. أرسل ⁨/help⁩
error-watch-gone = لم تعد هذه المتابعة موجودة.
error-source-gone = لم تعد مشتركًا في هذا المصدر.
