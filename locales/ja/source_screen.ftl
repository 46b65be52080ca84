sources-entry = 最新の記事：{$ago}
sources-alerts = 今週の通知 {$count} 件
source-no-alerts = 今週の通知なし
source-read = {$ago}に確認 · 次は{$wait}後
source-read-now = {$ago}に確認 · まもなく次の確認
source-for-all = このソースは全員のために読まれています。あなたのキーワードを含むものは、そのままでも届きます。
source-chosen-words = あなたのキーワードを含むものが届きます。
source-chosen-everything = 新着がすべて届きます。
source-gone-toast = このソースは、もうこのチャットのためには読まれていません。
source-rate =
    { $count ->
        [0] 1 日 1 件未満
       *[other] 1 日約 {$count} 件
    }
source-why-rate = いつも更新される時間帯に合わせて読みます
source-why-burst = 更新されたばかりなので、すぐにまた読みます
source-why-rare = 更新が少ないので、間隔を空けて読みます
source-why-busy = 更新が多いので、許される最短の間隔で読みます
source-why-new = 更新の傾向を調べているところです
