# A name that the table lacks, looked up; $names are the other names found.
lookup-found = <code>{$words}</code> is also called: {$names}
lookup-add-button = Add
lookup-leave-button = No
lookup-added = ✓ <code>{$words}</code> is also found as: {$names}
lookup-added-toast = Added.
lookup-left = <code>{$words}</code> is found by that name alone.
lookup-left-toast = All right.
lookup-no-room-toast = There is no room for these names. /alias shows the names of this chat.
