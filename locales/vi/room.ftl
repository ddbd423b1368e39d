# Phòng xử lý sự cố: phương án, thời hạn theo quy định, mức nghiêm trọng.

## Phương án
card-playbook = 📋 Phương án: { $done }/{ $total } bước
button-playbook = 📋 Phương án
button-step = ☐ { $number }
button-phase-before = ⬅ { $phase }
button-phase-after = { $phase } ➡
phase-verifying = Tiếp nhận, xác minh
phase-responding = Ứng cứu ban đầu
phase-containing = Ngăn chặn
phase-removing = Gỡ bỏ
phase-recovering = Khôi phục
phase-checking = Kiểm tra
phase-wrapping-up = Tổng kết
page-moved = ⤵ { $code }: xem bản mới hơn bên dưới.
nudge-page = 👆 { $code }: bản đang dùng ở đây.
playbook-head = 📋 <b>{ $code } · Phương án: { $name } · { $done }/{ $total }</b>
playbook-phase = <b>Giai đoạn { $number }/{ $total }: { $phase }</b>
playbook-open = ☐ <b>{ $number }. { $do }</b> <i>({ $by })</i>
playbook-done = ☑ { $number }. { $do } <i>({ $name }, { $at })</i>
playbook-skipped = ➖ { $number }. { $do }: không áp dụng, { $reason } <i>({ $name }, { $at })</i>
playbook-how = ↳ { $words }
playbook-never = ⛔ { $words }
playbook-by-team = Đội
playbook-by-operator = đơn vị vận hành
playbook-by-lead = chỉ huy Đội
playbook-by-agency = cơ quan chủ quản
playbook-hint = <i>Xong bước nào, bấm số bước đó, hoặc trả lời (reply) tin này: “xong 3”. Bước không áp dụng: “bỏ qua 3 lý do”. Bấm nhầm: “chưa xong 3”.</i>
playbook-whole = ✅ <b>Mọi bước đã được ghi nhận.</b>
playbook-untaken = <i>Chưa ai nhận sự cố nên chưa đánh dấu được. Ai nhận thì phương án này được giữ nguyên cho đến hết sự cố.</i>
playbook-over = <i>Sự cố đã kết thúc, phương án chỉ còn để xem.</i>
toast-step = ☑ Đã ghi: xong bước { $number }.
toast-playbook = Đã chuyển sang phương án: { $name }.
steps-done = ☑ <b>{ $code }</b>: đã ghi xong bước { $steps }.
steps-skipped = ➖ <b>{ $code }</b>: bước { $steps } không áp dụng ({ $reason }).
steps-reopened = ☐ <b>{ $code }</b>: bước { $steps } trở lại chưa xong.
which-playbook = <b>{ $code }</b> xử lý theo phương án nào? Bước đã đánh dấu ở phương án cũ vẫn còn trong nhật ký.
timeline-step-done = { $name } xong bước { $number }: { $what }
timeline-step-skipped = { $name } bỏ qua bước { $number } ({ $what })
timeline-step-reopened = { $name } bỏ đánh dấu bước { $number }: { $what }
timeline-playbook-changed = { $name } đổi phương án: { $what }
refused-no-playbook = Chưa có phương án cho loại sự cố của { $code }.
refused-no-such-step = Phương án này có { $most } bước, không có bước { $number }.
refused-step-settled = Bước { $number } đã được { $name } đánh dấu lúc { $at }.
refused-step-open = Bước { $number } chưa ai đánh dấu.
refused-step-not-yours = Bước { $number } do { $name } đánh dấu. Chỉ người đó, người phụ trách sự cố hoặc chỉ huy Đội bỏ đánh dấu được.
refused-old-playbook = { $code } đã chuyển sang phương án khác. Xem bản đang dùng: <code>/playbook { $code }</code>
refused-same-playbook = { $code } đang theo đúng phương án này rồi.
refused-skip-why = Hãy ghi lý do bước không áp dụng, ví dụ <code>/playbook bỏ qua 4 không có máy chủ dự phòng</code>.
refused-playbook-usage =
    Gửi <code>/playbook</code> (kèm mã nếu có nhiều sự cố) để xem phương án. Đánh dấu bằng chữ:
    <code>/playbook xong 3</code> · <code>/playbook bỏ qua 4 lý do</code> · <code>/playbook chưa xong 3</code> · <code>/playbook đổi</code>

