menu-watch = 关注关键词：/watch #AI
menu-unwatch = 取消关注
menu-list = 查看您的关注
menu-alias = 自定义名称：/alias CZ = 大表哥
menu-test = 用最近几天的内容试试关键词
menu-why = 为什么提醒，或没有提醒
menu-near = 某个关注差点找到的内容
menu-stats = 每天有多少条提醒
menu-sources = 查看来源及其状态
menu-follow = 订阅 RSS、网站或 X 账号
menu-unfollow = 取消订阅来源
menu-pause = 暂停某个关注或全部
menu-resume = 恢复某个关注或全部
menu-settings = 本聊天的设置
menu-lang = 选择语言
menu-status = 查看运行状态
menu-stop = 停止所有提醒
menu-help = 使用说明
bot-description =
    我替您读新闻源和 X，您关心的内容一出现就通知您：只发一次，附上链接。

    发送 /watch 加关键词即可：/watch #AI
bot-short-description = 您关心的内容一出现就通知您。

start =
    👋 我替您读新闻源和 X，您关心的内容一出现就通知您。
    发送 <code>/watch {$words}</code>，或点一个试试：
start-try = 试试：{$words}
start-language = 🌐 语言
help =
    <b>您可以这样说</b>
    /watch <i>关键词</i> – 有内容提到时通知我
    /unwatch <i>关键词</i> – 不再关注
    /list – 您的关注
    /alias <i>CZ = 大表哥</i> – 意思相同的名称
    /test <i>关键词</i> – 看看最近几天会有什么
    /why <i>链接</i>，或回复提醒 – 为什么提醒或没有提醒
    /near <i>关键词</i> – 某个关注差点找到的内容
    /follow <i>链接或 @账号</i> – 添加自己的来源
    /unfollow – 取消订阅
    /sources – 来源及其状态
    /pause · /resume – 暂停与恢复
    /stats · /manage · /settings · /lang · /status · /export · /import · /privacy · /forgetme

    <code>比特币 ETF</code> 两个词都有 · <code>"现货 ETF"</code> 按此顺序 · <code>BTC OR ETH</code> 任意一个 · <code>苹果 -音乐</code> 不含该词 · <code>#AI</code> 话题标签或该词 · <code>mac*</code> 以此开头 · <code>=Apple</code> 完全一致 · <code>title:美联储</code> <code>from:@sama</code> <code>lang:zh</code> 限定范围
ask-watch = 要关注哪些关键词？例如 <code>#AI</code> 或 <code>赵长鹏</code>。发送 /cancel 取消。
ask-test = 要用最近几天的内容试哪些关键词？发送 /cancel 取消。
ask-why = 要解释哪条内容？请发送它的链接，或转发含有该链接的消息。发送 /cancel 取消。
ask-follow = 要订阅什么？请发送 RSS 或网站链接，或 X 账号，例如 <code>@sama</code>。发送 /cancel 取消。
cancel-done = 好的，已取消。
cancel-nothing = 没有可取消的操作。
