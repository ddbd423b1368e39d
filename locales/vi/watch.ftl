# Đợt trực: lập, xếp lịch, công bố, hủy; người trực xác nhận ca của mình.

## Danh sách và trang của một đợt trực
watch-list =
    { $count ->
        [0] 🗓 <b>Chưa có đợt trực nào đang lập hay sắp tới.</b>
       *[other]
            🗓 <b>Các đợt trực</b>
            { $lines }
    }

    Bấm “Lập đợt trực mới”, hoặc gõ <code>/watch new</code>.
watch-list-line = • №{ $number } <b>{ $name }</b> ({ $state }): { $period }
watch-state-draft = bản nháp
watch-state-coming = đã công bố
watch-state-running = đang trực
watch-state-ended = đã kết thúc
watch-state-cancelled = đã hủy
watch-page =
    🗓 <b>{ $name }</b> · №{ $number } · { $state }
    { $period }{ watch-page-year }
    Ca trong ngày: { $hours }
    Vị trí mỗi ca: { $seats }
    { $deep ->
        [yes] Luôn có hai người xử lý được: có
       *[no] Luôn có hai người xử lý được: không
    }. { $still ->
        [yes] Hỏi “còn trực không?”: có
       *[no] Hỏi “còn trực không?”: không
    }

    { $empty ->
        [0] ✅ Đã xếp đủ { $filled }/{ $total } chỗ
       *[other] ⬜ Đã xếp { $filled }/{ $total } chỗ, <b>còn trống { $empty }</b>
    }{ $answers }{ $problems }
watch-page-gone =
    🗓 <b>{ $name }</b> · №{ $number } · { $state }
    { $period }{ watch-page-year }
watch-page-year =
    { $year ->
        [none] { "" }
       *[other] { "" }, năm { $year }
    }
watch-page-answers =
    { "" }
    Trả lời: ✅ { $confirmed } · ⏳ chưa trả lời { $open } · ❌ không trực được { $declined }
watch-problems =
    { "" }

    ⚠️ <b>Cần xem lại</b>
    { $lines }
watch-problems-more = … và { $count } điều nữa
watch-shift = { $day } { $hours }
watch-shift-long = { $start } { $day } – { $end } { $last }

button-watch-new = ➕ Lập đợt trực mới
button-watch-page = 🗓 Trang đợt trực
button-watch-propose = ⚖️ Đề xuất công bằng
button-watch-last = ↻ Như lần trước
button-watch-hand = ✍️ Xếp tay
button-watch-file = 📎 Từ tệp
button-watch-table = 📋 Xem bảng
button-watch-publish = 📣 Công bố
button-watch-cancel = 🗑 Hủy đợt trực
button-watch-sure = 📣 Vẫn công bố
button-watch-gone = 🗑 Đúng, hủy

toast-watch-thinking = Đang tính, bảng đề xuất sẽ gửi ngay dưới đây.
toast-watch-filled = Đã xếp { $count } chỗ như lần trước.
toast-watch-published = Đã công bố. Mọi người trực đang nhận ca của mình.
toast-watch-cancelled = Đã hủy đợt trực.

## Bảng trực bằng chữ
watch-table =
    📋 <b>{ $name }</b>
    { $lines }
watch-table-nobody = <i>còn trống</i>

## Lập đợt trực mới
form-watch-name =
    🗓 <b>Đợt trực tên gì?</b>
    Bấm một dịp nghỉ sắp tới, hoặc gõ tên. Ví dụ: <i>“Trực Đại hội”</i>.
form-watch-name-name = Đợt trực
form-watch-first =
    🗓 <b>Trực từ ngày nào?</b>
    Gõ ngày. Ví dụ: <i>30/4</i>, <i>30/4/2027</i>.
form-watch-first-name = Từ ngày
form-watch-last =
    🗓 <b>Đến hết ngày nào?</b>
    Gõ ngày cuối còn trực; ca đêm của ngày ấy kéo sang sáng hôm sau. Ví dụ: <i>3/5</i>.
form-watch-last-name = Đến hết ngày
form-watch-hours =
    ⏱ <b>Một ngày chia ca thế nào?</b>
    Bấm một kiểu, hoặc gõ giờ các ca. Ví dụ: <i>07:30-19:30, 19:30-07:30</i>. Ca kết thúc sớm hơn giờ bắt đầu là ca qua đêm.
