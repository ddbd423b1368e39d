# Sự cố: tin gọi, thẻ của nhóm, tin cho người phụ trách và cho người báo.

headline = <b>{ $severity } · { $kind } · { $where } — { $code }</b>
headline-nowhere = <b>{ $severity } · { $kind } — { $code }</b>
reported = 🕑 Báo lúc { $at }
reported-files = 🕑 Báo lúc { $at } · 📎 { $files } tệp
reporter = Người báo: { $name }
reporter-of = Người báo: { $name } ({ $agency })
reporter-anonymous = Người báo: ẩn danh
system = Hệ thống: { $name }
system-level = Hệ thống: { $name } (cấp độ { $level })
last-note = 📝 { $at }, { $name }: { $note }
reason = Lý do: { $reason }
author-reporter = Người báo
author-bot = Bot

## Tin gọi riêng từng người
page-do = Bấm “Tôi nhận” để nhận xử lý.
page-do-next = Bấm “Tôi nhận” trước <b>{ $at }</b>, nếu không sẽ gọi người tiếp theo.
page-do-repeat = Bấm “Tôi nhận” trước <b>{ $at }</b>, nếu không sẽ gọi lại.
page-declined = Bạn đã báo không thể nhận. Đang gọi người tiếp theo; đổi ý thì bấm “Tôi nhận”.
page-again = 🔁 Gọi lại lần { $round }: đã { $waited } chưa ai nhận.
page-for-on-duty = 👉 Tin này gửi <b>riêng bạn</b>: bạn đang trực ban.
page-for-backup = 👉 Tin này gửi <b>riêng bạn</b>: bạn đang trực dự phòng.
page-for-commander = 👉 Tin này gửi <b>riêng bạn</b>: bạn đang trực chỉ huy.
page-for-leads = 👉 Tin này gửi <b>riêng bạn</b>: bạn là chỉ huy Đội.
page-for-responders = 👉 Tin này gửi <b>riêng bạn</b>: bạn là thành viên Đội ứng cứu.
page-newer = ⤵ { $code }: đã gọi lại, xem tin mới hơn bên dưới.
page-taken = ✅ { $name } đã nhận { $code } lúc { $at }. Bạn không cần làm gì.
page-assigned = 👉 { $code } đã được giao cho { $name }, đang chờ trả lời. Bạn vẫn có thể nhận.
page-mine = ✅ <b>Bạn đã nhận { $code }</b> lúc { $at }.
page-mine-solved = ✔ Bạn đã báo xử lý xong { $code }. Đang chờ người báo xác nhận.
owner-status = Hiện { $status }.
owner-asked = Bot sẽ hỏi lại bạn lúc { $at }.
owner-how = Trả lời tin này để ghi vào nhật ký xử lý.

## Tin gọi cả nhóm
incident-team-page = 📣 <b>Chưa ai nhận</b> sau { $waited }. Ai xử lý được, xin bấm “Nhận”.
incident-team-page-next = Tiếp theo: gọi lại lúc { $at }.
incident-nobody = ⚠️ <b>{ $code }: không có ai trực ban để gọi lúc này.</b>
incident-nobody-unreachable = Có trong lịch trực nhưng không liên lạc được: { $names }.
incident-nobody-cost = Lịch còn trống thì sự cố tiếp theo cũng không có ai nhận ngay. Xem lịch: /oncall
incident-unreachable = ⚠️ { $code }: không gọi được { $name } qua Telegram ({ $reason }). Đã chuyển ngay bước sau.
unreachable-blocked = người này đã chặn bot
unreachable-deactivated = tài khoản Telegram đã bị xóa
unreachable-never-started = người này chưa từng mở bot
unreachable-is-a-bot = đây là tài khoản bot
unreachable-other = Telegram từ chối

## Tin cho người phụ trách
incident-promise =
    ✅ Bạn đã nhận <b>{ $code }</b>.
    Bao lâu nữa bạn báo lại được?
incident-still =
    ⏰ Bạn còn đang xử lý <b>{ $code }</b> ({ $kind })?
    Nếu không trả lời trước <b>{ $until }</b>, bot sẽ gọi lại từ đầu.
