# Trong đợt trực: nhắc ca, vào ca, vắng, trực thay, còn trực, bàn giao, gọi thử.

## Trước ca và vào ca
shift-soon =
    ⏰ <b>Còn { $wait } tới ca trực của bạn: { $post }</b>
    { $period }
    Trước bạn: { $before }. Sau bạn: { $after }.{ $commander }
shift-call =
    🔔 <b>Đến giờ vào ca: { $post }</b>
    { $period }
    Trước bạn: { $before }.{ $commander }
    Đã có mặt thì bấm “Vào ca”, hoặc trả lời “có”. Chưa vào ca lúc { $at }, bot sẽ gọi người trực thay.
shift-begun =
    ✅ <b>Bạn đang trực: { $post }</b>
    { $period }
    Sau bạn: { $after }.{ $commander }
    { $count ->
        [0] Không có sự cố nào đang mở.
       *[other] Sự cố đang mở: { $count }. Xem: /incidents
    }
shift-commander =
    { "" }
    Trực chỉ huy: { $names }.
shift-post-period = { $post }: { $period }
checkin-done = ✅ Đã vào ca { $post }, đến { $until }.
checkin-done-for = ✅ Đã ghi nhận có mặt ở vị trí { $post }, đến { $until }.
checkin-still = 💪 Đã ghi: bạn vẫn đang trực { $post }, đến { $until }.
button-confirm-soon = ✅ Xác nhận
button-cannot-soon = Không trực được
button-confirm-post = ✅ { $post }
button-cannot-post = Không trực được { $post }
button-checkin = 🟢 Vào ca

## Vắng và trực thay
missing-late =
    🚨 <b>{ $name } chưa vào ca { $post }</b> (ca bắt đầu { $at }).
    Đã hỏi trực thay: { $asked }.
missing-late-you =
    ⏰ <b>Bạn chưa vào ca { $post }</b> (ca bắt đầu { $at }). Chỉ huy đã được báo.
    Đến muộn vẫn vào ca được: có mặt lúc nào, bấm “Vào ca” lúc đó. Không đến được, gửi <code>/swap now</code> để bot tìm người trực thay.
missing-late-ask =
    🚨 <b>{ $name } chưa vào ca { $post }</b> (ca bắt đầu { $at }).
    Bạn trực thay được không?
missing-silent =
    🚨 <b>{ $name } không trả lời “Còn trực chứ?”</b> ({ $post }, ca bắt đầu { $at }).
    Đã hỏi trực thay: { $asked }.
missing-silent-you =
    👋 <b>Bạn còn ở vị trí { $post } chứ?</b> Bạn chưa trả lời nên chỉ huy đã được báo.
    Nếu vẫn còn trực, bạn chỉ cần bấm nút dưới đây.
missing-silent-ask =
    🚨 <b>{ $name } đang trực { $post } nhưng không trả lời</b> (ca bắt đầu { $at }).
    Bạn trực thay được không?
missing-many =
    🚨 <b>{ $count } người chưa vào ca hoặc không trả lời</b>
    { $lines }
    Đã hỏi trực thay: { $asked }.
missing-many-ask =
    🚨 <b>{ $count } người chưa vào ca hoặc không trả lời</b>
    { $lines }
    Bạn trực thay ai được không?
missing-line-late = • { $name } chưa vào ca { $post } (từ { $at })
missing-line-silent = • { $name } đang trực { $post } nhưng không trả lời
missing-asked-nobody = chưa có ai để hỏi; cần gọi điện hoặc có người trực thay ngay
missing-unable = ⚠️ { $name } không trực thay { $former } được ({ $post }).
missing-known = Đã ghi: bạn đã biết { $name } vắng. Bot không nhắc lại nữa.
standin-done = ✅ Bạn trực thay { $post } đến { $until }. Cảm ơn bạn.
standin-declined = Đã ghi: bạn không trực thay { $name } được. Chỉ huy đã được báo.
stood-in-for-you = ↔️ { $name } đang trực thay bạn ({ $post }, đến { $until }). Khi có mặt, gửi /checkin để nhận lại ca.
standin-over =
    ↔️ <b>{ $name }</b> đã có mặt và nhận lại ca của mình từ <b>{ $former }</b>: { $post }, { $when }.{ $twice }
    Lịch trực bây giờ:
    { $roster }
