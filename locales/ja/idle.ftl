idle-week = 🕸 数週間なにも見つかっていない追跡が {$count} 件あります。タップすると、惜しかった記事が見られます。
idle-near-button = 🔍 {$words}
idle-toast-on = またお知らせします。
idle-toast-off = 今後はお知らせしません。
