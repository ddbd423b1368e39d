# Nhật ký trực: ghi, xem, mục kiểm tra trong ca; báo cáo đợt trực; bảng chấm trực.

## Ghi và xem
log-noted = 📝 Đã ghi vào nhật ký trực. Xem lại: /log
log-noted-shift = 📝 Đã ghi vào nhật ký trực, ca { $post }. Xem lại: /log
log-shown =
    📖 <b>Nhật ký trực</b>
    { $period }
    { $lines }
    { $page }
log-nothing =
    📖 <b>Nhật ký trực</b>
    { $period }
    Chưa có gì. Ghi một dòng: <code>/log nội dung</code>
log-page = <i>Trang { $number }/{ $count }</i>
log-day = <b>{ $day }</b>
log-line = <code>{ $clock }</code> { $what }
button-log-older = ◀ Cũ hơn
button-log-newer = Mới hơn ▶

## Từng dòng
log-note = 📝 { $name }: { $words }
log-note-file = 📎 { $name } gửi tệp { $file } { $words }
log-handover-note = 📝 { $name } ghi cho ca sau: { $words }
log-checked = ☑ { $name } đã kiểm tra: { $check }
log-checked-in =
    { $late ->
        [0] ✅ { $name } vào ca { $post }
       *[other] ✅ { $name } vào ca { $post }, muộn { $late } phút
    }
log-stayed-on = ✅ { $name } trực tiếp ca sau ({ $post })
log-stood-in = 🔁 { $name } trực thay { $former } ({ $post })
log-came-back = 🔁 { $name } đến, nhận lại ca { $post } từ { $former }
log-late = ⚠️ { $name } chưa vào ca { $post }
log-silent = ⚠️ { $name } không trả lời câu hỏi còn trực không ({ $post })
log-known = { $name } đã biết ca { $post } vắng người
log-no-stand-in = { $name } không trực thay được ca { $post }
log-missed = ✖ { $name } không đến ca { $post }
log-still-there = { $name } vẫn đang trực ({ $post })
log-unwatched = ⚠️ Bot ngừng hoạt động; { $count } ca trôi qua mà không gọi được ai
log-relieved = { $name } hết ca { $post }
log-signed = ✍️ { $name } ký bàn giao ca { $post }
log-handover-confirmed = ✍️ { $name } xác nhận nhận bàn giao ca { $post }
log-handover-unsigned = ⏰ Bàn giao ca { $post } chưa đủ chữ ký
log-confirmed = { $name } xác nhận trực ({ $post })
log-declined = { $name } báo không trực được ({ $post })
log-given = 🔁 Đổi ca { $post }: { $former } → { $to }
log-shift-filled = 🔁 { $name } xếp người vào ca { $post }
log-opening-asked = { $name } hỏi người trực ca trống { $post }
log-opening-filled = 🔁 { $to } nhận ca trống { $post }
log-swap-asked = { $name } tìm người trực thay ca { $post }
log-swap-taken = { $to } nhận trực thay ca { $post }
log-swap-agreed = { $name } đồng ý cho { $to } trực thay ca { $post }
log-swap-refused = { $name } không đồng ý cho { $to } trực thay ca { $post }
log-swap-withdrawn = { $name } thôi tìm người trực thay ca { $post }
log-swap-expired = Hết hạn tìm người trực thay ca { $post }
log-gap-began = ⚠️ Không có ai trong lịch: { $posts }
log-gap-known = { $name } đã biết lịch có khoảng trống
log-unreached = ⚠️ Không gọi được { $name } qua Telegram
log-test-pages = Gọi thử { $count } người
log-test-pages-over = Kết quả gọi thử { $count } người. Không trả lời: { $names }
log-watch-planned = { $name } lập đợt trực
log-watch-published = { $name } công bố lịch trực
log-watch-cancelled = { $name } hủy đợt trực
log-watch-ended = Đợt trực kết thúc
log-other = { $name }: { $kind }{ $why }
log-incident-received = 🆕 { $code } { $kind } · { $severity }
log-incident-paged = 📣 { $code }: gọi { $people }
log-incident-page-refused = ⚠️ { $code }: không gọi được { $name }
log-incident-nobody-on-duty = ⚠️ { $code }: không có ai trực ban để gọi
log-incident-taken = ✋ { $code }: { $name } nhận
log-incident-assigned = 👉 { $code }: { $name } giao cho { $to }
log-incident-released = ↩️ { $code }: { $name } trả lại
log-incident-silent = ⏰ { $code }: { $name } không trả lời
log-incident-resolved = ✔ { $code }: { $name } báo xử lý xong
log-incident-rejected = ✖ { $code }: { $status }
log-incident-closed = ✅ { $code }: đóng
log-incident-reopened = ↩️ { $code }: người báo cho biết chưa ổn
log-incident-taken-up = ↩️ { $code }: { $name } mở lại
log-incident-objected = ↩️ { $code }: người báo đề nghị xem lại