came-back-to-you = ↔️ { $name } đã có mặt và nhận lại ca { $post } lúc { $at }. Cảm ơn bạn đã trực thay.
solved-came = ✅ { $name } đã vào ca { $post } lúc { $at }.
solved-here = ✅ { $name } vẫn đang trực { $post } (trả lời lúc { $at }).
solved-stood-in = ✅ { $name } trực thay { $former } ({ $post }) từ { $at }.
solved-back = ✅ { $name } đã có mặt và nhận lại ca { $post } từ { $former } lúc { $at }.
button-stand-in = ✋ Tôi trực thay
button-stand-in-for = ✋ Trực thay { $name }
button-no-stand-in = Không được
button-known = 👁 Đã biết
button-known-all = 👁 Đã biết tất cả
unwatched =
    ⚠️ <b>{ $count } ca không có người vào và bot không gọi được ai</b>, vì bot ngừng hoạt động { $away }.
    Đợt “{ $watch }”:
    { $lines }
    Bot không biết có người trực hay không. Mời chỉ huy kiểm tra; nếu có, hãy ghi vào nhật ký bằng /log.
unwatched-since = từ { $since } đến { $until }
unwatched-until = đến { $until }
unwatched-line = • { $name }, { $post }: { $period }
unwatched-more = • và { $count } ca nữa

## Còn trực
still-there =
    👋 <b>Bạn còn ở vị trí { $post } chứ?</b>
    Bấm nút dưới đây hoặc trả lời “còn” trước <b>{ $until }</b>. Sau đó bot sẽ hỏi người trực thay và báo chỉ huy.
button-here = 💪 Còn trực

## Bàn giao ca
handover-card =
    🔄 <b>Bàn giao ca: { $post }</b>
    { $period }
    Người giao: { $name }. Người nhận: { $next }.
    { $lines }
    { $doing }
handover-no-incidents = Không có sự cố nào đang mở.
handover-incidents = <b>Sự cố đang mở</b>
handover-incident = • { $severity } <code>{ $code }</code> { $kind } · { $place } · { $status } · chưa có người phụ trách
handover-incident-owned = • { $severity } <code>{ $code }</code> { $kind } · { $place } · { $status } · { $owner }
handover-kept-back = 🔒 <code>{ $code }</code> vẫn do { $owner } giữ: { $names } chưa đọc được. Muốn gọi vào: <code>/page { $name } { $code } bàn giao ca</code>. Giao hẳn: nhờ chỉ huy Đội.
handover-coming = <b>Sắp tới</b>
handover-coming-ladder = • { $at }: gọi người tiếp theo cho { $code }
handover-coming-still = • { $at }: hỏi lại người phụ trách { $code }
handover-coming-silence = • { $at }: gọi lại từ đầu cho { $code } nếu người phụ trách không trả lời
handover-coming-queue = • { $at }: nhắc { $code } đang chờ xử lý
handover-coming-wrap-up = • { $at }: tự đóng { $code } nếu người báo không có ý kiến
handover-notes = <b>Đã ghi trong ca</b>
handover-note = • { $at }, { $name }: { $words }
handover-unchecked = <b>Chưa kiểm tra trong ca</b>
handover-check = • { $name }
handover-word = <b>Lời bàn giao</b>
handover-to-sign = Muốn dặn gì, trả lời (reply) tin này. Xong thì bấm “Ký bàn giao”. <b>Bạn vẫn được gọi cho tới khi người nhận vào ca hoặc hai bên đã ký.</b>
handover-to-sign-relieved = Người nhận đã vào ca. Muốn dặn gì, trả lời (reply) tin này. Xong thì bấm “Ký bàn giao”.
handover-to-sign-last = Không có người trực tiếp theo ở vị trí này. Muốn dặn gì, trả lời (reply) tin này rồi bấm “Ký bàn giao”; chỉ huy Đội sẽ nhận.
handover-to-confirm = Người giao đã ký lúc { $at }. Người nhận xem rồi bấm “Đã nhận”.
handover-unsigned-yet = { $name } chưa ký bàn giao. Ký xong, bot gửi lại để bạn xác nhận.
handover-done = Bàn giao đã xong.
handover-noted = 📝 Đã ghi vào bàn giao. Xong thì bấm “Ký bàn giao”.
handover-signed = ✍️ Đã ký bàn giao. Chờ người nhận xác nhận.
handover-signed-last = ✍️ Đã ký bàn giao. Chỉ huy Đội đã nhận.
handover-received = ✅ Đã nhận bàn giao.
handover-confirmed = ✅ { $name } đã nhận bàn giao { $post } lúc { $at }.
handover-waits =
    { $count ->
        [1] ⏳ <b>Bàn giao ca { $post } chưa xong</b>: { $waits }
       *[other] ⏳ <b>Bàn giao ca { $post } chưa xong</b> (nhắc lần { $count }): { $waits }
    }
