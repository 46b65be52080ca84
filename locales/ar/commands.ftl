menu-watch = متابعة كلمات: ⁨/watch #AI⁩
menu-unwatch = إنهاء متابعة
menu-list = عرض متابعاتك
menu-alias = أسماء خاصة بك: ⁨/alias CZ = الزعيم⁩
menu-test = تجربة كلمات على الأيام الأخيرة
menu-why = لماذا وصل تنبيه أو لم يصل
menu-near = ما كادت متابعة تجده
menu-stats = كم تنبيهًا وصل كل يوم
menu-sources = ما أقرؤه وكيف حاله
menu-follow = الاشتراك في خلاصة أو موقع أو حساب على X
menu-unfollow = إلغاء الاشتراك في مصدر
menu-pause = إيقاف متابعة مؤقتًا، أو الكل
menu-resume = استئناف متابعة، أو الكل
menu-settings = إعدادات هذه الدردشة
menu-lang = اختيار اللغة
menu-status = كيف تسير الأمور
menu-stop = إيقاف كل التنبيهات
menu-help = ما يمكنك قوله
bot-description =
    أقرأ عنك خلاصات الأخبار وX وأخبرك فور ظهور ما يهمّك. مرة واحدة، ومعه الرابط.

    أرسل ⁨/watch⁩ مع كلمة: ⁨/watch #AI⁩
bot-short-description = يخبرك فور ظهور ما يهمّك.

start =
    👋 أقرأ عنك خلاصات الأخبار وX وأخبرك فور ظهور ما يهمّك.
    أرسل ⁨<code>/watch {$words}</code>⁩، أو اضغط على مثال لتجربته:
start-try = جرّب: ⁨{$words}⁩
start-language = 🌐 اللغة
help =
    <b>ما يمكنك قوله</b>
    ⁨/watch⁩ <i>كلمات</i> – أخبرني حين تُذكر
    ⁨/unwatch⁩ <i>كلمات</i> – يكفي
    ⁨/list⁩ – متابعاتك
    ⁨/alias⁩ ⁨<code>CZ = الزعيم</code>⁩ – ما تعدّه شيئًا واحدًا
    ⁨/test⁩ <i>كلمات</i> – ما كان سيصلك في الأيام الأخيرة
    ⁨/why⁩ <i>رابط</i>، أو ردًّا على رسالة – لماذا وصل أو لم يصل
    ⁨/near⁩ <i>كلمات</i> – ما كادت متابعة تجده
    ⁨/follow⁩ <i>رابط أو حساب</i> – مصدر خاص بك
    ⁨/unfollow⁩ – إلغاء الاشتراك فيه
    ⁨/sources⁩ – ما أقرؤه وكيف حاله
    ⁨/pause⁩ · ⁨/resume⁩ – إيقاف مؤقت واستئناف
    ‏⁨/stats⁩ · ⁨/manage⁩ · ⁨/settings⁩ · ⁨/lang⁩ · ⁨/status⁩ · ⁨/export⁩ · ⁨/import⁩ · ⁨/privacy⁩ · ⁨/forgetme⁩

    ⁨<code>bitcoin etf</code>⁩ الكلمتان معًا · ⁨<code>"spot etf"</code>⁩ بهذا الترتيب · ⁨<code>BTC OR ETH</code>⁩ إحداهما · ⁨<code>apple -music</code>⁩ بلا تلك الكلمة · ⁨<code>#AI</code>⁩ الوسم أو الكلمة · ⁨<code>mac*</code>⁩ ما يبدأ هكذا · ⁨<code>=Apple</code>⁩ كما هي تمامًا · ⁨<code>title:fed</code>⁩ ⁨<code>from:@sama</code>⁩ ⁨<code>lang:ar</code>⁩ هناك فقط
ask-watch = أي كلمات أتابع؟ مثلًا ⁨<code>#AI</code>⁩ أو ⁨<code>"Sam Altman"</code>⁩. للتراجع: ⁨/cancel⁩
ask-test = أي كلمات أجرّب على الأيام الأخيرة؟ للتراجع: ⁨/cancel⁩
ask-why = أي خبر تريد معرفة سببه؟ أرسل رابطه، أو حوّل رسالة فيها الرابط. للتراجع: ⁨/cancel⁩
ask-follow = في ماذا تريد الاشتراك؟ أرسل رابط خلاصة أو موقع، أو حسابًا على X مثل ⁨<code>@sama</code>⁩. للتراجع: ⁨/cancel⁩
cancel-done = حسنًا، لا عليك.
cancel-nothing = لا شيء لإلغائه.
