chats-hello-group =
    👋 こんにちは！気になる話題が出たら、すぐこのグループにお知らせします。
    管理者が <code>/watch {$words}</code> と送ると始まります · /help
chats-hello-channel =
    👋 こんにちは！気になる話題が出たら、すぐこのチャンネルにお知らせします。
    ここに <code>/watch {$words}</code> と投稿すると始まります。
chats-welcome-back = 👋 おかえりなさい。{$count} 件の追跡を再開しました。
chats-paused =
    { $count ->
        [0] ⏸ 一時停止中です。通知は届きません。再開は /resume
       *[other] ⏸ 一時停止中です。通知は届きませんが、追跡 {$count} 件は残っています。再開は /resume
    }
chats-resumed =
    { $count ->
        [0] ▶️ 通知はオンです。
       *[other] ▶️ 通知はオンです。{$count} 件を追跡中。
    }
chats-still-paused = 個別に一時停止中の追跡が {$count} 件あります：/list
chats-topic-closed = 🧵 トピックが閉じられたか、なくなりました。そちらへの通知は、これからここに届きます。
chats-right-lost = ✋ <b>{$name}</b> に投稿できなくなりました。通知は失われず待っています。もう一度投稿を許可すると届きます。
chats-right-back = ✍️ また投稿できるようになりました。お待たせしていた通知を送ります。

settings = <b>このチャットの設定</b>
settings-previews-on = リンクのプレビュー：オン
settings-previews-off = リンクのプレビュー：オフ
settings-silent-on = 音なしの通知：オン
settings-silent-off = 音なしの通知：オフ
settings-language = 言語：{$language}
settings-toast-previews-on = 通知にリンクのプレビューを表示します。
settings-toast-previews-off = 通知にリンクのプレビューを表示しません。
settings-toast-silent-on = 通知は音なしで届きます。
settings-toast-silent-off = 通知は音つきで届きます。

lang-which = ここでは何語で話しましょうか？
lang-done = これからここでは日本語でお話しします。
lang-toast = 日本語にしました。

status-active = 🟢 通知はオンです。
status-paused = ⏸ このチャットの通知は一時停止中です：/resume
status-sources =
    { $failing ->
        [0] 読んでいる情報源：{$count}
       *[other] 読んでいる情報源：{$count}、エラー：{$failing} · /sources
    }
status-watches = 追跡：{$count} / {$limit}
status-alerts = 24時間の通知：{$count}
status-read = 最終取得：{$ago}
status-operator =
    <b>Hark 全体</b>
    チャット：{$chats} · 追跡：{$watches}
    巡回中の情報源：{$sources}、エラー：{$failing}
    24時間の通知：送信 {$sent}、待機 {$waiting}
