# Kiểm tra thông tin liên hệ: hỏi, xác nhận, sửa, báo thường trực.

contact-nothing = (chưa có)
contact-detail-name = họ tên
contact-detail-phone = số điện thoại
contact-detail-email = thư điện tử
contact-detail-agency = cơ quan
contact-detail-role = vai trò
contact-detail-successor = người phụ trách
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
contact-changed = ✅ Đã sửa { $detail }: <b>{ $after }</b>. Xem lại: /contact
contact-left = ✅ Đã báo Thường trực Đội rằng bạn không còn phụ trách. Cảm ơn bạn đã làm đầu mối. Cho tới khi có người thay, bạn vẫn nhận được tin.
contact-gone =
    🚪 <b>{ $name }</b> ({ $agency }) báo không còn phụ trách.
    Điện thoại: { $phone } · Thư điện tử: { $email }
    Đề nghị cơ quan cử người thay rồi mời người mới: /invite
contact-proposed = 📨 Đã gửi Thường trực Đội: { $detail } <b>{ $after }</b>. Bạn sẽ được báo khi danh sách được cập nhật.
contact-wants-change =
    📇 <b>{ $name }</b> ({ $agency }) báo sửa { $detail }:
    { $before } → <b>{ $after }</b>

    <i>{ $how }</i>
contact-wants-successor =
    📇 <b>{ $name }</b> ({ $agency }) báo người khác phụ trách: <b>{ $after }</b>{ $phone ->
        [none] { "" }
       *[other] { "" }, { $phone }
    }
    Cập nhật thì bot gửi { $name } đường dẫn mời để chuyển cho người mới. Người mới vào được thì thay hẳn.

    <i>{ $how }</i>
contact-how = Bấm nút, hoặc gõ <code>/contact capnhat { $number }</code>, <code>/contact tuchoi { $number }</code>.
contact-how-admin = Việc này do quản trị viên quyết định.
contact-withdrawn = ✅ Đã rút lại: { $detail } giữ nguyên như trong danh sách. Xem lại: /contact
contact-taken = ✅ Thường trực Đội đã cập nhật { $detail } của bạn: <b>{ $after }</b>. Xem lại: /contact
contact-not-taken = ✖ Thường trực Đội chưa cập nhật { $detail }: { $after }. Cần trao đổi, mời bạn liên hệ { $by }.
contact-decided-yes = ✅ Đã cập nhật { $detail } của { $name }: <b>{ $after }</b>.
contact-decided-no = ✖ Giữ nguyên { $detail } của { $name }. Người báo đã được báo lại.
contact-none-waiting = ✅ Không còn thay đổi thông tin liên hệ nào chờ cập nhật.
contact-successor-lead =
    📨 Đã gửi { $name } đường dẫn mời cho <b>{ $successor }</b>{ $phone ->
        [none] { "" }
       *[other] { "" } ({ $phone })
    }, dùng được 72 giờ, một người một lần:
    { $link }
    Khi người mới mở, bạn duyệt như mọi lời mời; duyệt xong là thay { $name }.
contact-successor-own =
    ✅ Thường trực Đội đã đồng ý để <b>{ $successor }</b> thay bạn. Hãy chuyển đường dẫn này cho người đó, dùng được 72 giờ:
    { $link }
    Cho tới khi người mới vào được, bạn vẫn nhận tin.
contact-successor-late = ⌛ Đường dẫn mời <b>{ $successor }</b> thay <b>{ $name }</b> ({ $agency }) đã hết hạn mà chưa ai mở. { $name } vẫn đang phụ trách và đã được báo để xin đường dẫn mới.
contact-successor-late-own = ⌛ Đường dẫn mời <b>{ $successor }</b> thay bạn đã hết hạn mà chưa ai mở. Bạn vẫn nhận tin. Cần đường dẫn mới, bấm “Cần sửa” rồi “Người khác phụ trách rồi”.
contact-successor-refused =
    ✖ { $by } không duyệt <b>{ $newcomer }</b>, người đã mở đường dẫn mời { $successor } thay bạn. Bạn vẫn đang phụ trách và vẫn nhận tin.
    Cần trao đổi, mời bạn liên hệ { $by }. Cần đường dẫn mới, bấm “Cần sửa” rồi “Người khác phụ trách rồi”.
