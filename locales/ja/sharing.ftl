share-button = 🔗 共有
share-screen =
    🔗 <b>{$words}</b>
    このリンクを開くと、最近の該当記事が見られ、1回のタップで始められます：
    <a href="{$link}">{$link}</a>

    グループ用：
    <a href="{$group}">{$group}</a>
share-send-button = リンクを送る
share-group-button = グループに追加
share-offered = 🔗 共有された追跡です：
share-offered-group = 🔗 このグループへの追跡です。管理者が開始できます：
share-gone = この追跡はもうありません。共有した人が終了しました。
share-gone-toast = この追跡はもうありません。共有した人が終了しました。/watch でご自分の追跡を始められます。
share-bad-link = このリンクは開けません。一部が欠けているかもしれません。もう一度送ってもらってください。
