sources-entry = 최근 글 {$ago}
sources-alerts = 이번 주 알림 {$count}개
source-no-alerts = 이번 주 알림 없음
source-read = {$ago} 읽음 · {$wait} 뒤 다시 읽음
source-read-now = {$ago} 읽음 · 곧 다시 읽음
source-for-all = 모두를 위해 읽는 소스예요. 내 단어가 나오면 어차피 알려드려요.
source-chosen-words = 내 단어가 나오는 글을 받아요.
source-chosen-everything = 새 글을 모두 받아요.
source-gone-toast = 이 채팅에서는 더 이상 읽지 않는 소스예요.
source-rate =
    { $count ->
        [0] 하루 1개 미만
       *[other] 하루 약 {$count}개
    }
source-why-rate = 평소 올라오는 시간에 맞춰 읽어요
source-why-burst = 방금 새 글이 올라와서 곧 다시 읽어요
source-why-rare = 새 글이 드물어서 가끔 읽어요
source-why-busy = 새 글이 잦아서 허용된 가장 짧은 간격으로 읽어요
source-why-new = 아직 알아 가는 중이에요
