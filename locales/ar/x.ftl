spending-half = كلّف X حتى الآن ⁨{$spent}⁩ من ميزانية الشهر ⁨{$budget}⁩. بهذا المعدل يكلّف الشهر ⁨{$forecast}⁩.
spending-short = كلّف X حتى الآن ⁨{$spent}⁩ من ميزانية الشهر ⁨{$budget}⁩، وبهذا المعدل يبلغ ⁨{$forecast}⁩. من الآن تُقرأ الحسابات للكلمات المطلوبة فقط، بدءًا بأعلاها كلفة، وتُترك الفحوص. يُرفع الحد من ⁨<code>x.budget</code>⁩
spending-out = كلّف X حتى الآن ⁨{$spent}⁩ من ⁨{$budget}⁩: لا يُقرأ X حتى ⁨{$again}⁩. الخلاصات مستمرة. برفع ⁨<code>x.budget</code>⁩ يكمل Hark من حيث توقف، حتى 7 أيام مضت.
spending-drift = في ⁨{$day}⁩ عدّ X من المنشورات {$theirs} وعدّ Hark منها {$ours}. قارن مع لوحة تحكم X.
account-missed = فات بحث X منشور من ⁨{$name}⁩ يذكر ⁨{$words}⁩. من الآن تُقرأ الحسابات كاملة لأجله.
account-renamed = صار اسم ⁨{$before}⁩ على X هو ⁨{$after}⁩، وما زال Hark يقرؤه.
stop-credentials = لا يُقرأ X: ⁨{$reason}⁩. برمز جديد في X_BEARER_TOKEN وإعادة تشغيل يكمل Hark من حيث توقف، حتى 7 أيام مضت. الخلاصات مستمرة.
stop-accounts =
    { $more ->
        [0] بلا قراءة منذ ⁨{$since}⁩: ⁨{$names}⁩
       *[other] بلا قراءة منذ ⁨{$since}⁩: ⁨{$names}⁩ وغيرها ({$more})
    }
stop-covered = تُقرأ بدلًا منها خلاصات منشورات هذه الحسابات.
stop-over =
    { $more ->
        [0] ✅ عادت قراءة X. بقيت بلا قراءة ⁨{$length}⁩: ⁨{$names}⁩.
       *[other] ✅ عادت قراءة X. بقيت بلا قراءة ⁨{$length}⁩: ⁨{$names}⁩ وغيرها ({$more}).
    }
stop-over-covered = ✅ عادت قراءة X مباشرة بعد ⁨{$length}⁩.
stop-over-cost =
    { $reads ->
        [0] لم يكلّف استدراك ما فات شيئًا.
       *[other] كلّف استدراك ما فات ⁨{$cost}⁩.
    }
stop-lost = ما نُشر قبل ⁨{$before}⁩ لم يعد متاحًا: بحث X لا يتجاوز 7 أيام.
accounts-failing-notice =
    { $more ->
        [0] ⚠️ لا يُقرأ X منذ الساعة ⁨{$since}⁩: ⁨{$reason}⁩. بلا قراءة: ⁨{$names}⁩. سأواصل المحاولة.
       *[other] ⚠️ لا يُقرأ X منذ الساعة ⁨{$since}⁩: ⁨{$reason}⁩. بلا قراءة: ⁨{$names}⁩ وغيرها ({$more}). سأواصل المحاولة.
    }
accounts-recovered-notice =
    { $more ->
        [0] ✅ عادت قراءة X بعد ⁨{$length}⁩: ⁨{$names}⁩.
       *[other] ✅ عادت قراءة X بعد ⁨{$length}⁩: ⁨{$names}⁩ وغيرها ({$more}).
    }
status-x-spent =
    ‏<b>X هذا الشهر</b>
    المصروف: ⁨{$spent}⁩ من ⁨{$budget}⁩ · المتوقع: ⁨{$forecast}⁩
    المُشترى (منشورات وحسابات وأعداد): {$reads}
status-x-unlimited =
    ‏<b>X هذا الشهر</b>
    المصروف: ⁨{$spent}⁩، بلا حد · المتوقع: ⁨{$forecast}⁩
    المُشترى (منشورات وحسابات وأعداد): {$reads}
status-x-credit = الرصيد الباقي لدى X: ⁨{$left}⁩ (كما ذكر ⁨{$ago}⁩)
status-x-unread =
    { $more ->
        [0] ⚠️ بلا قراءة منذ ⁨<tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>⁩: ⁨{$names}⁩ · ⁨{$reason}⁩ · المحاولة التالية ⁨<tg-time unix="{$next-unix}" format="{$next-format}">{$next-clock}</tg-time>⁩
       *[other] ⚠️ بلا قراءة منذ ⁨<tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>⁩: ⁨{$names}⁩ وغيرها ({$more}) · ⁨{$reason}⁩ · المحاولة التالية ⁨<tg-time unix="{$next-unix}" format="{$next-format}">{$next-clock}</tg-time>⁩
    }

