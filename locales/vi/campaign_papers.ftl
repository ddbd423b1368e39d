# Giấy tờ của đợt yêu cầu: bảng tiến độ, kế hoạch năm, bảng tổng hợp, báo cáo trình ký.

## Mức độ thực hiện
mark-done = Đã nộp
mark-done-letter = N
mark-late = Nộp muộn
mark-late-letter = M
mark-exempt = Không áp dụng
mark-exempt-letter = K
mark-returned = Cần bổ sung
mark-returned-letter = B
mark-started = Đang làm
mark-started-letter = L
mark-opened = Đã xem
mark-opened-letter = Đ
mark-silent = Chưa xem
mark-silent-letter = C
mark-unreachable = Chưa có đầu mối
mark-unreachable-letter = 0

## Bảng tiến độ
board-deadline = { $code } · Hạn của cơ quan: hết ngày { $due }
board-rollup = Hạn tổng hợp: hết ngày { $day }
board-progress = Đã nộp { $finished }/{ $asked } ({ $percent } %)
board-overdue = Quá hạn: { $count }
board-of = { $finished }/{ $asked }
board-days = +{ $days } ngày
board-no-group = Cơ quan khác

## Bảng kết quả
answers-page = Kết quả
answers-title = KẾT QUẢ THỰC HIỆN
answers-table = Xếp hạng
answers-progress = Đã nộp { $finished }/{ $asked } việc được giao
answers-no = TT
answers-agency = Cơ quan
answers-group = Nhóm
answers-mark = Mức độ
answers-due = Hạn
answers-done = Nộp lúc
answers-part = { $question }: số lượng
answers-of = { $question }: trên tổng số
answers-reason = Lý do
answers-contacts = Đầu mối
answers-sum = Cộng (các cơ quan đã nộp)
answers-say-yes = Có
answers-say-no = Không
answers-yes-no = Có: { $yes }; không: { $no }
answers-answered = { $count } trả lời
answers-rank = Hạng
answers-asked = Đã đến hạn
answers-on-time = Đúng hạn
answers-late = Nộp muộn
answers-owed = Quá hạn
answers-early = Nộp trước hạn (ngày, trung bình)
league-title = XẾP HẠNG CƠ QUAN · { $first } – { $last }
league-counted = { $campaigns } đợt yêu cầu, { $asked } việc đã đến hạn
league-share = Đúng hạn (%)

## Báo cáo tổng hợp trình ký
rollup-title = BÁO CÁO
rollup-of = Kết quả thực hiện { $name }
rollup-to = Kính gửi: { $receiver }
rollup-basis = Căn cứ: { $basis }.
rollup-part-course = I. Tình hình triển khai
rollup-part-results = II. Kết quả
rollup-part-missing = III. Cơ quan chưa nộp, nộp muộn
rollup-part-found = IV. Vấn đề phát hiện
rollup-part-word = V. Nhận xét, kiến nghị
rollup-say-opened = Đợt yêu cầu { $code } được gửi ngày { $day }, gồm { $count } đầu việc giao cho các cơ quan; hạn báo cáo hết ngày { $due }.
rollup-say-made = Số liệu tính đến { $at }.
rollup-say-finished =
    { $late ->
        [0] Đã nộp { $finished }/{ $asked } đầu việc ({ $percent }), đều đúng hạn.
       *[other] Đã nộp { $finished }/{ $asked } đầu việc ({ $percent }), trong đó { $late } nộp muộn.
    }
