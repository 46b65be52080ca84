button-open = فتح
button-mute = كتم 24 ساعة
button-stop-watch = إيقاف المتابعة
alert-number = ‏№ {$number}
alert-again = № {$number} · أُعيد إرساله بعد انقطاع، وربما وصلك من قبل
alert-everything = كل ما ينشره هذا المصدر
alert-untitled = بلا عنوان
alert-gone = 🗑 <i>حذف الكاتب هذا المنشور، أو لم يعد متاحًا للجميع.</i>
