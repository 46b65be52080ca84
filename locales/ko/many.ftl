# Many sources at once: what worked and what did not. "many-file-…" for each handlers.files.FileTrouble.
many-begun = 소스 {$count}개를 살펴보고 있어요. 된 것과 안 된 것을 곧 알려 드려요.
many-list-begun = 목록을 읽고 있어요. 된 것과 안 된 것을 곧 알려 드려요.
many-done =
    { $count ->
        [0] 새로 팔로우한 소스가 없어요.
       *[other] 📡 소스 {$count}개를 새로 팔로우해요.
    }
many-ill = ⚠️ <b>{$name}</b>: 팔로우했지만 지금은 읽을 수 없어요. {$reason}
many-refused = ✗ <b>{$name}</b>: 팔로우할 수 없어요. {$reason}
many-no-x = ✗ <b>{$name}</b>: 팔로우할 수 없어요. 이 Hark는 X를 읽지 못해요
many-again = 이미 팔로우 중: {$count}개
many-full = {$count}개는 자리가 없어요. 내 소스는 {$limit}개까지예요. /unfollow 하면 자리가 나요.
many-repeated = 중복: {$count}개
many-more = 목록이 더 있지만 여기까지만 읽어요.
many-broken = 목록이 끊겼거나 손상됐어요. 그 앞까지는 읽었어요.
many-words = 내 단어가 나오면 보내 드려요. /sources
many-no-list = 이 파일은 피드 목록이 아니에요. 쓰시는 리더에서 OPML로 내보내 그 파일을 보내 주세요.
many-empty-list = 이 목록에는 피드가 없어요.
many-file-too-big = 피드 목록치고는 파일이 너무 커요. 1 MB까지 읽어요.
many-file-gone = 이 파일이 더는 텔레그램에 없어요. 다시 보내 주세요.
many-file-unreachable = 지금은 텔레그램에서 파일을 받지 못해요. 1분 뒤에 다시 보내 주세요.
