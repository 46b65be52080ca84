watch-sources-button = 📡 來源
watch-sources = 📡 <b>{$words}</b>
watch-sources-from = 通知來自 {$sources} 個來源中的 {$count} 個{ $ours ->
        [0] 。
       *[other] ，其中 {$ours} 個是你自己的。
    }
watch-sources-out = 已排除：
watch-sources-how = 點一下就排除，再點一下恢復。
watch-sources-all-button = 全部恢復
watch-sources-toast-out = 已排除 {$name}。
watch-sources-toast-in = 已恢復 {$name}。
watch-sources-toast-all = 已恢復所有來源。
watch-sources-toast-everything = 這個追蹤已排除 {$name}，但你訂閱了它的全部內容：/sources
watch-sources-toast-words = 這個追蹤的關鍵字指定了別的來源，可用「修改關鍵字」更改。
