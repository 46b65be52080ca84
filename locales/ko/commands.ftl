menu-watch = 키워드 지켜보기: /watch #AI
menu-unwatch = 키워드 그만 보기
menu-list = 내 키워드 보기
menu-alias = 나만의 이름: /alias CZ = 큰형님
menu-test = 최근 며칠의 글로 키워드 시험하기
menu-why = 알림이 온 이유, 오지 않은 이유
menu-near = 키워드가 아깝게 놓친 글
menu-stats = 하루에 온 알림 수
menu-sources = 읽는 소스와 상태
menu-follow = 피드, 사이트, X 계정 구독하기
menu-unfollow = 소스 구독 취소하기
menu-pause = 키워드 하나 또는 전체 일시정지
menu-resume = 키워드 하나 또는 전체 다시 시작
menu-settings = 이 채팅의 설정
menu-lang = 언어 고르기
menu-status = 지금 상태 보기
menu-stop = 알림 모두 멈추기
menu-help = 사용법
bot-description =
    뉴스 피드와 X를 대신 읽고, 관심 있는 이야기가 나오면 바로 알려 드려요. 딱 한 번, 링크와 함께요.

    /watch 와 키워드를 보내세요: /watch #AI
bot-short-description = 관심 있는 이야기가 나오면 바로 알려 드려요.

start =
    👋 뉴스 피드와 X를 대신 읽고, 관심 있는 이야기가 나오면 바로 알려 드려요.
    <code>/watch {$words}</code> 를 보내거나, 눌러서 해 보세요:
start-try = 해 보기: {$words}
start-language = 🌐 언어
help =
    <b>이렇게 말해 주세요</b>
    /watch <i>키워드</i> – 나오면 알려 줘
    /unwatch <i>키워드</i> – 이제 그만
    /list – 내 키워드
    /alias <i>CZ = 큰형님</i> – 같은 뜻으로 쓰는 이름
    /test <i>키워드</i> – 최근 며칠이라면 무엇이 왔을지
    /why <i>링크</i> 또는 답장으로 – 알림이 온 이유, 안 온 이유
    /near <i>키워드</i> – 아깝게 놓친 글
    /follow <i>링크나 @계정</i> – 나만의 소스
    /unfollow – 구독 취소
    /sources – 읽는 소스와 상태
    /pause · /resume – 일시정지와 다시 시작
    /stats · /manage · /settings · /lang · /status · /export · /import · /privacy · /forgetme

    <code>비트코인 ETF</code> 두 낱말 모두 · <code>"현물 ETF"</code> 이 순서로 · <code>BTC OR ETH</code> 둘 중 하나 · <code>애플 -뮤직</code> 그 낱말 빼고 · <code>#AI</code> 해시태그나 낱말 · <code>mac*</code> 이렇게 시작 · <code>=Apple</code> 똑같이 · <code>title:연준</code> <code>from:@sama</code> <code>lang:ko</code> 거기에서만
ask-watch = 어떤 키워드를 지켜볼까요? 예: <code>#AI</code>, <code>"Sam Altman"</code>. 그만두려면 /cancel
ask-test = 최근 며칠의 글로 어떤 키워드를 시험해 볼까요? 그만두려면 /cancel
ask-why = 어떤 글의 이유가 궁금하세요? 링크를 보내거나 링크가 있는 메시지를 전달해 주세요. 그만두려면 /cancel
ask-follow = 무엇을 구독할까요? 피드나 사이트 링크, 또는 <code>@sama</code> 같은 X 계정을 보내 주세요. 그만두려면 /cancel
cancel-done = 네, 취소했어요.
cancel-nothing = 취소할 것이 없어요.
