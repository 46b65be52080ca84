lookup-found = <code>{$words}</code> también se llama: {$names}
lookup-add-button = Añadir
lookup-leave-button = No
lookup-added = ✓ <code>{$words}</code> también se busca como: {$names}
lookup-added-toast = Añadido.
lookup-left = <code>{$words}</code> se busca solo con ese nombre.
lookup-left-toast = De acuerdo.
lookup-no-room-toast = No caben estos nombres. /alias muestra los de este chat.
