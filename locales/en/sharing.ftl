# A watch given to others by a link.
share-button = 🔗 Share
share-screen =
    🔗 <b>{$words}</b>
    Whoever opens this link sees what it brought lately and starts it with one tap:
    <a href="{$link}">{$link}</a>

    For a group:
    <a href="{$group}">{$group}</a>
share-send-button = Send the link
share-group-button = Add to a group
share-offered = 🔗 Somebody shares this watch with you:
share-offered-group = 🔗 A watch for this group; an administrator may start it:
share-gone = This watch is gone: whoever shared it has ended it.
share-gone-toast = This watch is gone: whoever shared it has ended it. Start one of your own with /watch.
share-bad-link = This link leads nowhere; perhaps a part of it is missing. Ask for it once more.
