names-also = 也會找到（點一下可關閉）：
names-same = 也會找到：
names-near = {$name}（與 {$near} 等詞同時出現時）
names-none = 沒有其他名稱。
names-button = 其他名稱
names-toast-off = 不再找 {$name}。
names-toast-on = 重新找 {$name}。
names-toast-gone = 這個名稱已經不在其中。

alias-title = <b>這個聊天室自訂的名稱</b> · {$count} / {$limit}
alias-how = 新增：<code>/alias CZ = 大表哥</code>
alias-empty =
    這個聊天室還沒有自訂名稱。把意思相同的名稱用 = 連起來：
    <code>/alias CZ = 大表哥</code>
alias-joined =
    從現在起，這些名稱在這裡意思相同：<code>{$names}</code>
    { $watches ->
        [0] 目前還沒有追蹤用到它們：/watch
       *[other] 你有 {$watches} 個追蹤會匹配全部名稱。
    }
alias-undone = 已撤回：{$names}
alias-row = 在這裡意思相同：<code>{$names}</code>
alias-known = <b>{$name}</b> 已知的其他名稱：
alias-none = <b>{$name}</b> 在這裡還沒有自訂名稱。可以新增：<code>/alias {$name} = 大表哥</code>
alias-removed = 不再視為相同：<code>{$names}</code>
alias-toast-removed = 已刪除。
alias-toast-gone = 這些名稱已不存在。
alias-no-name = 無法把 <b>{$name}</b> 當作名稱。請只寫普通的詞，不帶引號、欄位或其他搜尋符號，最多 60 個字元：<code>/alias CZ = 大表哥</code>
alias-missing = = 旁邊少了名稱。寫法：<code>/alias CZ = 大表哥</code>
alias-one-name = <b>{$name}</b> 無論怎麼寫都只是一個名稱。請在 = 後面再寫一個：<code>/alias CZ = 大表哥</code>
alias-too-many-names = 最多 {$names} 個名稱可以視為相同，請去掉一些。
alias-too-many-rows = 沒有空位了：這個聊天室已有 {$rows} 組名稱。請先用 /alias 刪除一組。
