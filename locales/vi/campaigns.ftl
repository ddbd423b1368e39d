# Đợt yêu cầu ở Đội: lập, duyệt, theo dõi, xem kết quả từng cơ quan, trả lời, kế hoạch.

## Danh sách
campaigns-list =
    { $count ->
        [0] 📣 <b>Chưa có đợt yêu cầu nào đang lập hay đang mở.</b>
       *[other]
            📣 <b>Các đợt yêu cầu</b>: { $count }{ register-page }
            { $lines }
    }

    <i>Gõ /campaign kèm mã để xem một đợt, ví dụ <code>/campaign DY-2026-0007</code>. Lập đợt mới: <code>/campaign new</code>.</i>
campaigns-line = • { $code } <b>{ $name }</b>: { $state }, { $due }
campaigns-line-open =
    • { $code } <b>{ $name }</b>
    ↳ { $bar } { $done }/{ $asked }{ $overdue ->
        [0] { "" }
       *[other] { "" }, 🔴 quá hạn { $overdue }
    } · { $due }
campaign-state-draft = bản nháp
campaign-state-proposed = chờ người thứ hai duyệt
campaign-state-confirmed = đã duyệt, chờ đến ngày mở
campaign-state-open = đang mở
campaign-state-closed = đã đóng
campaign-state-cancelled = đã hủy
campaign-due-draft = hạn { $day }
campaign-due-proposed = hạn { $day }
campaign-due-confirmed = hạn { $day }
campaign-due-closed = hạn { $day }
campaign-due-cancelled = hạn { $day }

## Bảng tiến độ
campaign-board =
    📊 <b>{ $name }</b> · { $code }
    ⏳ { $due }
    { campaign-figures }{ $league }{ $behind }{ $unreached }
campaign-figures =
    { $bar } <b>{ $percent } %</b> · { $done }/{ $asked } đã nộp
    ✅ đã duyệt { $accepted } · 🟢 chờ Đội duyệt { $waits } · 🟡 đang làm { $started } · 👀 đã xem { $seen } · ⚪ chưa xem { $silent }{ $returned ->
        [0] { "" }
       *[other] { "" } · 🟠 làm lại { $returned }
    }{ $late ->
        [0] { "" }
       *[other] { "" } · nộp muộn { $late }
    }{ $exempt ->
        [0] { "" }
       *[other] { "" } · ⚫ không áp dụng { $exempt }
    }
campaign-league =
    { "" }

    🏁 <b>Xếp hạng theo { $by ->
        [agency] cơ quan
        [parent] cơ quan cấp trên
       *[kind] loại cơ quan
    }</b>
    { $lines }
campaign-league-line = { $rank }. { $name }: { $done }/{ $asked } · { $percent } %
campaign-behind =
    { "" }

    🔴 <b>Quá hạn { $count }:</b> { $names }{ $more ->
        [0] { "" }
       *[other] { "" } … và { $more } nơi nữa
    }
campaign-unreached =
    { "" }
    ⚠ <b>{ $count } cơ quan chưa có người nhận tin:</b> { $names }{ $more ->
        [0] { "" }
       *[other] { "" } … và { $more } nơi nữa
    }

## Trang của một đợt
campaign-info =
    📣 <b>{ $name }</b> · { $code } · { $state }
    ⏳ { $due }
    { campaign-figures }{ $league }{ $behind }{ $unreached }{ $asks ->
        [0] { "" }
       *[other] { campaign-info-asks }
    }
campaign-info-asks =
    { "" }

    💬 Đang chờ Đội trả lời: { $asks }
campaign-preview =
    📣 <b>{ $name }</b> · { $code } · { $state }
    Người lập: { $author }
    Gửi đến: { $who }
    ➡️ <b>{ $agencies } cơ quan, { $assignments } việc</b>{ $silent ->
        [0] { "" }
       *[other] { campaign-preview-silent }
    }
    Hạn của cơ quan: hết { $due }. Hạn tổng hợp: { $rollup }
    Nơi nhận báo cáo: { $receiver }. Minh chứng: { $evidence }
    Văn bản: { $order }{ $basis }{ $body }

    { $questions }

    { $next }
