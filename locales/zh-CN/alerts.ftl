button-open = 打开
button-mute = 静音 24 小时
button-stop-watch = 停止此关注
alert-number = № {$number}
alert-again = № {$number} · 中断后重新发送，您可能已收到过
alert-everything = 此来源的全部内容
alert-untitled = 无标题
alert-gone = 🗑 <i>这条帖子已被作者删除，或不再公开。</i>
