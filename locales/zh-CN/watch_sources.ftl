watch-sources-button = 📡 来源
watch-sources = 📡 <b>{$words}</b>
watch-sources-from = 通知来自 {$sources} 个来源中的 {$count} 个{ $ours ->
        [0] 。
       *[other] ，其中 {$ours} 个是您自己的。
    }
watch-sources-out = 已排除：
watch-sources-how = 点一下即可排除，再点一下恢复。
watch-sources-all-button = 全部恢复
watch-sources-toast-out = 已排除 {$name}。
watch-sources-toast-in = 已恢复 {$name}。
watch-sources-toast-all = 已恢复所有来源。
watch-sources-toast-everything = 此关注已排除 {$name}，但您订阅了它的全部内容：/sources
watch-sources-toast-words = 此关注的关键词指定了别的来源，可用“修改关键词”更改。