button-contact-take = ✅ Cập nhật
button-contact-refuse = ✖ Giữ như cũ
contact-line-waiting = • { $name } ({ $agency }): { $detail }: ⏳ chờ cập nhật, gõ <code>/contact cho</code>

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
refused-contact-usage = Mình chưa hiểu. Gõ <code>/contact</code> để xem, <code>/contact ok</code> nếu đúng cả, <code>/contact sửa</code> nếu có chỗ sai, hoặc ví dụ <code>/contact phone 0912 345 678</code>.
refused-contact-name = Họ tên cần từ 2 đến 100 ký tự.
refused-contact-phone = Số điện thoại chỉ gồm chữ số, dấu cách và dấu +, ví dụ <code>0912 345 678</code>.
refused-contact-email = Địa chỉ thư chưa đúng, ví dụ <code>ten@donvi.gov.vn</code>.

form-contact-field = ✏️ <b>Chỗ nào chưa đúng?</b>
button-contact-wrong-name = Họ tên
button-contact-wrong-phone = Điện thoại
button-contact-wrong-email = Thư điện tử
button-contact-wrong-agency = Cơ quan
button-contact-wrong-role = Vai trò
button-contact-wrong-successor = Người khác phụ trách rồi
form-contact-field-name = Chỗ cần sửa
form-contact-name = ✏️ <b>Họ tên đúng là gì?</b> Ví dụ: <i>Nguyễn Văn An</i>
form-contact-name-name = Họ tên
form-contact-phone = 📞 <b>Số điện thoại đúng là gì?</b> Ví dụ: <i>0912 345 678</i>
form-contact-phone-name = Điện thoại
form-contact-email = ✉️ <b>Thư điện tử đúng là gì?</b> Ví dụ: <i>ten@donvi.gov.vn</i>
form-contact-email-name = Thư điện tử
form-contact-agency = 🏛 <b>Bạn làm ở cơ quan nào?</b> Gõ mã hoặc vài chữ của tên.
form-contact-agency-name = Cơ quan
form-contact-role = 👤 <b>Vai trò đúng là gì?</b>
form-contact-role-name = Vai trò
form-contact-role-staff = Đầu mối của cơ quan
form-contact-role-responder = Thành viên Đội ứng cứu
form-contact-role-lead = Chỉ huy Đội
form-contact-successor = 👥 <b>Ai phụ trách thay bạn?</b> Gõ họ tên người đó.
form-contact-successor-name = Người phụ trách
form-contact-number = 📞 <b>Số điện thoại của người đó?</b> Không biết thì bỏ qua.
form-contact-number-name = Điện thoại người thay
form-contact-summary = { $answers }
form-contact-cancelled = Đã bỏ, thông tin liên hệ của bạn giữ nguyên.
form-contact-expired = ⌛ Phần sửa thông tin liên hệ bỏ dở đã hết hạn, thông tin giữ nguyên. Gõ /contact để sửa lại.
refused-contact-same = Trong danh sách, { $detail } đã đúng như bạn vừa ghi, không có gì thay đổi.
refused-contact-no-change = Không có thay đổi nào mang số này. Gõ <code>/contact cho</code> để xem những thay đổi đang chờ.
refused-contact-newer = { $name } đã gửi thông tin mới hơn, hãy xem tin mới nhất hoặc gõ <code>/contact cho</code>.
refused-contact-taken = { $name } đã cập nhật rồi.
refused-contact-refused = { $name } đã từ chối rồi.
refused-contact-withdrawn = { $name } đã rút lại, không còn gì để cập nhật.
refused-contact-nobody = Chưa có ai khác trong Đội được quyền quyết định việc này. Mời bạn trao đổi trực tiếp với quản trị viên.
refused-contact-no-agency = Không có cơ quan nào khớp với “{ $words }”. Hãy gõ ít chữ hơn, ví dụ <i>y tế</i>. Cơ quan chưa có trong danh sách thì mời bạn báo Thường trực Đội.
