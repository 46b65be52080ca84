names-also = أجد أيضًا (اضغط للإيقاف):{" "}
names-same = أجد أيضًا:{" "}
names-near = ⁨{$name}⁩ (مع ⁨{$near}⁩…)
names-none = لا أسماء أخرى.
names-button = أسماء أخرى
names-toast-off = لم أعد أبحث عن ⁨{$name}⁩.
names-toast-on = أبحث من جديد عن ⁨{$name}⁩.
names-toast-gone = لم يعد هذا بين الأسماء الأخرى.

alias-title = <b>أسماء هذه الدردشة</b> · {$count} من {$limit}
alias-how = للإضافة: ⁨<code>/alias CZ = الزعيم</code>⁩
alias-empty =
    لا أسماء خاصة بهذه الدردشة بعد. اكتب ما يعني هنا الشيء نفسه وبينه علامة ⁨<code>=</code>⁩
    ‏⁨<code>/alias CZ = الزعيم</code>⁩
alias-joined =
    من الآن تعني هذه هنا الشيء نفسه: ⁨<code>{$names}</code>⁩
    { $watches ->
        [zero] لا متابعة لك تبحث عن أحدها بعد: ⁨/watch⁩
        [one] متابعة واحدة لك تبحث عنها كلها.
        [two] متابعتان لك تبحثان عنها كلها.
        [few] {$watches} متابعات لك تبحث عنها كلها.
       *[other] {$watches} متابعة لك تبحث عنها كلها.
    }
alias-undone = تم التراجع. كانت: ⁨{$names}⁩
alias-row = تعني هنا الشيء نفسه: ⁨<code>{$names}</code>⁩
alias-known = أسماء معروفة أصلًا لـ ⁨<b>{$name}</b>⁩:{" "}
alias-none = ليس لـ ⁨<b>{$name}</b>⁩ اسم خاص هنا. أضف له واحدًا: ⁨<code>/alias {$name} = الزعيم</code>⁩
alias-removed = لم تعد تعني الشيء نفسه: ⁨<code>{$names}</code>⁩
alias-toast-removed = حُذفت.
alias-toast-gone = لم تعد هذه الأسماء موجودة.
alias-no-name = لا يصلح ⁨<b>{$name}</b>⁩ اسمًا. اكتب كلمات عادية بلا علامات اقتباس أو حقول أو رموز بحث، بحد أقصى 60 حرفًا: ⁨<code>/alias CZ = الزعيم</code>⁩
alias-missing = ينقص اسم بجانب علامة ⁨<code>=</code>⁩. هكذا: ⁨<code>/alias CZ = الزعيم</code>⁩
alias-one-name = ⁨<b>{$name}</b>⁩ اسم واحد كيفما كُتب. أضف اسمًا آخر بعد علامة ⁨<code>=</code>⁩: ⁨<code>/alias CZ = الزعيم</code>⁩
alias-too-many-names = الحد الأقصى للأسماء التي تعني الشيء نفسه هو {$names}. احذف بعضها.
alias-too-many-rows = لا مكان: بلغت أسطر الأسماء في هذه الدردشة {$rows}. احذف أحدها أولًا من ⁨/alias⁩
