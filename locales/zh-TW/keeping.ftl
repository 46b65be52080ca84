menu-export = 將追蹤、來源和設定匯出成檔案
menu-import = 匯入已匯出的檔案
menu-privacy = 我保存什麼、保存多久、誰看得到
menu-forgetme = 刪除我在這裡保存的一切
export-done =
    💾 這是我為此聊天保存的全部內容。追蹤：{$watches} · 來源：{$sources} · 名稱：{$rows}
    在這裡或其他聊天中用 /import 即可還原。檔案含有你訂閱的網址，請勿交給不該知道的人。
export-feeds = 📡 你的訂閱來源（OPML），可用於任何閱讀器。
export-sent-private = 💾 檔案已傳到我們的私人聊天：其中的網址只給管理員看。
export-private-first = 檔案只能傳給你本人：其中的網址只給管理員看。請先用你自己的帳號在私人聊天中傳 /start 給我，然後再說一次。
ask-import = 請傳送 /export 給你的檔案，或 OPML 格式的訂閱清單。傳送 /cancel 取消。
import-begun = 正在讀取。稍後告訴你哪些成功、哪些沒有。
import-too-big = 檔案太大；最多讀取 1 MB。
import-unreadable = 這既不是 /export 的檔案，也不是訂閱清單。請原樣傳送其中一種。
import-done = 📥 新增追蹤：{$watches} · 來源：{$sources} · 名稱：{$rows}
import-settings = ✓ 設定已匯入：/settings
import-watch = ✓ 追蹤 <b>{$words}</b>
import-watch-wrong = ✗ 無法追蹤 <b>{$words}</b>：用 /watch 查看原因
import-names-wrong = ✗ <b>{$name}</b>：未採用這些名稱，用 /alias 查看原因
import-again = 已存在，保持不變：{$count}
import-full = 放不下的追蹤：{$count}（最多 {$limit} 個）。用 /unwatch 騰出空間。
privacy =
    <b>我保存什麼</b>
    · 此聊天的編號、名稱、語言、時區和設定。
    · 你追蹤的內容、訂閱的來源、自訂名稱。
    · 我傳出的提醒和回答，以及來源的內容，保存天數：{$days}。
    其他訊息我不保存也看不到；在群組中我只收到指令、對我的回覆和按鈕點擊。
    
    <b>誰看得到</b>
    只有營運此 Hark 的人。若讀取 X，追蹤的關鍵字會用於 X 搜尋。你訂閱的來源只服務此聊天。你分享的追蹤，有連結的人都看得到。
    
    <b>保存多久</b>
    直到你結束為止。我被封鎖或移除後保存 30 天，然後全部刪除。
    /export 給你全部內容，/forgetme 立即刪除。
forget-question =
    <b>要刪除我為此聊天保存的一切嗎？</b>
    追蹤：{$watches} · 來源：{$sources} · 設定。備份檔案已傳送，可用 /import 還原。聊天中的訊息保持不變。
forget-button-yes = 是的，全部刪除
forget-button-no = 保留
forget-done = 🧹 已全部刪除。傳送 /start 重新開始。
forget-toast-done = 已刪除。
forget-kept = 一切保持不變。
forget-toast-kept = 已保留。
stop-button-resume = ▶️ 恢復
