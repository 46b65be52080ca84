menu-manage = チャンネルやグループをここで管理する
manage-for-channel = 📣 <b>{$chat}</b> の管理
manage-for-group = 👥 <b>{$chat}</b> の管理
manage-own = 👤 ご自身のチャットを管理しています。
manage-now = ここから管理できます。/watch、/list、/sources、/settings などはこのチャットに働きます。
manage-which = ほかのチャットをタップすると切り替わります。
manage-none = 管理しているチャンネルやグループがまだわかりません。選んでいただければ、足りないことをお伝えします。
manage-own-button = 👤 自分のチャット
manage-other-button = ほかのチャット…
manage-pick-button-channel = チャンネルを選ぶ…
manage-pick-button-group = グループを選ぶ…
manage-pick-channel = 下のキーをタップしてチャンネルを選んでください。投稿する権限が Telegram から付きます。
manage-pick-group = 下のキーをタップしてグループを選んでください。私がメンバーになっている必要があります。
manage-pick-key-channel = 📣 チャンネルを選ぶ
manage-pick-key-group = 👥 グループを選ぶ
manage-toast = {$chat} の管理に切り替えました。
manage-toast-own = ご自身のチャットの管理に切り替えました。
manage-add-channel =
    <b>{$chat}</b> にまだ入っていません。
    チャンネルの「管理者」で私を追加し、投稿を許可してから、もう一度選んでください。
manage-add-group =
    <b>{$chat}</b> にまだ入っていません。
    グループに私を追加してから、もう一度選んでください。
manage-mute-channel = ⚠️ そこには投稿できません。チャンネルの「管理者」で私をタップし、投稿を許可してください。
manage-mute-group = ⚠️ そこには書き込めません。グループの権限でメッセージの送信を許可してください。
manage-no-administrator = <b>{$chat}</b> の管理者ではないため、管理できません。
manage-lost = {$chat} はもう管理できません。管理者ではなくなりました。
manage-gone = {$chat} はもう管理できません。私がそこにいなくなりました。
manage-back = 👤 ご自身のチャットの管理に戻りました。
manage-may-post =
    📣 <b>{$chat}</b> に投稿できるようになりました。
    ここで管理できます：/manage
manage-button = このチャンネルを管理
manage-in-private = 個別のチャットで /manage と送ってください。そこからこのチャットを管理できます。
