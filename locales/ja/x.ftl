spending-half = X の今月の費用は予算 {$budget} のうち {$spent} です。このペースだと今月は {$forecast} になります。
spending-short = X の今月の費用は予算 {$budget} のうち {$spent} で、このペースだと {$forecast} になります。これからは費用の高いアカウントから順に、追跡中の言葉だけを読み、点検は省きます。上限は <code>x.budget</code> で上げられます。
spending-out = X の費用が予算 {$budget} のうち {$spent} に達したため、{$again} まで X を読みません。フィードは続けます。<code>x.budget</code> を上げると、Hark は中断したところから、最長7日前までさかのぼって読みます。
spending-drift = {$day} の投稿数は、X では {$theirs} 件、Hark では {$ours} 件でした。X のコンソールで確かめてください。
account-missed = X の検索が、{$words} を含む {$name} の投稿を見落としました。これからはアカウントの投稿をすべて読みます。
account-renamed = {$before} は X で {$after} に変わりました。Hark は引き続き読みます。
stop-credentials = X を読めません（{$reason}）。新しいトークンを X_BEARER_TOKEN に入れて再起動すると、Hark は中断したところから、最長7日前までさかのぼって読みます。フィードは続けます。
stop-accounts =
    { $more ->
        [0] {$since} から読めていません：{$names}
       *[other] {$since} から読めていません：{$names} ほか {$more} 件
    }
stop-covered = 代わりに、これらのアカウントの投稿フィードを読んでいます。
stop-over =
    { $more ->
        [0] ✅ X がまた読めるようになりました。{$length}読めなかったアカウント：{$names}
       *[other] ✅ X がまた読めるようになりました。{$length}読めなかったアカウント：{$names} ほか {$more} 件
    }
stop-over-covered = ✅ {$length}ぶりに、X を直接読めるようになりました。
stop-over-cost =
    { $reads ->
        [0] さかのぼって読むのに費用はかかりませんでした。
       *[other] さかのぼって読むのに {$cost} かかりました。
    }
stop-lost = {$before} より前の投稿はもう読めません。X で探せるのは7日前までです。
accounts-failing-notice =
    { $more ->
        [0] ⚠️ {$since} から X を読めていません：{$reason}。対象：{$names}。引き続き試します。
       *[other] ⚠️ {$since} から X を読めていません：{$reason}。対象：{$names} ほか {$more} 件。引き続き試します。
    }
accounts-recovered-notice =
    { $more ->
        [0] ✅ {$length}ぶりに X がまた読めるようになりました：{$names}。
       *[other] ✅ {$length}ぶりに X がまた読めるようになりました：{$names} ほか {$more} 件。
    }
status-x-spent =
    <b>今月の X</b>
    費用：予算 {$budget} のうち {$spent} · 見込み：{$forecast}
    購入（投稿、アカウント、集計）：{$reads}
status-x-unlimited =
    <b>今月の X</b>
    費用：{$spent}、上限なし · 見込み：{$forecast}
    購入（投稿、アカウント、集計）：{$reads}
status-x-credit = X の残高：{$left}（{$ago}時点）
status-x-unread =
    { $more ->
        [0] ⚠️ <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time> から読めていません：{$names} · {$reason} · 次の試行 <tg-time unix="{$next-unix}" format="{$next-format}">{$next-clock}</tg-time>
       *[other] ⚠️ <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time> から読めていません：{$names} ほか {$more} 件 · {$reason} · 次の試行 <tg-time unix="{$next-unix}" format="{$next-format}">{$next-clock}</tg-time>
    }

price-watch =
    { $accounts ->
        [1] X では <code>{$words}</code> を検索できません。アカウントをすべて読むと月に約 {$price} かかります。フィードはもう追跡しています。
       *[other] X では <code>{$words}</code> を検索できません。{$accounts} 個のアカウントをすべて読むと月に約 {$price} かかります。フィードはもう追跡しています。
    }
price-follow = <b>{$name}</b> のすべてを読むと月に約 {$price} かかります。お選びになるまでは、追跡中の言葉が出たものだけ送ります。
price-counted = X によるここ7日間の集計です。
price-assumed = X に問い合わせできなかったため、1アカウント1日 {$posts} 件として計算しました。
price-operators = 許可できるのはこの Hark の運営者だけです。
price-operators-toast = 費用のかかることを許可できるのは、この Hark の運営者だけです。
price-toast = 費用を確かめています…
price-gone = もうフォローしていません。
price-whole-button = X をすべて読む
price-rest-button = X をすべては読まない
price-whole-on = <code>{$words}</code> のために、これから X をすべて読みます。
price-whole-off = <code>{$words}</code> のために X をすべて読むのはやめました。フィードは今まで通り追跡します。

catch-up-offer =
    { $accounts ->
        [1] {$since} 以降のアカウントの投稿をまだ読んでいません。読むと約 {$price} かかります。新しい投稿はいずれにせよ読みます。
       *[other] {$since} 以降の {$accounts} 個のアカウントの投稿をまだ読んでいません。読むと約 {$price} かかります。新しい投稿はいずれにせよ読みます。
    }
catch-up-button = さかのぼって読む · 約 {$price}
catch-up-leave-button = 今から続ける
catch-up-begun = {$since} 以降の投稿を約 {$price} で読んでいます。追跡中の言葉が出たら、いつも通りお知らせします。
catch-up-left = 今から続けます。{$since} から X が戻るまでの投稿は読みません。
catch-up-decided = もう決まっています。
status-x-gap = 費用のため未読：{$since} 以降の投稿（アカウント {$accounts}、約 {$price}）。ボタンは X の再開を知らせたメッセージにあります。
