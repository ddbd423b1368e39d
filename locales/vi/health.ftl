# Sức khỏe của bot (/health) và vì sao ai được gọi hay không (/why).

## /health
health = { $lines }
health-well = ✅ <b>Bot đang hoạt động tốt.</b>
health-wrong = ⚠️ <b>Có { $count } điều cần xem:</b>
health-page-late =
    🔴 Tin gọi khẩn đã chờ { $wait } mà chưa gửi được ({ $why }).
    👉 Gọi điện trực tiếp cho người trực (/oncall), rồi chạy <code>trucban check</code> trên máy chủ.
health-due-late =
    🔴 Việc đến hạn “{ $kind }” đã trễ { $wait } (lỗi: { $failure }).
    👉 Tìm dòng <code>due-row-failed</code> trong nhật ký máy chủ và gửi cho người phát triển.
health-work-late =
    🟠 Tệp đang làm “{ $kind }” đã trễ { $wait } (lỗi: { $failure }).
    👉 Việc gọi trực không bị ảnh hưởng. Tìm dòng <code>work-failed</code> trong nhật ký máy chủ.
health-updates-unkept =
    🔴 Đã { $wait } không ghi được những gì mọi người báo và bấm: Telegram còn giữ, nhưng chưa việc nào có hiệu lực.
    👉 Xem ổ đĩa máy chủ có đầy không, có chương trình nào khác đang giữ cơ sở dữ liệu không.
health-updates-stale =
    🔴 Đã { $wait } không nhận được gì từ Telegram.
    👉 Chạy <code>trucban check</code> trên máy chủ: xem mạng, proxy và mã của bot.
health-disk-low =
    🔴 Ổ đĩa chỉ còn trống { $free }.
    👉 Dọn bớt hoặc thêm chỗ ngay: ổ đầy thì bot không ghi nhận được gì nữa.
health-clock-fast =
    🟠 Đồng hồ máy chủ nhanh { $length } so với Telegram.
    👉 Bật đồng bộ giờ trên máy chủ: <code>timedatectl set-ntp true</code>
health-clock-slow =
    🟠 Đồng hồ máy chủ chậm { $length } so với Telegram.
    👉 Bật đồng bộ giờ trên máy chủ: <code>timedatectl set-ntp true</code>
health-unpinged =
    🟠 Nơi giám sát bên ngoài đã { $wait } không nhận nhịp báo của bot.
    👉 Xem lại <code>TRUCBAN_HEARTBEAT_URL</code> và mạng của máy chủ.
health-unreachable =
    🟠 Không gọi được qua Telegram: { $names }.
    👉 Nhờ họ mở bot rồi bấm Start, hoặc bỏ chặn bot.
health-unreachable-one = { $name } ({ $why })
health-failed-updates =
    🟠 24 giờ qua có { $count } thao tác bị lỗi.
    👉 Tìm dòng <code>update-failed</code> trong nhật ký máy chủ và gửi cho người phát triển.
health-database = 🗄 Cơ sở dữ liệu: { $engine }
health-database-on-disk = 🗄 Cơ sở dữ liệu: { $engine }, { $size } · ổ đĩa còn trống { $free } trên { $total }
health-backup = 💾 Bản sao lưu mới nhất: { $name }, { $at }
health-backup-old = 💾 Hai ngày qua không có bản sao lưu nào cạnh cơ sở dữ liệu. Nếu không sao lưu ở nơi khác, hãy sao lưu ngay: mục “Backup” của <code>docs/operators/running.md</code>
health-polling = ✈️ Telegram: bot hỏi tin liên tục, lần cuối cách đây { $ago }
health-polling-never = ✈️ Telegram: từ khi khởi động chưa hỏi được tin nào
health-webhook = ✈️ Telegram: gửi tin đến webhook, kiểm tra tốt cách đây { $ago }
health-webhook-never = ✈️ Telegram: gửi tin đến webhook, chưa kiểm tra được lần nào
health-due-none = ⏰ Việc đến hạn: không trễ
health-due = ⏰ Việc đến hạn: cũ nhất trễ { $wait }
health-unsent-none = 📤 Tin chờ gửi: không có
health-unsent = 📤 Tin chờ gửi: { $count }, trong đó tin gọi khẩn: { $pages } · cũ nhất đã chờ { $wait }
health-dead-none = 📪 24 giờ qua: không có tin nào phải bỏ
health-dead = 📪 24 giờ qua: { $count } tin không đến được: { $reasons }
health-dead-reason = { $reason } ({ $count })
health-and-more = và { $count } nữa
health-clock = 🕑 Đồng hồ: lệch { $length } so với Telegram
health-clock-unknown = 🕑 Đồng hồ: chưa so được với Telegram
health-watch = 📡 Giám sát bên ngoài: báo nhịp lần cuối { $at }
health-watch-waits = 📡 Giám sát bên ngoài: chưa báo được nhịp nào
health-watch-none = 📡 Giám sát bên ngoài: chưa có. Máy này tắt thì không ai biết; hãy đặt <code>TRUCBAN_HEARTBEAT_URL</code>
health-version = 📦 Phiên bản { $version }, chạy từ { $at } ({ $length })

