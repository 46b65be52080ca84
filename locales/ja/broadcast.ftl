# What operators tell all chats, and how a chat gets none of it.
admin-broadcast-button = 📣 一斉送信
broadcast-ask = すべてのチャットに何を伝えますか？文章を送ってください。送信前に見た目を確認できます。やめるときは /cancel
broadcast-too-long = {$count} 文字あります。{$limit} 文字までです。短くして送るか、/cancel
broadcast-one-by-one = すでに送信中のものがあります。先に止めるか、お待ちください。
broadcast-goes-to =
    { $count ->
        [0] ☝️ 届くチャットがありません。
       *[other] ☝️ このように届きます。届くチャット：{$count}
    }
broadcast-unwilling = 受け取らない設定：{$count}
broadcast-paused = 停止中：{$count}
broadcast-lost = 連絡不能または利用禁止：{$count}
broadcast-send-button = {$count} 件のチャットに送る
broadcast-discard-button = 破棄
broadcast-discarded = 破棄しました。誰にも送っていません。
broadcast-sure = いま送りますか？送ったものは取り消せません。チャット：{$count}
broadcast-yes-button = はい、いま送る（{$count}）
broadcast-no-button = まだ送らない
broadcast-sending = 📣 送信中（通知が優先です）：{$sent} / {$count}。終わったらお知らせします。
broadcast-stop-button = ⏹ 止める
broadcast-stopped = ⏹ 止めました：{$sent} / {$count} に送信。ほかには送りません。
broadcast-done =
    { $failing ->
        [0] 📣 完了：送信 {$sent}。
       *[other] 📣 完了：送信 {$sent}、送れず {$failing}。
    }
broadcast-no-more-button = 今後は受け取らない
broadcast-again-button = また受け取る
broadcast-sample-toast = これは見本です。
settings-news-on = 運営者からのお知らせ：オン
settings-news-off = 運営者からのお知らせ：オフ
settings-toast-news-on = 運営者からのお知らせを受け取ります。
settings-toast-news-off = 今後は届きません。/settings で戻せます。
