taste-start-button = ▶️ 시작
taste-reading = 📡 소스 {$sources}개를 읽고 있어요… {$count}
taste-no-sources = 아직 읽을 소스가 없어요. 뉴스 사이트 링크를 보내 주시면 그때부터 읽을게요.
taste-unread = 지금은 읽히는 소스가 없어요({$sources}개 확인). 계속 시도할게요. 시작해 두시면 나올 때 알려 드려요.
taste-empty = 요즘은 읽는 곳에 새 글이 없어요. 시작해 두시면 나오는 대로 알려 드려요.
