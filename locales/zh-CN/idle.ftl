idle-week = 🕸 您有 {$count} 个关注已经好几周没有命中。点一下，看看哪些内容差一点就命中。
idle-near-button = 🔍 {$words}
idle-toast-on = 以后会继续提醒。
idle-toast-off = 不再提醒。
