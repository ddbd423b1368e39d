# Diễn tập, sự cố liên quan, rút kinh nghiệm và việc cải thiện.

## Diễn tập
drill-mark = 🎯 <b>DIỄN TẬP</b>, không phải sự cố thật
drill-kind = DIỄN TẬP · { $kind }
drill-paper = DIỄN TẬP - KHÔNG PHẢI SỰ CỐ THẬT
brief-drill = DIỄN TẬP
nudge-drill-on = 🎯 { $name } ghi nhận { $code } là <b>diễn tập</b>. Cứ xử lý như thật; các thời hạn theo quy định không chạy.
nudge-drill-off = ⚠️ { $name } ghi nhận { $code } là <b>sự cố thật</b>, không còn là diễn tập.
drill-on-done =
    🎯 <b>{ $code }</b> nay là diễn tập: mọi tin, thẻ và văn bản đều ghi rõ. Các thời hạn theo quy định dừng lại; thống kê và Mẫu 05 không tính.
    Nhầm? <code>/drill { $code } bỏ</code>
drill-off-done = ⚠️ <b>{ $code }</b> nay là sự cố thật: các thời hạn theo quy định chạy từ lúc phát hiện, thống kê tính vào.
refused-drill-already = { $code } đã được ghi nhận là diễn tập rồi.
refused-no-drill = { $code } vốn là sự cố thật, không phải diễn tập.
refused-drill-usage =
    Tôi chưa hiểu. Ghi nhận là diễn tập: <code>/drill SC-2026-0012</code>
    Ghi lại là sự cố thật: <code>/drill SC-2026-0012 bỏ</code>
refused-original-drill = Không gộp được { $code } với { $original }: một bên là diễn tập, một bên là thật. Nếu có liên quan, hãy gõ <code>/link { $code } { $original }</code>
timeline-drill-on = { $name } ghi nhận là diễn tập
timeline-drill-off = { $name } ghi nhận là sự cố thật

## Sự cố liên quan
button-relate = 🔗 Liên quan
button-unrelate = Bỏ liên quan
toast-related = Đã ghi: liên quan { $other }, mỗi sự cố vẫn xử lý riêng.
toast-unrelated = Đã bỏ liên quan với { $other }.
linked = 🔗 <b>{ $code }</b> và <b>{ $other }</b> nay liên quan với nhau. Mỗi sự cố vẫn xử lý riêng; thẻ, nhật ký và hồ sơ của cả hai đều ghi.
unlinked = <b>{ $code }</b> và <b>{ $other }</b> không còn liên quan với nhau.
refused-link-itself = Một sự cố không thể liên quan với chính nó. Hãy ghi mã của sự cố kia: <code>/link { $code } SC-2026-0012</code>
refused-linked = { $code } và { $other } đã được ghi là liên quan rồi.
refused-not-linked = { $code } và { $other } chưa được ghi là liên quan.
refused-link-usage =
    Hãy ghi mã của cả hai sự cố: <code>/link SC-2026-0012 SC-2026-0015</code>
    Trả lời tin của một sự cố thì chỉ cần mã của sự cố kia. Bỏ: <code>/unlink</code>
card-related = 🔗 Liên quan { $codes }{ $more ->
        [0] {""}
       *[other] {" "}và { $more } sự cố khác
    }
fact-related = 🔗 Liên quan: { $related }{ $more ->
        [0] {""}
       *[other] {" "}và { $more } sự cố khác
    }
related-one = { $code } ({ $kind }, { $status })
timeline-linked = { $name } ghi nhận liên quan
timeline-unlinked = { $name } bỏ ghi nhận liên quan
export-related = Sự cố liên quan: { $codes }

## Rút kinh nghiệm
aar-ordered = 🧾 Đang soạn bản rút kinh nghiệm { $code } từ nhật ký, xong tôi gửi ngay tại đây.
aar-draft =
    🧾 <b>{ $code } · Dự thảo rút kinh nghiệm</b>
    { $severity } · { $about }
    { $lines }

    <i>Đây là những gì nhật ký cho thấy, không kết luận về ai. Hãy bổ sung vào bản Word kèm theo, rồi giao việc cải thiện: ai, đến ngày nào.</i>
