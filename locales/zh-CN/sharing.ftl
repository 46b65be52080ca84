share-button = 🔗 分享
share-screen =
    🔗 <b>{$words}</b>
    打开这个链接的人会看到它最近匹配到什么，点一下即可开始：
    <a href="{$link}">{$link}</a>

    用于群组：
    <a href="{$group}">{$group}</a>
share-send-button = 发送链接
share-group-button = 添加到群组
share-offered = 🔗 有人与您分享了这个关注：
share-offered-group = 🔗 给本群的关注，管理员可以开始：
share-gone = 这个关注已经不在了：分享的人已将它取消。
share-gone-toast = 这个关注已经不在了：分享的人已将它取消。发送 /watch 开始您自己的关注。
share-bad-link = 这个链接打不开，可能缺了一部分。请对方再发一次。
