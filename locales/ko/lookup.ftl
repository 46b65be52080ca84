lookup-found = <code>{$words}</code>의 다른 이름: {$names}
lookup-add-button = 추가
lookup-leave-button = 아니요
lookup-added = ✓ <code>{$words}</code>, 이 이름으로도 찾아요: {$names}
lookup-added-toast = 추가했어요.
lookup-left = <code>{$words}</code>, 이 이름으로만 찾아요.
lookup-left-toast = 알겠어요.
lookup-no-room-toast = 이 이름들을 넣을 자리가 없어요. /alias 에서 이 채팅의 이름을 볼 수 있어요.