price-watch =
    { $accounts ->
        [zero] لا يمكن البحث في X عن ⁨<code>{$words}</code>⁩: القراءة الكاملة تكلّف نحو ⁨{$price}⁩ شهريًا. أما الخلاصات فأتابعها.
        [one] لا يمكن البحث في X عن ⁨<code>{$words}</code>⁩: قراءة حسابه كاملًا تكلّف نحو ⁨{$price}⁩ شهريًا. أما الخلاصات فأتابعها.
        [two] لا يمكن البحث في X عن ⁨<code>{$words}</code>⁩: قراءة حسابين كاملين تكلّف نحو ⁨{$price}⁩ شهريًا. أما الخلاصات فأتابعها.
        [few] لا يمكن البحث في X عن ⁨<code>{$words}</code>⁩: قراءة {$accounts} حسابات كاملة تكلّف نحو ⁨{$price}⁩ شهريًا. أما الخلاصات فأتابعها.
        [many] لا يمكن البحث في X عن ⁨<code>{$words}</code>⁩: قراءة {$accounts} حسابًا كاملًا تكلّف نحو ⁨{$price}⁩ شهريًا. أما الخلاصات فأتابعها.
       *[other] لا يمكن البحث في X عن ⁨<code>{$words}</code>⁩: قراءة {$accounts} حساب كاملة تكلّف نحو ⁨{$price}⁩ شهريًا. أما الخلاصات فأتابعها.
    }
price-follow = قراءة كل ما ينشره ⁨<b>{$name}</b>⁩ تكلّف نحو ⁨{$price}⁩ شهريًا. حتى تختار ذلك أرسل ما يذكر كلماتك فقط.
price-counted = حسب عدّ X لآخر 7 أيام.
price-assumed = تعذّر سؤال X، والتقدير اليومي لمنشورات كل حساب: {$posts}.
price-operators = لا يسمح بذلك إلا مشغّلو هذا الـ Hark.
price-operators-toast = ما يكلّف مالًا لا يسمح به إلا مشغّلو هذا الـ Hark.
price-toast = أسأل عن الكلفة…
price-gone = لم تعد مشتركًا فيه.
price-whole-button = قراءة X كاملًا
price-rest-button = وقف قراءة X كاملًا
price-whole-on = من الآن يُقرأ X كاملًا لأجل ⁨<code>{$words}</code>⁩.
price-whole-off = لم يعد X يُقرأ كاملًا لأجل ⁨<code>{$words}</code>⁩. أما الخلاصات فأتابعها كما كانت.

catch-up-offer =
    { $accounts ->
        [zero] ما نُشر منذ ⁨{$since}⁩ لم يُقرأ بعد. قراءته تكلّف نحو ⁨{$price}⁩، والمنشورات الجديدة تُقرأ على أي حال.
        [one] ما نشره حسابه منذ ⁨{$since}⁩ لم يُقرأ بعد. قراءته تكلّف نحو ⁨{$price}⁩، والمنشورات الجديدة تُقرأ على أي حال.
        [two] ما نشره حسابان منذ ⁨{$since}⁩ لم يُقرأ بعد. قراءته تكلّف نحو ⁨{$price}⁩، والمنشورات الجديدة تُقرأ على أي حال.
        [few] ما نشرته {$accounts} حسابات منذ ⁨{$since}⁩ لم يُقرأ بعد. قراءته تكلّف نحو ⁨{$price}⁩، والمنشورات الجديدة تُقرأ على أي حال.
        [many] ما نشره {$accounts} حسابًا منذ ⁨{$since}⁩ لم يُقرأ بعد. قراءته تكلّف نحو ⁨{$price}⁩، والمنشورات الجديدة تُقرأ على أي حال.
       *[other] ما نشره {$accounts} حساب منذ ⁨{$since}⁩ لم يُقرأ بعد. قراءته تكلّف نحو ⁨{$price}⁩، والمنشورات الجديدة تُقرأ على أي حال.
    }
catch-up-button = استدراك · نحو ⁨{$price}⁩
catch-up-leave-button = المتابعة من الآن
catch-up-begun = أقرأ ما نُشر منذ ⁨{$since}⁩ بنحو ⁨{$price}⁩. ما يذكر إحدى الكلمات يصل تنبيهًا.
catch-up-left = أكمل من الآن. ما نُشر بين ⁨{$since}⁩ وعودة X يبقى بلا قراءة.
catch-up-decided = حُسم ذلك من قبل.
status-x-gap = لم يُقرأ لنقص المال: ما نُشر منذ ⁨{$since}⁩ (الحسابات: {$accounts}، نحو ⁨{$price}⁩). الأزرار تحت رسالة عودة قراءة X.
