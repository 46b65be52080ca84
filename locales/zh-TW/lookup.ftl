lookup-found = <code>{$words}</code> 又名：{$names}
lookup-add-button = 加入
lookup-leave-button = 不用
lookup-added = ✓ <code>{$words}</code> 的其他名稱也會提醒：{$names}
lookup-added-toast = 已加入。
lookup-left = 只用 <code>{$words}</code> 這個名稱尋找。
lookup-left-toast = 好的。
lookup-no-room-toast = 放不下這些名稱了。/alias 顯示這個聊天室的名稱。
