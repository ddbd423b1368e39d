# Đổi ca, trực thay, vắng mặt, ca trống.

## Có gì chưa ổn trong lịch trực
cover-gap = • <b>{ $when }</b>: không có { $post }. { $cost }
cover-gap-only = • <b>{ $when }</b>: không có { $post }.
cover-declined = • <b>{ $when }</b>, { $post }: { $names } báo không trực được, chưa ai thay. Bot vẫn gọi { $names }.
cover-short = • <b>{ $when }</b>: { $post } chỉ có { $names }, ít người hơn kế hoạch.
cover-one-deep = • <b>{ $when }</b>: chỉ { $names } xử lý được sự cố. Không trả lời thì không còn ai đỡ.
cover-none-deep = • <b>{ $when }</b>: không có ai trực ban hay dự phòng để xử lý sự cố.
cover-unreachable =
    • Bot không nhắn được cho <b>{ $names }</b> (chưa mở hoặc đã chặn bot): { $count } ca, gần nhất { $when }. { $names } sẽ không nhận được cuộc gọi nào.
cover-double = • <b>{ $when }</b>: { $names } có hai ca trùng giờ ({ $post }).
cover-unconfirmed = • <b>{ $names }</b> chưa xác nhận { $count } ca, gần nhất { $when }.
cover-rest = • { $names } chỉ được nghỉ { $rest } trước ca { $back }.
cover-rest-none = • { $names } không được nghỉ trước ca { $back }: hết ca này là vào ca khác ngay.
cover-cost-alone = Mọi cuộc gọi chỉ đến chỉ huy Đội.
cover-cost-on-duty = Cuộc gọi đầu tiên đến thẳng { $left }.
cover-cost-backup = Cảnh báo nghiêm trọng chỉ đến { $left }.
cover-cost-commander = Việc không ai nhận sẽ lên thẳng chỉ huy Đội.
cover-more =
    { "" }
    … và { $count } việc nữa.
cover-daily =
    🗓 <b>Lịch trực { $days } ngày tới: { $count } việc cần xem</b>
    { $lines }{ $more }
cover-now =
    🗓 <b>Lịch trực { $days } ngày tới: { $count } việc cần xem</b>
    { $lines }{ $more }
cover-empty = ⚠️ Chưa có lịch trực nào trong { $days } ngày tới: có sự cố, bot gọi thẳng chỉ huy Đội. Lập đợt trực: /watch new
cover-well = ✅ Lịch trực { $days } ngày tới đủ người, mọi người đều nhận được tin.
button-mute = 🔕 Tắt đến { $until }
button-seek = 🔎 Tìm { $post }, { $start }
button-seek-shift = 🔎 Tìm người thay, { $start }
button-give-shift = 👉 Giao ca { $post }, { $start }
toast-muted = Tin hằng ngày tạm ngừng đến { $until }. Báo động vẫn gửi.
refused-mute = Chỉ tắt được đến { $until }.

## Ca trống sắp đến và đã đến
gap-nears =
    ⚠ <b>Ca trực sắp đến mà chưa có người</b>
    { $lines }{ $more }
watch-nears =
    ⏳ <b>Đợt trực sắp bắt đầu, còn người chưa xác nhận</b>
    { $lines }{ $more }
    Hãy gọi điện, hoặc xếp người khác.
gap-nears-team =
    ⚠ <b>Ca trực sắp bắt đầu mà chưa có người</b>
    { $lines }{ $more }
    Ai trực được, hãy gửi /gaps.
gap-open =
    🔴 <b>Lúc này đang trống người trực</b>
    { $lines }
    Bot sẽ nhắc lại cho đến khi có người, hoặc đến khi bạn bấm “Đã biết”.
gap-open-team =
    🔴 <b>Lúc này đang trống người trực</b>
    { $lines }
    Ai trực được ngay, hãy gửi /gaps.
