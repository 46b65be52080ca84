why-also = ورد أيضًا في:
why-waiting-until = ينتظر التنبيه حتى ⁨<tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>⁩: لم ينجح الإرسال، أو طلب مني تيليجرام التمهل.
why-kept-mute = لم أخبرك: كانت هذه المتابعة مكتومة حتى ⁨<tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>⁩.
why-kept-pause = لم أخبرك: كانت هذه المتابعة متوقفة مؤقتًا.
why-kept-stop = لم أخبرك: كان كل شيء هنا متوقفًا منذ ⁨<tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>⁩ (⁨/stop⁩).
why-kept-lost = لم أخبرك: لم أستطع الكتابة هنا منذ ⁨<tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>⁩.
