# A site with several feeds; each follows with its name, and a button.
choice-asked = لدى <b>⁨{$name}⁩</b> عدة خلاصات. أيها أتابع؟
choice-releases = الإصدارات
choice-commits = التعديلات