incident-assigned = 👉 { $name } giao sự cố này cho <b>bạn</b>. Hãy chọn thời gian báo lại trước <b>{ $until }</b>, nếu không sẽ gọi người khác.
incident-taken-up = ↩️ <b>{ $name } mở lại sự cố này.</b> Bạn tiếp tục phụ trách.
incident-reopened = ↩️ Người báo cho biết <b>chưa ổn</b>. Sự cố trở lại với bạn.
incident-refer =
    🚓 Bạn xác nhận <b>đã chuyển công an</b> báo cáo này?
    Báo cáo sẽ kết thúc và người báo được thông báo.
    Bấm nút dưới đây, hoặc trả lời (reply) tin này: “đúng” hoặc “chưa”.
incident-help = ⬆️ <b>{ $name } đề nghị hỗ trợ.</b>
released-assigned = ↩️ { $code } đã được giao cho { $to }. Bạn không phụ trách nữa.
released-silent = ↩️ { $code }: bạn không trả lời nên bot đã gọi lại từ đầu. Bấm “Tôi nhận” nếu bạn vẫn đang xử lý.

## Tin ngắn dưới thẻ của nhóm
nudge-silent = ⏰ { $name } không trả lời, bot gọi lại từ đầu cho { $code } 👆
nudge-declined = { $name } không thể nhận { $code } 👆
nudge-released = ↩️ { $name } trả lại { $code }, bot gọi lại từ đầu 👆
nudge-queued = 🕗 { $code } vẫn đang chờ xử lý 👆
nudge-reopened = ↩️ Người báo cho biết { $code } chưa ổn 👆
nudge-taken-up = ↩️ { $name } mở lại { $code } 👆
nudge-objected = ↩️ Người báo không đồng ý với kết luận, đề nghị xem lại { $code } 👆

## Thẻ của nhóm
card-headline = <b>{ $severity } · { $code }</b>
card-newer = ⤵ { $code }: xem thẻ mới hơn bên dưới.
card-what-where = { $icon } { $kind } · { $where }
card-what = { $icon } { $kind }
state-queued = 🕗 <b>Chờ xử lý</b> trong giờ hành chính.
state-nobody = ⚠️ <b>Chưa ai nhận.</b>
state-calling =
    { $round ->
        [0] 📣 <b>Đang gọi</b> { $names }
       *[other] 📣 <b>Đang gọi</b> { $names } (gọi lại lần { $round })
    }
state-taken = 👤 <b>{ $name }</b> nhận lúc { $at } · { $status }
state-assigned = 👤 Đã giao cho <b>{ $name }</b>, đang chờ trả lời.
state-wrapping-up = ✔ <b>{ $name }</b> báo xử lý xong lúc { $at }. Đang chờ người báo xác nhận.
next-call = Tiếp theo: gọi { $who } lúc { $at }.
next-repeat = Tiếp theo: gọi lại { $who } lúc { $at }.
next-promised = Tiếp theo: { $name } báo lại lúc { $at }.
next-closed = Tiếp theo: tự đóng lúc { $at } nếu không có ý kiến.
next-reminded = Tiếp theo: nhắc lại nhóm lúc { $at }.
next-asked = Tiếp theo: hỏi lại { $name } lúc { $at }.
ended-closed = ✅ <b>Đã đóng</b> lúc { $at }
ended-not-incident = ✖ <b>Không phải sự cố</b>, kết thúc lúc { $at }
ended-duplicate = ✖ <b>Trùng với { $original }</b>, kết thúc lúc { $at }
ended-referred = ➡️ <b>Đã chuyển cơ quan khác</b> lúc { $at }
ending-by = {" "}· { $name }

## Tin cho người báo
receipt =
    ✅ <b>Đã nhận báo cáo của bạn.</b>
    Mã: <code>{ $code }</code>
receipt-paged = Bot đang gọi người trực. Khi có người nhận, bạn sẽ được báo tại đây.
receipt-queued = Báo cáo được xem xét trong giờ hành chính. Có kết quả, bạn sẽ được báo tại đây.
receipt-fraud-queued = Báo cáo được xem xét trong giờ hành chính rồi chuyển cho công an. Có kết quả, bạn sẽ được báo tại đây.
receipt-anonymous = Tên của bạn không được gửi cho ai.
receipt-more = Muốn bổ sung: <b>trả lời (reply) tin này</b>, hoặc gửi ảnh, tệp. Xem tiến độ: /status
receipt-fraud =
    {""}
    <b>Việc cần làm ngay:</b>
    { $advice }
receipt-hotlines = <b>Số điện thoại cần gọi:</b>
report-taken =
    👤 Báo cáo <code>{ $code }</code> đã có người nhận lúc { $at } và đang được xử lý.
    Có thêm thông tin, hãy trả lời (reply) tin này.