form-watch-hours-name = Ca trong ngày
form-watch-seats =
    👥 <b>Mỗi ca cần những vị trí nào?</b>
    Bấm một mẫu, hoặc gõ vị trí và số người. Ví dụ: <i>trực ban 2, chỉ huy, dự phòng</i>. Tên lạ sẽ là vị trí riêng của đợt này.
form-watch-seats-name = Vị trí mỗi ca
form-watch-deep =
    👥 <b>Lúc nào cũng phải có hai người xử lý được?</b>
    Nếu có, bot báo trước mọi lúc chỉ còn một người.
form-watch-deep-name = Luôn có hai người
form-watch-deep-yes = Có, luôn hai người
form-watch-deep-no = Không, một người là đủ
form-watch-still =
    💬 <b>Trong ca, bot có hỏi “còn trực không?” vài giờ một lần?</b>
    Không trả lời thì bot gọi người dự phòng.
form-watch-still-name = Hỏi “còn trực không?”
form-watch-still-yes = Có hỏi
form-watch-still-no = Không hỏi
form-watch-summary =
    <b>Đợt trực mới. Xem lại rồi gửi:</b>

    { $answers }

    Gửi xong, bot lập bản nháp để bạn xếp người. Chưa ai được báo gì.
form-watch-cancelled = Đã bỏ, chưa lập đợt trực nào. Gõ /watch để bắt đầu lại.
form-watch-expired = ⌛ Phần lập đợt trực bỏ dở đã hết hạn và được xóa. Gõ /watch new để lập lại.

## Sửa kế hoạch của bản nháp
button-watch-edit = 🛠 Sửa kế hoạch
form-watchedit-name =
    🗓 <b>Đợt trực tên gì?</b>
    Bấm tên đang có để giữ nguyên, hoặc gõ tên mới.
form-watchedit-name-name = Đợt trực
form-watchedit-first =
    🗓 <b>Trực từ ngày nào?</b>
    Bấm ngày đang có để giữ nguyên, hoặc gõ ngày mới. Ví dụ: <i>30/4</i>.
form-watchedit-first-name = Từ ngày
form-watchedit-last =
    🗓 <b>Đến hết ngày nào?</b>
    Bấm ngày đang có để giữ nguyên, hoặc gõ ngày cuối còn trực. Ví dụ: <i>3/5</i>.
form-watchedit-last-name = Đến hết ngày
form-watchedit-hours =
    ⏱ <b>Một ngày chia ca thế nào?</b>
    Bấm một kiểu, hoặc gõ giờ các ca. Ví dụ: <i>07:30-19:30, 19:30-07:30</i>.
form-watchedit-hours-name = Ca trong ngày
form-watchedit-seats =
    👥 <b>Mỗi ca cần những vị trí nào?</b>
    Bấm một mẫu, hoặc gõ vị trí và số người. Ví dụ: <i>trực ban 2, chỉ huy, dự phòng</i>.
form-watchedit-seats-name = Vị trí mỗi ca
form-watchedit-deep =
    👥 <b>Lúc nào cũng phải có hai người xử lý được?</b>
    Nếu có, bot báo trước mọi lúc chỉ còn một người.
form-watchedit-deep-name = Luôn có hai người
form-watchedit-still =
    💬 <b>Trong ca, bot có hỏi “còn trực không?” vài giờ một lần?</b>
    Không trả lời thì bot gọi người dự phòng.
form-watchedit-still-name = Hỏi “còn trực không?”
form-watchedit-summary =
    🛠 <b>Kế hoạch của bản nháp. Bấm Sửa để đổi điều nào, rồi Gửi:</b>

    { $answers }

    Ca đã xếp mà vẫn khớp kế hoạch mới thì giữ nguyên; ca nào không còn chỗ, bot nêu rõ.
form-watchedit-cancelled = Đã bỏ, kế hoạch giữ nguyên.
form-watchedit-expired = ⌛ Phần sửa kế hoạch bỏ dở đã đóng. Kế hoạch giữ nguyên.
watch-edited =
    { $count ->
        [0] 🛠 Đã sửa kế hoạch <b>{ $name }</b>. Không ca nào đã xếp bị bỏ.
       *[other]
            🛠 Đã sửa kế hoạch <b>{ $name }</b>. { $count } ca đã xếp không còn chỗ trong kế hoạch mới:
            { $lines }{ $more }
    }
