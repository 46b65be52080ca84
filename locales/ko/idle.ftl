idle-week = 🕸 몇 주째 아무것도 찾지 못한 키워드가 {$count}개 있어요. 누르면 아깝게 빗나간 글을 보여 드려요.
idle-near-button = 🔍 {$words}
idle-toast-on = 다시 알려 드릴게요.
idle-toast-off = 이제 알려 드리지 않을게요.
