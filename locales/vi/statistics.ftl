# Thống kê (/stats): số liệu một kỳ, báo cáo tháng, Mẫu 05.

## Kỳ
span-date = { $day }/{ $month }/{ $year }
span-day = ngày { $date }
span-from-to = { $first } – { $last }
span-days = { $first } – { $last }
span-week = tuần { $first } – { $last }
span-month = tháng { $number }/{ $year }
span-quarter = quý { $number }/{ $year }
span-half =
    { $number ->
        [1] 6 tháng đầu năm { $year }
       *[other] 6 tháng cuối năm { $year }
    }
span-year = năm { $year }
span-months = { $number } tháng đầu năm { $year }
refused-span =
    Tôi chưa hiểu kỳ “{ $written }”. Bạn viết như: <code>/stats tuần này</code>, <code>/stats tháng 9</code>,
    <code>/stats quý 3</code>, <code>/stats 6 tháng đầu năm</code>, <code>/stats 2026</code>, <code>/stats 1/9-30/9</code>.
refused-span-ahead = Kỳ này chưa đến nên chưa có số liệu.
refused-span-long = Kỳ phải từ ngày trước đến ngày sau, dài nhất một năm.

## /stats
stats-begun = 📊 Đang tính số liệu { $span }, xong sẽ gửi riêng cho bạn ngay.
stats-report-begun = 📝 Đang lập báo cáo { $span } để trình ký, xong sẽ gửi riêng cho bạn.
stats-not-made = ⚠️ Chưa làm được số liệu { $span }. Dữ liệu vẫn còn nguyên: bạn gõ lại lệnh, hoặc báo quản trị viên.
stats-figures =
    📊 <b>Thống kê { $span }</b>
    { $lines }
stats-until = <i>Mới tính đến hết { $date }</i>
stats-against = <i>Trong ngoặc: cùng thời gian kỳ trước, { $before }</i>
stats-nothing = ✅ Không có sự cố nào được báo và không ai bị gọi trong thời gian này.
stats-nothing-before = Kỳ trước có { $count } sự cố.
stats-incidents = 📥 Sự cố được báo: <b>{ $count }</b> (kỳ trước { $before })
stats-taken = ✋ Từ lúc báo đến lúc có người nhận: { $times }
stats-taken-before = ✋ Từ lúc báo đến lúc có người nhận: { $times } (kỳ trước trung vị { $before })
stats-solved = 🛠 Từ lúc nhận đến lúc xử lý xong: { $times }
stats-solved-before = 🛠 Từ lúc nhận đến lúc xử lý xong: { $times } (kỳ trước trung vị { $before })
stats-times = trung vị <b>{ $median }</b>, 9 trên 10 lần không quá <b>{ $ninth }</b>
stats-times-few = trung vị <b>{ $median }</b>, lâu nhất <b>{ $worst }</b>
stats-times-one = <b>{ $length }</b> (một lần)
stats-times-none = chưa có lần nào
stats-kept = ⏱ Có người nhận trước khi phải gọi người tiếp theo:
stats-kept-line = • { $severity } (trong { $within }): <b>{ $share }</b>
stats-share = { $part }/{ $whole } ({ $percent } %)
stats-share-few = { $part }/{ $whole }
stats-rejected = 🚫 Không phải sự cố: { $false } · trùng: { $twice } · chuyển cơ quan khác: { $referred }
stats-reopened = ↩️ Phải mở lại: { $count }
stats-kinds = 🏷 Loại: { $list }
stats-agencies = 🏢 Cơ quan: { $list }
stats-sources = 👤 Người báo: { $list }
stats-count = { $name } ({ $count })
stats-others = khác
stats-source-citizen = người dân
stats-source-staff = cán bộ cơ quan
stats-source-team = Đội
stats-source-anonymous = ẩn danh
stats-source-unknown = không rõ
stats-busiest = 🕑 Nhiều nhất: { $start }–{ $end } giờ, { $weekday }
stats-pages = 📣 Tin gọi trực: <b>{ $count }</b>, ban đêm { $night } (kỳ trước { $before })
stats-called = { $name } ({ $count }, đêm { $night })
stats-called-most = Gọi nhiều nhất: { $list }
stats-picture = 📊 Biểu đồ { $span }
stats-sheet = 📄 Số liệu đầy đủ { $span }: từng loại, cơ quan, giờ, thứ, người được gọi và cách tính.

## Biểu đồ
stats-chart-title = Thống kê { $span }
stats-chart-kinds = Sự cố theo loại
stats-chart-taken = Trung vị đến lúc có người nhận
stats-chart-kept = Nhận đúng hạn (đậm: đúng hạn)
stats-chart-hours = Sự cố theo giờ trong ngày
stats-chart-hour = { $start }–{ $end } giờ
stats-chart-people = Tin gọi trực theo người (đậm: đêm)
stats-chart-night = { $count } (đêm { $night })

