# Đợt yêu cầu: lời từ chối, tin cho lãnh đạo, và tin nhắc việc mỗi sáng.

## Không làm được
refused-no-such-campaign = Không tìm thấy đợt yêu cầu này. Gõ /campaigns để xem danh sách.
refused-campaign-which = Có nhiều đợt yêu cầu phù hợp. Hãy ghi mã, ví dụ DY-2026-0007.
refused-campaign-not-draft = { $code } không còn là bản nháp nên không sửa được nữa.
refused-campaign-due = Hạn của { $code } đã qua hoặc trước ngày bắt đầu. Hãy chọn hạn khác.
refused-campaign-rollup = Hạn tổng hợp của { $code } phải từ hạn của cơ quan trở đi.
refused-campaign-not-proposed = { $code } không chờ duyệt nữa.
refused-campaign-own = { $code } do chính bạn trình, phải một người khác duyệt.
refused-campaign-not-due-to-open = { $code } chưa mở được: chưa được duyệt hoặc chưa đến ngày.
refused-campaign-not-open = { $code } không còn mở, không nhận thêm kết quả.
refused-campaign-over = { $code } đã kết thúc.
refused-campaign-nobody = { $code } không có cơ quan hay hệ thống nào trong phạm vi. Hãy chọn lại phạm vi.
refused-no-such-obligation = Không tìm thấy nghĩa vụ này, hoặc kỳ này không có.
refused-turn-taken = “{ $name }” của kỳ này đã có đợt yêu cầu rồi.
refused-task-changed = Việc này vừa được người khác cập nhật. Hãy mở lại rồi thử lần nữa.
refused-no-such-ask = Không tìm thấy đề nghị hay câu hỏi này.

## Tin cho lãnh đạo và nhóm của Đội
campaign-proposed =
    { $by ->
        [none] 📋 <b>Đến kỳ: { $name }</b>
       *[other] 📋 <b>{ $by } trình một đợt yêu cầu: { $name }</b>
    }
    Mã { $code }, hạn { $due }, gửi { $agencies } cơ quan.{ $silent ->
        [0] { "" }
       *[other] { " " }Chưa liên lạc được { $silent } cơ quan.
    }
    Cần một chỉ huy duyệt thì mới gửi đi.
campaign-confirmed = ✅ { $by } đã duyệt { $code } “{ $name }”, hạn { $due }.
campaign-opened = 📣 <b>Đã mở { $name }</b> ({ $code }): giao { $given } việc, hạn { $due }.
campaign-missed = ⌛ { $code } “{ $name }” đã quá hạn { $due } mà chưa được mở, nên không gửi nữa.
finding-no-contact =
    ☎️ <b>{ $count } cơ quan còn việc mà chưa liên lạc được ai</b>
    { $names }{ $more ->
        [0] { "" }
       *[other] { " " }và { $more } cơ quan khác
    }
    Những cơ quan này không nhận được yêu cầu. Hãy mời đầu mối: /invite
button-campaign-page = 📋 Xem đợt yêu cầu

## Tin nhắc việc: mỗi người một tin
campaign-reminder = { $parts }
campaign-reminder-own =
    🔔 <b>Cơ quan bạn còn { $count } việc</b>
    { $lines }{ campaign-reminder-more }
campaign-reminder-head =
    ⚠️ <b>Cơ quan bạn phụ trách có { $count } việc quá hạn</b>
    { $lines }{ campaign-reminder-more }{ $own ->
        [yes] { "" }
       *[no] { campaign-reminder-head-told }
    }
campaign-reminder-head-told =
    { "" }
    Đầu mối của cơ quan đã được nhắc. Mong bạn đôn đốc.
campaign-reminder-closed = 🔒 <b>Đợt đã đóng, cơ quan bạn chưa nộp:</b> { $names }{ $more ->
        [0] { "" }
       *[other] { "" } … và { $more } việc nữa
    }. Cần nộp bù, hãy liên hệ Đội.
campaign-reminder-waiting =
    🟢 <b>{ $count } kết quả chờ Đội duyệt</b>
    { $lines }{ campaign-reminder-more }
campaign-reminder-waits = • { $name } ({ $code }): { $count } kết quả chờ Đội duyệt
campaign-reminder-leader =
    ⚠️ <b>{ $count } đợt yêu cầu có cơ quan quá hạn</b>
    { $lines }{ campaign-reminder-more }
campaign-reminder-more =
    { $more ->
        [0] { "" }
       *[other] { "" }
            … và { $more } việc nữa
    }
campaign-reminder-line = • { $name }{ campaign-reminder-system }: { $when }{ campaign-reminder-returned }
campaign-reminder-system =
    { $system ->
        [none] { "" }
       *[other] { " " }({ $system })
    }
campaign-reminder-returned =
    { $returned ->
        [yes] { "" }, Đội trả lại để bổ sung
       *[no] { "" }
    }
campaign-reminder-left = hạn { $due }, còn { $count } ngày
campaign-reminder-today = <b>hạn hôm nay</b>
campaign-reminder-over = <b>quá hạn { $count } ngày</b> (hạn { $due })
campaign-reminder-campaign = • { $name } ({ $code }): { $agencies } cơ quan, hạn cũ nhất { $due }
