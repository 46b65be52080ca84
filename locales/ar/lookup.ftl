lookup-found = يسمّى ⁨<code>{$words}</code>⁩ أيضًا: ⁨{$names}⁩
lookup-add-button = إضافة
lookup-leave-button = لا
lookup-added = ✓ أبحث عن ⁨<code>{$words}</code>⁩ أيضًا باسم: ⁨{$names}⁩
lookup-added-toast = أُضيف.
lookup-left = أبحث عن ⁨<code>{$words}</code>⁩ بهذا الاسم وحده.
lookup-left-toast = حسنًا.
lookup-no-room-toast = لا مكان لهذه الأسماء. أسماء هذه الدردشة: ⁨/alias⁩