aar-part-course = <b>Diễn biến</b>
aar-part-helped = <b>Điều đã giúp</b>
aar-part-slowed = <b>Điều làm chậm</b>
aar-part-improvements = <b>Việc cải thiện</b>
aar-nothing = • <i>Nhật ký không cho thấy điều gì.</i>
aar-point = • { $point }
aar-more = • <i>và { $count } điều khác, xem bản Word</i>
aar-mark-reported = Báo
aar-mark-paged = Gọi trực
aar-mark-taken = Có người nhận
aar-mark-acted = Bước xử lý đầu tiên
aar-mark-contained = Ngăn chặn xong
aar-mark-solved = Xử lý xong
aar-mark-closed = Đóng
aar-mark = • { $what }: { $at } · { $name }
aar-mark-after = • { $what }: { $at } (sau { $after }) · { $name }
aar-mark-none = • { $what }: <i>nhật ký không ghi</i>
aar-unnamed = không ghi tên
aar-paper = 🧾 { $code }: bản rút kinh nghiệm để bổ sung bằng tay, còn để trống chỗ ghi nguyên nhân, nhận xét và việc cải thiện.
aar-not-made = ⚠️ Không soạn được bản rút kinh nghiệm { $code }. Hãy thử lại: <code>/aar { $code }</code>
timeline-after-action = Đã soạn bản rút kinh nghiệm: { $people }
aar-taken-soon = { $name } nhận sau { $length }, trước khi phải gọi bậc tiếp theo ({ $within })
aar-steps-done = Phương án có ích: { $count }/{ $total } bước đã xong
aar-roles-held = Đủ { $count } vai trò từ sớm
aar-situation-told = { $count } báo cáo tình hình, không sót lần nào
aar-alike = Nhận ra sự cố giống hoặc liên quan: { $codes }
aar-clock-kept = Đúng thời hạn: { $clock }
aar-unanswered = { $count } bậc gọi không ai trả lời trong { $length }: { $names }
aar-nobody-on-duty = Không có ai trực ban để gọi lúc { $at }
aar-unreachable = Không gọi được qua Telegram: { $names }
aar-owner-silent = Người phụ trách im lặng nên phải gọi lại: { $names }
aar-owner-left = Người phụ trách phải giao lại giữa chừng: { $names }
aar-bring-unanswered = Được mời thêm mà không trả lời: { $names }
aar-gap = { $length } không có bước nào: từ { $start } đến { $end }
aar-gaps-more = và { $count } khoảng ngắn hơn không có bước nào
aar-situation-missed = { $count } lần hỏi báo cáo tình hình không có trả lời
aar-reporter-silent = { $count } câu hỏi người báo chưa được trả lời
aar-reopened = Phải mở lại { $count } lần
aar-steps-left = { $count }/{ $total } bước của phương án chưa xong hoặc chưa đánh dấu
aar-roles-empty = { $count } vai trò chưa có ai lúc { $at }
aar-clock-late = Trễ thời hạn { $length }: { $clock } (hạn { $due })
aar-clock-open = Quá thời hạn { $length }, chưa ghi là đã gửi: { $clock } (hạn { $due })

## Bản Word rút kinh nghiệm
aar-paper-title = BÁO CÁO RÚT KINH NGHIỆM
aar-paper-of = Sự cố { $code }
aar-paper-about = Loại sự cố: { $kind }. Mức độ: { $severity }. Nơi xảy ra: { $where }.
aar-paper-summary = Nội dung được báo: { $words }
aar-paper-draft = Dự thảo do bot soạn từ nhật ký lúc { $at }; người phụ trách và chỉ huy bổ sung, chỉnh sửa.
aar-paper-part-course = I. DIỄN BIẾN
aar-paper-part-helped = II. NHỮNG ĐIỀU ĐÃ GIÚP
aar-paper-part-slowed = III. NHỮNG ĐIỀU LÀM CHẬM
aar-paper-part-cause = IV. NGUYÊN NHÂN
aar-paper-part-improvements = V. VIỆC CẢI THIỆN
aar-paper-part-word = VI. Ý KIẾN CHỈ ĐẠO
aar-paper-column-what = Mốc
aar-paper-column-at = Thời điểm
aar-paper-column-after = Sau mốc trước
aar-paper-column-who = Ai
aar-paper-column-task = Việc
aar-paper-column-owner = Người thực hiện
aar-paper-column-due = Hạn
aar-paper-column-state = Kết quả
aar-paper-unknown = (không ghi)
aar-paper-nothing = Nhật ký không cho thấy điều gì.
aar-paper-add = Bổ sung:
aar-paper-cause = Nguyên nhân ghi khi xử lý xong: { $words }
aar-paper-action = Đã xử lý: { $words }
aar-paper-why = Vì sao xảy ra, vì sao không phát hiện sớm hơn:

