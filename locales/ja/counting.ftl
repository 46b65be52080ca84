stats-title = 📊 <b>1 日ごとの通知</b>、最近 {$days} 日
stats-row = {$letter} · {$name} · {$count}
stats-others = ほか {$count} 件の追跡
stats-sources = すべて受け取るソース
stats-ended = 終了した追跡
stats-none = 📊 最近 {$days} 日は通知がなく、グラフにするものがありません。/list で追跡の一覧、/test で最近の記事に言葉を試せます。
