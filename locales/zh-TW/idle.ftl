idle-week = 🕸 你有 {$count} 個關注已經好幾週沒有命中。點一下，看看哪些內容差一點就命中。
idle-near-button = 🔍 {$words}
idle-toast-on = 以後會繼續提醒。
idle-toast-off = 不再提醒。
