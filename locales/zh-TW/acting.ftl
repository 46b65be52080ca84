button-why = 原因
button-more = ⋯
button-report = 向 X 檢舉
button-stop-all = 是，全部停止
button-keep-all = 保留
alert-forgotten = 這則提醒太舊，我已不再保存它。
