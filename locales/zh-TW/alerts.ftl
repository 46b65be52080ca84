button-open = 開啟
button-mute = 靜音 24 小時
button-stop-watch = 停止這個追蹤
alert-number = № {$number}
alert-again = № {$number} · 中斷後重新傳送，你可能已經收過
alert-everything = 這個來源的全部內容
alert-untitled = 無標題
alert-gone = 🗑 <i>這則貼文已被作者刪除，或不再公開。</i>
