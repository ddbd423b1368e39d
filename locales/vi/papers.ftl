# Biểu mẫu về sự cố: Mẫu 03, Mẫu 04, thông báo. Lập dự thảo, hỏi ô còn trống, ghi lại khi đã gửi.

## Trên giấy
official-draft = DỰ THẢO chưa ký · { $code }, bản { $version } · lập { $at }
official-level = Cấp độ { $number }
official-help-own = Đội tự xử lý
official-help-national = Cơ quan điều phối quốc gia
official-help-abroad = Tổ chức nước ngoài
official-helped-by-nobody = Không có
official-beyond-yes = Vượt khả năng xử lý của đơn vị
official-serious-yes = Sự cố nghiêm trọng
official-serious-no = Sự cố thông thường
official-told = { $name } (số { $number }, ngày { $date })
official-other = Khác: { $words }
official-event-received = Tiếp nhận thông tin sự cố
official-event-report-more = Người báo bổ sung
official-event-taken = Đội bắt đầu xử lý
official-event-note = Ghi nhận
official-event-phase = Chuyển giai đoạn: { $status }
official-event-step-done = Đã thực hiện
official-event-resolved = Xử lý xong
official-event-closed = Kết thúc sự cố
official-event-reopened = Sự cố tái diễn, mở lại
official-event-form-sent = Đã gửi văn bản
official-event-deadline-done = Đã báo cáo
official-event-decided-serious = Quyết định: sự cố nghiêm trọng
official-event-decided-ordinary = Quyết định: sự cố thông thường

## Danh sách
official-page =
    📄 <b>{ $code } · Biểu mẫu</b>
    { $lines }

    <i>Bấm tên mẫu để lập bản mới, hoặc gõ <code>/form { $code } 03</code>. Bản nào cũng là dự thảo: người có thẩm quyền đọc lại, điền số, ngày, ký rồi gửi.</i>
official-page-period =
    📄 <b>Mẫu 05 · { $code }</b>
    { $lines }

    <i>Bấm tên mẫu để lập bản mới với số liệu lúc này. Bản nào cũng là dự thảo: người có thẩm quyền đọc lại, điền số, ngày, ký rồi gửi. Gửi xong, mở bản đó rồi bấm “Đã gửi”.</i>
official-by-itself = Bot
official-none = Chưa lập bản nào.
official-line-made = • { $form }, bản { $version }: { $at }, { $by } lập, chưa gửi
official-line-sent = • { $form }, bản { $version }: ✅ đã gửi { $at }, số { $number }
button-official-new = 📄 { $form }
button-official-get = ⬇ Bản { $version }: { $form }

## Lập
official-ordered = ⏳ { $code }: đang lập biểu mẫu, xong sẽ gửi ngay.
form-lead-official = 📄 { $code }: còn vài ô bắt buộc chưa ai biết. Ô nào chưa rõ thì bỏ qua, trên giấy sẽ là dòng chấm.
form-lead-official-every = 📄 { $code }: các ô còn trống. Ô nào chưa rõ thì bỏ qua; muốn lập ngay, bấm hoặc gõ “gửi ngay”.
form-lead-official-left = 📄 { $code }: làm tiếp từ chỗ dừng. Các câu đã trả lời sẽ hiện ở phần xem lại.
form-lead-official-again = 📄 { $code }: các ô bắt buộc đã có câu trả lời, lập được bản mới.
form-caseform-asked =
    ✍ <b>{ $question }</b>{ $hint }
    <i>{ $how }</i>
form-caseform-how-text = Gõ câu trả lời. Chưa rõ thì bỏ qua.
form-caseform-how-choice = Bấm một nút, hoặc gõ câu khác.
form-caseform-how-box = Bấm một nút.
form-caseform-how-many = Bấm một nút. Nhiều ô thì gõ số thứ tự, như “1, 3”, hoặc gõ câu khác.
form-caseform-summary =
    <b>Xem lại rồi gửi để lập văn bản:</b>

    { $answers }
form-caseform-done = ⏳ { $form }: đang lập bản { $version }, xong sẽ gửi ngay.
form-caseform-cancelled = Đã hủy. Chưa lập văn bản nào.
form-caseform-expired = ⌛ Phần trả lời cho biểu mẫu bỏ dở đã hết hạn và được xóa. Lập lại: /form
form-caseform-left =
    ⏸ Đã dừng, chưa lập văn bản nào. Các câu đã trả lời được giữ lại một tuần.
    Muốn làm tiếp từ chỗ dừng, bấm nút dưới đây.
form-caseform-left-expired =
    ⌛ Biểu mẫu làm dở đã đóng vì cả ngày chưa có thêm câu trả lời, chưa lập văn bản nào. Các câu đã trả lời được giữ lại một tuần.
    Muốn làm tiếp từ chỗ dừng, bấm nút dưới đây.
form-lead-left-caseform = ↪️ Biểu mẫu bạn đang làm dở đã dừng, chưa lập văn bản nào; các câu đã trả lời được giữ lại một tuần. Muốn làm tiếp, gọi lại biểu mẫu ấy bằng /form.
button-official-go-on = ▶️ Làm tiếp
official-made =
    📄 <b>{ $form }</b>
    { $code } · bản { $version } · { $at } · <b>dự thảo, chưa ký</b>
