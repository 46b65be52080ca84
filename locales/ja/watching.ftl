watch-begun =
    🔔 <b>{$words}</b> の追跡を始めました。
    { $sources ->
        [0] 情報源がまだありません。/follow で追加してください。
       *[other] 情報源 {$sources} 件。新しい話題が出たらすぐお知らせします。
    }
    追跡 {$count} / {$limit} 件 · /list
watch-known =
    <b>{$words}</b> はすでに追跡中です。
    追跡 {$count} / {$limit} 件 · /list
watch-full = <b>{$words}</b> を入れる空きがありません。ここの追跡は {$limit} 件までで、いま {$count} 件あります。/unwatch で一つ外すか、運営者に尋ねてください。
watch-while-paused = ⏸ このチャットの通知は一時停止中です：/resume
watch-line-begun = ✓ <b>{$words}</b> の追跡を始めました
watch-line-known = • <b>{$words}</b> はすでに追跡中です
watch-line-full = ✗ <b>{$words}</b> を入れる空きがありません（{$limit} 件まで）
watch-count = 追跡 {$count} / {$limit} 件 · /list
watch-toast = 始めました。
watch-button = {$words} を追跡

unwatch-done = <b>{$words}</b> の追跡をやめました。
unwatch-toast = {$words} の追跡をやめました。
unwatch-unknown = <b>{$words}</b> は追跡していません。
unwatch-line-unknown = ✗ <b>{$words}</b> は追跡していません。
unwatch-many = <b>{$words}</b> に当てはまる追跡がいくつかあります。
unwatch-which = どの追跡をやめますか？
undo-button = 元に戻す
undo-all-button = すべて元に戻す
undo-all-toast = すべて終了しました。
undo-done = 🔔 <b>{$words}</b> の追跡を再開しました。
undo-toast = 元に戻しました。
undo-too-late = もう元に戻せません。もう一度 /watch を使ってください。

list-title = <b>追跡の一覧</b> · {$count} / {$limit}
list-row = {$number}. {$words}
list-empty = ここではまだ何も追跡していません。/watch #AI を試してください
list-paused = ⏸ このチャットの通知は一時停止中です：/resume

watch-screen = 🔎 <b>{$words}</b>
watch-screen-since = {$since}に作成
watch-state-on = 🔔 オン
watch-state-paused = ⏸ 一時停止中
watch-state-muted = 🔇 <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time> までミュート
watch-pause-button = ⏸ 一時停止
watch-resume-button = ▶️ 再開
watch-mute-button = 🔇 24時間ミュート
watch-unmute-button = 🔔 ミュート解除
watch-remove-button = 削除
watch-toast-paused = 一時停止しました。
watch-toast-resumed = 再開しました。
watch-toast-muted = 24時間ミュートします。
watch-toast-unmuted = ミュートを解除しました。
watch-paused = ⏸ <b>{$words}</b> は一時停止中です。再開は /resume
watch-resumed = ▶️ <b>{$words}</b> を再開しました。
back-button = « 戻る
alert-toast-muted = {$words}：24時間ミュートします。

test-words = 🔎 <code>{$words}</code>
test-counted = ここ {$days} 日：{$count} 件{ $rate ->
        [0] {""}
       *[other] 、1日に約 {$rate} 件
    }{ $sources ->
        [0] {""}
        [1] 、すべて {$name}
       *[other] 、最多は {$name}（{$most} 件）
    }
test-nothing = ここ {$days} 日：記事 {$items} 件には出ていません。明日は出るかもしれません。
test-less = 減らすには：{$tried} 件のうち、次の分が届かなくなります：
test-less-newest = 減らすには：最新 {$tried} 件のうち、次の分が届かなくなります：
test-title-only = タイトルだけ
test-near = 語が近いものだけ
test-language = {$language}だけ
test-phrase = {$words} のまとまりで
test-exact = この表記だけ：{$words}
test-without = {$words} を除く

query-here = ↑ ここ
query-empty = 探す言葉がありません。
query-syntax = この検索が読み取れません：
query-only-negative = 除くものしか書かれていません。探すものも書いてください：
query-too-long = 長すぎます。1000文字までです：
query-too-many-terms = 語が多すぎます。64語までです：
query-too-deep = かっこが深く重なりすぎています：
query-everything = これではすべてが見つかります。探すものか情報源を指定してください：<code>source:</code>、<code>site:</code>、<code>from:</code>
query-only-facts = これは絞り込みだけです。探す言葉を足してください：
query-unknown-field = そのフィールドはありません。使えるのは：title: text: tag: author: from: source: site: url: lang: age: min:
query-field-value = この値はフィールドに合いません。書き方：<code>lang:ja</code> <code>age:&lt;6h</code>（m、h、d、w）<code>min:2</code>
query-regex = この正規表現は使えません。RE2 構文で250文字まで、フラグは「i」だけです：
query-address = これはアドレスです。アドレスは <code>site:</code> と <code>url:</code> で探せます
query-follow = <code>{$words}</code> を情報源としてフォローしますか？
query-suggestion = もしかして <code>{$words}</code> ですか？
