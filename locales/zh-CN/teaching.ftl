button-not-relevant = 不相关
button-less-source = 少看此来源
exclude-toast = 我来查看最近几天。
exclude-which = 哪个词说明这不是 <b>{$words}</b> 要找的？点一下即可排除：
exclude-word =
    { $of ->
        [1] −<code>{$word}</code>：最近几天唯一的命中
       *[other] −<code>{$word}</code>：最近 {$of} 条命中里有 {$removed} 条
    }
exclude-none = 这条内容里有特点的词，<b>{$words}</b> 的许多其他命中里也有。可以点 ⋯ → 少看此来源，把来源排除。
exclude-done = 🔕 提到“{$word}”的内容不再算命中。
exclude-changed =
    <code>{$words}</code>
    之前：<code>{$before}</code>
less-done = 🔕 {$name} 的内容不再算这个关注的命中。其他来源不变。
less-toast = 已完成。
less-cannot = 这个来源的名称里没有可以排除的词。
exclude-same = 已经排除了。
exclude-long = 这个关注会变得太长。请用 /unwatch 取消后重新添加。
exclude-old = 这个关注已有变动，我没有改它。
