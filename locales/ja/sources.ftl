follow-words-button = 追跡中の言葉だけ
follow-everything-button = すべて
follow-question = 何を送りましょうか？
follow-done = 📡 <b>{$name}</b> をフォローしました。
follow-shared = 📡 <b>{$name}</b> は共通の情報源なので、追跡中の言葉が出ればもともと届きます。「すべて」なら新着がすべて届きます。
follow-again-words = 📡 <b>{$name}</b> はすでにフォロー中です（追跡中の言葉だけ）。
follow-again-everything = 📡 <b>{$name}</b> はすでにフォロー中です（すべて）。
follow-ill = ⚠️ <b>{$name}</b> をフォローしましたが、今は読めません：{$reason}。引き続き試します。状態は /sources で。
follow-refused = <b>{$name}</b> はフォローできません：{$reason}。
follow-unreadable = <b>{$words}</b> はウェブアドレスでも X アカウントでもありません。例：<code>https://example.org</code>、<code>@sama</code>
follow-full = ここでフォローできる情報源は {$limit} 件までで、いま {$count} 件あります。/unfollow で一つ外すか、運営者に尋ねてください。
follow-x-off = <b>{$name}</b> はフォローできません。この Hark は X につながっていません。
follow-author = <b>{$name}</b> の投稿です。作者をフォローできます。
follow-author-button = {$name} をフォロー
follow-chosen-words = 📡 <b>{$name}</b>：追跡中の言葉が出たものだけ送ります。
follow-chosen-everything = 📡 <b>{$name}</b>：新着をすべて送ります。
follow-toast = 承知しました。

unfollow-button = フォローをやめる
unfollow-done = <b>{$name}</b> のフォローをやめました。
unfollow-toast = フォローをやめました。
unfollow-unknown = <b>{$words}</b> はフォローしていません。
unfollow-many = <b>{$words}</b> に当てはまる情報源がいくつかあります。
unfollow-which = どの情報源のフォローをやめますか？
unfollow-none = 自分の情報源はまだありません。/follow で追加できます

sources-title =
    { $failing ->
        [0] <b>情報源</b> · {$count} 件
       *[other] <b>情報源</b> · {$count} 件、うち {$failing} 件でエラー
    }
sources-none = 情報源はまだありません。/follow で追加できます
sources-own-words = 自分用、追跡中の言葉だけ
sources-own-everything = 自分用、すべて
sources-waiting = まだ読んでいません
sources-read = {$ago}に取得
sources-failing = <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time> からエラー：{$reason} · 次の試行 <tg-time unix="{$next-unix}" format="{$next-format}">{$next-clock}</tg-time>
sources-x-failing = X：{$reason}、<tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time> から · 次の試行 <tg-time unix="{$next-unix}" format="{$next-format}">{$next-clock}</tg-time>
sources-x-mine = <b>今月読んだ X の投稿</b>（追跡ごと）
sources-x-all = <b>今月 X にかかった費用</b>（高い追跡から）
sources-x-watch = • {$words} · 投稿 {$reads} 件、{$cost}
sources-x-ended = 終了した追跡
sources-x-nobody = どの追跡でもない分

source-failing-notice = ⚠️ <b>{$source}</b> が {$since} から読めません：{$reason}。引き続き試します。
source-recovered-notice = ✅ <b>{$source}</b> がまた読めるようになりました。{$since} から {$length}読めませんでした：{$reason}。
quiet-week = 🌿 静かな一週間でした。追跡中の言葉は出ていません。ちゃんと読み続けています：情報源 {$sources} 件、新着 {$items} 件、最後に読んだのは{$ago}です。
quiet-week-failing = {$failing} 件の情報源でエラーが出ています：/sources
