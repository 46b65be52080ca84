# From which sources a watch takes its alerts.
watch-sources-button = 📡 Sources
watch-sources = 📡 <b>{$words}</b>
watch-sources-from = Alerts come from { $sources ->
        [one] {$count} of one source
       *[other] {$count} of {$sources} sources
    }{ $ours ->
        [0] .
        [one] , one of them your own.
       *[other] , {$ours} of them your own.
    }
watch-sources-out = Left out:{" "}
watch-sources-how = Tap one to leave it out, or to take it back.
watch-sources-all-button = Take all back
watch-sources-toast-out = {$name} is left out.
watch-sources-toast-in = {$name} counts again.
watch-sources-toast-all = All sources count again.
watch-sources-toast-everything = {$name} is left out of this watch, but you follow everything of it: /sources
watch-sources-toast-words = The words of this watch ask for other sources. “Edit words” changes that.