## Việc cải thiện
button-improve = ➕ Việc cải thiện
button-improved = ✔ Đã xong
button-unneeded = Không cần nữa
button-improved-number = ✔ Xong { $number }
button-unneeded-number = Không cần { $number }
improvement-line-open = <b>{ $number }.</b> { $what } — { $name }, hạn { $due }
improvement-line-done = <b>{ $number }.</b> ✔ { $what } — { $by } báo xong (hạn { $due })
improvement-line-dropped = <b>{ $number }.</b> ➖ { $what } — không cần nữa: { $reason } ({ $by })
improvement-of = { $code } · { $line }
improvements-open =
    🔧 <b>Việc cải thiện đang mở: { $count }</b>{ $overdue ->
        [0] {""}
       *[other] {" "}· ⏰ quá hạn { $overdue }
    }
    { $lines }

    <i>Gõ: /improvements xong 3 · bỏ 3 lý do · giao 3 Bình</i>
improvements-none = ✅ Không còn việc cải thiện nào đang mở. Thêm việc cho một sự cố: <code>/improvements SC-2026-0012 thêm</code>
improvements-more = <i>và { $count } việc khác</i>
improvement-day = { $day }/{ $month }/{ $year }
improvements-of =
    🔧 <b>{ $code } · Việc cải thiện</b>
    { $lines }
improvements-of-none = 🔧 <b>{ $code }</b> chưa có việc cải thiện nào.
improvement-yours =
    🔧 { $by } giao <b>bạn</b> một việc cải thiện sau { $code }:
    <b>{ $number }.</b> { $what }
    Hạn: <b>{ $due }</b>. Tôi sẽ nhắc trước hạn 3 ngày, trong giờ làm việc.
improvement-gone = Việc cải thiện { $number } sau { $code } ({ $what }) nay do { $name } làm. Bạn không cần làm gì thêm.
improvement-done = ✔ { $by } báo <b>đã xong</b> việc cải thiện { $number } sau { $code }: { $what }
improvement-dropped =
    ➖ { $by } ghi <b>không cần nữa</b> việc cải thiện { $number } sau { $code }: { $what }
    Lý do: { $reason }
improvement-reminder =
    ⏳ Việc cải thiện { $number } sau { $code }, hạn <b>{ $due }</b>:
    { $what }
improvement-overdue =
    ⏰ Việc cải thiện { $number } sau { $code } <b>đã quá hạn</b> ({ $due }):
    { $what }
    Xong rồi thì bấm “Đã xong”; không cần nữa thì cho biết vì sao.
improvement-overdue-lead =
    ⏰ Việc cải thiện { $number } sau { $code } của { $name } <b>đã quá hạn</b> ({ $due }):
    { $what }
    Giao người khác: <code>/improvements giao { $number } tên</code>
improvement-nobody =
    ⚠️ Việc cải thiện { $number } sau { $code } không còn người làm: { $name } đã rời Đội. Hạn { $due }:
    { $what }
    Giao người khác: <code>/improvements giao { $number } tên</code>
improvements-left =
    ⚠️ { $name } rời Đội, để lại việc cải thiện chưa xong:
    { $lines }
    Giao người khác, ví dụ: <code>/improvements giao 3 Bình</code>
