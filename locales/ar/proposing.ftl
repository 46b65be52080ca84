# ما يقترح عضو في المجموعة متابعته. $name هو العضو.
propose-made = 🙋 ‏⁨<b>{$name}</b>⁩ يقترح متابعة:
propose-words = ‏⁨<code>{$words}</code>⁩
propose-approve-button = ✅ موافقة
propose-decline-button = رفض
propose-approved = ✅ وافق أحد المشرفين على اقتراح ⁨{$name}⁩.
propose-declined = ✗ رفض أحد المشرفين اقتراح ⁨{$name}⁩: ⁨{$words}⁩
propose-toast-approved = تمت الموافقة.
propose-toast-declined = تم الرفض.
propose-gone = حُسم هذا من قبل، أو لم يبتّ فيه أحد خلال أسبوع.
propose-how = المشرفون هنا يقررون ما يُتابَع. اقترح شيئًا: ⁨<code>/watch #AI</code>⁩
propose-known = ‏⁨{$words}⁩ متابَع هنا من قبل.
propose-waiting = ‏⁨{$words}⁩ مقترَح من قبل، والقرار لأحد المشرفين.
propose-many-yours = { $count ->
        [zero] لا اقتراحات لك تنتظر.
        [one] لك اقتراح واحد ينتظر.
        [two] لك اقتراحان ينتظران.
        [few] لك {$count} اقتراحات تنتظر.
        [many] لك {$count} اقتراحًا ينتظر.
       *[other] لك {$count} اقتراح ينتظر.
    } القرار أولًا لأحد المشرفين.
propose-many = { $count ->
        [zero] لا اقتراحات تنتظر هنا.
        [one] ينتظر هنا اقتراح واحد.
        [two] ينتظر هنا اقتراحان.
        [few] تنتظر هنا {$count} اقتراحات.
        [many] ينتظر هنا {$count} اقتراحًا.
       *[other] ينتظر هنا {$count} اقتراح.
    } القرار أولًا لأحد المشرفين.
settings-proposals-on = اقتراحات الأعضاء: نعم
settings-proposals-off = اقتراحات الأعضاء: لا
settings-toast-proposals-on = يستطيع الأعضاء الاقتراح بالأمر ⁨/watch⁩.
settings-toast-proposals-off = الأمر ⁨/watch⁩ للمشرفين وحدهم.
