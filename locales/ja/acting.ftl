button-why = 理由
button-more = ⋯
button-report = Xに報告
button-stop-all = はい、すべてやめる
button-keep-all = 残す
alert-forgotten = この通知は古すぎて、もう記録がありません。