handover-waits-signature = chờ { $name } ký bàn giao.
handover-waits-arrival = { $name } đã ký, nhưng người nhận chưa vào ca.
handover-waits-confirmation = chờ { $name } xác nhận đã nhận.
handover-never = ⚠️ <b>Bàn giao ca { $post } vẫn chưa xong</b>: { $waits } Bot không nhắc nữa. Mời chỉ huy xử lý, hoặc ký thay.
relieved-by = ✅ { $name } đã thay bạn ở vị trí { $post } (ca của bạn hết lúc { $at }). Bot không còn gọi bạn theo ca này. Cảm ơn bạn.
relieved-over = ✅ Ca { $post } của bạn đã hết lúc { $at }. Bot không còn gọi bạn theo ca này. Cảm ơn bạn.
button-sign = ✍️ Ký bàn giao
button-received = 📥 Đã nhận
button-sign-for = ✍️ Ký thay { $name }
button-received-for = 📥 Nhận thay { $name }

## Gọi thử
test-page =
    📟 <b>Đây là cuộc gọi THỬ, không có sự cố nào.</b>
    Bot kiểm tra xem có gọi được bạn trong đợt “{ $watch }” không.
    Hãy bấm “Đã nhận” hoặc trả lời “1” trước <b>{ $until }</b>.
test-page-own =
    📟 <b>Đây là cuộc gọi THỬ bạn vừa yêu cầu, không có sự cố nào.</b>
    Điện thoại có reo không? Bấm “Đã nhận” trước <b>{ $until }</b> để biết mất bao lâu.
test-page-answered = 📟 Gọi thử thành công: bạn trả lời sau { $after }.
test-page-late = 📟 { $name } đã trả lời cuộc gọi thử của đợt “{ $watch }”, muộn, lúc { $at }.
test-pages-sent = 📟 Đã gọi thử { $count } người của đợt “{ $watch }”. Sau { $within }, bạn nhận bảng kết quả.{ $before }
test-pages-before = { " " }Không gọi lại { $count } người đã được gọi thử lúc { $at }.
test-pages-lost =
    ⚠️ <b>Không gọi được { $count } người của đợt “{ $watch }”</b>: { $names }.
    Những người này chưa mở bot, đã chặn bot hoặc chưa có quyền trực. Hãy liên hệ trực tiếp hoặc đổi ca: /swap
test-pages-fine =
    📟 <b>Gọi thử đợt “{ $watch }”: tất cả { $count } người đã trả lời.</b>
    { $lines }