report-solved = ✔ Đội báo đã xử lý xong <code>{ $code }</code> lúc { $at }.
report-done = Việc đã làm:
report-solved-ask = Với bạn, sự cố đã ổn chưa?
report-solved-until = Nếu bạn không trả lời trước { $at }, sự cố được hiểu là đã ổn.
report-reopened = ↩️ Đã ghi nhận. <code>{ $code }</code> tiếp tục được xử lý; có người nhận, bạn sẽ được báo.
report-taken-up = ↩️ Đội đã mở lại báo cáo <code>{ $code }</code> của bạn để xử lý tiếp; có người nhận, bạn sẽ được báo.
report-objected = ↩️ Đã ghi nhận ý kiến của bạn. Đội sẽ xem lại <code>{ $code }</code>; có người nhận, bạn được báo.
report-not-incident = Báo cáo <code>{ $code }</code> đã được xem và <b>không phải sự cố</b> Đội cần xử lý. Cảm ơn bạn đã báo.
report-duplicate = Báo cáo <code>{ $code }</code> trùng với <code>{ $original }</code> đang được xử lý. Cảm ơn bạn đã báo.
report-referred = Báo cáo <code>{ $code }</code> đã được <b>chuyển cho cơ quan có thẩm quyền</b>.
report-object = Nếu bạn thấy chưa đúng, bấm nút dưới đây để Đội xem lại.
report-closed = ✅ <code>{ $code }</code> đã đóng lúc { $at }. Cảm ơn bạn đã báo.

## Chi tiết
fact-place = Nơi xảy ra: { $value }
fact-noticed = Phát hiện: { $value }
fact-contact = Liên hệ: { $value }
fact-cause = Nguyên nhân: { $value }
fact-action = Đã xử lý: { $value }
fact-helped-by = Đơn vị hỗ trợ: { $value }
incident-file = 📎 { $code }
story = {""}
    <b>Nhật ký</b>
story-line = <code>{ $at }</code> { $what }
timeline-received = { $name } gửi báo cáo sự cố
timeline-report-part = { $name } bổ sung thông tin
timeline-report-more = { $name } bổ sung
timeline-report-edited = { $name } sửa lại
timeline-report-file = { $name } gửi tệp { $file }
timeline-paged = Gọi { $people }
timeline-page-refused = Không gọi được { $name }
timeline-nobody-on-duty = Không có ai trực ban
timeline-taken = { $name } nhận
timeline-assigned = { $name } giao cho { $to }
timeline-promised = { $name } hẹn báo lại lúc { $until }
timeline-declined = { $name } không thể nhận
timeline-escalated = { $name } chuyển cấp trên
timeline-still-asked = Hỏi { $name } còn xử lý không
timeline-still = { $name } vẫn đang xử lý
timeline-silent = { $name } không trả lời
timeline-released = { $name } trả lại
timeline-note = { $name } ghi chú
timeline-note-edited = { $name } sửa ghi chú
timeline-phase = { $name } chuyển sang: { $status }
timeline-severity = { $name } đổi mức độ: { $to }
timeline-resolved = { $name } báo xử lý xong
timeline-rejected = { $name } kết luận: { $status }
timeline-closed = Đóng sự cố ({ $name })
timeline-reopened = { $name } báo chưa ổn, mở lại
timeline-taken-up = { $name } mở lại
timeline-loss = { $name } ghi thiệt hại ước tính (đồng)
timeline-objected = { $name } không đồng ý với kết luận, đề nghị xem lại
timeline-objected-again = { $name } lại đề nghị mở lại
timeline-other = { $name }: { $kind }

