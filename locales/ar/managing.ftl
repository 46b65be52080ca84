menu-manage = إدارة قناة أو مجموعة من هنا
manage-for-channel = 📣 القناة: ⁨<b>{$chat}</b>⁩
manage-for-group = 👥 المجموعة: ⁨<b>{$chat}</b>⁩
manage-own = 👤 تدير الآن دردشتك الخاصة.
manage-now = تديرها الآن من هنا: ⁨/watch⁩ و⁨/list⁩ و⁨/sources⁩ و⁨/settings⁩ وسائر الأوامر تخصّها.
manage-which = المس دردشة أخرى لإدارتها.
manage-none = لا أعرف لك قناة أو مجموعة بعد. اختر واحدة وأخبرك بما ينقص.
manage-own-button = 👤 دردشتي الخاصة
manage-other-button = دردشة أخرى…
manage-pick-button-channel = اختيار قناة…
manage-pick-button-group = اختيار مجموعة…
manage-pick-channel = المس الزر في الأسفل واختر القناة، وعندها يسمح لي ⁨Telegram⁩ بالنشر فيها.
manage-pick-group = المس الزر في الأسفل واختر المجموعة. يجب أن أكون عضوًا فيها.
manage-pick-key-channel = 📣 اختيار قناة
manage-pick-key-group = 👥 اختيار مجموعة
manage-toast = تدير الآن ⁨{$chat}⁩.
manage-toast-own = تدير الآن دردشتك الخاصة.
manage-add-channel =
    لست في ⁨<b>{$chat}</b>⁩ بعد.
    افتح «المشرفون» في القناة وأضفني واسمح لي بنشر الرسائل، ثم اخترها من جديد.
manage-add-group =
    لست في ⁨<b>{$chat}</b>⁩ بعد.
    أضفني إلى المجموعة ثم اخترها من جديد.
manage-mute-channel = ⚠️ لا يُسمح لي بالنشر هناك. افتح «المشرفون» في القناة والمس اسمي واسمح لي بنشر الرسائل.
manage-mute-group = ⚠️ لا يُسمح لي بالكتابة هناك. اسمح لي بإرسال الرسائل في أذونات المجموعة.
manage-no-administrator = لست مشرفًا في ⁨<b>{$chat}</b>⁩، والإدارة للمشرفين فقط.
manage-lost = لم يعد بإمكانك إدارة ⁨{$chat}⁩: لم تعد مشرفًا هناك.
manage-gone = لم يعد بإمكانك إدارة ⁨{$chat}⁩: لم أعد هناك.
manage-back = 👤 عدت إلى إدارة دردشتك الخاصة.
manage-may-post =
    📣 صار بإمكاني النشر في ⁨<b>{$chat}</b>⁩.
    يمكنك إدارتها من هنا: ⁨/manage⁩
manage-button = إدارة هذه القناة
manage-in-private = أرسل لي ⁨/manage⁩ في الدردشة الخاصة: من هناك تدير هذه الدردشة.