gap-known-by = 👌 { $name } đã biết về ca đang trống. Bot không nhắc lại nữa.
button-gap-known = 👌 Đã biết
toast-gap-known = Đã ghi nhận. Bot không nhắc lại về ca đang trống này.
refused-gap-known = Ca này đã có người, hoặc đã có chỉ huy biết rồi.
openings-none = ✅ Không có ca nào còn trống.
openings =
    🪑 <b>Ca còn trống: { $count }</b>
    { $lines }
opening-line = { $number }. { $post }, { $when }
opening-card =
    🪑 <b>Cần người trực: { $post }</b>
    { $when }
    Ai bấm trước sẽ nhận ca.
opening-filled =
    ✅ <b>{ $name }</b> nhận ca còn trống: { $post }, { $when }.
    Lịch trực bây giờ:
    { $roster }
opening-yours =
    🪑 { $name } xếp bạn vào ca <b>{ $post }</b>, { $when }.
    Bạn trực được chứ?
button-opening-take = ✋ { $number }. { $post }, { $start }
toast-opening-yours = Ca này là của bạn. Cảm ơn bạn.
toast-opening-asked =
    { $count ->
        [0] Không có ai rảnh lúc đó. Đã hỏi trong nhóm.
       *[other] Đã hỏi { $count } người và cả nhóm.
    }
refused-opening-asked = Bot đã hỏi mọi người về ca này lúc { $at }. Chờ họ trả lời một lát nhé.
refused-opening-gone = Ca này đã có người nhận hoặc không còn cần nữa. Cảm ơn bạn.
refused-gaps-usage =
    Cách dùng: <code>/gaps</code>, <code>/gaps take 1</code> để nhận ca trống.
    Chỉ huy: <code>/gaps seek 1</code>, <code>/gaps mute 5/9</code>, <code>/gaps known</code>.

## Nhờ trực thay
swap-unable =
    <b>Chưa có gì thay đổi: ca vẫn là của bạn.</b> Bấm ca cần người thay ở tin dưới.
    Gấp (ốm, ca sắp đến hoặc đang chạy): gõ <code>/swap now lý do</code>, bot gọi người dự phòng và báo chỉ huy ngay.
swap-mine-none = 🔁 Bạn chưa có ca trực nào sắp tới.
swap-mine =
    🔁 <b>Ca trực sắp tới của bạn</b>. Bấm ca cần nhờ trực thay.
    { $lines }
    <i>Gõ nhanh: /swap SỐ_CA lý do, /swap SỐ_CA 22:00-02:00 @tên, hoặc /swap now lý do khi không trực được ngay.</i>
swap-shift = <b>№{ $number }</b> { $post }, { $when }
swap-shift-of = <b>№{ $number }</b> { $post }, { $when }: { $name }
swap-searches =
    🔎 <b>Đang tìm người trực thay: { $count }</b>
    { $lines }
swap-search = { $number }. { $name }: { $post }, { $when }
swap-search-waits = { $number }. { $name }: { $post }, { $when }. Đã có người nhận, chờ chỉ huy duyệt
swap-what =
    🔁 <b>Ca №{ $number }: { $post }</b>
    { $when }
    Bạn muốn nhờ ai?
swap-whom =
    { $count ->
        [0] Không có ai rảnh vào giờ của ca №{ $number } ({ $post }, { $when }).
       *[other] Nhờ ai trực ca №{ $number } ({ $post }, { $when })? Dấu 😴 là người nghỉ chưa đủ giữa hai ca.
    }
swap-give-whom =
    { $count ->
        [0] Không có ai rảnh vào giờ của ca №{ $number } ({ $post }, { $when }). Vẫn giao được bằng <code>/swap give { $number } TÊN !</code>
       *[other] Giao ca №{ $number } ({ $post }, { $when }) cho ai? Dấu 😴 là người nghỉ chưa đủ giữa hai ca.
    }
swap-all-none = Không có ca trực nào trong thời gian tới.
swap-all =
    🔁 <b>Ca trực sắp tới</b>. Bấm ca cần giao cho người khác.
    { $lines }{ $more }
swap-reason =
    { "" }
    Lý do: { $reason }
