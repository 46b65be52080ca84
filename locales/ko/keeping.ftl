menu-export = 키워드, 소스, 설정을 파일로 받기
menu-import = 내보낸 파일 가져오기
menu-privacy = 무엇을 얼마나 보관하고 누가 보는지
menu-forgetme = 여기서 보관한 것을 모두 지우기
export-done =
    💾 이 채팅에 보관한 전부입니다. 키워드: {$watches} · 소스: {$sources} · 이름: {$rows}
    여기서나 다른 채팅에서 /import 로 되돌릴 수 있습니다. 구독 중인 주소가 들어 있으니 알려도 될 사람에게만 주세요.
export-feeds = 📡 구독 중인 피드(OPML)입니다. 어떤 리더에서든 쓸 수 있습니다.
export-sent-private = 💾 파일은 개인 채팅으로 보냈습니다. 관리자만 볼 주소가 들어 있습니다.
export-private-first = 파일은 본인에게만 드립니다. 관리자만 볼 주소가 들어 있습니다. 본인 계정으로 개인 채팅에서 /start 를 보낸 뒤 다시 말씀해 주세요.
ask-import = /export 로 받은 파일이나 OPML 피드 목록을 보내 주세요. 그만두려면 /cancel
import-begun = 읽고 있습니다. 된 것과 안 된 것을 알려 드리겠습니다.
import-too-big = 파일이 너무 큽니다. 1 MB까지 읽습니다.
import-unreadable = /export 파일도 피드 목록도 아닙니다. 받은 그대로 보내 주세요.
import-done = 📥 새 키워드: {$watches} · 소스: {$sources} · 이름: {$rows}
import-settings = ✓ 설정을 가져왔습니다: /settings
import-watch = ✓ 키워드 <b>{$words}</b>
import-watch-wrong = ✗ <b>{$words}</b> 은(는) 지켜볼 수 없습니다. 이유는 /watch 로
import-names-wrong = ✗ <b>{$name}</b>: 이 이름은 쓸 수 없습니다. 이유는 /alias 로
import-again = 이미 있어 그대로 둔 것: {$count}
import-full = 자리가 없는 키워드: {$count}(최대 {$limit}). /unwatch 로 자리를 만드세요.
privacy =
    <b>보관하는 것</b>
    · 이 채팅의 번호와 이름, 언어, 시간대, 설정.
    · 지켜보는 키워드, 구독하는 소스, 나만의 이름.
    · 보낸 알림과 답변, 소스의 글(보관 일수: {$days}).
    다른 메시지는 보관하지도 보지도 않습니다. 그룹에서는 명령, 저에게 온 답장, 버튼만 받습니다.
    
    <b>보는 사람</b>
    이 Hark의 운영자뿐입니다. X를 읽는 경우 키워드로 X를 검색합니다. 구독한 소스는 이 채팅에만 쓰입니다. 공유한 키워드는 링크를 가진 사람이 볼 수 있습니다.
    
    <b>기간</b>
    그만두실 때까지입니다. 차단되거나 내보내지면 30일 뒤 모두 지웁니다.
    /export 는 전부를 드리고, /forgetme 는 바로 지웁니다.
forget-question =
    <b>이 채팅에 대해 보관한 것을 모두 지울까요?</b>
    키워드: {$watches} · 소스: {$sources} · 설정. 보내 드린 파일이 백업이며 /import 로 되돌립니다. 채팅의 메시지는 그대로 남습니다.
forget-button-yes = 네, 모두 지우기
forget-button-no = 그대로 두기
forget-done = 🧹 모두 지웠습니다. /start 로 새로 시작합니다.
forget-toast-done = 지웠습니다.
forget-kept = 모두 그대로입니다.
forget-toast-kept = 그대로 두었습니다.
stop-button-resume = ▶️ 다시 시작
