names-also = 함께 찾는 이름(누르면 꺼져요):{" "}
names-same = 함께 찾는 이름:{" "}
names-near = {$name}({$near} 등과 함께일 때)
names-none = 다른 이름이 없어요.
names-button = 다른 이름
names-toast-off = 이제 찾지 않아요: {$name}
names-toast-on = 다시 찾아요: {$name}
names-toast-gone = 이제 다른 이름에 없어요.

alias-title = <b>이 채팅만의 이름</b> · {$count} / {$limit}
alias-how = 추가: <code>/alias CZ = 큰형님</code>
alias-empty =
    이 채팅만의 이름이 아직 없어요. 같은 뜻인 것을 = 로 이어 주세요:
    <code>/alias CZ = 큰형님</code>
alias-joined =
    이제 여기서는 같은 뜻이에요: <code>{$names}</code>
    { $watches ->
        [0] 아직 이 이름을 찾는 키워드가 없어요: /watch
       *[other] 키워드 {$watches}개가 이 이름을 모두 찾아요.
    }
alias-undone = 되돌렸어요: {$names}
alias-row = 여기서는 같은 뜻: <code>{$names}</code>
alias-known = <b>{$name}</b>의 이미 아는 이름:{" "}
alias-none = <b>{$name}</b>에는 이 채팅만의 이름이 없어요. 지어 주세요: <code>/alias {$name} = 큰형님</code>
alias-removed = 이제 같은 뜻이 아니에요: <code>{$names}</code>
alias-toast-removed = 지웠어요.
alias-toast-gone = 이 이름들은 이제 없어요.
alias-no-name = <b>{$name}</b>, 이름으로 쓸 수 없어요. 따옴표나 검색 기호 없이 보통 낱말을 60자까지 써 주세요: <code>/alias CZ = 큰형님</code>
alias-missing = = 옆에 이름이 빠졌어요. 이렇게 써 주세요: <code>/alias CZ = 큰형님</code>
alias-one-name = <b>{$name}</b>, 어떻게 써도 이름 하나예요. = 뒤에 하나 더 써 주세요: <code>/alias CZ = 큰형님</code>
alias-too-many-names = 같은 뜻으로 묶을 수 있는 이름은 {$names}개까지예요. 몇 개를 빼 주세요.
alias-too-many-rows = 자리가 없어요. 이 채팅에는 이미 이름이 {$rows}줄 있어요. 먼저 /alias 에서 하나를 지워 주세요.
