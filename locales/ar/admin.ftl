# For those who operate Hark: /admin, how the whole of it is doing.
menu-admin = تشغيل Hark
admin-title = <b>تشغيل ⁨Hark⁩</b>
admin-chats = الدردشات: {$count} (خاصة {$private}، مجموعات {$groups}، قنوات {$channels})
admin-states = نشطة: {$active} · متوقفة: {$paused} · لا يمكن الوصول إليها: {$lost} · محظورة: {$banned}
admin-watches = المتابعات: {$count}
admin-sources = المصادر: {$count}، المتعثّرة: {$failing}
admin-queue = رسائل تنتظر: {$waiting}، أقدمها ⁨{$ago}⁩
admin-queue-empty = رسائل تنتظر: لا شيء
admin-held = محفوظة لدردشات متوقفة أو لا يمكن الوصول إليها: {$count}
admin-errors = مشكلات في 24 ساعة: {$count}
admin-chats-button = الدردشات
admin-errors-button = المشكلات
admin-bans-button = الحظر
admin-list-button = قائمة المسموح لهم
admin-refresh-button = ↻ تحديث
admin-errors-title = <b>مشكلات آخر 24 ساعة</b>
admin-errors-none = لا شيء. ✓
trouble-command = • أوامر ونقرات فشلت: {$count}، آخرها ⁨<tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>⁩ (⁨{$detail}⁩). قيل لأصحابها إن خطأً وقع.
trouble-errand = • مهام طويلة فشلت: {$count}، آخرها ⁨<tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>⁩ (⁨{$detail}⁩). أُخبر من طلبها.
trouble-unsent = • رسائل لم تصل: {$count}، آخرها ⁨<tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>⁩ (⁨{$detail}⁩). لم يُخبَر أحد.
trouble-lost = • دردشات انقطعت: {$count}، آخرها ⁨<tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>⁩ (⁨{$detail}⁩). تنتظر تنبيهاتها 30 يومًا.
trouble-no-right = • دردشات لا يستطيع ⁨Hark⁩ الكتابة فيها: {$count}، آخرها ⁨<tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>⁩ (⁨{$detail}⁩). يُقال ذلك فيها حين يستطيع من جديد.
trouble-flood = • مرات طلب فيها ⁨Telegram⁩ الانتظار: {$count}، آخرها ⁨<tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>⁩ (⁨{$detail}⁩). لم تنتظر غير تلك الدردشة.
trouble-sources = • مصادر متعثّرة الآن، ⁨{$reason}⁩: {$count}. أُخبر عن: {$number}.
admin-chats-title = <b>الدردشات</b> · {$count}
admin-chat = الرقم ⁨<code>{$id}</code>⁩ · المتابعات: {$count}
admin-chat-since = منذ ⁨<tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>⁩
admin-kind-private = خاصة
admin-kind-group = مجموعة
admin-kind-channel = قناة
admin-state-active = نشطة
admin-state-paused = ⏸ متوقفة
admin-state-blocked = 🚫 لا يمكن الوصول إليها
admin-state-gone = 🗑 محذوفة
admin-state-banned = ⛔ محظورة
