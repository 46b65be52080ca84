button-not-relevant = 不相關
button-less-source = 少看這個來源
exclude-toast = 我來看看最近幾天。
exclude-which = 哪個詞說明這不是 <b>{$words}</b> 要找的？點一下即可排除：
exclude-word =
    { $of ->
        [1] −<code>{$word}</code>：最近幾天唯一的命中
       *[other] −<code>{$word}</code>：最近 {$of} 則命中裡有 {$removed} 則
    }
exclude-none = 這則內容裡有特點的詞，<b>{$words}</b> 的許多其他命中裡也有。可以點 ⋯ → 少看這個來源，把來源排除。
exclude-done = 🔕 提到「{$word}」的內容不再算命中。
exclude-changed =
    <code>{$words}</code>
    之前：<code>{$before}</code>
less-done = 🔕 {$name} 的內容不再算這個追蹤的命中。其他來源不變。
less-toast = 完成。
less-cannot = 這個來源的名稱裡沒有可以排除的詞。
exclude-same = 已經排除了。
exclude-long = 這個追蹤會變得太長。請用 /unwatch 取消後重新加入。
exclude-old = 這個追蹤已有變動，我沒有改它。
