# Lịch nghỉ: ngày lễ, ngày nghỉ bù, ngày hoán đổi, và lời nhắc lập đợt trực.

holiday-weekday-1 = { weekday-1 }
holiday-weekday-2 = { weekday-2 }
holiday-weekday-3 = { weekday-3 }
holiday-weekday-4 = { weekday-4 }
holiday-weekday-5 = { weekday-5 }
holiday-weekday-6 = { weekday-6 }
holiday-weekday-7 = { weekday-7 }
holiday-date = { $weekday } { date-whole }

## Danh sách
holidays-coming =
    🗓 <b>Ngày nghỉ sắp tới</b>
    { $lines }
holidays-year =
    { $estimated ->
        [yes] 🗓 <b>Ngày nghỉ năm { $year }</b> (dự kiến)
       *[no] 🗓 <b>Ngày nghỉ năm { $year }</b>
    }
    { $lines }
holidays-worked = <b>Ngày đi làm bù hoặc vẫn làm việc</b>
holiday-period =
    { $estimated ->
        [yes]
            { $days ->
                [1] <b>{ $name }</b> (dự kiến): { $first }
               *[other] <b>{ $name }</b> (dự kiến): { $first } – { $last }, { $days } ngày
            }
       *[no]
            { $days ->
                [1] <b>{ $name }</b>: { $first }
               *[other] <b>{ $name }</b>: { $first } – { $last }, { $days } ngày
            }
    }
holiday-off = • { $date }: { $name }{ holiday-swapped }{ holiday-document }
holiday-worked = • { $date }: { $name }, đi làm{ holiday-swapped }{ holiday-document }
holiday-swapped =
    { $other ->
        [none] { "" }
       *[other] { " " }(hoán đổi với { $other })
    }
holiday-document =
    { $document ->
        [none] { "" }
       *[other] { " " }[{ $document }]
    }
holiday-plain-work = • { $date }: ngày làm việc bình thường
holiday-plain-off = • { $date }: nghỉ cuối tuần
holidays-note-estimated = <i>Dự kiến: mới tính theo luật, chưa có kế hoạch nghỉ chính thức được nhập.</i>
holidays-note-admin = <i>Nhập khi có văn bản:</i> <code>/holidays 11/02/2027 off Nghỉ Tết 1234/TB-BNV</code> <i>(off: nghỉ, work: làm việc, reset: bỏ điều đã nhập)</i>

## Một ngày
holiday-day =
    🗓 <b>Lịch nghỉ</b>
    { $lines }
holiday-set =
    ✅ Đã ghi vào lịch nghỉ.
    { $lines }
holiday-before =
    Trước đó đã nhập:
    { $before }
holiday-reset-sure =
    Bỏ điều đã nhập cho ngày này? Sau đó ngày được tính lại theo luật.
    { $what }
    Bấm nút, hoặc gõ <code>{ $typed }</code>
holiday-reset-done =
    ↩ Đã bỏ điều đã nhập. Bây giờ:
    { $lines }
holiday-changed =
    🗓 { $by } vừa sửa lịch nghỉ. Bây giờ:
    { $now }
    Nếu có đợt trực quanh ngày này, hãy xem lại.
button-holiday-reset = ↩ Bỏ điều đã nhập
button-holiday-reset-yes = Đúng, bỏ

refused-holidays-usage =
    Cách dùng: <code>/holidays</code>, <code>/holidays 2027</code>, <code>/holidays 11/02/2027</code>.
    Quản trị viên: <code>/holidays 11/02/2027 off Nghỉ Tết 1234/TB-BNV</code>, thay <code>off</code> bằng <code>work</code> nếu là ngày làm việc, hoặc <code>/holidays 11/02/2027 reset</code>.
    Chỉ huy: <code>/holidays 11/02/2027 watch</code> để lập đợt trực cho kỳ nghỉ đó, <code>nowatch</code> nếu không cần.
refused-no-such-day = Không có ngày { $written } trên lịch. Hãy xem lại ngày, tháng và năm.
refused-holidays-year = Lịch chỉ có các năm từ { $first } đến { $last }.
refused-holiday-name = Hãy ghi thêm tên của ngày này, ví dụ <code>/holidays 02/01/2026 off Nghỉ Tết Dương lịch 12729/VPCP-KGVX</code>
refused-holiday-long = Quá dài: tên tối đa { $name } ký tự, số văn bản tối đa { $document } ký tự.
refused-holiday-not-entered = { $date }: chưa ai nhập gì cho ngày này, nên không có gì để bỏ.
import-not-day = “{ $value }” không phải một ngày; ghi như 2027-02-11 hoặc 11/02/2027

## Lập đợt trực
holiday-offer =
    🗓 <b>Sắp đến kỳ nghỉ</b>
    { $period }
    Chưa có đợt trực nào cho kỳ nghỉ này. Lập đợt trực từ { $first } đến hết { $last }?
    Bấm nút, hoặc gõ <code>/holidays { $date } watch</code> (không cần: <code>nowatch</code>)
button-offer-yes = 🛡 Lập đợt trực
button-offer-no = Không cần
toast-offer-taken = Đã bắt đầu lập đợt trực.
holiday-offer-taken =
    🛡 { $by } đang lập đợt trực cho kỳ nghỉ:
    { $period }
holiday-offer-declined =
    { $by } cho biết không cần đợt trực cho kỳ nghỉ:
    { $period }
    Nếu vẫn cần, hãy bấm “Lập đợt trực” ở tin trước.
holiday-offer-refused =
    Đã ghi: không cần đợt trực cho kỳ nghỉ này. Bot sẽ không hỏi lại.
    { $period }
refused-offer-gone = { $date } không còn thuộc kỳ nghỉ nào: lịch nghỉ đã thay đổi. Xem <code>/holidays</code>.
refused-offer-past = Kỳ nghỉ { $name } đã qua.
refused-offer-watched = Kỳ nghỉ { $name } đã có đợt trực “{ $watch }”.
refused-offer-declined = { $by } đã chọn không cần đợt trực cho { $name } lúc { $at }.
