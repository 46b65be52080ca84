button-open = 開く
button-mute = 24時間ミュート
button-stop-watch = 追跡をやめる
alert-number = № {$number}
alert-again = № {$number} · 中断のため再送しました。すでに届いているかもしれません
alert-everything = この情報源のすべて
alert-untitled = 無題
alert-gone = 🗑 <i>この投稿は作者が削除したか、非公開になりました。</i>