## Mục kiểm tra trong ca
checklist =
    ☑ <b>Kiểm tra trong ca { $post }</b>
    { $lines }
    Xem xong mục nào, bấm mục đó (hoặc gõ <code>/log check số</code>). Thấy bất thường, ghi lại: <code>/log nội dung</code>
checklist-whole =
    ☑ <b>Kiểm tra trong ca { $post }: đủ</b>
    { $lines }
    Thấy bất thường, ghi lại: <code>/log nội dung</code>
checklist-open = ☐ { $number }. { $check }
checklist-done = ☑ { $check } ({ $name }, { $at })
button-tick = ☐ { $check }
toast-ticked = ☑ Đã ghi: { $check }.

## Báo cáo
report-daily =
    📊 <b>Báo cáo trực hằng ngày · { $watch }</b>
    { $period }
    { $lines }
report-interim =
    📊 <b>Báo cáo trực đến lúc này · { $watch }</b>
    { $period }
    { $lines }
report-final =
    📊 <b>Báo cáo kết thúc đợt trực · { $watch }</b>
    { $period }
    { $lines }
report-percent = { $whole },{ $tenth } %
report-cover = 👥 Có người trực: <b>{ $percent }</b> thời gian theo lịch
report-cover-none = 👥 Không có vị trí nào cần trực trong thời gian này
report-gap = ⚠️ Không có ai: { $post }, { $period } ({ $length })
report-gap-short = ⚠️ Thiếu người ({ $stood }/{ $asked }): { $post }, { $period } ({ $length })
report-more-gaps = … và { $count } khoảng trống khác
report-arrivals = 🕑 Vào ca: <b>{ $ontime }</b> đúng giờ · <b>{ $late }</b> muộn · <b>{ $missed }</b> vắng
report-pages = 📣 Tin gọi trực đã gửi: <b>{ $count }</b>
report-answers = ✋ Từ lúc gọi đến lúc có người nhận: trung vị <b>{ $median }</b>, lâu nhất <b>{ $worst }</b>
report-untaken = ⚠️ Cuộc gọi chưa ai nhận: <b>{ $count }</b>
report-no-incidents = ✅ Không có sự cố mới.
report-incidents =
    { $rejected ->
        [0] 🆕 Sự cố tiếp nhận: <b>{ $count }</b>
       *[other] 🆕 Sự cố tiếp nhận: <b>{ $count }</b> (trong đó { $rejected } không phải sự cố, trùng, hoặc chuyển cơ quan khác)
    }
report-kind = • { $kind }: { $count }
report-severity = { $severity }: { $count }
report-severities = Mức độ: { $list }
report-none-open = ✅ Không còn sự cố nào đang mở.
report-open = 📂 Đang mở:
report-open-line = • <code>{ $code }</code> { $severity } · { $kind } · { $status } · { $owner }
report-more-open = … và { $count } sự cố khác: /incidents
report-notes = 📝 Dòng ghi trong nhật ký trực: <b>{ $count }</b>
report-unsigned =
    { $count ->
        [0] ✍️ Bàn giao ca: đủ chữ ký
       *[other] ✍️ Bàn giao ca chưa đủ chữ ký: <b>{ $count }</b>
    }
report-unsigned-line = • { $post }, ca của { $name } hết lúc { $end }
report-changes = 🔁 Thay đổi lịch trực: <b>{ $count }</b>
report-paper-daily =
    📄 Báo cáo trực hằng ngày <b>{ $watch }</b>, để trình ký.
    { $period }
report-paper-interim =
    📄 Báo cáo trực đến lúc này <b>{ $watch }</b>, để trình ký.
    { $period }