official-waits = 📄 { $by } đã lập { $form }, bản { $version } của { $code }: chờ chỉ huy Đội đọc, ký và gửi. Gửi xong, bấm “Đã gửi”.
button-official-look = ⬇ Xem bản thảo
official-next =
    <b>{ $form } · { $code }</b>
    { $lines }

    <b>Việc tiếp theo:</b> đọc lại, điền số và ngày, ký (chữ ký và dấu, hoặc ký số), gửi bằng kênh công vụ. Bot không gửi cho cơ quan nào. Gửi xong, chỉ huy Đội bấm “Đã gửi”.
    <i>Căn cứ: { $basis }</i>
official-next-notice =
    <b>{ $form } · { $code }</b>
    { $lines }

    <b>Việc tiếp theo:</b> đọc lại, điền số và ngày nếu gửi bằng công văn, rồi gửi cùng lúc cho mọi nơi nhận. Thông báo gửi được bằng công văn, fax, thư điện tử, tin nhắn. Bot không gửi cho cơ quan nào. Gửi xong, chỉ huy Đội bấm “Đã gửi”.
    <i>Căn cứ: { $basis }</i>
official-subject = ✉ Tiêu đề thư: <code>{ $subject }</code>
official-mails = 📮 Thư điện tử nơi nhận: { $mails }
official-mail = { $mail }
official-mail-unchecked = { $mail } (chưa kiểm tra)
official-blank = ☐ Còn { $count } ô để trống: { $names }{ $more ->
    [0] {""}
   *[other] {" "}và { $more } ô khác
    }
official-masked-addresses = 🛡 Đã che { $count } địa chỉ nội bộ. Biểu mẫu chỉ mang địa chỉ nhìn thấy từ Internet.
official-masked-secrets = 🔒 Đã che mật khẩu, mã hoặc số thẻ.
official-unknown-names = ⚠ Tệp mẫu có tên không dùng được, để thành dòng chấm: { $names }
button-official-pdf = 👁 Xem bản PDF
button-official-fill = ✍ Điền ô còn trống
button-official-sent = ✔ Đã gửi
toast-official-pdf = Đang chuyển sang PDF…
official-pdf = 👁 { $form }, bản { $version }: PDF để xem. Bản để điền và ký là tệp DOCX.
official-pdf-missing = Máy chủ chưa có LibreOffice nên không tạo được PDF của { $form }. Hãy mở tệp DOCX rồi lưu thành PDF.
official-pdf-failed = Không chuyển được { $form } sang PDF. Hãy mở tệp DOCX rồi lưu thành PDF.
official-not-made = ⚠ Không lập được { $form }. Hãy thử lại; nếu vẫn lỗi, báo quản trị xem nhật ký máy chủ.
official-template-wrong =
    ⚠ Không lập được { $form }: tệp mẫu bị lỗi. Quản trị sửa tệp trong thư mục <code>forms</code> của danh mục rồi lập lại.
    <code>{ $why }</code>
timeline-form-made = { $name } lập dự thảo
timeline-form-sent = { $name } ghi đã gửi văn bản
refused-no-such-paper = Không tìm thấy bản này. Gõ /form và mã sự cố để xem các bản đã lập.
refused-no-such-official = Không có biểu mẫu “{ $words }”. Có: { $forms }
refused-official-gone = Biểu mẫu { $form } không còn trong danh mục.
refused-official-too-early = { $form } chỉ lập khi { $code } đã xử lý xong: /resolve
refused-official-not-made = Bản này chưa lập xong.
refused-official-sent = Bản này đã được ghi là gửi { $at }, số { $number }.
refused-official-mail = “{ $words }” không giống địa chỉ thư điện tử. Gõ như ten@example.vn, hoặc bỏ qua.
refused-official-phone = “{ $words }” không giống số điện thoại. Gõ như 0238 3844 001, hoặc bỏ qua.
refused-official-box = Không có ô “{ $words }”. Các ô: { $boxes }
refused-official-too-long = Một ô chứa được tối đa { $most } ký tự. Hãy viết gọn, phần chi tiết gửi kèm bằng tệp.

## Ghi lại đã gửi
form-lead-sent-official = ✔ <b>{ $form }</b>: ghi lại việc gửi.
form-formsent-when =
    🕑 <b>Gửi lúc nào?</b>
    Ví dụ: <i>07:30 22/11</i>. Không ghi ngày là hôm nay.
form-formsent-when-name = Gửi lúc
form-formsent-channel = 📮 <b>Gửi bằng kênh nào?</b> Chọn nút hoặc gõ tên kênh.
form-formsent-channel-name = Kênh
form-formsent-number =
    🔢 <b>Số văn bản?</b>
    Ví dụ: <i>12/BC-ĐƯCSC</i>. Thông báo không có số thì bỏ qua.
form-formsent-number-name = Số văn bản
form-formsent-receipt =
    🧾 <b>Ai đã xác nhận nhận được, lúc nào, số tiếp nhận?</b>
    Giữ bằng chứng này phòng khi bị hỏi. Chưa có thì bỏ qua.
form-formsent-receipt-name = Biên nhận
form-formsent-summary =
    <b>Xem lại rồi gửi:</b>

    { $answers }
form-formsent-done = ✅ Đã ghi: { $form } gửi lúc { $at }.
form-formsent-done-with = ✅ Đã ghi: { $form } gửi lúc { $at }. Thời hạn đã xong: { $names }.
form-formsent-done-task =
    ✅ Đã ghi: { $form } gửi lúc { $at }.
    Việc №{ $number } của đợt <b>{ $name }</b> được tính là đã nộp, không phải trả lời lại.
form-formsent-cancelled = Đã hủy. Văn bản vẫn được coi là chưa gửi.
form-formsent-expired = ⌛ Phần ghi lại việc gửi bỏ dở đã hết hạn và được xóa. Văn bản vẫn được coi là <b>chưa gửi</b>.
