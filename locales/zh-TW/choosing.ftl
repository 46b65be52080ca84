# A site with several feeds; each follows with its name, and a button.
choice-asked = <b>{$name}</b> 有多個訂閱源。要訂閱哪一個？
choice-releases = 版本發布
choice-commits = 程式碼提交