## Bảng tính
stats-sheet-summary = Tổng hợp
stats-sheet-kinds = Loại
stats-sheet-severities = Mức độ
stats-sheet-agencies = Cơ quan
stats-sheet-sources = Người báo
stats-sheet-hours = Giờ trong ngày
stats-sheet-weekdays = Thứ trong tuần
stats-sheet-kept = Đúng hạn nhận
stats-sheet-people = Người được gọi
stats-sheet-rules = Cách tính
stats-sheet-no-agency = (không rõ cơ quan)
stats-sheet-made-at = Tính lúc
stats-sheet-incidents = Sự cố được báo
stats-sheet-false = Không phải sự cố
stats-sheet-twice = Trùng
stats-sheet-referred = Chuyển cơ quan khác
stats-sheet-reopened = Phải mở lại
stats-sheet-pages = Tin gọi trực
stats-sheet-night = Trong đó ban đêm
stats-sheet-column-name = Tên
stats-sheet-column-incidents = Sự cố
stats-sheet-column-taken = Đã có người nhận
stats-sheet-column-taken-mean = Đến lúc nhận: trung bình (phút)
stats-sheet-column-taken-median = Đến lúc nhận: trung vị (phút)
stats-sheet-column-taken-ninth = Đến lúc nhận: 9/10 không quá (phút)
stats-sheet-column-taken-worst = Đến lúc nhận: lâu nhất (phút)
stats-sheet-column-solved = Đã xử lý xong
stats-sheet-column-solved-mean = Đến lúc xong: trung bình (giờ)
stats-sheet-column-solved-median = Đến lúc xong: trung vị (giờ)
stats-sheet-column-solved-ninth = Đến lúc xong: 9/10 không quá (giờ)
stats-sheet-column-solved-worst = Đến lúc xong: lâu nhất (giờ)
stats-sheet-column-severity = Mức độ
stats-sheet-column-within = Phải nhận trong (phút)
stats-sheet-column-asked = Số phải nhận
stats-sheet-column-kept = Nhận đúng hạn
stats-sheet-column-person = Người
stats-sheet-column-pages = Tin gọi trực
stats-sheet-column-night = Ban đêm
stats-sheet-rule-received = Một sự cố thuộc về kỳ mà nó được báo, kể cả khi kết thúc ở kỳ sau.
stats-sheet-rule-taken = Đến lúc nhận: từ lúc báo đến lúc người đầu tiên nhận xử lý, dù sau đó đổi người.
stats-sheet-rule-solved = Đến lúc xong: từ lúc người đầu tiên nhận đến lần báo xử lý xong sau cùng; mở lại thì tính đến lần xong sau.
stats-sheet-rule-ninth = Trung vị: một nửa nhanh hơn, một nửa chậm hơn. “9/10 không quá”: cứ mười lần thì chín lần không lâu hơn số này.
stats-sheet-rule-kept = Đúng hạn: có người nhận trước khi bậc gọi trực gọi đến bậc thứ hai (theo danh mục hiện hành, mức độ hiện tại); chỉ tính loại phải gọi trực, chưa tính sự cố còn trong hạn.
stats-sheet-rule-pages = Tin gọi trực: tin gọi đã gửi đi cho từng người, tính theo lúc gửi; ban đêm theo giờ đêm của Đội.
stats-sheet-rule-before = Kỳ trước: kỳ liền trước cùng loại; kỳ đang chạy chỉ so với chừng ấy ngày đầu của kỳ trước.
stats-sheet-rule-few = Dưới 10 trường hợp thì ghi số, không ghi phần trăm.
stats-sheet-rule-rejected = Báo cáo không phải sự cố, trùng hoặc chuyển cơ quan khác vẫn tính vào số được báo, không tính vào thời gian xử lý xong.

## Báo cáo tháng
stats-report =
    📝 <b>Báo cáo { $span } đã sẵn sàng để trình ký</b>
    Sự cố được báo: <b>{ $count }</b>. Bạn xem, ghi nhận xét rồi ký.