campaign-rollup-off = { $day } (⚠ ngày nghỉ, không làm việc)
campaign-preview-silent =
    { "" }
    ⚠ { $silent } cơ quan chưa có đầu mối nào nhận được tin của bot. Xem /agencies.
campaign-who-all = tất cả cơ quan
campaign-who-all-systems = tất cả hệ thống, mỗi hệ thống một việc
campaign-who-kinds = cơ quan loại { $kinds }
campaign-who-owners = cơ quan có hệ thống cấp độ { $levels }
campaign-who-systems = mỗi hệ thống cấp độ { $levels } một việc
campaign-who-chosen =
    { $names }{ $more ->
        [0] { "" }
       *[other] { "" } và { $more } cơ quan nữa
    }
campaign-questions =
    ✍️ <b>Câu hỏi</b>
    { $lines }
campaign-questions-none = ✍️ Không có câu hỏi: cơ quan chỉ cần báo đã xong.
campaign-question-line =
    { $required ->
        [yes] { $number }. { $name } <i>({ $kind })</i>
       *[no] { $number }. { $name } <i>({ $kind }, không bắt buộc)</i>
    }
question-kind-yes-no = có/không
question-kind-number = số
question-kind-number-of = số trên tổng số
question-kind-text = chữ
question-kind-date = ngày
question-kind-file = tệp
question-kind-choice = chọn
question-only-if = { $kind }, chỉ hỏi khi “{ $name }” trả lời có
question-at-most = { $kind }, không quá “{ $name }”
question-past = { $kind }, không sau hôm nay
question-kind-of = { $kind }: { $choices }
campaign-next-draft = <i>Xem kỹ rồi bấm “Trình duyệt”, hoặc gõ <code>/campaign trinh { $code }</code>. Chưa ai được báo gì.</i>
campaign-next-proposed = <i>Cần một chỉ huy khác người lập bấm “Duyệt và gửi”, hoặc gõ <code>/campaign duyet { $code }</code>.</i>
campaign-next-confirmed = <i>Đến ngày, bot tự gửi cho mọi cơ quan. Chưa cơ quan nào được báo gì.</i>
campaign-next-cancelled = <i>Đợt này đã hủy trước khi gửi.</i>

button-campaign-new = ➕ Lập đợt mới
button-campaigns = 📣 Các đợt yêu cầu
button-campaigns-plan = 🗓 Kế hoạch 12 tháng
button-campaigns-league = 🏁 Xếp hạng cơ quan
button-league-xlsx = 📊 Bảng tính
button-league-other = 🏁 { $key }
button-campaign-propose = 📤 Trình duyệt
button-campaign-change = ✏️ Sửa
button-campaign-confirm = ✅ Duyệt và gửi
button-campaign-takeback = ↩️ Lấy lại để sửa
button-campaign-cancel = 🗑 Hủy đợt
button-campaign-cancel-yes = 🗑 Đúng, hủy
button-campaign-close = 🔒 Đóng đợt
button-campaign-close-yes = 🔒 Đúng, đóng
button-campaign-acceptall-yes = ✅ Đúng, duyệt hết
button-campaign-copy = 📄 Làm lại cho năm sau
button-campaign-table = 📋 Từng cơ quan
button-campaign-waiting = 🟢 Chờ Đội duyệt ({ $count })
button-campaign-asks = 💬 Chờ trả lời ({ $count })
button-campaign-png = 🖼 Ảnh
button-campaign-xlsx = 📊 Bảng tính
button-campaign-docx = 📄 Báo cáo
button-campaign-name = Tên
button-campaign-body = Nội dung
button-campaign-order = Văn bản
button-campaign-who = Gửi ai
button-campaign-due = Hạn của cơ quan
button-campaign-rollup = Hạn tổng hợp
button-campaign-questions = Câu hỏi
button-campaign-evidence = Minh chứng
button-campaign-receiver = Nơi nhận báo cáo

