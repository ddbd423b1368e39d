# Lịch trực: bản treo tường, bảng tính, danh sách trình ký, tệp lịch; ai trực khi nào.

## Ngày giờ trên giấy
paper-date = { NUMBER($day, minimumIntegerDigits: 2) }/{ NUMBER($month, minimumIntegerDigits: 2) }
paper-date-year = { paper-date }/{ $year }

## Trên mọi bản lịch
roster-title = LỊCH TRỰC
roster-team = Đội ứng cứu sự cố
roster-period = Từ { $start } đến { $end } · giờ { $zone }
roster-made = Bản ngày { $date }, { $clock }
roster-draft = BẢN DỰ THẢO
roster-page = Trang { $page }/{ $pages }
roster-day = Ngày
roster-shift = Ca
roster-empty = TRỐNG
roster-empty-count = Còn trống { $count } chỗ
roster-nothing = Chưa có ca trực nào
roster-legend-confirmed = đã xác nhận
roster-legend-declined = báo bận, chờ người thay
roster-legend-unconfirmed = không có dấu: chưa xác nhận
roster-legend-empty = chưa có người
roster-legend-holiday = nghỉ lễ
roster-legend-weekend = cuối tuần
roster-legend-overnight = hết ca vào hôm sau
roster-sheet = Lịch trực

## Danh sách trực trình ký
paper-long-date = ngày { NUMBER($day, minimumIntegerDigits: 2) } tháng { $month } năm { $year }
paper-long-date-padded = ngày { NUMBER($day, minimumIntegerDigits: 2) } tháng 0{ $month } năm { $year }
paper-long-moment = { NUMBER($hour, minimumIntegerDigits: 2) } giờ { NUMBER($minute, minimumIntegerDigits: 2) } phút { $date }
paper-nation = CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
paper-motto = Độc lập - Tự do - Hạnh phúc
paper-number = Số: ………/…………
paper-place-date = { $place }, ngày …… tháng …… năm { $year }
paper-copies = Nơi nhận:
paper-sign-here = (Ký số, hoặc chữ ký và dấu)
duty-list-title = DANH SÁCH TRỰC
duty-list-of = { $name }
duty-list-usual = Lịch trực thường xuyên của Đội
duty-list-period = Thời gian: từ { $start } đến { $end }, giờ { $zone }.
duty-list-holidays = Ngày nghỉ lễ trong thời gian này: { $days }.
duty-list-holiday = { $date } ({ $name })
duty-list-day = Ngày
duty-list-shift = Ca trực
duty-list-unassigned = (chưa phân công)
duty-list-next-day = đến hôm sau
duty-list-people = Người trực
duty-list-no = TT
duty-list-name = Họ và tên
duty-list-agency = Đơn vị
duty-list-phone = Số điện thoại
duty-list-shifts = Số ca
duty-list-hours = Số giờ

## Tin kèm theo bản lịch
roster-usual = Lịch trực
roster-made-anew =
    🗓 <b>{ $title }</b>: lịch mới, thay ảnh ghim trước.
    Từ { $start } đến { $end }
roster-made-for =
    🗓 <b>{ $title }</b>
    Từ { $start } đến { $end }
roster-list-made =
    🗓 <b>{ $title }</b>
    Từ { $start } đến { $end }
    Đây là bản dự thảo để trình ký: còn để trống số, ngày và chữ ký.
roster-not-made = ⚠️ Bot chưa tạo được bản lịch “{ $title }” (từ { $start } đến { $end }). Hãy thử lại sau. Nếu vẫn không được, báo quản trị viên.

## Lịch trực dạng chữ
roster-none = Chưa có ca trực nào trong thời gian này.
roster-line-day = <b>{ $day }</b>
roster-line-holiday = 🎌 <b>{ $day }</b> · { $name }
roster-line-workday = <b>{ $day }</b> · { $name }
roster-line = { $hours } · { $posts }
roster-line-post = { $post }: { $names }
roster-line-confirmed = { $name } ✓
roster-line-open = { $name }
roster-line-declined = { $name } (báo bận)
roster-line-empty = <b>⚠️ TRỐNG</b>
roster-line-part = { $who } ({ $hours })

## Lịch trong điện thoại của từng người
calendar-name = Ca trực của { $name }
calendar-usual = Lịch trực thường xuyên.
calendar-confirmed = Bạn đã xác nhận ca này.
calendar-unconfirmed = Bạn chưa xác nhận ca này.
calendar-declined = Bạn đã báo bận. Ca này vẫn là của bạn cho tới khi có người thay.
shifts-file-not-made = ⚠️ Bot chưa tạo được tệp lịch của bạn. Hãy thử lại sau. Nếu vẫn không được, báo quản trị viên.
shifts-file = 📅 Các ca trực của bạn. Mở tệp này trên điện thoại để thêm vào lịch. Lịch trực thay đổi thì gửi lại /shifts ics.

