button-not-relevant = 関係ない
button-less-source = この情報源を減らす
exclude-toast = ここ数日分を調べます。
exclude-which = <b>{$words}</b> の話ではないとわかる言葉はどれですか？タップすると除外します：
exclude-word =
    { $of ->
        [1] −<code>{$word}</code>：ここ数日で唯一の該当
       *[other] −<code>{$word}</code>：直近{$of}件中{$removed}件
    }
exclude-none = この記事の特徴的な言葉は、<b>{$words}</b> のほかの多くの該当にも出てきます。⋯ →「この情報源を減らす」で情報源を除外できます。
exclude-done = 🔕 「{$word}」を含むものは、もう該当しません。
exclude-changed =
    <code>{$words}</code>
    変更前：<code>{$before}</code>
less-done = 🔕 {$name} のものは、この追跡にはもう該当しません。ほかの情報源はそのままです。
less-toast = 完了しました。
less-cannot = この情報源の名前には、除外に使える言葉がありません。
exclude-same = すでに除外しています。
exclude-long = この追跡は長くなりすぎます。/unwatch でやめて、新しく始めてください。
exclude-old = この追跡はその間に変わったので、そのままにしました。