toast-campaign-proposed = Đã trình. Chỉ huy khác sẽ nhận tin để duyệt.
toast-campaign-taken-back = Đã lấy lại, bạn sửa tiếp được.
toast-campaign-confirmed = Đã duyệt.
toast-campaign-copied = Đã lập bản nháp mới, xem tin bên dưới.
toast-campaign-closed = Đã đóng đợt này.
toast-campaign-cancelled = Đã hủy đợt này.
toast-campaign-all-accepted = Đã duyệt { $count } kết quả.
toast-campaign-board = Đã gửi lại bảng tiến độ vào nhóm.
toast-campaign-making = Đang làm, tệp sẽ gửi ngay dưới đây.
toast-campaign-no-asks = Không có câu hỏi hay đề nghị nào đang chờ.
campaign-making = ⏳ Đang làm, tệp sẽ gửi ngay dưới đây.
campaign-close-sure =
    🔒 Đóng <b>{ $name }</b>? Hạn { $due }. Cơ quan không nộp và không sửa được nữa, bot thôi nhắc.
    { $waiting ->
        [0] Không còn kết quả nào chờ Đội duyệt.
       *[other] ⚠ Còn { $waiting } kết quả chờ Đội duyệt.
    }
    Bấm “Đúng, đóng”, hoặc gõ <code>/campaign dongluon { $code }</code>.
campaign-cancel-sure =
    🗑 Hủy <b>{ $name }</b>? { $given ->
        [0] Chưa cơ quan nào được báo gì.
       *[other] { $given } việc đã giao sẽ bị rút lại. Hạn { $due }, { $waiting } kết quả chờ Đội duyệt.
    }
    Bấm “Đúng, hủy”, hoặc gõ <code>/campaign huyhan { $code }</code>.
campaign-acceptall-sure =
    ✅ Duyệt hết kết quả đã nộp của <b>{ $name }</b>? Đang chờ: { $waiting }/{ $given }, hạn { $due }.
    Việc báo “không áp dụng” vẫn chờ bạn xem từng lý do.
    Bấm “Đúng, duyệt hết”, hoặc gõ <code>/campaign duyethetluon { $code }</code>.

## Từng cơ quan
campaign-table =
    📋 <b>{ $name }</b> · { $code }
    { $which }: { $count }{ register-page }
    { $lines }

    <i>Gõ <code>/campaign xem { $code }</code> kèm mã hay tên cơ quan để xem một nơi.</i>
campaign-filter-all = Tất cả
campaign-filter-wait = Chờ Đội duyệt
campaign-filter-todo = Chưa nộp
campaign-filter-late = Quá hạn
campaign-filter-silent = Chưa ai mở xem
button-filter-all = Tất cả ({ $count })
button-filter-wait = 🟢 Chờ Đội duyệt ({ $count })
button-filter-todo = ⚪ Chưa nộp ({ $count })
button-filter-late = 🔴 Quá hạn ({ $count })
button-filter-silent = 🔇 Chưa xem ({ $count })
campaign-line = { $mark } { $about }: { $state }, { $due } · { $read }{ $reach }
campaign-line-done = { $mark } { $about }: { $state }{ $reach }
campaign-line-unreached = { "" } ⚠ không có đầu mối nhận tin
campaign-read-waiting = chưa gửi được
campaign-read-delivered = đã gửi đến
campaign-read-opened = đã xem
campaign-read-started = đang làm
given-page =
    { $mark } <b>{ $whom }</b> · việc №{ $number }
    { $name } · { $code }
    { $state }, { $due }
    { $contacts }{ $reason }

    { $trail }{ $answers }

    <i>Gõ: <code>/campaign nhan { $number }</code>, <code>/campaign tra { $number }</code> kèm lý do, <code>/campaign tep { $number }</code>.</i>
given-reason =
    { "" }
    Lý do: { $reason }
