watch-sources-button = 📡 情報源
watch-sources = 📡 <b>{$words}</b>
watch-sources-from = {$sources} 件の情報源のうち {$count} 件からお知らせします{ $ours ->
        [0] 。
       *[other] （うち {$ours} 件はこのチャットのもの）。
    }
watch-sources-out = 除外中：
watch-sources-how = タップすると除外、もう一度タップすると元に戻ります。
watch-sources-all-button = すべて元に戻す
watch-sources-toast-out = {$name} を除外しました。
watch-sources-toast-in = {$name} を元に戻しました。
watch-sources-toast-all = すべての情報源を元に戻しました。
watch-sources-toast-everything = この追跡から {$name} を除外しましたが、すべて受け取る設定です：/sources
watch-sources-toast-words = この追跡の言葉が別の情報源を指定しています。「キーワードを変更」で変えられます。