watch-edited-line = • { $shift }, { $post }: { $name }
watch-edited-more =
    { "" }
    … và { $count } ca nữa

## Lịch từ tệp
form-rosterfile-file =
    📎 <b>Gửi tệp lịch trực vào đây.</b>
    CSV hoặc XLSX với các cột <code>start, end, post, telegram_id</code> (ghi họ tên thay số Telegram cũng được), hoặc tệp lịch .ics có tiêu đề dạng <i>“Trực ban: Lê Minh”</i>.
    Giờ lệch với ca thì bot xếp vào ca gần đúng nhất và nói rõ. Dòng nào không xếp được, bot nêu dòng ấy và chưa nhận tệp. Lịch đang xếp của bản nháp sẽ được thay.
form-rosterfile-file-name = Tệp lịch trực
form-rosterfile-summary = { $answers }
form-rosterfile-reading = ⏳ Đang đọc tệp. Kết quả sẽ gửi ngay dưới đây.
form-rosterfile-cancelled = Đã bỏ, bản nháp giữ nguyên.
form-rosterfile-expired = ⌛ Chưa nhận được tệp nào nên phần này đã đóng. Bản nháp giữ nguyên.
roster-file-taken = ✅ Đã xếp { $count } chỗ theo tệp.{ $fitted }
roster-fitted =
    { "" }
    Giờ trong tệp khác giờ ca ở những dòng sau, bot đã xếp như thế này:
    { $lines }
roster-fitted-divided = • Dòng { $line }: { $written } → chia thành { $count } ca: { $shifts }
roster-fitted-whole =
    { $count ->
        [1] • Dòng { $line }: { $written } → xếp trọn ca { $shifts }
       *[other] • Dòng { $line }: { $written } → xếp trọn { $count } ca: { $shifts }
    }
roster-fitted-more = … và { $count } dòng nữa
roster-file-not-calendar = Tệp này không phải tệp lịch iCalendar (.ics), hoặc đã hỏng.
roster-file-unread = Chưa tải được tệp từ Telegram. Bản nháp giữ nguyên, hãy gửi lại tệp.
roster-row-no-shift = đợt trực không có ca nào của vị trí này vào giờ ấy
roster-row-no-post = không có vị trí “{ $value }”; đợt trực này có: { $posts }
roster-row-full = vị trí này trong ca này chỉ cần { $people } người
roster-row-twice = người này đã có ở đúng ca và vị trí này
roster-row-busy = người này đã đứng vị trí khác cùng giờ
roster-row-nobody = không có ai trong Đội tên hoặc số “{ $value }”
roster-row-several = có nhiều người khớp với “{ $value }”: { $names }; hãy ghi đủ họ tên hoặc số Telegram
roster-row-repeats = sự kiện lặp lại không nhập được; hãy ghi từng ca thành một sự kiện

## Xếp tay
watch-hand-days =
    ✍️ <b>{ $name }</b>: chọn ngày.
    Hoặc gõ, ví dụ <code>/watch put 30/4 07:30 trực ban Minh</code>; để trống lại: <code>/watch clear 30/4 07:30 trực ban</code>.
watch-hand-day = ✍️ <b>{ $name }</b>, { $day }: chọn chỗ cần xếp.
watch-hand-slot =
    ✍️ <b>{ $name }</b>
    { $shift }, { $post }: { $who }
    { $empty ->
        [0] Đã đủ chỗ. Chọn người để đổi:
       *[other] Còn trống { $empty } chỗ. Chọn người (số giờ đã có trong đợt này):
    }
watch-put =
    ✍️ <b>{ $name }</b>
    { $shift }, { $post }: { $who }{ $before }
    { $empty ->
        [0] ✅ Đã xếp đủ mọi chỗ.
       *[other] Còn trống { $empty } chỗ.
    }{ $twice ->
        [yes] { watch-put-twice }
       *[no] { "" }
    }
watch-put-before = { " " }(trước đó: { $name })
watch-put-twice =
    { "" }
    ⚠️ Người này đã có ca khác cùng giờ trong đợt trực. Không đúng ý thì xếp lại người khác.