given-contacts = Đầu mối: { $names }
given-contacts-none = ⚠ Chưa có đầu mối
given-delivered = 📨 Gửi đến lúc { $at }
given-opened = 👀 Xem lúc { $at }
given-started = ▶️ Bắt đầu lúc { $at }
given-done = 🟢 Nộp lúc { $at }
given-accepted = ✅ Duyệt lúc { $at }
given-nothing = 📨 Chưa gửi đến ai
given-answers =
    { "" }

    📄 <b>Kết quả</b> ({ $by } nộp)
    { $lines }
button-given-accept = ✅ Duyệt
button-given-return = ↩️ Trả lại
button-given-files = 📎 Minh chứng ({ $count })
button-given-next = Kết quả tiếp ▸
toast-given-accepted = Đã duyệt: { $about }.
toast-given-no-files = Không có tệp nào kèm theo.
campaign-task-returned = ↩️ Đã trả lại { $name } cho { $about } (việc №{ $number }). Đầu mối của cơ quan đã được báo.
form-taskreturn-words =
    ↩️ <b>Cơ quan cần sửa gì?</b>
    Viết rõ để họ làm được ngay. Các câu đã trả lời của họ vẫn giữ nguyên.
form-taskreturn-words-name = Lý do
form-taskreturn-summary = { $answers }
form-taskreturn-cancelled = Đã bỏ, chưa trả lại gì.
form-taskreturn-expired = ⌛ Phần viết lý do bỏ dở đã đóng, chưa trả lại gì.

## Gia hạn và câu hỏi
ask-more =
    ⏳ <b>{ $about }</b> xin gia hạn đến hết { $day }
    { $code } { $name }, hạn { $due }
    { $by }: { $words }

    <i>Bấm nút, hoặc gõ <code>/campaign dongy { $number }</code>, <code>/campaign tuchoi { $number }</code> kèm lời nhắn.</i>
ask-question =
    💬 <b>{ $about }</b> hỏi về { $code } { $name }
    { $by }: { $words }

    <i>Bấm “Trả lời”, hoặc nhắn riêng cho bot <code>/campaign traloi { $number }</code> kèm câu trả lời.</i>
ask-answered =
    💬 { $by } đã trả lời { $about } về { $name }
    <blockquote>{ $question }</blockquote>
    { $answer }
ask-granted = ✅ Đã gia hạn cho { $about }: { $name } (việc №{ $number }).
ask-refused = ✖ Đã báo { $about }: chưa gia hạn { $name } (việc №{ $number }).
ask-sent = 💬 Đã gửi câu trả lời cho { $about } ({ $name }, việc №{ $number }).
button-ask-grant = ✅ Đồng ý
button-ask-refuse = ✖ Không đồng ý
button-ask-refuse-why = ✖ Kèm lời nhắn
button-ask-answer = 💬 Trả lời
toast-ask-granted = Đã gia hạn cho { $about }.
toast-ask-refused = Đã báo { $about }: chưa đồng ý gia hạn.
form-taskanswer-words =
    💬 <b>Bạn trả lời cơ quan thế nào?</b>
    Gõ câu trả lời. Mọi đầu mối của cơ quan đều nhận được.
form-taskanswer-words-name = Trả lời
form-taskanswer-summary = { $answers }
form-taskanswer-cancelled = Đã bỏ, chưa gửi gì cho cơ quan.
form-taskanswer-expired = ⌛ Phần trả lời bỏ dở đã đóng, chưa gửi gì cho cơ quan.

## Lập một đợt
form-campaign-name =
    📣 <b>Đợt yêu cầu tên gì?</b>
    Một dòng ngắn. Ví dụ: <i>“Rà quét, bóc gỡ mã độc đợt 1 năm 2027”</i>.
form-campaign-name-name = Tên
form-campaign-body =
    📝 <b>Cơ quan phải làm gì?</b>
    Viết để người không rành kỹ thuật cũng làm được.
