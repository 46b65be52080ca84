menu-export = 将关注、来源和设置导出为文件
menu-import = 导入已导出的文件
menu-privacy = 我保存什么、保存多久、谁能看到
menu-forgetme = 删除我在这里保存的一切
export-done =
    💾 这是我为此聊天保存的全部内容。关注：{$watches} · 来源：{$sources} · 名称：{$rows}
    在这里或其他聊天中用 /import 即可恢复。文件含有您订阅的地址，请勿交给不该知道的人。
export-feeds = 📡 您的订阅源（OPML），可用于任何阅读器。
export-sent-private = 💾 文件已发到我们的私聊：其中的地址只供管理员查看。
export-private-first = 文件只能发给您本人：其中的地址只供管理员查看。请先用您自己的账号在私聊中给我发送 /start，然后再说一次。
ask-import = 请发送 /export 给您的文件，或 OPML 格式的订阅列表。发送 /cancel 取消。
import-begun = 正在读取。稍后告诉您哪些成功、哪些没有。
import-too-big = 文件太大；最多读取 1 MB。
import-unreadable = 这既不是 /export 的文件，也不是订阅列表。请原样发送其中一种。
import-done = 📥 新增关注：{$watches} · 来源：{$sources} · 名称：{$rows}
import-settings = ✓ 设置已导入：/settings
import-watch = ✓ 关注 <b>{$words}</b>
import-watch-wrong = ✗ 无法关注 <b>{$words}</b>：用 /watch 查看原因
import-names-wrong = ✗ <b>{$name}</b>：未采用这些名称，用 /alias 查看原因
import-again = 已存在，保持不变：{$count}
import-full = 放不下的关注：{$count}（最多 {$limit} 个）。用 /unwatch 腾出空间。
privacy =
    <b>我保存什么</b>
    · 此聊天的编号、名称、语言、时区和设置。
    · 您关注的内容、订阅的来源、自定义名称。
    · 我发出的提醒和回答，以及来源的内容，保存天数：{$days}。
    其他消息我不保存也看不到；在群组中我只收到命令、对我的回复和按钮点击。
    
    <b>谁能看到</b>
    只有运营此 Hark 的人。若读取 X，关注的关键词会用于 X 搜索。您订阅的来源只服务于此聊天。您分享的关注，有链接的人都能看到。
    
    <b>保存多久</b>
    直到您结束为止。我被屏蔽或移除后保存 30 天，然后全部删除。
    /export 给您全部内容，/forgetme 立即删除。
forget-question =
    <b>要删除我为此聊天保存的一切吗？</b>
    关注：{$watches} · 来源：{$sources} · 设置。备份文件已发送，可用 /import 恢复。聊天中的消息保持不变。
forget-button-yes = 是的，全部删除
forget-button-no = 保留
forget-done = 🧹 已全部删除。发送 /start 重新开始。
forget-toast-done = 已删除。
forget-kept = 一切保持不变。
forget-toast-kept = 已保留。
stop-button-resume = ▶️ 恢复