button-watch-day = { $day } · { $filled }/{ $total }
button-watch-days = ◂ Các ngày
button-watch-that-day = ◂ Cả ngày này
button-watch-slot = { $hours } { $post }: { $who }
button-watch-person = { $name } · { $hours } giờ
button-watch-busy = ⛔ { $name } · trùng giờ
button-watch-away = 🚫 { $name } · vắng
button-watch-clear = ⬜ Để trống chỗ này
toast-watch-put = Đã xếp.
toast-watch-cleared = Đã để trống.

## Công bố, hủy
watch-publish-sure =
    📣 <b>{ $name }</b>: { $count ->
        [0] đủ người, vẫn công bố?
       *[other] còn <b>{ $count } chỗ trống</b>, vẫn công bố?
    }
    { $lines }{ $more }{ $lost }

    Bấm “Vẫn công bố”, hoặc gõ <code>/watch sure { $number }</code>. Sau khi công bố vẫn xếp thêm và đổi người được.
watch-lost =
    { "" }
    ⛔ Bot không gọi được: <b>{ $names }</b> (chưa mở hoặc đã chặn bot).
watch-empty-line = • { $shift }, { $post }
watch-empty-more =
    { "" }
    … và { $count } chỗ nữa
watch-cancel-sure =
    { $published ->
        [yes]
            🗑 Hủy <b>{ $name }</b>? Mọi ca chưa trực sẽ bị bỏ, mọi nhắc việc dừng lại, tất cả người trực được báo ngay.
       *[no] 🗑 Hủy bản nháp <b>{ $name }</b>? Chưa ai được báo gì về bản nháp này.
    }
    Bấm “Đúng, hủy”, hoặc gõ <code>/watch gone { $number }</code>.
watch-cancelled = 🗑 Đã hủy <b>{ $name }</b>.
watch-called-off = 🗑 { $by } đã hủy đợt trực <b>{ $name }</b>. { $applies }
watch-called-off-team = 🗑 { $by } đã hủy đợt trực <b>{ $name }</b>. { $applies }{ $unpinned }
watch-called-off-yours = 🗑 { $by } đã hủy đợt trực <b>{ $name }</b>. Các ca của bạn trong đợt này không còn nữa. { $applies }
watch-unpinned = { " " }Ảnh lịch của đợt này đã bỏ ghim.
watch-applies-normal =
    { $begun ->
        [yes] Từ bây giờ áp dụng lịch trực thường.
       *[no] Những ngày ấy áp dụng lịch trực thường.
    }
watch-applies-other =
    { $begun ->
        [yes] Từ bây giờ áp dụng lịch của <b>{ $names }</b>; vị trí nào đợt ấy không có thì theo lịch trực thường.
       *[no] Những ngày ấy áp dụng lịch của <b>{ $names }</b>; ngoài ra là lịch trực thường.
    }

## Người trực xác nhận
your-watch =
    🗓 <b>Ca trực của bạn: { $name }</b>
    { $lines }

    { $open ->
        [0] Bạn đã trả lời hết, cảm ơn bạn. Có gì thay đổi thì bấm ca ấy, hoặc gõ <code>/confirm no</code> kèm số ca.
       *[other] Trực được thì bấm xác nhận, hoặc gõ <code>/confirm</code> để xác nhận tất cả. Không trực được ca nào thì bấm ❌, hoặc gõ <code>/confirm no</code> kèm số ca.
    }
your-shift-open = ⏳ { $shift }, { $post } (ca { $number })
your-shift-confirmed = ✅ { $shift }, { $post } (ca { $number })
your-shift-declined = ❌ { $shift }, { $post } (ca { $number }): đang tìm người thay
button-confirm-all = ✅ Tôi trực được tất cả
button-confirm-shift = ✅ Xác nhận
button-cannot-shift = ❌ Không trực được
button-confirm-number = ✅ Ca { $number }
button-cannot-number = ❌ Ca { $number }
toast-confirmed = Đã xác nhận: { $shift }, { $post }. Cảm ơn bạn.
toast-confirmed-all = Đã xác nhận { $count } ca. Cảm ơn bạn.
toast-cannot = Đã ghi nhận. Bot đang tìm người thay; ca vẫn là của bạn cho đến khi có người nhận.
shift-declined = ❌ <b>{ $name }</b> không trực được: { $shift }, { $post }. Bot đang hỏi người khác; ca vẫn của { $name } cho đến khi có người nhận.
shift-taken-back = ✅ <b>{ $name }</b> trực được lại: { $shift }, { $post }. Không cần tìm người thay nữa.
watch-unconfirmed =
    ⏳ <b>{ $name }</b>: { $people } người chưa xác nhận { $count } ca: { $names }.
    Bắt đầu lúc { $start }. Hãy gọi điện, hoặc xếp người khác.

