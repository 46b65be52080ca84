# Many sources at once: what worked and what did not. "many-file-…" for each handlers.files.FileTrouble.
many-begun = 正在查看 {$count} 個來源，稍後告訴您哪些成功、哪些沒有。
many-list-begun = 正在讀取您的清單，稍後告訴您哪些成功、哪些沒有。
many-done =
    { $count ->
        [0] 沒有新訂閱的來源。
       *[other] 📡 新訂閱了 {$count} 個來源。
    }
many-ill = ⚠️ 已訂閱 <b>{$name}</b>，但目前無法讀取：{$reason}
many-refused = ✗ 無法訂閱 <b>{$name}</b>：{$reason}
many-no-x = ✗ 無法訂閱 <b>{$name}</b>：這個 Hark 不能存取 X
many-again = 先前已訂閱：{$count} 個
many-full = 還有 {$count} 個放不下：自己的來源最多 {$limit} 個。用 /unfollow 騰出位置。
many-repeated = 重複列出：{$count} 次
many-more = 清單後面還有內容，但我不再往下讀了。
many-broken = 清單中斷或已損壞；之前的內容已讀取。
many-words = 出現您的關鍵字時我會傳給您。/sources
many-no-list = 這個檔案不是訂閱清單。請在您的閱讀器中匯出 OPML，再把該檔案傳給我。
many-empty-list = 這個清單裡沒有訂閱源。
many-file-too-big = 這個檔案太大，不像訂閱清單；最多讀取 1 MB。
many-file-gone = Telegram 上已沒有這個檔案。請重新傳送。
many-file-unreachable = Telegram 暫時沒有給我這個檔案。請過一分鐘再傳一次。