## Vì sao một tin không gửi được
reason-blocked = người nhận đã chặn bot
reason-deactivated = tài khoản Telegram đã bị xóa
reason-never-started = người nhận chưa mở bot
reason-is-a-bot = đây là tài khoản bot
reason-removed-from-the-group = bot bị đưa ra khỏi nhóm
reason-group-deleted = nhóm đã bị xóa
reason-no-rights-in-the-group = bot thiếu quyền trong nhóm
reason-topic-gone = chủ đề của nhóm không còn
reason-topic-closed = chủ đề của nhóm đã đóng
reason-topic-icon = biểu tượng chủ đề không dùng được
reason-too-many-topics = Telegram tạm không cho mở thêm chủ đề
reason-no-forum = nhóm không bật chủ đề
reason-too-long = tin quá dài
reason-empty = tin trống
reason-file-gone = tệp không còn trên Telegram
reason-file-too-big = tệp quá lớn
reason-markup = Telegram không đọc được định dạng
reason-buttons = Telegram không nhận các nút
reason-question-gone = tin được trả lời không còn
reason-unknown-kind = loại tin của phiên bản mới hơn
reason-message-gone = tin cần sửa không còn
reason-press-too-old = lượt bấm nút đã quá cũ
reason-outcome-unknown = không rõ đã đến hay chưa
reason-send-failed = lỗi khi gửi
reason-too-many-requests = Telegram yêu cầu gửi chậm lại
reason-time-out = Telegram trả lời quá chậm
reason-network = không kết nối được Telegram
reason-bot-refused = Telegram không nhận mã của bot
reason-unreadable-answer = câu trả lời của Telegram không đọc được
reason-moved = nhóm vừa đổi mã
reason-copy-vanished = tin cũ không còn nên gửi lại
reason-ended = sự cố đã kết thúc
reason-taken = đã có người nhận
reason-owner-changed = đã đổi người phụ trách
reason-expired = đã quá hạn
reason-subject-gone = không còn sự cố này
reason-newer-edit-waits = đã có tin mới hơn

## /why
why = { $lines }
why-title = <b>{ $code }</b> báo lúc { $at }. Ai được gọi, lúc nào, kết quả:
why-received = nhận báo cáo
why-out-of-reach = không có ai trực ban để gọi; có trong lịch trực nhưng không liên lạc được: { $names }
why-event = <code>{ $at }</code> { $what }
why-call = <code>{ $at }</code> { $what } — { $result }
why-call-answered = <code>{ $at }</code> { $what } — { $result } — { $answer }
why-step = bậc { $number }
why-round = gọi lại lần { $round }
why-page = { $step }: gọi { $name }
why-team-page = gọi cả nhóm
why-nobody = báo { $name }: không có ai trực
why-unreachable = báo { $name }: có người không gọi được
why-assigned = giao cho { $name }
why-still = hỏi { $name } còn xử lý không
why-reopened = báo { $name }: sự cố chưa ổn
why-help = nhờ { $name } hỗ trợ
why-sent = Telegram nhận { $at } (số tin { $number })
why-sent-at-last = Telegram nhận { $at } sau { $attempts } lần gửi (số tin { $number })
why-pending = đang chờ gửi
why-claimed = đang gửi
why-failing = gửi { $attempts } lần chưa được: { $reason }
why-dead = không gửi được: { $reason }
why-overtaken = không gửi nữa: { $reason }
why-answer-taken = nhận { $at }
why-answer-declined = báo “Không thể” { $at }
why-answer-escalated = chuyển cấp trên { $at }
why-answer-promised = hẹn báo lại { $at }
why-answer-still = báo vẫn đang xử lý { $at }
why-answer-released = trả lại { $at }
why-answer-resolved = báo xử lý xong { $at }
why-answer-rejected = kết luận { $at }
why-unanswered = chưa trả lời
why-left-out = … { $count } dòng ở giữa không hiện …
why-owned = Hiện nay: { $name } đang phụ trách, nhận lúc { $at }.
why-over = Hiện nay: { $status }.
