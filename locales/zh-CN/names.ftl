names-also = 同时匹配（点按可关闭）：
names-same = 同时匹配：
names-near = {$name}（与 {$near} 等词同时出现时）
names-none = 没有其他名称。
names-button = 其他名称
names-toast-off = 不再匹配 {$name}。
names-toast-on = 重新匹配 {$name}。
names-toast-gone = 这个名称已不在其中。

alias-title = <b>本聊天自定义的名称</b> · {$count} / {$limit}
alias-how = 添加：<code>/alias CZ = 大表哥</code>
alias-empty =
    本聊天还没有自定义名称。把意思相同的名称用 = 连起来：
    <code>/alias CZ = 大表哥</code>
alias-joined =
    从现在起，这些名称在这里意思相同：<code>{$names}</code>
    { $watches ->
        [0] 目前还没有关注用到它们：/watch
       *[other] 您有 {$watches} 个关注会匹配全部名称。
    }
alias-undone = 已撤回：{$names}
alias-row = 在这里意思相同：<code>{$names}</code>
alias-known = <b>{$name}</b> 已知的其他名称：
alias-none = <b>{$name}</b> 在这里还没有自定义名称。可以添加：<code>/alias {$name} = 大表哥</code>
alias-removed = 不再视为相同：<code>{$names}</code>
alias-toast-removed = 已删除。
alias-toast-gone = 这些名称已不存在。
alias-no-name = 无法把 <b>{$name}</b> 当作名称。请只写普通的词，不带引号、字段或其他搜索符号，最多 60 个字符：<code>/alias CZ = 大表哥</code>
alias-missing = = 旁边缺少名称。写法：<code>/alias CZ = 大表哥</code>
alias-one-name = <b>{$name}</b> 无论怎么写都只是一个名称。请在 = 后面再写一个：<code>/alias CZ = 大表哥</code>
alias-too-many-names = 最多 {$names} 个名称可以视为相同，请去掉一些。
alias-too-many-rows = 没有空位了：本聊天已有 {$rows} 组名称。请先用 /alias 删除一组。
