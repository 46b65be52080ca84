# Many sources at once: what worked and what did not. "many-file-…" for each handlers.files.FileTrouble.
many-begun = {$count} 件のソースを調べています。うまくいったもの、いかなかったものをあとでお知らせします。
many-list-begun = リストを読んでいます。うまくいったもの、いかなかったものをあとでお知らせします。
many-done =
    { $count ->
        [0] 新しくフォローしたものはありません。
       *[other] 📡 {$count} 件を新しくフォローしました。
    }
many-ill = ⚠️ <b>{$name}</b> をフォローしましたが、いまは読めません：{$reason}
many-refused = ✗ <b>{$name}</b> はフォローできません：{$reason}
many-no-x = ✗ <b>{$name}</b> はフォローできません：この Hark は X を読めません
many-again = すでにフォロー中：{$count} 件
many-full = あと {$count} 件は入りません。自分のソースは {$limit} 件までです。/unfollow で空けられます。
many-repeated = 重複：{$count} 件
many-more = リストには続きがありますが、ここまでにします。
many-broken = リストが途中で切れているか壊れています。その前までは読みました。
many-words = ことばが出てきたらお知らせします。/sources
many-no-list = このファイルはフィードの一覧ではありません。お使いのリーダーから OPML で書き出して、そのファイルを送ってください。
many-empty-list = このリストにはフィードがありません。
many-file-too-big = フィードの一覧としては大きすぎます。読めるのは 1 MB までです。
many-file-gone = このファイルはもう Telegram にありません。もう一度送ってください。
many-file-unreachable = いま Telegram からファイルを受け取れません。1 分後にもう一度送ってください。
