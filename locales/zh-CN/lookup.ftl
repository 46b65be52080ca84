lookup-found = <code>{$words}</code> 又名：{$names}
lookup-add-button = 加入
lookup-leave-button = 不用
lookup-added = ✓ <code>{$words}</code> 的其他名称也会提醒：{$names}
lookup-added-toast = 已加入。
lookup-left = 只按 <code>{$words}</code> 这个名称查找。
lookup-left-toast = 好的。
lookup-no-room-toast = 放不下这些名称了。/alias 显示本聊天的名称。
