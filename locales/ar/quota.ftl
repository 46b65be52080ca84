# Alerts beyond what a chat may have in a day.
quota-notice = 🔔 وصلت تنبيهات اليوم كلها (الحد {$limit} لهذه الدردشة). ما يأتي حتى منتصف الليل يُعدّ هنا ولا يُرسل: {$count} حتى الآن. للمزيد اسأل المشغّل.
quota-show-button = عرضها ({$count})
quota-list = <b>ما لم يُرسل اليوم</b> · {$count}
quota-nothing-toast = لم يُحجب شيء اليوم.
quota-line = 🔔 اليوم {$count} أخرى فوق حد التنبيهات اليومي ({$limit}): ⁨/why⁩ مع رابط يبيّن أيها.
why-kept-quota = لم أخبرك (⁨<tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>⁩): كانت هذه الدردشة قد بلغت حد تنبيهات ذلك اليوم.
