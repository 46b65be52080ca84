lookup-found = <code>{$words}</code> si chiama anche: {$names}
lookup-add-button = Aggiungi
lookup-leave-button = No
lookup-added = ✓ <code>{$words}</code> si trova anche come: {$names}
lookup-added-toast = Fatto.
lookup-left = <code>{$words}</code> si cerca solo con questo nome.
lookup-left-toast = Va bene.
lookup-no-room-toast = Non c’è posto per questi nomi. /alias mostra i nomi di questa chat.