report-paper-final =
    📄 Báo cáo kết thúc đợt trực <b>{ $watch }</b>, để trình ký.
    { $period }
report-not-made = ⚠️ Chưa tạo được tệp báo cáo đợt trực { $watch }. Số liệu vẫn còn: gõ /log report để tạo lại, hoặc báo quản trị viên.

## Báo cáo trên giấy
report-title = BÁO CÁO
report-title-daily = Kết quả trực trong ngày, { $watch }
report-title-interim = Kết quả trực đến thời điểm báo cáo, { $watch }
report-title-final = Kết quả đợt trực { $watch }
report-time = Thời gian: từ { $start } đến { $end }, giờ { $zone }.
report-made-at = Số liệu đến { $at }.
report-part-watch = I. TỔ CHỨC TRỰC
report-part-calls = II. GỌI TRỰC
report-part-incidents = III. SỰ CỐ
report-part-days = IV. DIỄN BIẾN THEO NGÀY
report-part-roster = V. BÀN GIAO CA VÀ THAY ĐỔI LỊCH TRỰC
report-part-word = VI. NHẬN XÉT, KIẾN NGHỊ
report-say-cover = Tỷ lệ thời gian có người trực theo lịch: { $percent }.
report-say-cover-none = Không có vị trí nào cần trực trong thời gian này.
report-say-no-gaps = Không có khoảng trống nào dài hơn { $patience } phút.
report-say-gaps = Các khoảng không đủ người, dài hơn { $patience } phút:
report-say-arrivals = Vào ca: { $ontime } lượt đúng giờ, { $late } lượt muộn, { $missed } lượt vắng.
report-say-notes = Nhật ký trực có { $count } dòng do người trực ghi.
report-say-pages = Đã gửi { $count } tin gọi trực.
report-say-answers = Số lần gọi: { $calls }; đã có người nhận: { $taken }. Thời gian từ lúc gọi đến lúc có người nhận: trung vị { $median }, lâu nhất { $worst }.
report-say-no-answers = Số lần gọi: { $calls }; chưa có lần nào có người nhận.
report-say-no-calls = Không phải gọi trực lần nào.
report-say-incidents = Tiếp nhận { $count } sự cố, trong đó { $rejected } được kết luận không phải sự cố, trùng, hoặc chuyển cơ quan khác.
report-say-no-incidents = Không tiếp nhận sự cố nào.
report-say-open = Sự cố đang mở khi lập báo cáo:
report-say-more-open = Danh sách chỉ nêu { $count } sự cố mới nhất.
report-say-none-open = Không còn sự cố nào đang mở khi lập báo cáo.
report-say-signed = Các ca đã bàn giao đều đủ chữ ký.
report-say-unsigned = Bàn giao ca chưa đủ chữ ký:
report-say-unsigned-line = { $post }, ca của { $name }, hết ca { $end }
report-say-no-changes = Lịch trực không thay đổi.
report-say-changes = Thay đổi lịch trực:
report-chart = Sự cố và thời gian nhận xử lý theo ngày
report-chart-incidents = Sự cố tiếp nhận
report-chart-answers = Thời gian đến lúc có người nhận (phút)
report-chart-median = trung vị
report-chart-worst = lâu nhất
report-chart-none = Không có
report-column-post = Vị trí
report-column-time = Thời gian
report-column-length = Dài
report-column-stood = Có mặt
report-column-kind = Loại sự cố
report-column-sum = Cộng
report-column-code = Mã
report-column-severity = Mức độ
report-column-place = Nơi xảy ra
report-column-status = Tình trạng
report-column-owner = Người phụ trách
report-column-day = Ngày
report-column-arrivals = Vào ca đúng giờ / muộn / vắng
report-column-cover = Có người trực
report-column-incidents = Sự cố
report-column-pages = Tin gọi
report-column-median = Nhận sau (trung vị)
report-column-worst = Nhận sau (lâu nhất)
report-short-hours = { $hours } giờ { $minutes } phút
report-short-minutes = { $minutes } phút
report-short-seconds = { $seconds } giây