improvement-left = <b>{ $number }.</b> { $code } · { $what } — hạn { $due }
improvement-is-open = đang mở
improvement-is-done = đã xong
improvement-is-dropped = không cần nữa
improvement-noted = ✔ Đã ghi: việc cải thiện { $number } sau { $code } đã xong.
improvement-passed = Việc cải thiện { $number } sau { $code } nay do { $name } làm.
improvement-it = việc này
toast-improved = ✔ Đã ghi: việc { $number } đã xong.
fact-improvements = 🔧 Việc cải thiện: { $count }, đang mở { $open } (xem /improvements)
refused-improvement-long = Hãy viết việc cần làm trong một hai câu, không quá { $most } ký tự.
refused-improvement-due = Hạn phải từ hôm nay trở đi, trong vòng hai năm. Ví dụ: <code>30/11</code> hoặc <code>30/11/2026</code>
refused-no-such-improvement = Không có việc cải thiện số { $number }. Xem danh sách: /improvements
refused-improvement-settled = Việc cải thiện { $number } đã có kết quả: { $state } ({ $by }).
refused-improvement-usage =
    Tôi chưa hiểu. Bạn có thể gõ:
    <code>/improvements</code> — mọi việc đang mở
    <code>/improvements SC-2026-0012</code> — của một sự cố, <code>/improvements SC-2026-0012 thêm</code> — thêm việc
    <code>/improvements xong 3</code> · <code>/improvements bỏ 3 lý do</code> · <code>/improvements giao 3 Bình</code>
timeline-improvement-added = { $name } giao việc cải thiện cho { $people }
timeline-improvement-given = Việc cải thiện chuyển cho { $people }
timeline-improvement-done = { $name } báo xong việc cải thiện
timeline-improvement-dropped = { $name } ghi không cần việc cải thiện
form-lead-improvement = 🔧 Việc cải thiện sau <b>{ $code }</b>.
form-improvement-what = <b>Cần làm gì để lần sau tốt hơn?</b> Một việc, nói rõ thế nào là xong.
form-improvement-what-name = Việc
form-improvement-owner = <b>Ai làm?</b> Bấm tên, hoặc gõ tên một thành viên.
form-improvement-owner-name = Người làm
form-improvement-due = <b>Đến ngày nào?</b> Bấm, hoặc gõ ngày: <i>30/11</i>
form-improvement-due-name = Hạn
form-improvement-summary =
    <b>Việc cải thiện, xem lại rồi gửi:</b>

    { $answers }
form-improvement-done = 🔧 Đã giao việc { $number } sau <b>{ $code }</b> cho { $name }, hạn { $due }. Tôi sẽ nhắc trước hạn, đúng hạn và khi quá hạn.
form-improvement-cancelled = Đã hủy. Chưa giao việc cải thiện nào.
form-improvement-expired = ⌛ Việc cải thiện nhập dở đã hết hạn và được xóa. Nhập lại: /improvements
form-lead-unneeded = ➖ Việc cải thiện { $number }: { $what }
form-unneeded-reason = <b>Vì sao không cần nữa?</b> Người giao và chỉ huy Đội sẽ thấy lý do.
form-unneeded-reason-name = Lý do
form-unneeded-summary =
    <b>Không cần nữa, xem lại rồi gửi:</b>

    { $answers }
form-unneeded-done = ➖ Đã ghi: việc cải thiện { $number } không cần nữa ({ $what }).
form-unneeded-cancelled = Đã hủy. Việc cải thiện vẫn đang mở.
form-unneeded-expired = ⌛ Phần ghi lý do bỏ dở đã hết hạn và được xóa. Việc cải thiện <b>vẫn đang mở</b>: /improvements

## Trong báo cáo và thống kê
report-drills = 🎯 Diễn tập (không tính vào số sự cố): <b>{ $count }</b>
report-say-drills = Ngoài ra có { $count } cuộc diễn tập, không tính vào số trên.
stats-drills = 🎯 Diễn tập, không tính vào số liệu trên: <b>{ $count }</b>
stats-improvements = 🔧 Việc cải thiện: xong trong kỳ <b>{ $done }</b>, đang mở <b>{ $open }</b>, trong đó quá hạn <b>{ $overdue }</b>
stats-paper-drills = Ngoài ra có { $count } cuộc diễn tập, không tính vào số liệu.
stats-sheet-drills = Diễn tập (không tính ở các dòng khác)
stats-sheet-improvements-open = Việc cải thiện đang mở khi lập
stats-sheet-improvements-overdue = Trong đó quá hạn
stats-sheet-improvements-done = Việc cải thiện xong trong kỳ
stats-sheet-rule-drills = Diễn tập được đếm riêng: không tính vào sự cố, thời gian, tin gọi trực và Mẫu 05.
mau-drills = 🎯 { $count } cuộc diễn tập không tính vào bảng.
mau-note-drills = Không tính { $count } cuộc diễn tập.