## Thời hạn theo quy định
card-deadline = ⏳ { $name }: { $left }
card-deadline-unsure = ⏳ { $name }: { $left } <i>⚠ chưa đối chiếu</i>
card-deadlines-more = ⏳ Còn { $count } thời hạn khác, bấm “Thời hạn”
left = còn { $left }, trước { $at }
left-overdue = <b>quá hạn</b> từ { $at }
left-at-once = <b>ngay</b>, tính từ { $at }
button-deadlines = ⏳ Thời hạn
button-sent = ✔ { $number }. Đã gửi
button-sent-short = ✔ Đã gửi
button-waive = ➖ { $number }. Không áp dụng
button-detected = 🕑 Giờ phát hiện
button-serious = ⚖ Mức nghiêm trọng
deadlines-head = ⏳ <b>{ $code } · Thời hạn theo quy định</b>
deadlines-as-reported = Tính từ giờ báo: { $at }. Nếu phát hiện sớm hơn, bấm “Giờ phát hiện”.
deadlines-detected = Phát hiện lúc { $at }.
deadlines-none = Chưa có thời hạn nào. Thời hạn bắt đầu khi có người nhận sự cố.
deadlines-foot = <i>Ngày là ngày lịch, không cộng thêm ngày nghỉ. Người gửi ghi lại số, ngày, kênh, biên nhận: bấm nút, hoặc gõ <code>/deadlines xong 1</code>. Chỉ huy Đội cho biết không áp dụng: <code>/deadlines bỏ qua 2 lý do</code>. Sửa giờ: <code>/deadlines phát hiện 07:30 22/11</code>.</i>
deadline-line = <b>{ $number }. { $name }</b>: { $left }
deadline-line-done-late = ✅ { $number }. { $name }: <b>gửi trễ { $late }</b>
deadline-line-done = ✅ { $number }. { $name }
deadline-line-waived = ➖ { $number }. { $name }: không áp dụng, { $reason } <i>({ $by })</i>
deadline-to = ↳ Gửi: { $to }
deadline-signed = ↳ Báo cáo: cần ký, đóng dấu hoặc ký số.
deadline-unsigned = ↳ Thông báo: gửi được bằng thư điện tử, nhắn tin.
deadline-form = ↳ Biểu mẫu: Mẫu { $form }
deadline-basis = ↳ Căn cứ: { $basis }
deadline-unconfirmed = ⚠ Chưa có người của Đội đối chiếu quy định này. Hãy hỏi cơ quan thường trực trước khi coi là bắt buộc.
deadline-confirmed = ↳ Đã đối chiếu: { $by }
deadline-changed = ↳ Đã thay đổi: { $changed }
deadline-sent = ↳ Gửi lúc { $at }, { $channel }, số { $document }, biên nhận: { $receipt } <i>({ $by } ghi)</i>
deadline-reminder = { $lines }
deadline-reminder-unsure =
    { $lines }

    <i>⚠ Trong đó có quy định chưa ai của Đội đối chiếu: xem ở trang thời hạn.</i>
deadline-left = ⏳ <b>{ $code }</b>: { $name } còn { $left }, trước <b>{ $at }</b>. Gửi: { $to }.
deadline-overdue = 🔴 <b>{ $code }: quá hạn</b> { $name } từ { $at }. Gửi ngay rồi ghi lại đã gửi. Nơi nhận: { $to }.
deadline-at-once = 🔴 <b>{ $code }</b>: { $name }. Quy định là <b>ngay</b>, tính từ { $at }. Gửi: { $to }. Xong thì ghi lại đã gửi.
deadline-update = 📣 <b>{ $code }</b>: sau khi gửi báo cáo đã thay đổi: { $changed }. Phải <b>cập nhật ngay cho đúng nơi đã nhận</b>: { $to }. Xong thì ghi lại đã gửi.
changed-kind = loại sự cố (nay là { $now })
changed-severity = mức độ (nay là { $now })
changed-serious-none = không còn đề xuất nghiêm trọng
changed-serious-proposed = được đề xuất là nghiêm trọng
changed-serious-decided = có quyết định là sự cố nghiêm trọng
changed-serious-ordinary = có quyết định là sự cố thông thường
changed-more = phạm vi, hậu quả (thêm: { $marks })
changed-less = phạm vi, hậu quả (không còn: { $marks })
changed-status-open = xử lý lại, chưa xong
changed-status-solved = đã xử lý xong
changed-status-not-incident = không phải sự cố
changed-status-duplicate = trùng sự cố khác
changed-status-referred = đã chuyển cơ quan khác
deadline-is-done = đã gửi
deadline-is-waived = không áp dụng
form-lead-deadline = ⏳ <b>{ $name }</b>
form-sent-when =
    🕑 <b>Gửi lúc nào?</b>
    Ví dụ: <i>07:30 22/11</i>. Không ghi ngày là hôm nay.
