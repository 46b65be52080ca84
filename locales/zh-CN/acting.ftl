button-why = 原因
button-more = ⋯
button-report = 向 X 举报
button-stop-all = 是，全部停止
button-keep-all = 保留
alert-forgotten = 这条提醒太旧，我已不再保存它。
