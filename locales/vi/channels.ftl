## Tin đi ngoài Telegram. SMS bỏ dấu và chỉ dài 160 ký tự: viết thật ngắn, không nêu tên người.

brief-sender = TRỰC BAN:
brief-low = Mức thấp
brief-normal = Mức trung bình
brief-high = MỨC CAO
brief-critical = KHẨN CẤP
brief-headline = { $severity } { $code } { $kind }, từ { $at }.
brief-incident-page = Chưa ai nhận.
brief-incident-assigned = Vừa giao cho bạn.
brief-incident-still = Bạn còn xử lý không?
brief-incident-reopened = Chưa ổn, cần bạn xử lý tiếp.
brief-incident-help = Cần cấp trên hỗ trợ.
brief-incident-nobody = Không có ai trực.
brief-incident-unreachable = Có người không gọi được.
brief-incident-team-page = Chưa ai nhận.
brief-shift-call = Mời bạn vào ca trực{ $post ->
    [none] { "" }
    *[other] { " " }{ $post }
}.
brief-shift-still = Bạn còn trực{ $post ->
    [none] { "" }
    *[other] { " " }{ $post }
} không?
brief-shift-missing = Có người vắng trong ca trực.
brief-swap-call = Cần gấp người trực thay.
brief-test-page = Gọi THỬ, không có sự cố nào.
brief-alarm = Có cảnh báo cho bạn.
brief-sms-answer = Trả lời: { $link } (mã { $code })
brief-open-telegram = Hãy mở Telegram hoặc gọi ban trực.
brief-answer = Mở trang này rồi bấm nút để trả lời: { $link }
brief-code = Hoặc gõ mã { $code } tại { $page }. Mã chỉ dùng được một lần, trong ít phút.
brief-only-you = Tin này chỉ dành cho bạn: đừng chuyển tiếp. Người khác mở được trang sẽ trả lời thay bạn.

channel-sms = SMS
channel-email = thư điện tử
channel-chat = ứng dụng chat
reason-channel-refused = kênh này không nhận tin
reason-channel-time-out = kênh này không trả lời
reason-channel-wrong = địa chỉ của kênh này sai
reason-channel-off = kênh này đã tắt
reason-no-address = người nhận không có địa chỉ ở kênh này
timeline-called-elsewhere = Gọi { $name } qua { $via }: đã gửi
timeline-not-called-elsewhere = Gọi { $name } qua { $via }: không gửi được ({ $reason })
timeline-answered-elsewhere = { $name } trả lời bằng mã gửi qua { $via }
incident-unreachable-elsewhere = ⚠️ { $code }: không gọi được { $name } qua Telegram ({ $reason }). Đã gọi ngay qua { $via }.
why-via = { $what } qua { $via }
why-sent-elsewhere = { $via } nhận { $at }
refused-reply-in-telegram = Việc này chỉ trả lời được trong Telegram.

## Khi Telegram ngừng
outage-over =
    📡 <b>Telegram đã trở lại</b> lúc { $until }, sau { $length } không liên lạc được (từ { $since }).
    { $lines }
outage-late = Gửi muộn { $count } cuộc gọi:
outage-late-sent = • { $what } → { $to }: muộn { $length }
outage-late-overtaken = • { $what } → { $to }: không gửi nữa, đã có người xử lý
outage-late-waiting = • { $what } → { $to }: đã chờ { $length }, chưa gửi được
outage-none-late = Không có cuộc gọi nào bị muộn.
outage-elsewhere = Đã gọi qua kênh khác { $count } lần:
outage-elsewhere-sent = • { $what } → { $to } qua { $via } lúc { $at }
outage-elsewhere-dead = • { $what } → { $to } qua { $via }: không gửi được ({ $reason })
outage-none-elsewhere = Không có cuộc gọi nào đi qua kênh khác.
outage-more = … và { $count } cuộc gọi nữa
outage-shift-call = lời gọi vào ca
outage-shift-still = câu hỏi “Còn trực chứ?”
outage-test-page = cuộc gọi thử
outage-alarm = cảnh báo

## Trang trả lời bằng mã
answer-title = Trực ban
answer-which = Nhập mã trong tin nhắn
answer-field = Mã 8 ký tự, ví dụ K7QM-4XTP
answer-send = Xem
answer-wrong = Không có mã này. Hãy xem lại tin nhắn.
answer-too-many = Đã nhập sai quá nhiều lần. Hãy thử lại sau 10 phút hoặc trả lời trong Telegram.
answer-used = Mã này đã dùng rồi
answer-over = Mã này đã hết hạn
answer-no-need = Bạn không cần làm gì nữa
answer-for = Gửi { $name }: bạn được gọi
answer-done = Đã ghi nhận câu trả lời của { $name }
answer-refused = Chưa ghi nhận được
answer-about = { $severity } · { $code } · { $kind } · báo lúc { $at }
answer-about-shift = Ca trực: { $post }
answer-about-test = Cuộc gọi THỬ, không có sự cố nào.
answer-button-incident = Tôi nhận xử lý
answer-button-still = Tôi vẫn đang xử lý
answer-button-shift = Tôi đã có mặt
answer-button-test = Đã nhận cuộc gọi thử
answer-code = Mã { $code } chỉ dành cho bạn và chỉ dùng được một lần.

## /health
health-channels = 📮 Kênh khác: { $channels }
health-channels-none = 📮 Kênh khác: chưa có. Khi Telegram ngừng, bot không gọi được ai.
health-outage-now = 📡 Telegram đang mất liên lạc từ { $since }: gọi qua kênh khác.
health-outage = 📡 Lần gần nhất Telegram mất liên lạc: { $since } – { $until }

## Ai không gọi được qua Telegram
reach-lost =
    ⛔ <b>Không gọi được { $name } qua Telegram nữa</b> (đã chặn bot hoặc chưa mở bot), và không có kênh khác.
    { $lines }
    Nhờ { $name } mở lại bot, hoặc đổi ca: /swap
reach-lost-elsewhere =
    ⛔ <b>Không gọi được { $name } qua Telegram nữa</b> (đã chặn bot hoặc chưa mở bot). Vẫn gọi qua { $via }.
    Nhờ { $name } mở lại bot.
reach-hours = • { $when }: sự cố khẩn cấp chỉ gọi được tới { $names }
reach-hours-leads = • { $when }: sự cố khẩn cấp chỉ gọi được tới chỉ huy Đội
reach-hours-you = • { $when }: sự cố khẩn cấp chỉ gọi được tới <b>bạn</b>
reach-more = … và { $count } khoảng thời gian nữa
reach-no-shifts = Trong { $days } ngày tới người này không có ca trực nào.
roster-line-unreachable = { $who } ⛔
people-ways = { $mark } · gọi qua { $via }
test-pages-own =
    📟 <b>Kết quả gọi thử của bạn</b>
    { $lines }
