# Báo sự cố: các câu hỏi, bổ sung, xem tiến độ.

form-report-privacy =
    👋 <b>Trước khi bắt đầu, bạn cần biết:</b>
    • Bot lưu tên Telegram và những gì bạn gửi, chỉ để Đội ứng cứu xử lý sự cố. Bạn có thể ẩn danh. Xem hoặc xóa dữ liệu: /privacy
    • Telegram đặt máy chủ ở nước ngoài.
    • 🛑 <b>Không gửi bí mật nhà nước</b> (Mật, Tối mật, Tuyệt mật) dưới bất kỳ hình thức nào.
    • Không gửi mật khẩu, mã OTP, số thẻ. Không ai trong Đội hỏi bạn những thứ này.

    Bấm nút để đồng ý và tiếp tục. <i>For English, press the second button.</i>
form-report-privacy-name = Thông báo
form-report-privacy-vi = 🇻🇳 Đồng ý · Tiếng Việt
form-report-privacy-en = 🇬🇧 Agree · English

form-report-kind =
    🏷 <b>Chuyện gì đã xảy ra?</b>
    Chọn loại gần đúng nhất. Không chắc thì chọn “Tôi không rõ”, người trực sẽ phân loại lại.
form-report-kind-name = Loại

form-report-what =
    📝 <b>Bạn thấy gì?</b>
    Kể ngắn gọn, hoặc gửi ảnh chụp màn hình, tệp, tin thoại, vị trí, tin chuyển tiếp.
    Ví dụ: <i>“Từ 8 giờ sáng máy chủ văn thư không mở được tệp, màn hình hiện thông báo đòi tiền.”</i>
form-report-what-name = Mô tả

form-report-where =
    📍 <b>Ở đâu?</b>
    Tên cơ quan, hệ thống hoặc địa chỉ trang web. Có nút hệ thống thì chọn nút, không thì gõ.
    Ví dụ: <i>“Máy chủ văn thư, Sở Tài chính”</i> hoặc <i>“dichvucong.example.vn”</i>.
form-report-where-name = Nơi xảy ra

form-report-noticed =
    🕑 <b>Bạn phát hiện lúc nào?</b>
    Chọn nút, hoặc gõ. Ví dụ: <i>“22 giờ tối qua”</i>.
form-report-noticed-name = Phát hiện lúc
form-report-noticed-now = Vừa xong
form-report-noticed-today = Hôm nay
form-report-noticed-yesterday = Hôm qua
form-report-noticed-other = Lúc khác
form-report-noticed-when =
    🕑 <b>Lúc nào?</b>
    Gõ ngày giờ, ước chừng cũng được. Ví dụ: <i>“khoảng 14 giờ ngày 20/11”</i>.
form-report-noticed-when-name = Phát hiện lúc

form-report-more =
    { $count ->
        [0] 📎 <b>Bạn có thêm bằng chứng không?</b>
       *[other] 📎 <b>Đã nhận { $count } tin.</b> Còn gì nữa không?
    }
    Ảnh, tệp, tin nhắn lừa đảo, đường dẫn… gửi bao nhiêu tin cũng được. Xong thì bấm “Vậy là đủ”.
    Ví dụ: <i>ảnh chụp màn hình thông báo đòi tiền</i>.
form-report-more-name = Bằng chứng

form-report-contact =
    ☎️ <b>Đội liên hệ với bạn bằng cách nào?</b>
    Chọn nút, hoặc gõ luôn số điện thoại hay e-mail. Ẩn danh thì người xử lý không thấy tên bạn, nhưng bot vẫn báo tiến độ cho bạn.
    Ví dụ: <i>0912 345 678</i>
form-report-contact-name = Liên hệ
form-report-contact-telegram = Qua Telegram này
form-report-contact-other = Điện thoại hoặc e-mail
form-report-contact-anonymous = 🕶 Ẩn danh
form-report-contact-how =
    ☎️ <b>Số điện thoại hoặc e-mail của bạn?</b>
    Ví dụ: <i>0912 345 678</i> hoặc <i>an@example.vn</i>.
form-report-contact-how-name = Liên hệ

form-report-summary =
    <b>📋 Xem lại trước khi gửi</b>

    { $answers }

    Bấm <b>Gửi</b> để báo người trực ngay. Muốn thêm, cứ gửi tiếp ảnh hoặc tin nhắn.
form-report-cancelled = Đã hủy báo cáo. Không có gì được gửi đi. Cần báo lại, gõ /report. Số gọi nhanh: /hotline
form-report-expired = ⌛ Báo cáo bỏ dở của bạn đã quá 24 giờ nên được xóa, <b>chưa gửi cho ai</b>. Sự cố vẫn còn? Hãy báo lại.

