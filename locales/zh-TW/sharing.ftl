share-button = 🔗 分享
share-screen =
    🔗 <b>{$words}</b>
    打開這個連結的人會看到它最近找到什麼，點一下就能開始：
    <a href="{$link}">{$link}</a>

    給群組用：
    <a href="{$group}">{$group}</a>
share-send-button = 傳送連結
share-group-button = 加到群組
share-offered = 🔗 有人和你分享了這個追蹤：
share-offered-group = 🔗 給這個群組的追蹤，管理員可以開始：
share-gone = 這個追蹤已經不在了：分享的人已取消它。
share-gone-toast = 這個追蹤已經不在了：分享的人已取消它。傳送 /watch 開始你自己的追蹤。
share-bad-link = 這個連結打不開，可能少了一部分。請對方再傳一次。
