# Who may use Hark: bans, the allow-list, and the way in.
error-banned = حظرك مشغّل هذا الـ Hark، ولن يجيبك بعد الآن.
access-private = هذا الـ Hark خاص، ومشغّله يقرّر من يستخدمه. الزر يسأله نيابةً عنك.
access-ask-button = طلب الدخول
access-waits = سُئل المشغّل، وسيصل الجواب إلى هنا.
access-refused = لم يوافق مشغّل هذا الـ Hark.
access-let-in-notice = ✅ يمكنك استخدام هذا الـ Hark. ابدأ بـ ⁨/start⁩
access-unbanned-notice = ▶️ رفع المشغّل الحظر، والمتابعات هنا تعمل من جديد.
access-request-private = 🙋 يطلب ⁨<b>{$name}</b>⁩ استخدام هذا الـ Hark. الرقم: ⁨<code>{$id}</code>⁩
access-request-group = 🙋 تطلب المجموعة ⁨<b>{$name}</b>⁩ استخدام هذا الـ Hark. الرقم: ⁨<code>{$id}</code>⁩
access-request-channel = 🙋 تطلب القناة ⁨<b>{$name}</b>⁩ استخدام هذا الـ Hark. الرقم: ⁨<code>{$id}</code>⁩
access-let-in-button = السماح
access-refuse-button = رفض
access-is-allowed = ✅ ⁨<b>{$name}</b>⁩ (⁨<code>{$id}</code>⁩) في قائمة المسموح لهم.
access-is-refused = ❌ رُفض طلب ⁨<b>{$name}</b>⁩ (⁨<code>{$id}</code>⁩).
access-is-banned = ⛔ حُظر ⁨<b>{$name}</b>⁩ (⁨<code>{$id}</code>⁩): يُخبَر مرة واحدة ثم لا جواب. المتابعات هناك متوقفة.
access-which-ban = من أحظر؟ أرسل رقم شخص أو دردشة، أو حوّل رسالة له. للتراجع: ⁨/cancel⁩
access-which-allow = لمن أسمح؟ أرسل رقم شخص أو دردشة، أو حوّل رسالة له. للتراجع: ⁨/cancel⁩
access-which-unban = حظر من أرفع؟ أرسل الرقم، وتجده في ⁨/admin⁩ ← الحظر. للتراجع: ⁨/cancel⁩
access-which-disallow = من أزيل من القائمة؟ أرسل الرقم، وتجده في ⁨/admin⁩ ← قائمة المسموح لهم. للتراجع: ⁨/cancel⁩
access-hidden = يخفي ⁨Telegram⁩ كاتب هذه الرسالة. أرسل الرقم، وتجده في ⁨/admin⁩ ← الدردشات.
access-no-number = «⁨{$words}⁩» ليس رقم شخص أو دردشة. الأرقام مثل ⁨<code>123456789</code>⁩ أو ⁨<code>-1001234567890</code>⁩، وتجدها في ⁨/admin⁩ ← الدردشات.
access-operator = لا يمكن حظر المشغّلين. أزلهم أولًا من ⁨<code>telegram.admins</code>⁩.
access-not-banned = ⁨<b>{$name}</b>⁩ (⁨<code>{$id}</code>⁩) غير محظور.
access-not-allowed = ⁨<b>{$name}</b>⁩ (⁨<code>{$id}</code>⁩) ليس في هذه القائمة؛ ما في ⁨<code>config.yaml</code>⁩ يُغيَّر هناك.
access-unbanned = ✅ رُفع حظر ⁨<b>{$name}</b>⁩ (⁨<code>{$id}</code>⁩). المتابعات العاملة من جديد: {$count}.
access-disallowed = ✅ أُزيل ⁨<b>{$name}</b>⁩ (⁨<code>{$id}</code>⁩) من قائمة المسموح لهم. المتابعات هناك: {$count}.
access-ban-button = ⛔ حظر
access-unban-button = رفع الحظر
access-ban-one-button = ⛔ حظر أحدهم
access-allow-one-button = ＋ السماح لأحدهم
access-bans =
    { $count ->
        [0] <b>الحظر</b>: لا أحد محظور.
       *[other] <b>الحظر</b> · {$count}. نقرة ترفع واحدًا:
    }
access-row = ‏⁨<b>{$name}</b>⁩ · ⁨<code>{$id}</code>⁩ · منذ ⁨<tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>⁩
access-list-on = <b>قائمة المسموح لهم</b>: مفعّلة · {$count}. لا يستخدم Hark إلا من فيها والمشغّلون. نقرة تزيل واحدًا:
access-list-off = <b>قائمة المسموح لهم</b>: متوقفة · {$count}. الجميع يستخدم Hark. عند تفعيلها تبقى الدردشات التي لها متابعات.
access-list-configured = في ⁨<code>config.yaml</code>⁩، ولذلك مفعّلة دائمًا: {$count}
access-close-button = القائمة فقط
access-open-button = الجميع
why-kept-banned = لم أخبرك: كان المشغّل قد حظر هذه الدردشة منذ ⁨<tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>⁩.
access-unknown = شخص لا أعرفه