## /roster
roster =
    🗓 <b>{ $title }</b>
    Từ { $start } đến { $end }
    { $lines }
roster-draft-of = { $name } (bản dự thảo)
roster-ordered = 🖨 Đang tạo. Vài giây nữa bot sẽ gửi.
button-roster-png = 🖼 Ảnh
button-roster-xlsx = 📊 Excel
button-roster-docx = 📝 Word trình ký
refused-roster-usage =
    Hãy ghi ngày, khoảng ngày hoặc đợt trực, ví dụ <code>/roster 2/9</code>, <code>/roster 30/8-3/9</code>, <code>/roster #3</code>.
    Thêm <code>png</code>, <code>xlsx</code> hoặc <code>docx</code> để nhận tệp.
refused-roster-days = Ngày cuối phải từ ngày đầu trở đi, và nhiều nhất { $most } ngày.

## /oncall
oncall =
    <b>Lịch trực</b> lúc { $at }
    { $lines }
oncall-day =
    <b>Lịch trực { $day }</b>
    { $lines }
oncall-watch = Đợt trực: { $name }
oncall-now = ▶ { $post }: <b>{ $name }</b>, từ { $start } đến { $end }
oncall-held = ▶ { $post }: <b>{ $name }</b>, chưa bàn giao (hết ca lúc { $end })
oncall-empty = ⚠️ { $post }: <b>TRỐNG</b>, từ { $start } đến { $end }
oncall-declined = { $line } · ❌ báo bận
oncall-phone = { $line } · ☎ { $phone }
oncall-unreachable = { $line } · { $why }
oncall-nobody-now = ⚠️ Lúc này không có ai trực. Sự cố sẽ gọi thẳng chỉ huy Đội.
oncall-then = <b>Tiếp theo</b>
oncall-next = { $post }: { $name }, từ { $start } đến { $end }
oncall-next-empty = ⚠️ { $post }: <b>TRỐNG</b>, từ { $start } đến { $end }
oncall-nobody-soon = ⚠️ Không có ai trong lịch trực lúc này và hai ngày tới. Sự cố sẽ gọi thẳng chỉ huy Đội.
oncall-nobody = ⚠️ Không có ai trong lịch trực hôm đó và hai ngày sau. Sự cố sẽ gọi thẳng chỉ huy Đội.
refused-oncall-usage = Hãy ghi ngày, giờ, ví dụ <code>/oncall 2/9 14:00</code>, <code>/oncall mai 8h</code> hoặc <code>/oncall 2/9</code>.

## /shifts
shifts =
    <b>{ $count } ca trực của bạn</b>
    { $lines }
shifts-none = Bạn chưa có ca trực nào sắp tới.
shifts-watch = <b>{ $name }</b>
shifts-usual = <b>Lịch trực thường xuyên</b>
shifts-line-usual = • { $shift }, { $post }
shifts-line-open = ⏳ { $shift }, { $post } (ca { $number }): chưa xác nhận
shifts-line-confirmed = ✅ { $shift }, { $post } (ca { $number })
shifts-line-declined = ❌ { $shift }, { $post } (ca { $number }): đang tìm người thay
shifts-line-here = 🟢 { $shift }, { $post } (ca { $number }): đã vào ca
button-shifts-file = 📅 Thêm vào lịch của tôi
shifts-address =
    📅 Thêm địa chỉ này vào ứng dụng lịch (mục “đăng ký lịch”, “thêm lịch bằng URL”). Ca trực thay đổi thì lịch tự cập nhật.
    <code>{ $link }</code>
    Địa chỉ này là của riêng bạn: ai có nó đều xem được ca trực của bạn. Lộ địa chỉ thì gửi /shifts ics new để đổi.
shifts-address-new =
    📅 Địa chỉ mới của bạn. Địa chỉ cũ không còn dùng được.
    <code>{ $link }</code>
shifts-path =
    📅 Lịch của bạn ở <code>{ $path }</code> trên { $address }.
    Chưa có TRUCBAN_PUBLIC_URL nên các thành viên chỉ nhận được tệp, không nhận được địa chỉ để đăng ký lịch.
refused-shifts-usage = Gửi /shifts để xem ca trực của bạn, <code>/shifts ics</code> để thêm vào lịch, <code>/shifts ics new</code> để đổi địa chỉ lịch.
