# What a chat has, given back, brought along, and erased: /export, /import, /forgetme, /privacy.
menu-export = Your watches, sources and settings as a file
menu-import = Take back an exported file
menu-privacy = What I keep, how long, and who sees it
menu-forgetme = Erase everything I know here
export-done =
    💾 All I keep for this chat. Watches: {$watches} · sources: {$sources} · names: {$rows}
    /import takes this file back, here or in another chat. It holds the addresses that you follow: give it to nobody you would not tell them.
export-feeds = 📡 Your feeds as OPML, for any reader.
export-sent-private = 💾 The file is in our private chat: it holds addresses that are for administrators.
export-private-first = I give the file to you alone: it holds addresses that are for administrators. Write /start to me in private, as yourself, then say this again.
ask-import = Send me the file that /export gave you, or your list of feeds as OPML. /cancel to leave it.
import-begun = Reading it. I tell you what worked and what did not.
import-too-big = This file is too big; up to 1 MB is read.
import-unreadable = This is no file of /export and no list of feeds. Send me one of those as it was given to you.
import-done = 📥 New watches: {$watches} · sources: {$sources} · names: {$rows}
import-settings = ✓ Settings taken over: /settings
import-watch = ✓ <b>{$words}</b>
import-watch-wrong = ✗ <b>{$words}</b> cannot be watched for: /watch says why
import-names-wrong = ✗ <b>{$name}</b>: these names were not taken, /alias says why
import-again = There already, left as it is: {$count}
import-full = Watches without room: {$count} ({$limit} are the most). /unwatch makes room.
privacy =
    <b>What I keep</b>
    · This chat: its number and name, language, time zone and settings.
    · What you watch for, the sources that you follow, your own names.
    · Alerts and answers that I sent, and what the sources said: days: {$days}.
    Other messages I neither keep nor see; in groups I only get commands, replies to me and taps.
    
    <b>Who sees it</b>
    Whoever runs this Hark, and nobody else. The words of watches are searched for on X where it is read. A source that you follow serves this chat alone. A watch that you share is seen by whoever has its link.
    
    <b>How long</b>
    Until you end it. When I am blocked or removed: 30 days, then all is erased.
    /export gives you everything, /forgetme erases it at once.
forget-question =
    <b>Erase everything I keep for this chat?</b>
    Watches: {$watches} · sources: {$sources} · settings. The file above is your backup; /import takes it back. Messages in the chat stay as they are.
forget-button-yes = Yes, erase everything
forget-button-no = Keep it
forget-done = 🧹 Everything is erased. /start begins anew.
forget-toast-done = Erased.
forget-kept = Everything stays as it is.
forget-toast-kept = Kept.
stop-button-resume = ▶️ Resume
