error-internal = すみません、こちらで問題が起きました。記録しましたので、もう一度お試しください。
error-unknown = わかりませんでした。/watch と言葉、または /help と送ってください。
error-admins-only = このチャットの管理者だけができます。
error-rights-unknown = 今は Telegram から管理者の情報が得られません。少ししてからもう一度お試しください。
error-not-allowed = この Hark は非公開です。使える人は運営者が決めています。
error-old-button = このボタンはもう使えません。/help と送ってください。
error-watch-gone = この追跡はもうありません。
error-source-gone = この情報源はもうフォローしていません。
