# Cách hỏi và trả lời chung cho mọi biểu mẫu.

form-shown = { $lines }
form-footer = <i>Câu { $number }/{ $total } · bấm nút hoặc gõ: { $words }</i>
form-footer-end = <i>Bấm nút hoặc gõ: { $words }</i>
form-current = ✏️ Đang ghi: <i>{ $value }</i>
form-line = <b>{ $name }:</b> { $value }
form-answer-none = —
form-answer-files = 📎 { $count } tệp
form-answer-both = { $words } (📎 { $count } tệp)
form-change = <b>Bạn muốn sửa mục nào?</b> Các mục khác vẫn giữ nguyên.

form-word-back = quay lại
form-word-skip = bỏ qua
form-word-keep = giữ nguyên
form-word-done = xong
form-word-change = sửa
form-word-cancel = hủy
form-word-send = gửi
form-word-urgent = gửi ngay

button-form-back = ⬅️ Quay lại
button-form-skip = Bỏ qua ➡️
button-form-keep = Giữ nguyên ➡️
button-form-done = ✅ Vậy là đủ
button-form-change = ✏️ Sửa
button-form-cancel = ✖️ Hủy
button-form-send = ✅ Gửi
button-form-urgent = 🚨 Gửi ngay

form-lead-hello = 👋 Chào bạn! Đây là kênh tiếp nhận sự cố an toàn thông tin mạng. Tôi hỏi vài câu ngắn, xong là người trực được báo ngay.
form-lead-begun = 📝 Tôi đã ghi lại lời bạn và bắt đầu một báo cáo. Chỉ còn vài câu ngắn.
form-lead-again = 📝 Bạn đang làm dở phần này. Ta tiếp tục từ đây.
form-lead-given-up = ↪️ Phần đang làm dở trước đó đã bỏ, chưa gửi đi.
form-lead-kept = ↪️ Chưa gửi { $what } bạn đang viết dở; những gì đã viết được giữ trong nhật ký { $code }.
form-lead-reminder = ⏰ Bạn còn bỏ dở phần này và <b>chưa gửi đi</b>. Trả lời tiếp, hoặc bấm Hủy nếu không cần nữa.
form-lead-masked = 🔒 Tôi đã che { $found } trong tin của bạn trước khi lưu. Người trực không cần, và bạn đừng gửi những thứ này cho ai.
form-lead-large-file = 📎 Đã nhận. Tệp lớn hơn 20 MB: người trực xem được trong Telegram nhưng hệ thống không lưu được bản sao. Hãy giữ bản gốc, và nếu được thì gửi thêm bản nhỏ hơn hoặc chia nhỏ.
form-lead-voice = 🎤 Đã nhận tin thoại. Người trực sẽ nghe; nếu được, bạn gõ thêm một câu tóm tắt để xử lý nhanh hơn.
form-lead-send-again = Cảm ơn bạn. Tin lúc nãy tôi chưa lưu, bạn hãy <b>gửi lại</b> nhé. Tôi sẽ không hỏi lại chuyện này nữa.
form-note-added = 📝 Đã ghi thêm.
form-note-changed = ✏️ Đã sửa câu trả lời trước.

secret-card = số thẻ ngân hàng
secret-otp = mã OTP
secret-password = mật khẩu
secret-pin = mã PIN

form-marking =
    ⚠️ Tin này có dấu hiệu độ mật. <b>Nội dung có chứa bí mật nhà nước không?</b>

    Tôi chưa lưu tin này. Bí mật nhà nước không được gửi qua Telegram. Bấm nút, hoặc gõ “có” / “không”.
button-form-secret = Có, chứa bí mật nhà nước
button-form-no-secret = Không
form-secret-stopped =
    🛑 <b>Tôi dừng ở đây và đã xóa toàn bộ phần đang làm.</b> Không có gì được lưu hay gửi đi.

    Bạn hãy làm ngay:
    1. Xóa tin nhắn đó trong cuộc trò chuyện này (chọn xóa cho cả hai bên).
    2. Báo sự cố trực tiếp: { $contact }

refused-form-choice = Tôi chưa hiểu lựa chọn này. Hãy bấm một nút dưới câu hỏi, hoặc gõ số thứ tự hay tên của nút.
refused-form-cancel = Muốn hủy phần đang làm, hãy bấm Hủy hoặc gõ /cancel.
refused-form-text = Câu này cần trả lời bằng chữ. Hãy gõ vài từ.
refused-form-full = Đã đủ { $most } tin cho câu này. Hãy bấm “Vậy là đủ”; gửi xong bạn vẫn bổ sung được.
refused-form-first = Đây là câu đầu tiên. Muốn thôi, hãy bấm Hủy.
refused-form-required = Câu này phải có câu trả lời, nên không bỏ qua được.
refused-form-unready = Chưa đủ để gửi. Hãy trả lời câu đang hỏi trước.
refused-form-over = Phần này đã gửi, đã hủy hoặc đã hết hạn, nút không còn dùng được. Báo sự cố mới: /report. Việc khác: /help.
refused-form-marking = Hãy trả lời trước: tin vừa rồi có chứa bí mật nhà nước không?
refused-question-past = Câu này đã qua. Muốn sửa, hãy bấm Quay lại ở câu đang hỏi, hoặc Sửa ở cuối.
refused-not-your-form = Nút này dành cho người khác.
refused-message-empty = Tôi chưa đọc được loại tin này. Hãy gửi chữ, ảnh, tệp, tin thoại, video hoặc vị trí.
refused-not-a-code = “{ $words }” không phải mã sự cố. Mã có dạng SC-2026-0012.
refused-write-first = Hãy mở cuộc trò chuyện riêng với tôi và gõ /start trước.
cancel-nothing = Bạn không có việc nào đang làm dở. Gõ /report để báo sự cố, /status để xem báo cáo của bạn.

