names-also = こちらも探します（タップでオフ）：
names-same = こちらも探します：
names-near = {$name}（{$near} などと一緒のとき）
names-none = ほかの名前はありません。
names-button = ほかの名前
names-toast-off = {$name} はもう探しません。
names-toast-on = {$name} をまた探します。
names-toast-gone = この名前はもうありません。

alias-title = <b>このチャットだけの呼び名</b> · {$count} / {$limit}
alias-how = 追加：<code>/alias CZ = 親分</code>
alias-empty =
    このチャットだけの呼び名はまだありません。同じ意味のものを = でつないでください：
    <code>/alias CZ = 親分</code>
alias-joined =
    これからここでは同じ意味になります：<code>{$names}</code>
    { $watches ->
        [0] これを使う追跡はまだありません：/watch
       *[other] {$watches} 件の追跡がすべての呼び名で探します。
    }
alias-undone = 元に戻しました：{$names}
alias-row = ここでは同じ意味：<code>{$names}</code>
alias-known = <b>{$name}</b> のすでに知っている名前：
alias-none = <b>{$name}</b> にはここだけの呼び名がありません。付けるには：<code>/alias {$name} = 親分</code>
alias-removed = 同じ意味ではなくなりました：<code>{$names}</code>
alias-toast-removed = 削除しました。
alias-toast-gone = この名前はもうありません。
alias-no-name = <b>{$name}</b> は名前にできません。引用符や検索用の記号なしで、普通の言葉を60文字以内で書いてください：<code>/alias CZ = 親分</code>
alias-missing = = の隣に名前がありません。書き方：<code>/alias CZ = 親分</code>
alias-one-name = <b>{$name}</b> はどう書いても一つの名前です。= の後にもう一つ書いてください：<code>/alias CZ = 親分</code>
alias-too-many-names = 同じ意味にできる名前は {$names} 個までです。いくつか減らしてください。
alias-too-many-rows = 空きがありません。このチャットの呼び名はもう {$rows} 組あります。先に /alias で一つ消してください。
