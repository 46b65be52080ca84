# A site with several feeds; each follows with its name, and a button.
choice-asked = <b>{$name}</b>에는 피드가 여러 개 있어요. 어느 것을 팔로우할까요?
choice-releases = 릴리스
choice-commits = 커밋