stats-paper = 📝 Báo cáo { $span }: còn để trống số, ngày, nhận xét và chữ ký.
stats-paper-title = BÁO CÁO
stats-paper-of = Kết quả tiếp nhận và xử lý sự cố { $span }
stats-paper-time = Thời gian: { $days }; so với kỳ trước: { $before }. Số liệu đến { $at }.
stats-paper-part-received = I. TIẾP NHẬN SỰ CỐ
stats-paper-part-work = II. XỬ LÝ
stats-paper-part-pages = III. GỌI TRỰC
stats-paper-part-word = IV. NHẬN XÉT, KIẾN NGHỊ
stats-paper-nothing = Không tiếp nhận sự cố nào (kỳ trước: { $before }).
stats-paper-received = Tiếp nhận { $count } sự cố (kỳ trước: { $before }).
stats-paper-ended = Đã đóng: { $closed }; đang xử lý hoặc chờ xác nhận: { $open }; không phải sự cố: { $false }; trùng: { $twice }; chuyển cơ quan khác: { $referred }; phải mở lại: { $reopened }.
stats-paper-kinds = Theo loại sự cố (thời gian là trung vị):
stats-paper-agencies = Theo cơ quan:
stats-paper-taken = Từ lúc báo đến lúc có người nhận xử lý: { $times }.
stats-paper-solved = Từ lúc nhận đến lúc xử lý xong: { $times }.
stats-paper-kept = Có người nhận trước khi phải gọi bậc tiếp theo:
stats-paper-no-pages = Không phải gọi trực lần nào.
stats-paper-pages = Đã gửi { $count } tin gọi trực, trong đó { $night } tin ban đêm (kỳ trước: { $before } tin).
stats-paper-chart = Biểu đồ: loại sự cố, thời gian nhận, đúng hạn, giờ trong ngày
stats-paper-column-kind = Loại sự cố
stats-paper-column-count = Số lượng
stats-paper-column-before = Kỳ trước
stats-paper-column-taken = Đến lúc nhận
stats-paper-column-solved = Đến lúc xử lý xong
stats-paper-column-agency = Cơ quan
stats-paper-column-severity = Mức độ
stats-paper-column-within = Phải nhận trong
stats-paper-column-kept = Nhận đúng hạn
stats-paper-column-person = Người
stats-paper-column-pages = Tin gọi trực
stats-paper-column-night = Ban đêm

## Mẫu 05
mau-made =
    📝 <b>Mẫu 05, { $span }: bản thảo</b>
    { $lines }
mau-deadline = ⏰ Phải gửi chậm nhất <b>{ $date }</b> (Thông tư 20/2017/TT-BTTTT). Việc gửi do người có thẩm quyền ký và thực hiện.
mau-counted = Số sự cố trong bảng: <b>{ $count }</b>
mau-unsaid = • { $count } sự cố chưa ghi ai hỗ trợ (chưa xử lý xong, hoặc bỏ qua câu hỏi)
mau-unestimated = • { $count } sự cố chưa có thiệt hại ước tính: ghi bằng <code>/loss mã số-tiền</code>, rồi lập bản mới: <code>/form 05</code>
mau-apart = • { $count } sự cố thuộc loại không có dòng trong Mẫu 05, ghi ở phần chú thích
mau-named = Mẫu 05, { $span }
button-mau-write = 📝 Lập Mẫu 05
mau-table = 📄 Bảng Mẫu 05, { $span }
mau-sheet = Mẫu 05
mau-title = BÁO CÁO TỔNG HỢP
mau-of-half = về tình hình sự cố an toàn thông tin mạng, { $span }
mau-of-year = về tình hình sự cố an toàn thông tin mạng, { $span }
mau-of-other = về tình hình sự cố an toàn thông tin mạng (đột xuất), { $span }
mau-period = Kỳ số liệu: { $days } (tính lúc { $at })
mau-column-no = TT
mau-column-kind = Loại sự cố
mau-column-incidents = Số lượng
mau-column-alone = Số tự xử lý
mau-column-others = Số có hỗ trợ từ tổ chức khác
mau-column-abroad = Số có hỗ trợ từ tổ chức nước ngoài
mau-column-national = Số đề nghị VNCERT hỗ trợ
mau-column-loss = Thiệt hại ước tính (đồng)
mau-row-1 = Từ chối dịch vụ
mau-row-2 = Tấn công giả mạo
mau-row-3 = Tấn công sử dụng mã độc
mau-row-4 = Truy cập trái phép, chiếm quyền điều khiển
mau-row-5 = Thay đổi giao diện
mau-row-6 = Mã hóa phần mềm, dữ liệu, thiết bị
mau-row-7 = Phá hoại thông tin, dữ liệu, phần mềm
mau-row-8 = Nghe trộm, gián điệp, lấy cắp thông tin, dữ liệu
mau-row-9 = Tấn công tổng hợp sử dụng kết hợp nhiều hình thức
mau-row-10 = Các hình thức tấn công khác
mau-total = Tổng số
mau-no-loss = chưa ước tính
mau-note-unsaid = Có { $count } sự cố chưa ghi là tự xử lý hay có hỗ trợ (đang xử lý, hoặc người xử lý chưa ghi).
mau-note-loss = Có { $count } sự cố chưa có thiệt hại ước tính; số tiền trong bảng chỉ là phần đã ước tính.
mau-note-apart = Không tính vào bảng vì Mẫu 05 không có dòng tương ứng: { $names }.

## /loss
loss-after =
    { $done }
    💰 Có thiệt hại ước tính được thì ghi: <code>/loss { $code } 50 triệu</code>
button-no-loss = Không có thiệt hại
loss-noted = 💰 Đã ghi thiệt hại ước tính của { $code }: { $amount } đồng.
loss-none = 💰 Đã ghi { $code } không có thiệt hại.
refused-loss = Bạn viết mã sự cố rồi số tiền, như: <code>/loss SC-2026-0012 50 triệu</code>, <code>/loss SC-2026-0012 1,2 tỷ</code>; không thiệt hại thì ghi <code>0</code>.
refused-loss-open = { $code } chưa xử lý xong; xong rồi hãy ước tính thiệt hại.