form-campaign-body-name = Nội dung
form-campaign-order =
    📎 <b>Có văn bản chỉ đạo đã ký không?</b>
    Gửi tệp vào đây, hoặc gõ số hiệu. Ví dụ: <i>Công văn 123/UBND-KGVX ngày 5/5/2027</i>.
form-campaign-order-name = Văn bản
form-campaign-who =
    👥 <b>Gửi đến những ai?</b>
    Bấm một nhóm, hoặc gõ mã hay tên các cơ quan, cách nhau bằng dấu phẩy. Ví dụ: <i>SYT, SGD, Phường 5</i>.
form-campaign-who-name = Gửi đến
form-campaign-who-all = Tất cả cơ quan
form-campaign-who-owners = Cơ quan có hệ thống cấp 3 trở lên
form-campaign-who-systems = Mỗi hệ thống cấp 3 trở lên một việc
form-campaign-due =
    ⏳ <b>Cơ quan phải xong hết ngày nào?</b>
    Bấm một ngày, hoặc gõ. Ví dụ: <i>24/6</i>; <i>trước 25/6</i> cũng là hết ngày 24/6.
form-campaign-due-name = Hạn của cơ quan
form-campaign-rollup =
    📊 <b>Báo cáo tổng hợp phải xong hết ngày nào?</b>
    Gõ ngày. Ví dụ: <i>trước 30/6</i>. Không cần thì bỏ qua.
form-campaign-rollup-name = Hạn tổng hợp
form-campaign-questions =
    ✍️ <b>Hỏi cơ quan những gì?</b>
    Mỗi dòng một câu, sau dấu hai chấm là kiểu trả lời: <i>có/không, số, số trên tổng số, chữ, ngày, tệp</i>, hoặc <i>chọn a, b, c</i>. Ví dụ:
    <code>Số máy đã rà quét: số trên tổng số
    Có phát hiện mã độc không: có/không
    &gt; Số máy nhiễm: số
    &gt; Số máy đã xử lý / số máy nhiễm: số
    Đơn vị thực hiện: chọn tự làm, thuê ngoài
    Biên bản: tệp (không bắt buộc)</code>
    Dấu &gt; đầu dòng: chỉ hỏi khi câu có/không phía trên trả lời có. Ghi “A / B” để A không quá B, với B là câu hỏi số phía trên.
form-campaign-questions-name = Câu hỏi
form-campaign-questions-none = Không hỏi gì, chỉ cần báo xong
form-campaign-evidence =
    📎 <b>Cơ quan phải gửi minh chứng gì?</b>
    Ví dụ: <i>biên bản rà quét có chữ ký</i>. Không cần thì bỏ qua.
form-campaign-evidence-name = Minh chứng
form-campaign-receiver =
    📨 <b>Báo cáo tổng hợp gửi cho ai?</b>
    Ví dụ: <i>UBND tỉnh</i>. Không cần thì bỏ qua.
form-campaign-receiver-name = Nơi nhận báo cáo
form-campaign-summary =
    <b>Đợt yêu cầu mới. Xem lại rồi gửi:</b>

    { $answers }

    Gửi xong mới là bản nháp: bạn xem được bao nhiêu cơ quan sẽ nhận, rồi một chỉ huy khác duyệt. Chưa ai được báo gì.
form-campaign-cancelled = Đã bỏ, chưa lập đợt nào.
form-campaign-expired = ⌛ Phần lập đợt yêu cầu bỏ dở đã hết hạn. Gõ /campaign new để lập lại.
form-campaignchange-field = ✏️ <b>Bạn muốn sửa gì của bản nháp này?</b>
form-campaignchange-field-name = Sửa
form-campaignchange-name = 📣 <b>Tên mới của đợt?</b>
form-campaignchange-name-name = Tên
form-campaignchange-body = 📝 <b>Cơ quan phải làm gì?</b>
form-campaignchange-body-name = Nội dung
form-campaignchange-order =
    📎 <b>Văn bản chỉ đạo?</b>
    Gửi tệp vào đây, hoặc gõ số hiệu.
