menu-export = 追跡、情報源、設定をファイルにする
menu-import = 書き出したファイルを取り込む
menu-privacy = 何を、いつまで保存し、誰が見るか
menu-forgetme = ここで保存したものをすべて消す
export-done =
    💾 このチャットで保存しているすべてです。追跡：{$watches} · 情報源：{$sources} · 呼び名：{$rows}
    /import で、ここでも別のチャットでも元に戻せます。フォロー中のアドレスが入っているので、知られたくない人には渡さないでください。
export-feeds = 📡 フィードの一覧（OPML）です。どのリーダーでも使えます。
export-sent-private = 💾 ファイルは個人チャットに送りました。管理者だけのアドレスが入っているためです。
export-private-first = ファイルはあなただけに渡します。管理者だけのアドレスが入っているためです。ご自分のアカウントで個人チャットに /start と送ってから、もう一度どうぞ。
ask-import = /export で受け取ったファイルか、OPML のフィード一覧を送ってください。やめるときは /cancel
import-begun = 読んでいます。できたことと、できなかったことをお知らせします。
import-too-big = ファイルが大きすぎます。読めるのは 1 MB までです。
import-unreadable = /export のファイルでもフィード一覧でもありません。受け取ったままの形で送ってください。
import-done = 📥 新しい追跡：{$watches} · 情報源：{$sources} · 呼び名：{$rows}
import-settings = ✓ 設定を取り込みました：/settings
import-watch = ✓ 追跡 <b>{$words}</b>
import-watch-wrong = ✗ <b>{$words}</b> は追跡できません。理由は /watch で
import-names-wrong = ✗ <b>{$name}</b>：この呼び名は使えません。理由は /alias で
import-again = すでにあるため、そのまま：{$count}
import-full = 入りきらない追跡：{$count}（上限 {$limit}）。/unwatch で空きを作れます。
privacy =
    <b>保存するもの</b>
    · このチャットの番号と名前、言語、タイムゾーン、設定。
    · 追跡している言葉、フォロー中の情報源、自分だけの呼び名。
    · 送った通知と返事、情報源の記事（保存日数：{$days}）。
    ほかのメッセージは保存せず、見ることもありません。グループで届くのはコマンド、私への返信、ボタン操作だけです。
    
    <b>見る人</b>
    この Hark の運営者だけです。X を読む場合、追跡の言葉は X で検索されます。フォローした情報源はこのチャットだけのものです。共有した追跡は、リンクを持つ人に見えます。
    
    <b>期間</b>
    あなたがやめるまでです。ブロックや退出の後は 30 日で、すべて消します。
    /export で全部を受け取り、/forgetme ですぐに消せます。
forget-question =
    <b>このチャットについて保存しているものをすべて消しますか？</b>
    追跡：{$watches} · 情報源：{$sources} · 設定。お送りしたファイルが控えで、/import で戻せます。チャットのメッセージはそのまま残ります。
forget-button-yes = はい、すべて消す
forget-button-no = 残す
forget-done = 🧹 すべて消しました。/start で最初から始められます。
forget-toast-done = 消しました。
forget-kept = 何も変えていません。
forget-toast-kept = 残しました。
stop-button-resume = ▶️ 再開する
