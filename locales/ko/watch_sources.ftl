watch-sources-button = 📡 소스
watch-sources = 📡 <b>{$words}</b>
watch-sources-from = 소스 {$sources}개 중 {$count}개에서 알려 드려요{ $ours ->
        [0] .
       *[other] (이 채팅의 소스 {$ours}개).
    }
watch-sources-out = 제외:{" "}
watch-sources-how = 누르면 제외하고, 다시 누르면 되돌려요.
watch-sources-all-button = 모두 되돌리기
watch-sources-toast-out = {$name} 제외했어요.
watch-sources-toast-in = {$name} 되돌렸어요.
watch-sources-toast-all = 모든 소스를 되돌렸어요.
watch-sources-toast-everything = 이 키워드에서 {$name} 제외했지만, 그 소스의 글은 모두 받고 있어요: /sources
watch-sources-toast-words = 이 키워드는 다른 소스를 지정하고 있어요. ‘단어 바꾸기’에서 바꿀 수 있어요.
