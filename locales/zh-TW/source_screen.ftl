sources-entry = 最新項目：{$ago}
sources-alerts = 本週 {$count} 則提醒
source-no-alerts = 本週沒有提醒
source-read = {$ago}讀取 · {$wait}後再次讀取
source-read-now = {$ago}讀取 · 即將再次讀取
source-for-all = 這個來源開放給所有人：提到你的關鍵字的內容本來就會傳給你。
source-chosen-words = 你會收到提到你關鍵字的內容。
source-chosen-everything = 你會收到全部新內容。
source-gone-toast = 此聊天室已不再讀取這個來源。
source-rate =
    { $count ->
        [0] 平均每天不到一則
       *[other] 平均每天約 {$count} 則
    }
source-why-rate = 依它平常的發布時段讀取
source-why-burst = 剛剛有更新，很快會再讀
source-why-rare = 更新很少，讀取間隔較長
source-why-busy = 更新頻繁，以允許的最快速度讀取
source-why-new = 還在了解它的規律