rollup-say-sums = Số liệu tổng hợp từ { $count } kết quả đã nộp:
rollup-say-more = … và { $count } ý kiến khác trong bảng kết quả kèm theo.
rollup-say-none-missing = Không còn cơ quan nào chưa nộp.
rollup-say-missing = Chưa nộp: { $count } đầu việc.
rollup-say-late = Nộp muộn: { $count } đầu việc.
rollup-say-exempt = Không áp dụng, theo cơ quan: { $count } đầu việc.
rollup-say-none-found = Không có vấn đề nào được ghi nhận.
rollup-chart = Mức độ thực hiện theo nhóm cơ quan
rollup-sum = Cộng
rollup-sum-of = { NUMBER($total, useGrouping: 1) } trên { NUMBER($whole, useGrouping: 1) }
rollup-sum-number = { NUMBER($total, useGrouping: 1) }
rollup-sum-dates = từ { $first } đến { $last }
rollup-column-no = TT
rollup-column-group = Nhóm cơ quan
rollup-column-asked = Được giao
rollup-column-finished = Đã nộp
rollup-column-late = Trong đó nộp muộn
rollup-column-exempt = Không áp dụng
rollup-column-open = Chưa nộp
rollup-column-share = Tỷ lệ
rollup-column-question = Nội dung
rollup-column-sum = Tổng hợp
rollup-column-agency = Cơ quan
rollup-column-due = Hạn
rollup-column-done = Ngày nộp
rollup-column-mark = Mức độ
rollup-column-contacts = Đầu mối
rollup-column-finding = Vấn đề

## Kế hoạch 12 tháng
plan-title = KẾ HOẠCH CÁC ĐỢT YÊU CẦU { $first } – { $last }
plan-duty = Nội dung
plan-nothing = Chưa có đợt yêu cầu nào trong 12 tháng tới
plan-legend-planned = dự kiến
plan-legend-open = đang thực hiện
plan-legend-due = ngày cuối của cơ quan
plan-legend-rollup = ngày cuối để tổng hợp
plan-legend-today = hôm nay
plan-calendar = Hạn các đợt yêu cầu
plan-event-due = Hạn của cơ quan: { $name }
plan-event-rollup = Hạn tổng hợp: { $name }
plan-event-from = Bắt đầu từ ngày { $day }.

## Vấn đề phát hiện
rollup-finding-no-contact = Chưa có đầu mối nào liên hệ được qua Telegram.
rollup-finding-silent = Chưa phản hồi lần nào kể từ khi được giao việc.
rollup-finding-takeover = Có điểm yếu cho phép chiếm quyền điều khiển; đã mở sự cố { $code } và yêu cầu săn lùng mối nguy hại.
rollup-finding-never-scanned = Hệ thống { $system } chưa từng được rà quét.
rollup-finding-backup-rule =
    { $gap ->
        [copies] Số bản sao lưu: { $found }; cần ít nhất { $wanted }.
        [media] Số loại phương tiện lưu trữ: { $found }; cần ít nhất { $wanted }.
        [offline] Không có bản sao lưu ngoại tuyến (tách khỏi mạng).
        [untested] Chưa từng khôi phục thử từ bản sao lưu.
        [test-old] Lần khôi phục thử gần nhất: { $found }; cần thử trong vòng { $wanted } ngày.
       *[slow] Thời gian khôi phục: { $found } giờ; cần không quá { $wanted } giờ.
    }
rollup-finding-other = Vấn đề khác: { $kind }

## Tin kèm theo giấy tờ
board-made = 📊 Bảng tiến độ: <b>{ $name }</b>
answers-made = 📋 Kết quả của từng cơ quan: <b>{ $name }</b>
board-not-made = ⚠️ Chưa tạo được tệp của đợt yêu cầu { $code } ({ $name }). Số liệu vẫn còn; hãy thử lại sau, hoặc báo quản trị viên.
rollup-made =
    📄 Báo cáo tổng hợp <b>{ $name }</b> ({ $code }), để trình ký.
    Số, ngày và chữ ký còn để trống.
rollup-remade =
    📄 Báo cáo tổng hợp <b>{ $name }</b> ({ $code }), lập lại với số liệu mới nhất.
    Bản này thay bản trước.
plan-made = 🗓 Kế hoạch các đợt yêu cầu trong 12 tháng tới
plan-file-made = 📅 Hạn các đợt yêu cầu trong 12 tháng tới. Mở tệp để thêm vào lịch của bạn.
plan-not-made = ⚠️ Chưa tạo được tệp kế hoạch. Hãy thử lại sau, hoặc báo quản trị viên.

## Hệ quả của câu trả lời
outcome-takeover =
    🚨 <b>{ $agency }</b> báo có điểm yếu cho phép chiếm quyền điều khiển ({ $name }).
    Đã mở sự cố <code>{ $incident }</code> để khắc phục và đợt săn lùng mối nguy hại <code>{ $hunt }</code>: làm song song, không chờ nhau.
