taste-start-button = ▶️ 開始
taste-reading = 📡 {$sources} 件の情報源を読んでいます… {$count}
taste-no-sources = 読む情報源がまだありません。ニュースサイトのリンクを送っていただければ、それを読みます。
taste-unread = いまはどの情報源も読めません（{$sources} 件を確認）。引き続き試します。開始すれば、話題に出たときお知らせします。
taste-empty = 最近は読んでいる情報源に何も出ていません。開始すれば、話題に出たらすぐお知らせします。
