refused-limit = 已達到為 X 設定的消費上限
refused-cap = X 每月可讀的貼文數已用完
refused-project = X 不允許我們的 App 讀取，它可能不屬於任何 Project
refused-token = Hark 沒有有效的 X 存取權杖
stop-unpaid = 暫停讀取 X：{$reason}。Hark 會自動免費詢問是否恢復；恢復後繼續，並可補讀最多 7 天。其他來源照常。
stop-project = X 不允許我們的 App 讀取，它可能不屬於任何 Project：暫停讀取 X。在 console.x.com 修好後，Hark 會從中斷處繼續，最多補讀 7 天。其他來源照常。
