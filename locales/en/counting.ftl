stats-title = 📊 <b>Alerts a day</b>, the last {$days} days
stats-row = {$letter} · {$name} · {$count}
stats-others = { $count ->
        [one] one more watch
       *[other] {$count} more watches
    }
stats-sources = sources followed for everything
stats-ended = a watch that ended
stats-none = 📊 No alert in the last {$days} days, so there is nothing to draw. /list shows your watches, /test tries words on what came lately.
