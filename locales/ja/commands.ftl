menu-watch = 言葉を追跡する：/watch #AI
menu-unwatch = 追跡をやめる
menu-list = 追跡の一覧
menu-alias = 自分だけの呼び名：/alias CZ = 親分
menu-test = ここ数日の記事で言葉を試す
menu-why = 通知が来た、来なかった理由
menu-near = 追跡が惜しくも逃したもの
menu-stats = 1 日ごとの通知の数
menu-sources = 情報源とその状態
menu-follow = フィード、サイト、X アカウントをフォロー
menu-unfollow = 情報源のフォローをやめる
menu-pause = 追跡ひとつ、または全部を一時停止
menu-resume = 追跡ひとつ、または全部を再開
menu-settings = このチャットの設定
menu-lang = 言語を選ぶ
menu-status = 動作状況
menu-stop = 通知をすべて止める
menu-help = 使い方
bot-description =
    ニュースフィードと X をあなたの代わりに読み、気になる話題が出たらすぐお知らせします。1回だけ、リンクつきで。

    /watch と言葉を送ってください：/watch #AI
bot-short-description = 気になる話題が出たら、すぐお知らせします。

start =
    👋 ニュースフィードと X をあなたの代わりに読み、気になる話題が出たらすぐお知らせします。
    <code>/watch {$words}</code> と送るか、タップして試してみてください：
start-try = 試す：{$words}
start-language = 🌐 言語
help =
    <b>使い方</b>
    /watch <i>言葉</i> – 話題に出たら知らせる
    /unwatch <i>言葉</i> – もう知らせない
    /list – 追跡の一覧
    /alias <i>CZ = 親分</i> – 同じ意味の呼び名
    /test <i>言葉</i> – ここ数日なら何が届いたか
    /why <i>リンク</i>、または返信で – 通知が来た、来なかった理由
    /near <i>言葉</i> – 追跡が惜しくも逃したもの
    /follow <i>リンクか @アカウント</i> – 自分の情報源
    /unfollow – フォローをやめる
    /sources – 情報源とその状態
    /pause · /resume – 一時停止と再開
    /stats · /manage · /settings · /lang · /status · /export · /import · /privacy · /forgetme

    <code>ビットコイン ETF</code> 両方の語 · <code>"現物 ETF"</code> この並び · <code>BTC OR ETH</code> どちらか · <code>アップル -音楽</code> その語を除く · <code>#AI</code> ハッシュタグか語 · <code>mac*</code> で始まる · <code>=Apple</code> この通り · <code>title:日銀</code> <code>from:@sama</code> <code>lang:ja</code> そこだけ
ask-watch = どの言葉を追跡しますか？例：<code>#AI</code>、<code>"Sam Altman"</code>。やめるときは /cancel
ask-test = ここ数日の記事でどの言葉を試しますか？やめるときは /cancel
ask-why = どの記事の理由を知りたいですか？リンクを送るか、リンクのあるメッセージを転送してください。やめるときは /cancel
ask-follow = 何をフォローしますか？フィードかサイトのリンク、または <code>@sama</code> のような X アカウントを送ってください。やめるときは /cancel
cancel-done = わかりました。取り消しました。
cancel-nothing = 取り消すものはありません。
