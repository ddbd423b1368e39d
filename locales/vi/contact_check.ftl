# Kiểm tra thông tin liên hệ: hỏi, xác nhận, sửa, báo thường trực.

contact-nothing = (chưa có)
contact-detail-name = họ tên
contact-detail-phone = số điện thoại
contact-detail-email = thư điện tử
contact-heading-year = 📇 <b>Kiểm tra thông tin liên hệ hằng năm</b>
contact-heading-holiday = 📇 <b>Kiểm tra thông tin liên hệ trước kỳ nghỉ: { $holiday }</b>
contact-ask =
    { $heading }
    Khi có sự cố, Đội sẽ gọi bạn theo thông tin này. Còn đúng không?

    Họ tên: <b>{ $name }</b>
    Cơ quan: { $agency }
    Điện thoại: { $phone }
    Thư điện tử: { $email }

    Mong bạn trả lời trước hết { $until }.
contact-ask-again =
    📇 Bạn chưa xác nhận thông tin liên hệ. Còn đúng không?
    Họ tên: <b>{ $name }</b>
    Cơ quan: { $agency }
    Điện thoại: { $phone }
    Thư điện tử: { $email }
    Hạn: hết { $until }.
contact-shown =
    📇 <b>Thông tin liên hệ của bạn</b>
    Họ tên: <b>{ $name }</b>
    Cơ quan: { $agency }
    Điện thoại: { $phone }
    Thư điện tử: { $email }
button-contact-ok = ✅ Đúng cả
button-contact-edit = ✏️ Cần sửa
button-contact-gone = 🚪 Tôi không còn phụ trách
contact-thanks = ✅ Cảm ơn bạn. Đã ghi nhận thông tin liên hệ còn đúng.
contact-how =
    ✏️ Gõ chỗ cần sửa, mỗi lần một dòng:
    <code>/contact phone 0912 345 678</code>
    <code>/contact email ten@donvi.gov.vn</code>
    <code>/contact name Nguyễn Văn An</code>
    Sửa xong, gõ <code>/contact</code> để xem lại.
contact-changed = ✅ Đã sửa { $detail }: <b>{ $after }</b>. Thường trực Đội sẽ được báo. Xem lại: /contact
contact-left = ✅ Đã báo Thường trực Đội rằng bạn không còn phụ trách. Cảm ơn bạn đã làm đầu mối. Cho tới khi có người thay, bạn vẫn nhận được tin.
contact-gone =
    🚪 <b>{ $name }</b> ({ $agency }) báo không còn phụ trách.
    Điện thoại: { $phone } · Thư điện tử: { $email }
    Đề nghị cơ quan cử người thay rồi mời người mới: /invite
contact-result =
    📇 <b>Kết quả kiểm tra thông tin liên hệ</b>
    Đã hỏi { $asked } người.
    { $changed ->
        [0] Không có thay đổi nào.
       *[other] Thay đổi cần cập nhật vào danh sách của Thường trực: <b>{ $changed }</b>
    }
    { $changes }
    { $silent ->
        [0] ✅ Mọi người đều đã trả lời.
       *[other] ⚠️ Chưa trả lời: <b>{ $silent }</b>
    }
    { $names }
contact-line-changed = • { $name } ({ $agency }): { $detail }: { $before } → { $after }
contact-line-gone = • { $name } ({ $agency }): không còn phụ trách
contact-line-more = … và { $count } dòng khác
contact-line-silent = • { $name } ({ $agency })
refused-contact-usage = Mình chưa hiểu. Gõ <code>/contact</code> để xem, <code>/contact ok</code> nếu đúng cả, hoặc ví dụ <code>/contact phone 0912 345 678</code>.
refused-contact-name = Họ tên cần từ 2 đến 100 ký tự.
refused-contact-phone = Số điện thoại chỉ gồm chữ số, dấu cách và dấu +, ví dụ <code>0912 345 678</code>.
refused-contact-email = Địa chỉ thư chưa đúng, ví dụ <code>ten@donvi.gov.vn</code>.