form-sent-when-name = Gửi lúc
form-sent-when-now = Vừa xong
form-sent-channel = 📮 <b>Gửi bằng kênh nào?</b> Chọn nút hoặc gõ tên kênh.
form-sent-channel-name = Kênh
form-sent-channel-letter = Công văn giấy
form-sent-channel-documents = Trục liên thông văn bản
form-sent-channel-mail = Thư điện tử công vụ
form-sent-channel-fax = Fax
form-sent-channel-portal = Cổng, hệ thống quốc gia
form-sent-channel-phone = Điện thoại, nhắn tin
form-sent-number =
    🔢 <b>Số văn bản?</b>
    Ví dụ: <i>12/BC-ĐƯCSC</i>. Thông báo không có số thì bỏ qua.
form-sent-number-name = Số văn bản
form-sent-receipt =
    🧾 <b>Ai đã xác nhận nhận được, lúc nào, số tiếp nhận?</b>
    Giữ bằng chứng này phòng khi bị hỏi. Chưa có thì bỏ qua.
form-sent-receipt-name = Biên nhận
form-sent-summary =
    <b>Xem lại rồi gửi:</b>

    { $answers }
form-sent-done = ✅ Đã ghi: { $name }, gửi lúc { $at }.
form-sent-cancelled = Đã hủy. Thời hạn vẫn đang chạy.
form-sent-expired = ⌛ Phần ghi lại việc gửi bỏ dở đã hết hạn và được xóa. Thời hạn <b>vẫn đang chạy</b>: /deadlines
form-waive-reason =
    ➖ <b>Vì sao không áp dụng?</b> Lý do được giữ trong nhật ký.
    Ví dụ: <i>“Cơ quan công an tự báo cáo theo ngành.”</i>
form-waive-reason-name = Lý do
form-waive-summary =
    <b>Thời hạn này không áp dụng. Xem lại rồi gửi:</b>

    { $answers }
form-waive-done = ➖ Đã ghi không áp dụng: { $name }.
form-waive-cancelled = Đã hủy. Thời hạn vẫn đang chạy.
form-waive-expired = ⌛ Phần ghi lý do bỏ dở đã hết hạn và được xóa. Thời hạn <b>vẫn đang chạy</b>: /deadlines
form-detected-at =
    🕑 { $code }: <b>Phát hiện lúc nào, đến phút?</b> Mọi thời hạn tính từ đây.
    Ví dụ: <i>22:15 hôm qua</i> hoặc <i>07:30 22/11</i>
form-detected-at-name = Phát hiện lúc
form-detected-summary =
    <b>{ $code }: xem lại rồi gửi:</b>

    { $answers }

    Gửi xong, các thời hạn được tính lại.
form-detected-done = 🕑 <b>{ $code }</b>: đã ghi phát hiện lúc { $at }. Các thời hạn đã tính lại.
form-detected-cancelled = Đã hủy. Các thời hạn giữ nguyên.
form-detected-expired = ⌛ Phần ghi giờ phát hiện bỏ dở đã hết hạn và được xóa. Các thời hạn giữ nguyên.
timeline-detected = { $name } ghi phát hiện lúc { $at }
timeline-deadline-done = { $name } ghi đã gửi: { $what }
timeline-update-owed = Có thay đổi sau khi báo cáo, phải cập nhật: { $what }
timeline-deadline-waived = { $name } cho là không áp dụng: { $what }
refused-no-such-deadline = Sự cố này có { $most } thời hạn, không có thời hạn { $number }.
refused-deadline-settled = { $name }: { $state } ({ $by }, { $at }).
refused-deadline-dropped = { $name } không còn phải làm; không cần ghi gì.
refused-deadlines-usage =
    Gửi <code>/deadlines</code> (kèm mã nếu có nhiều sự cố) để xem thời hạn. Ghi bằng chữ:
    <code>/deadlines xong 1</code> · <code>/deadlines bỏ qua 2 lý do</code> · <code>/deadlines phát hiện 07:30 22/11</code>
refused-past-time = “{ $words }” chưa rõ lúc nào. Hãy ghi như <code>07:30 22/11</code> hoặc <code>22:15 hôm qua</code>.
refused-before-start = Tôi hiểu là { $at }, trước lúc bắt đầu tính ({ $start }). Chưa ghi gì, các câu đã trả lời vẫn còn: hãy gõ lại giờ đúng. Nếu sự cố được phát hiện sớm hơn, hãy sửa giờ phát hiện trước: /deadlines
form-understood = “{ $words }”, hiểu là <b>{ $at }</b>
form-understood-pressed = <b>{ $at }</b>
refused-past-time-when = “{ $words }” ở phía trước, hoặc đã quá lâu. Hãy ghi cả ngày và năm, như <code>07:30 22/11/2026</code>.

