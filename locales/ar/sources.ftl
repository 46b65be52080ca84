follow-words-button = كلماتي فقط
follow-everything-button = كل شيء
follow-question = ماذا أرسل إليك؟
follow-done = 📡 اشتركت في ⁨<b>{$name}</b>⁩.
follow-shared = 📡 أقرأ ⁨<b>{$name}</b>⁩ للجميع أصلًا، وما يذكر كلماتك يصلك على أي حال. أما «كل شيء» فيرسل إليك كل جديد فيه.
follow-again-words = 📡 أنت مشترك في ⁨<b>{$name}</b>⁩، لكلماتك فقط.
follow-again-everything = 📡 أنت مشترك في ⁨<b>{$name}</b>⁩، في كل شيء.
follow-ill = ⚠️ اشتركت في ⁨<b>{$name}</b>⁩، لكن تتعذّر قراءته الآن: ⁨{$reason}⁩. سأواصل المحاولة، وحاله في ⁨/sources⁩
follow-refused = يتعذّر الاشتراك في ⁨<b>{$name}</b>⁩: ⁨{$reason}⁩.
follow-unreadable = ⁨<b>{$words}</b>⁩ ليس عنوان ويب ولا حسابًا على X. جرّب ⁨<code>https://example.org</code>⁩ أو ⁨<code>@sama</code>⁩
follow-full = الحد هنا {$limit} من المصادر، ولديك {$count}. ألغِ أحدها بـ ⁨/unfollow⁩، أو اسأل المشغّل.
follow-x-off = يتعذّر الاشتراك في ⁨<b>{$name}</b>⁩: لا صلة لهذا الـ Hark بـ X.
follow-author = منشور من ⁨<b>{$name}</b>⁩. يمكنني متابعة كاتبه.
follow-author-button = الاشتراك في ⁨{$name}⁩
follow-chosen-words = 📡 ⁨<b>{$name}</b>⁩: أرسل ما يذكر كلماتك فقط.
follow-chosen-everything = 📡 ⁨<b>{$name}</b>⁩: أرسل كل جديد.
follow-toast = تم.

unfollow-button = إلغاء الاشتراك
unfollow-done = أُلغي الاشتراك في ⁨<b>{$name}</b>⁩.
unfollow-toast = أُلغي الاشتراك.
unfollow-unknown = لست مشتركًا في ⁨<b>{$words}</b>⁩.
unfollow-many = أكثر من مصدر يطابق ⁨<b>{$words}</b>⁩.
unfollow-which = في أي مصدر تريد إلغاء الاشتراك؟
unfollow-none = لا مصادر خاصة بك. أضف واحدًا: ⁨/follow⁩

sources-title =
    { $failing ->
        [0] <b>المصادر</b> · {$count}
       *[other] <b>المصادر</b> · {$count}، المتعثّرة: {$failing}
    }
sources-none = لا مصادر بعد. أضف واحدًا: ⁨/follow⁩
sources-own-words = لك، كلماتك فقط
sources-own-everything = لك، كل شيء
sources-waiting = لم يُقرأ بعد
sources-read = قُرئ ⁨{$ago}⁩
sources-failing = متعثّر منذ ⁨<tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>⁩: ⁨{$reason}⁩ · المحاولة التالية ⁨<tg-time unix="{$next-unix}" format="{$next-format}">{$next-clock}</tg-time>⁩
sources-x-failing = ‏X: ⁨{$reason}⁩، منذ ⁨<tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>⁩، المحاولة التالية ⁨<tg-time unix="{$next-unix}" format="{$next-format}">{$next-clock}</tg-time>⁩
sources-x-mine = <b>منشورات X المقروءة هذا الشهر</b>، حسب المتابعة
sources-x-all = <b>ما اشتُري من X هذا الشهر</b>، أغلى المتابعات
sources-x-watch =
    { $reads ->
        [zero] • ⁨{$words}⁩ · بلا منشورات، ⁨{$cost}⁩
        [one] • ⁨{$words}⁩ · منشور واحد، ⁨{$cost}⁩
        [two] • ⁨{$words}⁩ · منشوران، ⁨{$cost}⁩
        [few] • ⁨{$words}⁩ · {$reads} منشورات، ⁨{$cost}⁩
        [many] • ⁨{$words}⁩ · {$reads} منشورًا، ⁨{$cost}⁩
       *[other] • ⁨{$words}⁩ · {$reads} منشور، ⁨{$cost}⁩
    }
sources-x-ended = متابعة منتهية
sources-x-nobody = بلا متابعة

source-failing-notice = ⚠️ تتعذّر قراءة ⁨<b>{$source}</b>⁩ منذ الساعة ⁨{$since}⁩: ⁨{$reason}⁩. سأواصل المحاولة.
source-recovered-notice = ✅ عادت قراءة ⁨<b>{$source}</b>⁩. استمر الانقطاع ⁨{$length}⁩ منذ الساعة ⁨{$since}⁩: ⁨{$reason}⁩.
quiet-week = 🌿 أسبوع هادئ: لم يُقل شيء مما تتابعه. ما زلت أقرأ: المصادر {$sources}، الجديد {$items}، وآخر قراءة ⁨{$ago}⁩.
quiet-week-failing = مصادر متعثّرة ({$failing}): ⁨/sources⁩
