refused-limit = X に設定した利用上限に達しました
refused-cap = X で1か月に読める投稿数の上限に達しました
refused-project = X がこの App に読み取りを許可していません。Project に入っていないのかもしれません
refused-token = Hark に X の有効なアクセストークンがありません
stop-unpaid = X を読めません（{$reason}）。Hark は無料で確かめ続け、読めるようになったら続けます。最長7日前までさかのぼれます。フィードは続けます。
stop-project = X がこの App に読み取りを許可しておらず、X を読めません。App が Project に入っていないのかもしれません。console.x.com で直すと、Hark は中断したところから、最長7日前までさかのぼって読みます。フィードは続けます。