form-campaignchange-order-name = Văn bản
form-campaignchange-who =
    👥 <b>Gửi đến những ai?</b>
    Bấm một nhóm, hoặc gõ mã hay tên các cơ quan, cách nhau bằng dấu phẩy.
form-campaignchange-who-name = Gửi đến
form-campaignchange-who-all = Tất cả cơ quan
form-campaignchange-who-owners = Cơ quan có hệ thống cấp 3 trở lên
form-campaignchange-who-systems = Mỗi hệ thống cấp 3 trở lên một việc
form-campaignchange-due =
    ⏳ <b>Cơ quan phải xong hết ngày nào?</b>
    Ví dụ: <i>24/6</i>, <i>trước 25/6</i>.
form-campaignchange-due-name = Hạn của cơ quan
form-campaignchange-rollup =
    📊 <b>Báo cáo tổng hợp phải xong hết ngày nào?</b>
    Ví dụ: <i>trước 30/6</i>. Không cần thì bỏ qua.
form-campaignchange-rollup-name = Hạn tổng hợp
form-campaignchange-questions =
    ✍️ <b>Hỏi cơ quan những gì?</b>
    Mỗi dòng một câu, sau dấu hai chấm là kiểu trả lời: <i>có/không, số, số trên tổng số, chữ, ngày, tệp</i>, hoặc <i>chọn a, b, c</i>.
    Dấu &gt; đầu dòng: chỉ hỏi khi câu có/không phía trên trả lời có. Ghi “A / B” để A không quá B, với B là câu hỏi số phía trên.
form-campaignchange-questions-name = Câu hỏi
form-campaignchange-questions-none = Không hỏi gì, chỉ cần báo xong
form-campaignchange-evidence =
    📎 <b>Cơ quan phải gửi minh chứng gì?</b>
    Ví dụ: <i>biên bản rà quét có chữ ký</i>. Không cần thì bỏ qua.
form-campaignchange-evidence-name = Minh chứng
form-campaignchange-receiver =
    📨 <b>Báo cáo tổng hợp gửi cho ai?</b>
    Ví dụ: <i>UBND tỉnh</i>. Không cần thì bỏ qua.
form-campaignchange-receiver-name = Nơi nhận báo cáo
form-campaignchange-summary = { $answers }
form-campaignchange-cancelled = Đã bỏ, bản nháp giữ nguyên.
form-campaignchange-expired = ⌛ Phần sửa bỏ dở đã hết hạn. Bản nháp giữ nguyên.

## Kế hoạch
campaigns-plan =
    { $count ->
        [0] 🗓 <b>12 tháng tới chưa có đợt nào.</b>
       *[other]
            🗓 <b>Kế hoạch 12 tháng tới</b>: { $count } đợt{ register-page }
            { $lines }
    }
campaigns-plan-month =
    { "" }
    <b>Tháng { $month }/{ $year }</b>
campaigns-plan-line = • <b>{ $name }</b>: mở { $opens }, hạn hết { $due } · { $given } việc{ campaigns-plan-silent }
campaigns-plan-turn =
    • <b>{ $name }</b>: mở { $opens }, hạn hết { $due } · { $given } việc{ campaigns-plan-silent }
    ↳ <i>Mở ngay: <code>/campaigns open { $obligation } { $period }</code></i>
campaigns-plan-known = • <b>{ $name }</b> ({ $code }, { $state }): hạn hết { $due } · { $given } việc{ campaigns-plan-silent }
campaigns-plan-silent =
    { $silent ->
        [0] { "" }
       *[other] { "" }, ⚠ { $silent } cơ quan chưa có đầu mối
    }
campaign-turn-skipped = Đã bỏ qua: { $name }. Bot sẽ không tự mở kỳ này.
button-plan-png = 🖼 Ảnh
button-plan-ics = 📆 Tệp lịch

