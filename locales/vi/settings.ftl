# Lời chào, trợ giúp, ngôn ngữ, dữ liệu cá nhân, số điện thoại, cảnh báo.

welcome-citizen =
    👋 Chào { $name }. Đây là kênh tiếp nhận sự cố an toàn thông tin và lừa đảo trực tuyến.
    Bấm <b>Báo sự cố</b>, hoặc cứ gửi tin nhắn, ảnh chụp màn hình. Bạn sẽ nhận mã số và được báo tiến độ.
    ⛔ Không gửi bí mật nhà nước, mật khẩu, mã OTP hay số thẻ.
    /hotline: số điện thoại cần gọi · /privacy: dữ liệu của bạn
welcome-staff =
    👋 Chào { $name }. Bạn là <b>cán bộ đầu mối của cơ quan</b>.
    Việc Đội giao cho cơ quan bạn: /tasks.
    Báo sự cố của cơ quan bằng nút bên dưới hoặc /report, theo dõi bằng /status.
    ⛔ Không gửi bí mật nhà nước, mật khẩu hay mã OTP.
    /help: mọi việc có thể làm
welcome-responder =
    👋 Chào { $name }. Bạn là <b>thành viên Đội ứng cứu</b>.
    Bot gọi bạn ở đây khi có sự cố, hãy bật âm thanh. Xem việc đang mở: /incidents. Ai đang trực: /oncall.
    /help: mọi việc có thể làm
welcome-lead =
    👋 Chào { $name }. Bạn là <b>chỉ huy Đội</b>.
    Việc đang mở: /incidents. Ai đang trực: /oncall. Mời người: /invite. Nhân sự: /people.
    /help: mọi việc có thể làm
welcome-admin =
    👋 Chào { $name }. Bạn là <b>quản trị viên</b>.
    Mời người: /invite. Nhân sự: /people. Việc đang mở: /incidents.
    /help: mọi việc có thể làm
enrol-how =
    Nút bạn vừa bấm dành cho thành viên Đội ứng cứu.
    Nếu bạn thuộc Đội, hãy xin chỉ huy hoặc quản trị viên một liên kết mời rồi mở liên kết đó.
    Nếu bạn muốn báo sự cố, hãy bấm nút bên dưới.
button-report = 📝 Báo sự cố
button-my-reports = 📂 Báo cáo của tôi

help =
    🧭 <b>Bạn có thể làm gì</b> ({ $role })
    { $lines }
    Muốn báo sự cố, bạn cũng có thể gửi thẳng tin nhắn, ảnh hoặc tệp cho bot.
help-line = /{ $command } (hoặc /{ $alias }): { $what }

hotlines =
    ☎ <b>Số điện thoại cần gọi</b>
    { $lines }

    <b>Liên hệ trực tiếp với Đội</b>
    { $offline }
hotlines-none =
    ☎ Chưa có số điện thoại nào được cài đặt.

    <b>Liên hệ trực tiếp với Đội</b>
    { $offline }
hotline-checked = • <b>{ $number }</b>: { $name }. { $note } <i>Đã kiểm tra ngày { $checked }.</i>
hotline-unchecked = • <b>{ $number }</b>: { $name }. { $note } <i>⚠ Chưa được kiểm tra.</i>

warnings-none =
    📣 Hiện chưa có cảnh báo nào được đăng trong bot.
    Nếu bạn nghi ngờ một tin nhắn hay trang web, hãy báo bằng /report để Đội kiểm tra.

language-which = 🌐 Chọn ngôn ngữ. Choose your language.
language-set = Đã chuyển sang tiếng Việt.

privacy-notice =
    🔒 <b>Dữ liệu cá nhân của bạn</b>
    <b>Bot lưu gì:</b> số và tên tài khoản Telegram, ngôn ngữ; những gì bạn gửi trong báo cáo (lời kể, ảnh, tệp, liên hệ nếu bạn cho). Với thành viên và cán bộ: thêm vai trò, cơ quan, điện thoại, thư điện tử, ca trực.
    <b>Để làm gì:</b> chỉ để tiếp nhận, xử lý sự cố và báo lại cho bạn.
    <b>Ai xem được:</b> thành viên Đội ứng cứu. Nếu bạn chọn ẩn danh, tên bạn không hiện với Đội. Khi cần, báo cáo được chuyển cho cơ quan có thẩm quyền.
    <b>Giữ bao lâu:</b> bản nháp bị xóa khi bạn gửi, hủy, hoặc sau 24 giờ. Báo cáo đã gửi được giữ cùng hồ sơ sự cố theo quy định lưu trữ của cơ quan; bot không tự xóa. Tin mà bot xử lý bị lỗi được giữ nguyên văn một tuần để tìm lỗi.
    <b>Ở đâu:</b> dữ liệu của bot nằm trên máy chủ của cơ quan. Tin nhắn đi qua Telegram, máy chủ đặt ở nước ngoài.
    <b>Quyền của bạn:</b> xin xem, sửa, nhận bản sao hoặc xóa dữ liệu bằng cách liên hệ:
    { $offline }
    ⛔ Không bao giờ gửi bí mật nhà nước, mật khẩu, mã OTP hay số thẻ.
button-privacy-ok = Tôi đã đọc
toast-privacy-ok = Cảm ơn bạn đã đọc.