swap-card =
    🔁 <b>{ $name } nhờ trực thay</b> (đề nghị { $number })
    { $post }, { $when }{ $reason }
    Ai bấm trước sẽ nhận ca.
swap-card-urgent =
    🔴 <b>Cần người trực thay { $name } ngay</b> (đề nghị { $number })
    { $post }, { $when }{ $reason }
    Ai bấm trước sẽ nhận ca.
swap-card-left =
    🔁 <b>Cần người trực thay { $name }</b>, đã rời Đội (đề nghị { $number })
    { $post }, { $when }{ $reason }
    Ai bấm trước sẽ nhận ca.
swap-cards =
    🔁 <b>{ $name } nhờ trực thay: { $count } ca</b>
    { $lines }
    { $count ->
        [0] Các ca này đã có kết quả. Cảm ơn mọi người.
       *[other] Trực được ca nào thì bấm ca ấy. Ai bấm trước sẽ nhận ca.
    }
swap-cards-left =
    🔁 <b>Cần người trực thay { $name }</b>, đã rời Đội: { $count } ca
    { $lines }
    { $count ->
        [0] Các ca này đã có kết quả. Cảm ơn mọi người.
       *[other] Trực được ca nào thì bấm ca ấy. Ai bấm trước sẽ nhận ca.
    }
swap-cards-line = <b>{ $number }</b>. { $post }, { $when }
swap-cards-line-over = <s>{ $number }. { $post }, { $when }</s>: { $outcome }
swap-card-over =
    ☑️ Trực thay <b>{ $name }</b> (đề nghị { $number }): { $outcome }
    { $post }, { $when }
swap-outcome-done = { $taker } đã nhận. Cảm ơn mọi người.
swap-outcome-taken = { $taker } đã nhận, chờ chỉ huy duyệt.
swap-outcome-refused = chỉ huy không duyệt, ca vẫn của { $name }.
swap-outcome-withdrawn = { $name } vẫn trực, không cần ai thay nữa.
swap-outcome-expired = hết hạn, không tìm nữa.
swap-outcome-off = đợt trực đã hủy, không cần nữa.
swap-outcome-open = đang tìm người.
swap-nudge =
    { $count ->
        [1] ⏰ Vẫn chưa có ai trực thay <b>{ $name }</b>: { $post }, { $when }. Trực được thì bấm ở tin trên 👆
       *[other] ⏰ Vẫn còn { $count } ca chưa có ai trực thay <b>{ $name }</b>, gần nhất: { $post }, { $when }. Trực được thì bấm ở tin trên 👆
    }
swap-left =
    🚪 <b>{ $name }</b> đã rời Đội, để lại { $count } ca trong <b>{ $watch }</b>. Bot đang hỏi cả Đội:
    { $lines }
    Muốn giao thẳng cho ai, bấm ca ấy.
swap-left-line = • <b>№{ $number }</b> { $post }, { $when }
swap-left-line-nobody = • <b>№{ $number }</b> { $post }, { $when } ⚠ không ai rảnh
swap-looking =
    🔎 Đang tìm người trực thay bạn: { $post }, { $when } (đề nghị { $number }).
    Đã hỏi: { $names }. Chưa có ai nhận thì ca vẫn là của bạn.
swap-looking-nobody =
    🔎 Chưa có ai rảnh để trực thay bạn: { $post }, { $when } (đề nghị { $number }).
    Chỉ huy Đội đã được báo. Chưa có ai nhận thì ca vẫn là của bạn.
swap-nobody =
    ⚠ { $name } nhờ trực thay nhưng không có ai rảnh: { $post }, { $when }.
    Bạn có thể giao ca này cho một người cụ thể.
swap-urgent =
    🔴 <b>{ $name } không trực được</b>: { $post }, { $when }{ $reason }
    Đã hỏi ngay: { $names }. Ai nhận sẽ trực thay luôn, không chờ duyệt.
swap-expired =
    ⚠ Chưa có ai trực thay { $name }: { $post }, { $when }.
    Ca vẫn là của <b>{ $name }</b>, bot vẫn gọi { $name }.