## Từ chối
refused-ask-answered = { $name } đã trả lời rồi. Bạn không cần làm gì thêm.
refused-given-usage =
    Cách gõ: <code>/campaign xem 57</code>, <code>nhan 57</code>, <code>tra 57</code> kèm lý do, <code>tep 57</code>; <code>/campaign coquan DY-2026-0007 quá hạn</code> (hoặc chưa nộp, chờ duyệt, chưa xem); với đề nghị và câu hỏi: <code>dongy 5</code>, <code>tuchoi 5</code>, <code>traloi 5</code> kèm câu trả lời.
refused-campaign-name = Tên là một dòng, tối đa { $longest } ký tự.
refused-campaign-line = Hãy viết ngắn hơn: tối đa { $longest } ký tự.
refused-campaign-order = Hãy gửi văn bản ở dạng tệp (PDF hoặc ảnh gửi “dưới dạng tệp”), không gửi dạng ảnh thường. Bấm “Sửa”, chọn Văn bản.
refused-campaign-due-past = Ngày này đã qua. Hãy chọn ngày từ hôm nay trở đi.
refused-campaign-rollup-early = Hạn tổng hợp phải từ hạn của cơ quan ({ $day }) trở đi.
refused-campaign-kind-gone = Loại cơ quan này không còn trong danh sách. Hãy chọn lại.
refused-campaign-plan-usage = Cách gõ: <code>/campaigns plan</code>, <code>/campaigns plan png</code> hoặc <code>/campaigns plan ics</code>.
refused-campaign-turn-usage = Cách gõ: <code>/campaigns open MÃ_NGHĨA_VỤ KỲ</code> để mở ngay, <code>/campaigns skip MÃ_NGHĨA_VỤ KỲ</code> để bỏ qua. Gõ /campaigns plan để xem mã và kỳ.
refused-questions-none = Hãy ghi ít nhất một câu hỏi, hoặc bấm “Không hỏi gì”.
refused-questions-many = Nhiều quá: tối đa { $most } câu hỏi để cơ quan trả lời được.
refused-questions-line = Dòng { $line } chưa rõ kiểu trả lời: “{ $words }”. Sau dấu hai chấm ghi một trong: có/không, số, số trên tổng số, chữ, ngày, tệp, hoặc chọn a, b, c.
refused-questions-if = Dòng { $line } chỉ hỏi khi câu trước là “có”, nhưng phía trên chưa có câu có/không nào: “{ $words }”.
refused-questions-long = Câu hỏi ở dòng { $line } dài quá { $longest } ký tự.

## Xếp hạng qua nhiều đợt
league-page =
    { $count ->
        [0] 🏁 <b>Xếp hạng cơ quan, { $span }</b>: chưa có việc nào đến hạn trong kỳ này.
       *[other]
            🏁 <b>Xếp hạng cơ quan, { $span }</b>{ register-page }
            { $campaigns } đợt, { $asked } việc đã đến hạn, đúng hạn { $percent } %
            { $lines }
    }

    <i>Chỉ tính việc đã đến hạn; việc không áp dụng không tính cho ai. Gõ kỳ khác: <code>/campaigns league 2025</code>, <code>quý 3</code>, <code>6 tháng đầu năm</code>.</i>
league-line =
    { $rank }. { $name }: { $on_time }/{ $asked } đúng hạn · { $percent } %{ $late ->
        [0] { "" }
       *[other] { "" } · muộn { $late }
    }{ $owed ->
        [0] { "" }
       *[other] { "" } · 🔴 chưa nộp { $owed }
    }
league-made = 📊 Xếp hạng cơ quan qua các đợt yêu cầu, { $span }.
league-not-made = ⚠ Chưa làm được bảng xếp hạng cơ quan, { $span }. Gõ <code>/campaigns league</code> để xem ngay trong chat.
refused-league-span = Xếp hạng tính theo năm, nửa năm, quý hoặc tháng. Ví dụ: <code>/campaigns league 2026</code>, <code>/campaigns league quý 3</code>.
