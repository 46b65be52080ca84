lookup-found = <code>{$words}</code> の別名：{$names}
lookup-add-button = 追加
lookup-leave-button = いいえ
lookup-added = ✓ <code>{$words}</code> を次の名前でも探します：{$names}
lookup-added-toast = 追加しました。
lookup-left = <code>{$words}</code> はこの名前だけで探します。
lookup-left-toast = わかりました。
lookup-no-room-toast = この名前を入れる空きがありません。/alias でこのチャットの名前を見られます。