## Trả lời lệnh và nút
toast-taken = ✅ Bạn đã nhận { $code }.
toast-promised = Đã ghi: bot sẽ hỏi lại lúc { $until }.
toast-declined = Đã ghi. Đang gọi người khác.
toast-escalated-next = ⬆ Đang gọi bước tiếp theo.
toast-escalated-help = ⬆ Đã báo chỉ huy Đội hỗ trợ.
toast-still = 💪 Đã ghi, bạn vẫn đang xử lý.
toast-released = ↩ Đã trả lại. Đang gọi người khác.
toast-see-private = Xem tin nhắn riêng của bot.
toast-below = Xem tin bên dưới.
toast-phase = { $code }: { $status }.
toast-assigned = Đã giao cho { $name }.
toast-severity = { $code }: { $severity }.
toast-referred = Đã ghi: đã chuyển công an. Báo cáo kết thúc.
toast-thanks = Cảm ơn bạn. Sự cố đã được đóng.
toast-reopened = Đã ghi. Sự cố được xử lý tiếp.
toast-objected = Đã ghi. Chỉ huy Đội sẽ quyết định.
taken-by-you = ✅ Bạn đã nhận <b>{ $code }</b>.
answered-in-private = Đã gửi vào tin nhắn riêng của bạn.
asked-in-private = Mời bạn trả lời vài câu trong tin nhắn riêng với bot.
referral-asked-in-private = Mời bạn xác nhận trong tin nhắn riêng với bot.
reopened-owned =
    ↩️ Đã mở lại <b>{ $code }</b>. Người phụ trách tiếp tục xử lý.
    { $more }
reopened-called =
    ↩️ Đã mở lại <b>{ $code }</b>. Bot đang gọi người nhận.
    { $more }
reopened-queued =
    ↩️ Đã mở lại <b>{ $code }</b>. Sự cố chờ xử lý trong giờ hành chính.
    { $more }
reopened-why = Muốn ghi lý do: <code>/note { $code } lý do mở lại</code>
noted = 📝 Đã ghi vào nhật ký { $code }.
noted-unowned = 📝 Đã ghi vào nhật ký { $code }. ⚠️ <b>Chưa ai nhận sự cố này.</b> Nếu bạn nhận, trả lời “nhận”.
done-about = <b>{ $code }</b>: { $done }
assigned = 👉 Đã giao <b>{ $code }</b> cho <b>{ $name }</b>.
which-severity = { $code } ở mức nào?
severity-changed = { $code } nay ở mức { $severity }.
which-member = Giao { $code } cho ai?
incidents-none = ✅ Không có sự cố nào đang mở.
incidents-open =
    <b>{ $count } sự cố đang mở</b>
    { $lines }
    { $more }
incidents-line = { $severity } · <code>{ $code }</code> { $kind } · { $place } · { $status } · từ { $since }
incidents-line-owned = { $severity } · <code>{ $code }</code> { $kind } · { $place } · { $status } · { $owner } · từ { $since }
incidents-more = Còn nữa. Xem từng sự cố: /incident và mã.
search-found =
    🔎 <b>{ $words }</b>

    { $lines }
    { $more }
search-line = <code>{ $code }</code> { $kind } · { $status } · từ { $since }
    <i>{ $said }</i>
search-more = Còn nữa. Thêm từ để tìm hẹp hơn.
search-none = Không thấy sự cố nào có đủ các từ “{ $words }”. Thử ít từ hơn hoặc từ khác; không cần gõ dấu.
search-none-yet = Chưa thấy “{ $words }”. Mục lục còn đang được lập, xin tìm lại sau ít phút.
refused-search-nothing = Bạn muốn tìm gì? Gõ /search và vài từ (mỗi từ từ 2 chữ trở lên), ví dụ: /search ma doc ke toan.
timeline-anchor = 🔏 Niêm phong nhật ký sự cố đến { $until }: { $lines } dòng mới, mã <code>{ $code }</code>. Giữ tin này để đối chiếu: trên máy chủ, <code>trucban verify</code> phải ra đúng mã ấy.
timeline-anchor-papers = 🔏 Niêm phong nhật ký sự cố và báo cáo định kỳ đến { $until }: { $lines } dòng mới, { $papers } bản báo cáo, mã <code>{ $code }</code>. Giữ tin này để đối chiếu: trên máy chủ, <code>trucban verify</code> phải ra đúng mã ấy.
group-lost = ⚠️ <b>Nhóm của Đội không còn nhận được tin của bot</b> (bot bị đưa ra khỏi nhóm, nhóm bị xóa hoặc bot mất quyền). Tin gọi riêng từng người vẫn chạy. Hãy đưa bot vào lại nhóm làm quản trị viên; nhóm mới thì sửa TRUCBAN_TEAM_CHAT.
group-id =
    Bot đã được thêm vào nhóm “{ $title }”.
    Mã nhóm: <code>{ $group }</code>. Ghi mã này vào cấu hình TRUCBAN_TEAM_CHAT để dùng nhóm này.
you-are-blocked =
    Bot hiện không nhận tin của bạn. Cần báo gấp, hãy gọi hoặc đến trực tiếp cơ quan:
    { $lines }