swap-expired-left = ⚠ Chưa có ai thay { $name } (đã rời Đội): { $post }, { $when }. <b>Ca này đang trống.</b>
swap-undecided = ⚠ Đổi ca chưa được duyệt thì ca đã bắt đầu: { $post }, { $when }. Ca vẫn là của <b>{ $name }</b>.
swap-undecided-you = Đổi ca chưa được duyệt thì ca đã bắt đầu: { $post }, { $when }. Ca vẫn là của { $name }.
swap-expired-you = ⚠ Chưa có ai trực thay bạn: { $post }, { $when }. <b>Ca vẫn là của bạn.</b>
swap-decide =
    🔁 <b>{ $name }</b> nhận trực thay <b>{ $former }</b> (đề nghị { $number })
    { $post }, { $when }{ $breaks }
    Bạn có duyệt không?
swap-breaks =
    { "" }
    ⚠️ Đổi như vậy thì:
    { $lines }
swap-breaks-rest = • { $name } chỉ được nghỉ { $rest }, từ { $ended } đến { $back }.
swap-breaks-rest-none = • { $name } không được nghỉ: hết một ca là vào ca tiếp theo ngay lúc { $back }.
swap-breaks-double = • { $name } có hai ca trùng giờ ({ $post }), { $when }.
swap-breaks-holiday-night = • { $name } trực đêm lễ hai kỳ liền.
swap-waits-taker = ⏳ Bạn đã nhận trực thay { $former }: { $post }, { $when }. Đang chờ chỉ huy duyệt.{ $breaks }
swap-waits-holder = ⏳ { $name } nhận trực thay bạn: { $post }, { $when }. Đang chờ chỉ huy duyệt, trước đó ca vẫn là của bạn.
swap-not-agreed = ✖ { $by } không duyệt đổi ca { $post }, { $when }. Ca vẫn là của <b>{ $former }</b>, không phải { $name }.
swap-withdrawn = ↩ { $name } vẫn trực ca { $post }, { $when }. Không cần ai thay nữa.
swap-given-former = ✅ <b>{ $name }</b> trực thay bạn: { $post }, { $when }. Bạn không phải trực ca này nữa.
swap-given-you = ✅ Bạn trực thay <b>{ $former }</b>: { $post }, { $when }. Cảm ơn bạn.
swap-given-ask =
    🔁 Chỉ huy giao bạn trực thay <b>{ $former }</b>: { $post }, { $when }.
    Bạn trực được chứ?
swap-given =
    🔁 <b>{ $name }</b> trực thay <b>{ $former }</b>: { $post }, { $when }.{ $twice }
    Lịch trực bây giờ:
    { $roster }
swap-given-twice =
    { "" }
    ⚠ { $name } nay giữ hai vị trí cùng lúc: { $posts }.
swap-given-done = ✅ Đã giao cho <b>{ $name }</b>: { $post }, { $when }. Mọi người đã được báo.
swap-double-sure =
    ⚠ <b>{ $name }</b> đã có ca { $post }, { $when } trùng giờ.
    Một người khó trực hai nơi. Vẫn giao chứ?

button-swap-take = ✋ Tôi trực thay
button-swap-take-start = ✋ { $number }. { $start }
button-swap-take-number = ✋ Nhận đề nghị { $number }
button-swap-withdraw = ↩ Thôi, tôi vẫn trực
button-swap-agree = ✅ Duyệt
button-swap-refuse = ✖ Không duyệt
button-swap-agree-number = ✅ Duyệt { $number }
button-swap-refuse-number = ✖ Không duyệt { $number }
button-swap-give = 👉 Giao cho…
button-swap-shift = №{ $number } { $start }, { $post }
button-swap-all = 📣 Hỏi cả Đội
button-swap-one = 👤 Hỏi một người
button-swap-now = 🔴 Không trực được, cần người ngay
button-swap-person = { $name }
button-swap-tired = 😴 { $name }
button-swap-insist = Vẫn giao
toast-swap-asked = Đã hỏi. Bạn sẽ nhận tin ngay khi có người nhận.
toast-swap-called = Đã gọi trực dự phòng và báo chỉ huy.
toast-swap-yours = Ca này là của bạn. Cảm ơn bạn.
toast-swap-waits = Đã ghi nhận, chờ chỉ huy duyệt. Cảm ơn bạn.
toast-swap-withdrawn = Đã thôi tìm người. Ca giữ nguyên.
toast-swap-agreed = Đã duyệt đổi ca.
toast-swap-refused = Không duyệt. Hai người đã được báo.
toast-swap-given = Đã giao cho { $name }.

