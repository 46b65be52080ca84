button-not-relevant = 관련 없음
button-less-source = 이 소스 줄이기
exclude-toast = 지난 며칠을 살펴볼게요.
exclude-which = <b>{$words}</b>에 관한 글이 아니라는 걸 보여 주는 낱말은 무엇인가요? 누르면 제외해요:
exclude-word =
    { $of ->
        [1] −<code>{$word}</code>: 지난 며칠간 유일한 결과
       *[other] −<code>{$word}</code>: 최근 결과 {$of}건 중 {$removed}건
    }
exclude-none = 이 글의 특징적인 낱말은 <b>{$words}</b>의 다른 많은 결과에도 나와요. ⋯ → 이 소스 줄이기로 소스를 제외할 수 있어요.
exclude-done = 🔕 이제 “{$word}”가 나오는 글은 알리지 않아요.
exclude-changed =
    <code>{$words}</code>
    이전: <code>{$before}</code>
less-done = 🔕 이제 {$name}의 글은 이 키워드에 걸리지 않아요. 다른 소스는 그대로예요.
less-toast = 됐어요.
less-cannot = 이 소스의 이름에는 제외할 만한 낱말이 없어요.
exclude-same = 이미 제외했어요.
exclude-long = 키워드가 너무 길어져요. /unwatch 로 지우고 새로 시작해 보세요.
exclude-old = 그사이 키워드가 바뀌어서 그대로 두었어요.
