# Dùng chung: thời gian, mức độ, trạng thái, vai trò, lời từ chối, nút bấm.

## Thời gian
instant-day = { $clock } ngày { NUMBER($day, minimumIntegerDigits: 2) }/{ NUMBER($month, minimumIntegerDigits: 2) }
instant-year = { instant-day }/{ $year }
date-whole = { NUMBER($day, minimumIntegerDigits: 2) }/{ NUMBER($month, minimumIntegerDigits: 2) }/{ $year }
moment = { $clock } { $weekday }, { date-whole }
weekday-1 = Thứ Hai
weekday-2 = Thứ Ba
weekday-3 = Thứ Tư
weekday-4 = Thứ Năm
weekday-5 = Thứ Sáu
weekday-6 = Thứ Bảy
weekday-7 = Chủ Nhật
weekday-day = { $weekday } { NUMBER($day, minimumIntegerDigits: 2) }/{ NUMBER($month, minimumIntegerDigits: 2) }
period-day = { $start }–{ $end } { $zone }, { $first }
period-days = { $start } { $first } → { $end } { $last } ({ $zone })
duration-days = { $count } ngày
duration-hours = { $count } giờ
duration-minutes = { $count } phút
duration-seconds = { $count } giây
duration-none = chưa đầy một giây

## Mức độ: màu luôn đi cùng chữ
severity-low = ⚪ Thấp
severity-normal = 🟡 Trung bình
severity-high = 🟠 Cao
severity-critical = 🔴 Khẩn cấp
severity-low-loud = ⚪ Thấp
severity-normal-loud = 🟡 Trung bình
severity-high-loud = 🟠 CAO
severity-critical-loud = 🔴 KHẨN CẤP

## Trạng thái
status-queued = chờ xử lý
status-received = đã tiếp nhận
status-verifying = đang xác minh
status-responding = đang ứng cứu ban đầu
status-containing = đang ngăn chặn
status-removing = đang gỡ bỏ
status-recovering = đang khôi phục
status-checking = đang kiểm tra
status-wrapping-up = đã xử lý, chờ xác nhận
status-closed = đã đóng
status-not-incident = không phải sự cố
status-duplicate = trùng với sự cố khác
status-referred = đã chuyển cơ quan khác

## Vai trò và vị trí trực
role-citizen = người dân
role-staff = cán bộ cơ quan
role-responder = thành viên Đội ứng cứu
role-lead = chỉ huy Đội
role-admin = quản trị viên
target-on-duty = trực ban
target-backup = trực dự phòng
target-commander = trực chỉ huy
target-leads = chỉ huy Đội
target-responders = toàn Đội
target-team = cả nhóm

media-photo = ảnh
media-video = video
media-voice = ghi âm
media-audio = âm thanh
media-animation = ảnh động
media-document = tài liệu
media-video-note = video

kind-unknown = Chưa rõ loại
nobody = chưa có ai
more = … (còn nữa)

## Từ chối
refused-not-allowed =
    Việc này chỉ dành cho thành viên được giao quyền ({ $role } trở lên).
    Đã là thành viên: hãy nhờ người có quyền ấy. Chưa là thành viên: hãy xin quản trị viên một liên kết mời.