test-pages-silent =
    ⚠️ <b>Gọi thử đợt “{ $watch }”: { $answered }/{ $count } người trả lời.</b>
    { $lines }
test-line-answered = ✅ { $name } · { $channel } · { $at } (sau { $after })
test-line-silent = ❌ { $name } · { $channel } · không trả lời
test-line-lost = ⛔ { $name } · { $channel } · không liên lạc được
channel-telegram = Telegram
button-test-page = 📟 Đã nhận
unreached = ⚠️ <b>Không gọi được { $name } qua Telegram</b> ({ $reason }). Tin không đến: { $call }. Hãy liên hệ trực tiếp.
unreached-checkin = lời gọi vào ca
unreached-still = câu hỏi “Còn trực chứ?”
unreached-test = cuộc gọi thử
unreached-missing = lời gọi về người vắng mặt

## Từ chối
no-call-waits = Lúc này không có lời gọi nào chờ bạn trả lời. Nếu bạn trả lời một tin cũ, hãy bấm nút dưới tin ấy hoặc gõ lệnh ghi trong tin. Ca của bạn: /shifts. Báo sự cố: /report.
refused-checked-in = Ca này đã có người vào ca lúc { $at }.
refused-checkin-early = Chưa tới giờ vào ca. Bạn vào ca được từ { $at }.
refused-checkin-usage = Gửi /checkin để vào ca của bạn. Trực thay: <code>/checkin thay TÊN</code>; không trực thay được: <code>/checkin khong TÊN</code>.
refused-shift-over = Ca này đã hết lúc { $at }.
refused-shift-gone = Ca này không còn trong lịch trực, hoặc đã có thay đổi. Xem lịch: /oncall
refused-shift-of = Đây là ca của { $name }.
refused-no-shift = Bạn không có ca trực nào sắp tới.
refused-not-on-watch = “{ $name }” không có ca nào đang chạy.
refused-somebody-there = { $name } đang ở vị trí { $post }. Bạn không cần làm gì.
refused-not-asked = Chỉ người được hỏi trực thay { $name }, trực chỉ huy hoặc chỉ huy Đội mới làm được việc này.
refused-only-chiefs = Chỉ trực chỉ huy hoặc chỉ huy Đội mới làm được việc này.
refused-stand-in-self = Đây là ca của chính bạn. Hãy bấm “Vào ca”.
refused-who-is-missing =
    { $count ->
        [0] Lúc này không có ai vắng mà chưa có người thay.
       *[other] Có { $count } người vắng. Hãy ghi kèm tên, ví dụ <code>/checkin thay Minh</code>.
    }
refused-no-handover = Lúc này bạn không có bàn giao ca nào.
refused-handover-early = Bàn giao ký được từ { $at }. Bạn có thể ghi lời dặn trước.
refused-handover-signed = Bàn giao này đã ký lúc { $at }.
refused-handover-unsigned = { $name } chưa ký bàn giao.
refused-handover-changed = Bàn giao này vừa có thay đổi. Hãy mở lại bằng /handover.
refused-handover-confirmed = Bàn giao này đã được xác nhận lúc { $at }.
refused-no-test-page = Cuộc gọi thử này không phải của bạn.
refused-test-page-done = Bạn đã trả lời cuộc gọi thử này rồi.
refused-test-pages-again = Đã gọi thử { $count } người cách đây { $ago }. Bot không gọi lại khi họ còn thời gian trả lời, đến { $until }; lúc đó bạn nhận bảng kết quả.
refused-test-page-again = Bot đã gọi thử bạn cách đây { $ago }. Bấm “Đã nhận” ở tin đó; gọi thử lại được sau { $until }.
refused-testpage-usage = Gửi /testpage để thử cho mình, <code>/testpage all</code> để thử cả đợt trực.
refused-no-watch = Không có đợt trực nào đang chạy hoặc sắp tới.