## Mức nghiêm trọng
serious-head = ⚖ <b>{ $code } · Mức nghiêm trọng</b>
serious-level = Cấp độ hệ thống theo danh mục: { $level }
serious-a-holds = ☑ <b>Điều kiện A đủ</b>: hệ thống cấp độ 4, 5 hoặc quan trọng quốc gia, và có ít nhất một hậu quả a–đ.
serious-a-lacks = ☐ <b>Điều kiện A chưa đủ</b>: cần hệ thống cấp độ 4, 5 hoặc quan trọng quốc gia, và ít nhất một hậu quả a–đ.
serious-b-holds = ☑ <b>Điều kiện B đủ</b>: chủ quản không tự xử lý được.
serious-b-lacks = ☐ <b>Điều kiện B chưa đủ</b>: chưa đánh dấu vượt khả năng xử lý.
serious-may = Đủ cả hai điều kiện. Đội <b>đề xuất</b>; cơ quan thường trực quyết định.
serious-may-not = <i>Chưa đủ hai điều kiện của QĐ 05/2017. Bấm từng dòng đúng với sự cố; bấm lại để bỏ. Mỗi dòng có thể mở thêm thời hạn.</i>
serious-proposed = ⚖ <b>Đề xuất nghiêm trọng</b>: { $name }, { $at }. Chờ quyết định.
serious-decided = ⚖ <b>SỰ CỐ NGHIÊM TRỌNG</b> theo quyết định của { $by }, { $at }{ $document }
serious-decided-ordinary = ⚖ Quyết định là sự cố thông thường: { $by }, { $at }{ $document }
serious-sure = <b>{ $code }</b> chưa đủ hai điều kiện. Vẫn đề xuất là nghiêm trọng? Đề xuất mở ngay các thời hạn báo cáo khẩn.
mark-level = Hệ thống cấp độ 4 hoặc 5
mark-listed = Hệ thống quan trọng quốc gia
mark-interrupted = a) Gián đoạn dịch vụ
mark-secrets = b) Có khả năng lộ dữ liệu mật
mark-integrity = c) Mất toàn vẹn, không khôi phục được
mark-control = d) Mất quyền điều khiển
mark-spread = đ) Có thể lan rộng, dây chuyền
mark-beyond = Vượt khả năng xử lý (báo cáo ngay)
mark-harm = Phương hại an ninh, trật tự
mark-personal = Lộ dữ liệu cá nhân
mark-sensitive = Dữ liệu vị trí, sinh trắc học
mark-press = Báo chí, dư luận quan tâm
button-propose = 📣 Đề xuất nghiêm trọng
button-propose-sure = 📣 Vẫn đề xuất
button-withdraw = ↩ Rút đề xuất
button-decision = 📄 Ghi quyết định
toast-marked = ☑ Đã đánh dấu, thời hạn liên quan đã được tính.
toast-unmarked = ☐ Đã bỏ đánh dấu.
toast-proposed = 📣 Đã ghi đề xuất. Hãy gửi văn bản đề xuất ngay.
toast-withdrawn = ↩ Đã rút đề xuất.
form-decision-outcome = 📄 { $code }: <b>Quyết định là sự cố gì?</b>
form-decision-outcome-name = Quyết định
form-decision-outcome-serious = Nghiêm trọng
form-decision-outcome-ordinary = Thông thường
form-decision-by =
    👤 { $code }: <b>Ai quyết định?</b> Ghi cơ quan, người ký.
    Ví dụ: <i>“Cơ quan thường trực, Công an tỉnh, đ/c A”</i>.
form-decision-by-name = Người quyết định
form-decision-when =
    🕑 { $code }: <b>Quyết định lúc nào?</b>
    Ví dụ: <i>07:30 22/11</i>
form-decision-when-name = Lúc
form-decision-when-now = Vừa xong
form-decision-document = 🔢 { $code }: <b>Số văn bản?</b> Quyết định bằng lời thì bỏ qua, ghi sau.
form-decision-document-name = Văn bản
form-decision-summary =
    <b>{ $code }: quyết định về mức nghiêm trọng. Xem lại rồi gửi:</b>

    { $answers }
form-decision-done = 📄 <b>{ $code }</b>: đã ghi quyết định, lúc { $at }.
form-decision-cancelled = Đã hủy. Chưa ghi quyết định nào.
form-decision-expired = ⌛ Phần ghi quyết định bỏ dở đã hết hạn và được xóa.
timeline-marked = { $name } đánh dấu: { $mark }
timeline-unmarked = { $name } bỏ đánh dấu: { $mark }
timeline-serious-proposed = { $name } đề xuất là sự cố nghiêm trọng
timeline-serious-withdrawn = { $name } rút đề xuất nghiêm trọng
timeline-decided-serious = { $name } ghi quyết định: nghiêm trọng
timeline-decided-ordinary = { $name } ghi quyết định: thông thường
refused-serious-decided = { $code } đã có quyết định của { $by }.
refused-serious-proposed = { $name } đã đề xuất { $code } là nghiêm trọng.
refused-serious-not-proposed = { $code } chưa ai đề xuất là nghiêm trọng.