refused-already-taken = { $owner } đã nhận { $code } lúc { $at }. Bạn không cần làm gì thêm.
refused-already-yours = Bạn đang phụ trách { $code } rồi.
refused-already-assigned = { $code } đã giao cho người này rồi.
refused-already-ended = { $code } đã kết thúc: { $status }.
refused-already-resolved = { $code } đã được báo xử lý xong, đang chờ người báo xác nhận.
refused-not-resolved = { $code } chưa được báo xử lý xong.
refused-not-taken = Chưa ai nhận { $code }. Hãy bấm “Nhận” trước.
refused-not-yours = Chỉ người phụ trách { $code } hoặc chỉ huy Đội mới làm được việc này.
refused-not-your-report = Chỉ người đã báo sự cố này mới trả lời được.
refused-not-a-responder = { $name } chưa phải thành viên Đội ứng cứu nên không thể nhận việc.
refused-still-open = { $code } vẫn đang được xử lý.
refused-changed-meanwhile = { $code } vừa có người khác cập nhật. Hãy xem lại rồi thử lần nữa.
refused-same-severity = { $code } đang ở đúng mức này rồi.
refused-same-kind = { $code } đang thuộc đúng loại này rồi.
refused-phase = Lúc này không thể chuyển { $code } sang “{ $wanted }”.
refused-promise-past = Thời điểm hẹn phải ở phía trước. Hãy chọn lại.
refused-duplicate-of-what = Hãy ghi mã của sự cố gốc mà { $code } trùng với.
refused-original-ended = Sự cố gốc { $original } đã kết thúc. Hãy chọn một sự cố đang mở.
refused-no-such-incident = Không tìm thấy sự cố này. Mã có dạng <code>SC-2026-0012</code>.
refused-which-incident = Bạn muốn nói sự cố nào? Hãy ghi kèm mã, ví dụ <code>SC-2026-0012</code>, hoặc trả lời tin về sự cố đó.
refused-empty-note = Hãy ghi nội dung sau lệnh, ví dụ <code>/note đã cô lập máy chủ</code>.
refused-severity = Không có mức “{ $word }”. Các mức: { $severities }.
refused-no-such-member = Không tìm thấy thành viên nào tên “{ $name }”.
refused-which-member = Có nhiều người khớp với “{ $name }”: { $names }. Hãy ghi rõ họ tên.
refused-only-in-private = Lệnh /{ $command } chỉ dùng khi nhắn riêng với bot.
refused-unknown-command = Không có lệnh /{ $command }. Gửi /help để xem các việc có thể làm.
refused-unknown-button = Nút này không còn dùng được. Gửi /help để xem các việc có thể làm.
refused-too-fast = Bạn gửi quá nhanh, <b>các tin và chỗ sửa từ đây chưa được lưu</b>. Hãy đợi { $wait } rồi gửi lại.
refused-blocked = Bot hiện không nhận thao tác của bạn.
refused-time-unreadable = “{ $written }” không phải thời điểm. Hãy ghi như <code>2026-11-22T07:30</code>.
refused-time-skipped = “{ $written }” không có trên đồng hồ ở múi giờ này.
refused-time-twice = “{ $written }” có hai lần trên đồng hồ ở múi giờ này. Hãy ghi thêm độ lệch giờ, như +07:00.
refused-message-gone = Tin nhắn này đã cũ. Hãy gõ lệnh, hoặc gửi /start để xem các việc có thể làm.

apology =
    Xin lỗi, bot vừa gặp lỗi và chưa làm được việc này.
    Hãy thử lại. Nếu vẫn lỗi, gửi số <code>{ $number }</code> cho quản trị viên.
broken = Có một tin cho bạn nhưng chưa hiển thị được. Hãy báo quản trị viên số <code>{ $number }</code>.
broken-incident =
    🔴 Có một sự cố cần bạn xem ngay. Nội dung chưa hiển thị được.
    Bấm “Chi tiết”, hoặc báo quản trị viên số <code>{ $number }</code>.

## Nút
button-take = ✋ Tôi nhận
button-take-short = ✋ Nhận
button-decline = Không thể
button-escalate = ⬆ Chuyển cấp trên
button-help = ⬆ Xin hỗ trợ
button-refer = 🚓 Đã chuyển công an
button-refer-yes = Đúng, đã chuyển công an
button-resolve = ✔ Xử lý xong
button-reject = ✖ Không xử lý
button-phase = ➡ { $status }
button-release = ↩ Trả lại
button-details = ⋯ Chi tiết
button-still = 💪 Còn, thêm { $more }
button-eta-quarter = 15 phút
button-eta-hour = 1 giờ
button-eta-day = Trong ngày
button-copy-code = 📋 Chép mã
button-solved = 👍 Đã ổn
button-unsolved = 👎 Chưa ổn
button-object = Tôi không đồng ý
button-again = Sự cố lại xảy ra
