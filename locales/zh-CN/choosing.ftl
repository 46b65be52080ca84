# A site with several feeds; each follows with its name, and a button.
choice-asked = <b>{$name}</b> 有多个订阅源。要订阅哪一个？
choice-releases = 版本发布
choice-commits = 代码提交