refused-swap-part = Khoảng giờ này không nằm trong ca trực.
refused-swap-past = Ca này đã qua.
refused-swap-same = Ca này đang là của { $name } rồi.
refused-swap-role = { $name } không phải thành viên Đội ứng cứu nên không trực được.
refused-swap-there = { $name } đã trực đúng vị trí này: { $post }, { $when }.
refused-swap-double =
    { $name } đã có ca trùng giờ: { $post }, { $when }.
    Chỉ huy vẫn giao được: gõ lại /watch put hoặc /swap give với dấu ! sau tên.
refused-swap-taken = Đã có { $name } nhận lúc { $at }. Bạn không cần làm gì thêm. Cảm ơn bạn.
refused-swap-over = Đề nghị này đã kết thúc. Bạn không cần làm gì thêm.
refused-swap-decided =
    { $agreed ->
        [yes] Đổi ca này đã được duyệt rồi.
       *[no] Đổi ca này đã bị từ chối rồi.
    }
refused-swap-changed = Ca này vừa được người khác thay đổi. Hãy xem lại bằng /swap.
refused-swap-not-near = Không có ca nào của bạn đang chạy hoặc bắt đầu trong { $within } tới. Dùng /swap để nhờ trực thay.
refused-swap-no-shift = Bạn không có ca trực nào bắt đầu ngày { $day }.
refused-swap-which = Ngày { $day } bạn có nhiều ca. Hãy ghi số ca: { $numbers }.
refused-swap-asked = Ca này đang được tìm người thay rồi. Gửi /swap để xem.
refused-swap-only = Người giữ ca này chỉ nhờ { $name } trực thay.
refused-swap-not-yours = Chỉ người giữ ca này hoặc chỉ huy Đội mới làm được.
refused-swap-usage = Hãy ghi số, ví dụ <code>/swap 12 lý do</code>. Gửi /swap để xem số các ca.

## Vắng mặt
away-kept =
    📅 Đã ghi bạn vắng (số { $number }): { $when }.
    { $count ->
        [0] Trong thời gian đó bot không xếp và không hỏi bạn trực.
       *[other] <b>Bạn có { $count } ca trực trong thời gian đó.</b> Bấm ca để nhờ người trực thay.
    }
away-none = 📅 Chưa có báo vắng nào. Gõ <code>/away 28/4-30/4 lý do</code> để báo vắng.
away-list =
    📅 <b>Báo vắng sắp tới</b>
    { $lines }
    <i>Gõ /away 28/4-30/4 lý do để báo vắng, /away off SỐ để bỏ.</i>
away-line = <b>{ $number }</b>. { $name }: { $when }{ $reason }
away-reason = { " " }({ $reason })
away-gone = Đã bỏ báo vắng { $when }.
away-clash-notice = 📅 <b>{ $name }</b> báo vắng { $when } và có { $count } ca trực trong thời gian đó. { $name } đã được mời tìm người thay.
button-away-off = ✖ Bỏ báo vắng { $number }
refused-away-usage = Hãy ghi ngày, ví dụ <code>/away 28/4-30/4 về quê</code>, <code>/away mai</code>, hoặc <code>/away off 3</code> để bỏ.
refused-away-past = Những ngày này đã qua.
refused-away-gone = Báo vắng này đã được bỏ rồi.
refused-away-not-yours = Chỉ người báo vắng hoặc chỉ huy Đội mới bỏ được.