## Bảng chấm trực
sheet-begun = 📊 Đang lập bảng chấm trực, bot gửi tệp vào tin nhắn riêng của bạn.
sheet-made =
    📊 <b>Bảng chấm trực</b> · { $title }
    { $period }
    Chỉ tính thời gian từ lúc vào ca. Ca không có người vào chỉ ghi theo lịch.
sheet-of-period = theo thời gian
sheet-not-made = ⚠️ Chưa lập được bảng chấm trực. Hãy thử lại: /log sheet
sheet-title = BẢNG CHẤM TRỰC
sheet-people = Tổng hợp
sheet-shifts = Từng ca
sheet-rules = Cách tính
sheet-period = Từ { $start } đến { $end } · giờ { $zone }
sheet-no = TT
sheet-name = Họ và tên
sheet-agency = Đơn vị
sheet-planned-shifts = Số ca theo lịch
sheet-planned-hours = Số giờ theo lịch
sheet-stood-shifts = Số ca thực trực
sheet-hours = Số giờ thực trực
sheet-night = Trong đó giờ đêm
sheet-holiday = Trong đó giờ ngày lễ
sheet-call-outs = Số lần xử lý ngoài ca
sheet-total = CỘNG
sheet-day = Ngày
sheet-shift = Ca
sheet-post = Vị trí
sheet-came = Vào ca
sheet-left = Hết ca
sheet-remark = Ghi chú
sheet-remark-missed = không vào ca, chỉ có theo lịch
sheet-remark-ahead = chưa đến ca
sheet-remark-running = đang trực, tính đến lúc lập bảng
sheet-remark-for = trực thay { $name }
sheet-remark-longer = ở lại đến khi có người thay
sheet-remark-unproven = giờ ra ca chưa được xác nhận (bot ngừng hoạt động lúc hết ca)
sheet-author = NGƯỜI LẬP BẢNG
sheet-rule-stood = Giờ thực trực tính từ lúc vào ca (không sớm hơn giờ bắt đầu ca) đến hết ca, hoặc đến khi có người thay nếu phải ở lại.
sheet-rule-missed = Ca không có người vào chỉ có số liệu theo lịch, không có giờ thực trực.
sheet-rule-night = Giờ đêm: từ { $start } đến { $end }.
sheet-rule-holiday = Giờ ngày lễ: giờ nằm trong ngày nghỉ lễ, tết, kể cả ngày nghỉ bù và nghỉ hoán đổi; không tính nghỉ cuối tuần. Giờ đêm và giờ ngày lễ là một phần của giờ thực trực, có thể trùng nhau.
sheet-rule-twice = Một người trực hai vị trí cùng lúc chỉ được tính một lần ở trang tổng hợp.
sheet-rule-call-outs = Xử lý ngoài ca: lần nhận xử lý sự cố do bot gọi khi không trong ca của mình.
sheet-rule-whole = Ca thuộc về thời gian mà ca bắt đầu, và được tính trọn ca.

## Từ chối
refused-log-empty = Hãy ghi nội dung sau lệnh, ví dụ <code>/log đã kiểm tra phòng máy, bình thường</code>.
refused-log-long = Một dòng nhật ký dài nhất { $most } ký tự. Hãy chia làm nhiều dòng.
refused-log-ahead = Ngày này chưa đến, nhật ký chưa có gì.
refused-log-period = Hãy ghi thời gian từ trước đến sau, không quá một năm, ví dụ <code>/log sheet 1/9-30/9</code>.
refused-no-checks = Đội chưa đặt mục kiểm tra nào cho ca trực.
refused-check-nobody = Bạn không đang trực ca nào. Vào ca trước: /checkin
refused-check-post = Vị trí { $post } không có danh mục kiểm tra. Muốn ghi nhật ký, gửi /log kèm nội dung.
refused-check-gone = Mục kiểm tra này không còn nữa. Xem các mục: /log check
refused-check-not-yours = Ca này của { $name }. Chỉ người trực ca hoặc chỉ huy Đội ghi được.
refused-check-not-standing = Ca này chưa có người vào hoặc đã hết, không ghi thêm được.
refused-check-done = { $check }: { $name } đã kiểm tra lúc { $at }.
refused-no-watch-begun = Chưa có đợt trực nào đã bắt đầu. Các đợt trực: /watch
refused-watch-not-begun = Đợt trực { $name } chưa công bố hoặc chưa bắt đầu.