## Từ chối
refused-no-such-watch = Không tìm thấy đợt trực này. Gõ /watch để xem danh sách.
refused-watch-which = Có nhiều đợt trực phù hợp. Hãy ghi thêm số, ví dụ <code>/watch 3</code> hoặc <code>/watch put 3 30/4 07:30 …</code>. Gõ /watch để xem số.
refused-watch-name = Tên đợt trực là một dòng, tối đa { $longest } ký tự.
refused-watch-day = “{ $written }” không phải ngày. Hãy gõ như 30/4 hoặc 30/4/2027.
refused-watch-past = Ngày này đã qua. Hãy chọn ngày từ hôm nay trở đi.
refused-watch-backwards = Ngày cuối phải từ ngày đầu trở đi.
refused-watch-long = Một đợt trực dài tối đa { $days } ngày. Hãy chia thành nhiều đợt.
refused-watch-hours = “{ $written }” không phải giờ trực. Hãy gõ như <code>07:30-19:30, 19:30-07:30</code>.
refused-watch-overlap = Các ca chồng lên nhau. Ca sau bắt đầu khi ca trước kết thúc.
refused-watch-seats = Tôi chưa hiểu “{ $written }”. Hãy gõ như “trực ban 2, chỉ huy, dự phòng”; mỗi vị trí từ 1 đến { $most } người.
refused-watch-post = “{ $written }” không dùng làm tên vị trí được: cần có chữ, tối đa { $longest } ký tự.
refused-watch-not-draft = “{ $name }” không còn là bản nháp nên không làm việc này được nữa. Gõ /watch để xem.
refused-watch-published = “{ $name }” đã công bố: ca chỉ chuyển cho người khác, không để trống được. Hãy chọn người thay.
refused-watch-over = “{ $name }” đã kết thúc hoặc đã hủy.
refused-watch-empty = Chưa xếp ai cả nên chưa công bố được.
refused-watch-conflict = Trùng thời gian với đợt trực đã công bố “{ $name }” ở vị trí { $posts }. Hãy đổi ngày, hoặc hủy đợt kia trước.
refused-watch-elsewhere = Đang có ca cùng giờ trong đợt trực khác: { $names }. Hãy xếp người khác vào các ca ấy.
refused-watch-unable = Không còn là thành viên Đội đang hoạt động nên không trực được: { $names }.
refused-watch-twice = Người này đã có mặt ở đúng ca và vị trí này.
refused-watch-no-last = Chưa có đợt trực nào trước đó để làm theo.
refused-watch-last-strange = Không ai ở “{ $name }” còn xếp được vào các vị trí của đợt này.
refused-watch-put-usage = Cách gõ: <code>/watch put 30/4 07:30 trực ban Minh</code>. Có nhiều đợt trực thì thêm số: <code>/watch put 3 30/4 07:30 trực ban Minh</code>.
refused-watch-no-shift = Không đợt trực nào có ca bắt đầu { $clock } ngày { $day }.
refused-watch-no-post = Ca này không có vị trí nào tên như “{ $words }”.
refused-watch-full = Vị trí này đã đủ người. Hãy để trống một người trước: <code>/watch clear</code>.
refused-watch-nobody-there = Chỗ này đang trống, hoặc không phải của người ấy.
refused-watch-who = Vị trí này có nhiều người. Hãy ghi thêm tên.
refused-not-your-shift = Đây là ca của { $name }.
refused-shift-past = Ca này đã qua.
refused-shift-confirmed = Bạn đã xác nhận ca này rồi.
refused-shift-declined = Bạn đã báo không trực được ca này rồi. Bot đang tìm người thay.
refused-all-confirmed = Bạn không còn ca nào chờ xác nhận.
refused-confirm-usage = Cách gõ: <code>/confirm</code> để xác nhận tất cả, <code>/confirm 57</code> cho một ca, <code>/confirm no 57</code> nếu không trực được ca ấy.
refused-no-shifts = Bạn không có ca nào sắp tới trong các đợt trực đã công bố.
refused-roster-file = Hãy gửi một tệp .csv, .xlsx hoặc .ics. Muốn thôi, bấm Hủy.