# Kết thúc xử lý

form-overtaken = ↪️ <code>{ $code }</code> vừa được người khác kết thúc hoặc trả lại, nên phần bạn đang làm dở về sự cố này đã bỏ.
form-overtaken-kept = ↪️ <code>{ $code }</code> vừa được người khác kết thúc hoặc trả lại, nên { $what } bạn đang viết dở không gửi được nữa. Những gì bạn đã viết được giữ trong nhật ký sự cố.
form-words-kept =
    { $reason }
    📎 Những gì bạn đã viết ({ $what }) được giữ trong nhật ký { $code }.
unfinished-situation = báo cáo tình hình
unfinished-resolve = phần báo xử lý xong
unfinished-reject = phần kết luận
unfinished-relay = câu hỏi gửi người báo
unfinished-decision = phần ghi quyết định
unfinished-sent = phần ghi lại việc gửi
unfinished-formsent = phần ghi lại việc gửi văn bản
unfinished-waive = lý do bỏ qua thời hạn
unfinished-unneeded = lý do không cần cải thiện
timeline-unfinished = { $name } viết dở, chưa gửi { $dialogue }

form-resolve-cause =
    🔎 { $code }: <b>Nguyên nhân là gì?</b>
    Một hai câu. Ví dụ: <i>“Lộ mật khẩu quản trị cổng thông tin, plugin chưa vá.”</i>
form-resolve-cause-name = Nguyên nhân
form-resolve-action =
    🛠 { $code }: <b>Đội đã làm gì?</b> Người báo sẽ đọc câu này, hãy viết dễ hiểu.
    Ví dụ: <i>“Đã gỡ mã độc, đổi mật khẩu, khôi phục trang từ bản sao lưu ngày 20/11.”</i>
form-resolve-action-name = Đã làm
form-resolve-kind =
    🏷 { $code }: <b>Xác nhận loại sự cố</b> để thống kê cho đúng. Nút xanh là loại đang ghi.
form-resolve-kind-name = Loại
form-resolve-helped =
    🤝 { $code }: <b>Ai đã hỗ trợ?</b> Chọn nút, hoặc gõ tên tổ chức.
    Ví dụ: <i>“VNPT tỉnh”</i>.
form-resolve-helped-name = Hỗ trợ
form-resolve-helped-own = Đội tự xử lý
form-resolve-helped-other = Tổ chức khác
form-resolve-helped-national = Cơ quan điều phối quốc gia
form-resolve-helped-abroad = Tổ chức nước ngoài
form-resolve-helper =
    🏢 { $code }: <b>Tổ chức nào đã hỗ trợ?</b>
    Gõ tên. Ví dụ: <i>“Trung tâm CNTT tỉnh”</i>.
form-resolve-helper-name = Tổ chức hỗ trợ
form-resolve-summary =
    <b>{ $code }: kết thúc xử lý. Xem lại rồi gửi:</b>

    { $answers }

    Gửi xong, người báo sẽ được hỏi sự cố đã ổn chưa.
form-resolve-done = ✔ Đã ghi nhận <code>{ $code }</code> xử lý xong. Người báo được hỏi đã ổn chưa; nếu chưa, sự cố sẽ mở lại.
form-resolve-closed = ✔ Đã ghi nhận xử lý xong và đóng <code>{ $code }</code>.
form-resolve-cancelled = Đã hủy. Sự cố vẫn đang mở và vẫn do bạn phụ trách nếu bạn đã nhận.
form-resolve-expired = ⌛ Phần báo xử lý xong bỏ dở đã hết hạn và được xóa. Sự cố <b>vẫn đang mở</b>; bấm lại nút trên thẻ sự cố khi sẵn sàng.

# Không phải sự cố, trùng, chuyển cơ quan khác

form-reject-outcome =
    🧭 { $code }: <b>Kết luận thế nào?</b>
    Chọn nút. Người báo luôn được trả lời kèm lý do.
form-reject-outcome-name = Kết luận
form-reject-outcome-not-incident = Không phải sự cố
form-reject-outcome-duplicate = Trùng với sự cố khác
form-reject-outcome-referred = Thuộc cơ quan khác
form-reject-original =
    🔗 { $code }: <b>Trùng với sự cố nào?</b>
    Gõ mã sự cố đang mở. Ví dụ: <i>SC-2026-0012</i>
form-reject-original-name = Trùng với
form-reject-reason =
    💬 { $code }: <b>Lý do, viết cho người báo đọc.</b> Lịch sự, dễ hiểu, kèm việc họ nên làm tiếp.
    Ví dụ: <i>“Đây là thư quảng cáo, không có mã độc. Bạn chỉ cần xóa thư.”</i>
form-reject-reason-name = Lý do
form-reject-summary =
    <b>{ $code }: kết thúc báo cáo này. Xem lại rồi gửi:</b>

    { $answers }

    Gửi xong, người báo được biết ngay và có thể đề nghị xem lại.
form-reject-done = ✔ <code>{ $code }</code> đã kết thúc: { $status }. Người báo đã được trả lời.
form-reject-cancelled = Đã hủy. Sự cố vẫn đang mở.
form-reject-expired = ⌛ Phần kết luận bỏ dở đã hết hạn và được xóa. Sự cố <b>vẫn đang mở</b>.
