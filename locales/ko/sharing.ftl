share-button = 🔗 공유
share-screen =
    🔗 <b>{$words}</b>
    이 링크를 열면 최근에 나온 글을 보고 한 번 눌러 시작할 수 있어요:
    <a href="{$link}">{$link}</a>

    그룹용:
    <a href="{$group}">{$group}</a>
share-send-button = 링크 보내기
share-group-button = 그룹에 추가
share-offered = 🔗 누군가 이 키워드를 공유했어요:
share-offered-group = 🔗 이 그룹을 위한 키워드예요. 관리자가 시작할 수 있어요:
share-gone = 이 키워드는 이제 없어요. 공유한 분이 그만뒀어요.
share-gone-toast = 이 키워드는 이제 없어요. 공유한 분이 그만뒀어요. /watch 로 직접 시작해 보세요.
share-bad-link = 이 링크는 열리지 않아요. 일부가 빠졌을 수 있으니 다시 받아 주세요.