form-lead-beside = 📝 Tôi đã ghi lại lời bạn như một <b>báo cáo mới</b>. Nếu đây là tin bổ sung cho <code>{ $code }</code>, hãy bấm nút đầu tiên.
button-join = ➕ Bổ sung cho { $code }
button-new-report = 📝 Báo sự cố mới

report-joined = ✅ Đã thêm vào <code>{ $code }</code>. Người xử lý được báo ngay.
report-joined-masked = ✅ Đã thêm vào <code>{ $code }</code>. 🔒 Tôi đã che mật khẩu, mã OTP hoặc số thẻ trong tin; bạn đừng gửi những thứ này cho ai.
report-edit-kept = ✏️ Đã ghi nhận bạn sửa tin trong <code>{ $code }</code>. Cả lời cũ và lời mới đều được giữ.
report-news =
    💬 <b>{ $code }</b>: người báo vừa bổ sung.
    <blockquote>{ $words }</blockquote>
report-news-file = 📎 (tệp)
nudge-report-more = 💬 Người báo vừa bổ sung thông tin 👆

refused-report-limit = Bạn gửi được báo cáo tiếp theo từ { $until }; bản này vẫn còn đây, lúc đó bấm Gửi lại. Nếu gấp: gọi 156 hoặc xem /hotline.
refused-report-ended = { $code } đã kết thúc nên không bổ sung được nữa. Nếu có chuyện mới, gõ /report, tôi nhận ngay.
refused-marking =
    🛑 Tin này có dấu hiệu độ mật nên tôi không lưu. Hãy xóa tin đó. Nếu là bí mật nhà nước, liên hệ trực tiếp: { $contact }
    Nếu không phải, hãy viết lại (hoặc đổi tên tệp), bỏ dòng độ mật.
refused-ended-long-ago = { $code } đã kết thúc hơn 30 ngày trước. Nếu xảy ra lại, hãy báo mới: /report
report-objected-again = Đã ghi nhận. <code>{ $code }</code> đã được xem lại một lần, nên lần này chỉ huy Đội quyết định; mở lại thì bạn được báo ngay. Có chuyện mới, gõ /report.
report-objected-notice = ↩️ Người báo lại đề nghị mở lại <b>{ $code }</b> ({ $status }). Sự cố này đã được xem lại một lần nên bot không gọi ai. Nếu cần, bạn bấm nút dưới đây.
button-reopen = ↩️ Mở lại

my-reports =
    <b>📂 Báo cáo của bạn</b> (mới nhất trước)

    { $lines }

    Bổ sung: trả lời (reply) vào biên nhận, hoặc gửi ảnh, tệp trong 24 giờ.
my-reports-none = Bạn chưa báo sự cố nào. Kể cho tôi chuyện đã xảy ra, hoặc bấm nút dưới đây.
my-reports-line =
    <code>{ $code }</code> · { $kind } · báo lúc { $opened }
    { $state } (từ { $since })
    ➡️ { $next }
my-reports-queued = 🕓 Đã nhận, chờ giờ làm việc
my-reports-received = 📨 Đã nhận, đang gọi người trực
my-reports-verifying = 🔎 Có người nhận, đang xác minh
my-reports-responding = 🛠 Đang ứng cứu ban đầu
my-reports-containing = 🛠 Đang ngăn chặn
my-reports-removing = 🛠 Đang gỡ bỏ
my-reports-recovering = 🛠 Đang khôi phục
my-reports-checking = 🛠 Đang kiểm tra lại
my-reports-wrapping-up = ✔ Đã xử lý xong, chờ bạn xác nhận
my-reports-closed = ✅ Đã đóng
my-reports-not-incident = ⚪ Không phải sự cố
my-reports-duplicate = 🔗 Trùng với sự cố khác
my-reports-referred = 📤 Đã chuyển cơ quan khác
my-reports-next-queued = Đội xem vào giờ làm việc và trả lời bạn tại đây.
my-reports-next-received = Khi có người nhận, bạn được báo ngay.
my-reports-next-verifying = Bạn được báo khi có kết quả; có thể được hỏi thêm.
my-reports-next-responding = Bạn được báo khi xử lý xong.
my-reports-next-containing = Bạn được báo khi xử lý xong.
my-reports-next-removing = Bạn được báo khi xử lý xong.
my-reports-next-recovering = Bạn được báo khi xử lý xong.
my-reports-next-checking = Bạn được báo khi xử lý xong.
my-reports-next-wrapping-up = Hãy trả lời câu hỏi sự cố đã ổn chưa.
my-reports-next-closed = Không cần làm gì thêm. Xảy ra lại thì báo mới.
my-reports-next-not-incident = Không đồng ý? Bấm nút trong tin trả lời, hoặc báo lại kèm bằng chứng.
my-reports-next-duplicate = Sự cố gốc vẫn được xử lý.
my-reports-next-referred = Cơ quan tiếp nhận sẽ giải quyết.
