button-why = لماذا
button-more = ⋯
button-report = إبلاغ ⁨X⁩
button-stop-all = نعم، أوقفها كلها
button-keep-all = أبقها
alert-forgotten = هذا التنبيه قديم جدًا ولم أعد أحتفظ به.
