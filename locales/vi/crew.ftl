# Những người cùng xử lý một sự cố: mời thêm người, điểm danh, vai trò.

## Trả lời chung
button-coming = 🏃 Đang đến
button-remote = 💻 Làm từ xa
button-cannot = ✋ Không thể
presence-here = có mặt
presence-coming = đang đến
presence-remote = làm từ xa
presence-cannot = không thể
present-said = ☑ Bạn đã trả lời: <b>{ $answer }</b>. Bấm nút khác nếu thay đổi.
present-kept = ☑ <b>{ $code }</b>: đã ghi bạn { $answer }.
toast-present = { $code }: đã ghi bạn { $answer }.
timeline-presence = { $name } trả lời: { $presence }
why-answer-presence = trả lời { $at }

## Mời thêm người
bring-in = 📣 <b>{ $by } mời bạn cùng xử lý.</b> Lý do: { $reason }
bring-in-plain = 📣 <b>{ $by } mời bạn cùng xử lý.</b>
bring-called = 📣 <b>{ $code }</b>: đã gọi { $name }. Có trả lời sẽ báo ngay.
bring-on-duty = <b>{ $code }</b>: { $name } không trong ca trực. Đang trực là <b>{ $watcher }</b>. Gọi { $watcher } thay?
bring-unreachable = <b>{ $code }</b>: Telegram chưa liên lạc được với { $name }. Đang trực là <b>{ $watcher }</b>. Gọi { $watcher } thay?
bring-all-sure = <b>{ $code }</b>: gọi cả Đội, { $count } người?
bring-all-sure-confidential = 🔒 <b>{ $code }</b> là sự cố giữ kín: gọi cả Đội, { $count } người? Ai được gọi đều đọc được nội dung.
button-bring-duty = 📣 Gọi { $name } đang trực
button-bring-yes = Vẫn gọi { $name }
button-bring-all = 📣 Gọi cả { $count } người
toast-bring = Đã gọi { $name }.
toast-bring-all = Đã gọi { $count } người.
bring-answered = 📣 <b>{ $code }</b>: { $name } { $answer }.
bring-silent = 🔕 <b>{ $code }</b>: chưa thấy { $names } trả lời lời mời.
timeline-brought-in = { $name } mời cùng xử lý: { $people }
timeline-bring-unanswered = Chưa trả lời lời mời: { $people }
why-bring-in = mời { $name } cùng xử lý
refused-page-usage =
    Gửi <code>/page @người</code> kèm mã sự cố và lý do, ví dụ <code>/page @ha SC-2026-0012 cần người biết máy chủ thư</code>.
    Gọi cả Đội: <code>/page nhóm SC-2026-0012 lý do</code>
refused-reason-too-long = Lý do dài quá { $most } ký tự. Xin viết gọn lại.
refused-bring-there = Người này đang xử lý { $code } rồi.
refused-bring-unreachable = Telegram chưa liên lạc được với { $name }, và không có ai khác đang trực. Hãy gọi điện thoại.
refused-bring-nobody = Không còn ai khác trong Đội mà Telegram liên lạc được.
refused-bring-no-watch = Lúc này không có ai khác đang trực mà Telegram liên lạc được.
refused-bring-settled = Lời mời này ở { $code } đã xong. Muốn gọi thêm, gửi <code>/page</code>.

## Điểm danh
roll-head = 👥 <b>{ $code } · Điểm danh: { $answered }/{ $total }</b>
roll-here = 📍 Có mặt ({ $count }): { $names }
roll-coming = 🏃 Đang đến ({ $count }): { $names }
roll-remote = 💻 Làm từ xa ({ $count }): { $names }
roll-cannot = ✋ Không thể ({ $count }): { $names }
roll-silent = … Chưa trả lời ({ $count }): { $names }
roll-how = <i>Bấm nút, hoặc trả lời (reply) tin này: “đang đến”, “làm từ xa”, “không thể”.</i>
roll-over = <i>Sự cố đã kết thúc, điểm danh đã đóng.</i>
roll-ask = 👥 <b>Điểm danh.</b> Bạn có tham gia xử lý { $code } được không?
roll-called = 👥 <b>{ $code }</b>: đã điểm danh, { $count ->
    [0] không còn ai khác để hỏi riêng.
   *[other] hỏi riêng { $count } người chưa trả lời.
    }
toast-rolled = Đã điểm danh, { $count ->
    [0] không còn ai khác để hỏi riêng.
   *[other] hỏi riêng { $count } người.
    }
button-roll = 👥 Điểm danh
card-roll = 👥 Điểm danh: { $answered }/{ $total } ({ $here ->
    [0] đang đến
   *[other] có mặt { $here }, đang đến
    } { $coming }, từ xa { $remote }, không thể { $cannot })
timeline-roll-call = { $name } điểm danh, { $asked ->
    [group-people] hỏi cả Đội trong nhóm, hỏi riêng { $count } người: { $people }
    [group-nobody] hỏi cả Đội trong nhóm
    [people] hỏi riêng { $count } người: { $people }
   *[nobody] không còn ai khác để hỏi
    }

## Vai trò
crew-lead = phụ trách chung
crew-scribe = thư ký
crew-liaison = liên lạc với đơn vị
button-roles = 🧭 Phân công vai trò
button-role-take = Nhận { $role }
button-role-back = Trả { $role }
button-role-give = Giao cho…
roles-head = 🧭 <b>{ $code } · Phân công vai trò</b>
roles-held = ☑ { $role }: <b>{ $name }</b> <i>(từ { $at })</i>
roles-empty = ☐ { $role }: chưa có
roles-how = <i>Vai trò trống ai cũng nhận được. Người phụ trách sự cố, phụ trách chung hoặc chỉ huy Đội giao được cho người khác.</i>
which-crew = <b>{ $code }</b>: giao { $role } cho ai?
toast-role-take = Bạn nhận { $role }.
toast-role-back = Đã trả { $role }.
toast-role-given = { $name } nhận { $role }.
role-yours = 🧭 <b>{ $code }</b>: { $by } giao bạn { $role }.
role-gone = 🧭 <b>{ $code }</b>: { $by } đã giao { $role } cho { $name }. Bạn không còn giữ vai trò này.
roles-reminder = 🧭 <b>{ $code }</b>: còn trống { $roles }. Xin phân công.
card-crew = 🧭 { $roles }
card-role = { $role }: { $name }
timeline-role-taken = { $name } nhận { $crew }
timeline-role-given = { $name } giao { $crew } cho { $people }
timeline-role-back = { $name } trả { $crew } ({ $people })
timeline-roles-reminded = Đã nhắc vai trò còn trống
refused-role-held = { $name } đang giữ { $role }.
refused-role-empty = Chưa ai giữ { $role }.

## Báo cáo tình hình
situation-ask = 📝 <b>{ $code }</b>: đến giờ báo cáo tình hình. Ba câu ngắn: tình hình, việc đã làm, cần hỗ trợ.
button-sitrep = 📝 Báo cáo ngay
button-later-30 = Để sau 30 phút
button-later-120 = Để sau 2 giờ
toast-later = { $code }: sẽ hỏi lại sau.
situation-report =
    📝 <b>{ $code } · Báo cáo tình hình</b> ({ $name })
    { $lines }
situation-conditions = Tình hình: { $words }
situation-actions = Đã làm: { $words }
situation-needs = <b>Cần hỗ trợ:</b> { $words }
situation-nobody = ⚠️ <b>Lúc này chưa có ai phụ trách.</b> { $by } phụ trách đến { $at }.
situation-nobody-yet = ⚠️ <b>Lúc này chưa có ai phụ trách.</b>
situation-digest =
    📋 <b>Tổng hợp tình hình</b> từ { $since }: { $count } sự cố
    { $lines }
situation-digest-case = { $severity } <b>{ $code }</b> · { $kind } · { $status }{ $owner ->
    [none] { "" }
   *[other] { " " }· { $owner }
    }
situation-digest-report = <i>{ $name }, { $at }:</i>
situation-digest-earlier = <i>Trước đó còn { $count } báo cáo, xem trong Chi tiết.</i>
situation-digest-over = 🏁 Kết thúc lúc { $at }, sau { $length }. Đã có { $count } báo cáo tình hình.
situation-digest-more = Còn { $count } sự cố nữa, xem: /incidents
button-digest-take = ✋ Nhận { $code }
button-digest-details = ⋯ { $code }
situation-overdue = 🔕 <b>{ $code }</b>: { $name } chưa gửi báo cáo tình hình sau { $count } lần hỏi.
form-situation-conditions = 📝 <b>{ $code }: tình hình hiện nay thế nào?</b> Một hai câu là đủ.
form-situation-conditions-name = Tình hình
form-situation-actions = 🔧 <b>Đã làm và đang làm gì?</b>
form-situation-actions-name = Đã làm
form-situation-needs = 🤝 <b>Cần hỗ trợ gì?</b> Không cần thì bỏ qua.
form-situation-needs-name = Cần hỗ trợ
form-situation-summary =
    <b>{ $code }: xem lại rồi gửi:</b>

    { $answers }
form-situation-done = 📝 <b>{ $code }</b>: đã gửi báo cáo tình hình cho nhóm và chỉ huy Đội.
form-situation-done-later = 📝 <b>{ $code }</b>: đã gửi báo cáo tình hình cho nhóm. Chỉ huy Đội nhận bản tổng hợp lúc { $at }.
form-situation-done-needs =
    📝 <b>{ $code }</b>: đã gửi báo cáo tình hình cho nhóm. Chỉ huy Đội nhận bản tổng hợp lúc { $at }.
    Cần hỗ trợ ngay, không đợi được? Bấm nút dưới đây.
form-situation-kept = 📝 <b>{ $code }</b>: đã gửi báo cáo tình hình cho chỉ huy Đội. 🔒 Nhóm chỉ biết là có báo cáo.
form-situation-kept-later = 📝 <b>{ $code }</b>: đã ghi báo cáo tình hình. 🔒 Nhóm chỉ biết là có báo cáo; chỉ huy Đội nhận bản tổng hợp lúc { $at }.
form-situation-kept-needs =
    📝 <b>{ $code }</b>: đã ghi báo cáo tình hình. 🔒 Nhóm chỉ biết là có báo cáo; chỉ huy Đội nhận bản tổng hợp lúc { $at }.
    Cần hỗ trợ ngay, không đợi được? Bấm nút dưới đây.
form-situation-cancelled = Đã hủy báo cáo tình hình.
form-situation-expired = ⌛ Báo cáo tình hình bỏ dở đã hết hạn và được xóa. Gửi lại: /sitrep
timeline-situation = { $name } báo cáo tình hình
timeline-situation-asked = Đã hỏi báo cáo tình hình: { $people }
timeline-situation-later = { $name } hẹn báo cáo tình hình sau
refused-situation-long = Báo cáo dài quá { $most } ký tự. Xin viết gọn lại.
refused-situation-unasked = { $code } không hỏi báo cáo tình hình định kỳ.

## Hỏi người báo
button-relay = 💬 Hỏi người báo
relay-question =
    💬 <b>{ $by } (Đội ứng cứu) hỏi về { $code }:</b>
    { $words }

    <i>Trả lời (reply) tin này, kèm ảnh hoặc tệp nếu có.</i>
relay-question-nameless =
    💬 <b>Đội ứng cứu hỏi về { $code }:</b>
    { $words }

    <i>Trả lời (reply) tin này, kèm ảnh hoặc tệp nếu có. Đội không thấy tên bạn.</i>
relay-file =
    💬 <b>Đội ứng cứu gửi về { $code }.</b>

    <i>Trả lời (reply) tin này, kèm ảnh hoặc tệp nếu có.</i>
relay-refused = 🔕 <b>{ $code }</b>: câu hỏi không đến được người báo ({ $reason }). Hãy liên lạc theo cách khác nếu có.
form-relay-words = 💬 <b>{ $code }: hỏi người báo điều gì?</b> Gửi một tin, có thể kèm ảnh hoặc tệp.
form-relay-words-name = Câu hỏi
form-relay-summary =
    <b>{ $code }: xem lại rồi gửi:</b>

    { $answers }
form-relay-done = 💬 <b>{ $code }</b>: đã chuyển cho người báo. Có trả lời, bot báo bạn và người phụ trách.
form-relay-cancelled = Đã hủy. Chưa hỏi gì người báo.
form-relay-expired = ⌛ Câu hỏi bỏ dở đã hết hạn và được xóa. Hỏi lại: /ask
card-asked = 💬 Đã hỏi người báo ({ $at }): { $words }
card-replied = 💬 Người báo trả lời ({ $at }): { $words }
card-reporter-lost = 🔕 Telegram không liên lạc được với người báo ({ $at })
card-a-file = một tệp
timeline-asked-reporter = { $name } hỏi người báo
timeline-reporter-unreached = Câu hỏi không đến được người báo: { $reason }
refused-nobody-to-ask = { $code } không có người báo nào khác để hỏi qua bot.
refused-reporter-lost = Không hỏi được người báo của { $code } qua bot: họ đã chặn bot hoặc chưa mở bot.
refused-ask-usage = Gửi <code>/ask</code> kèm mã sự cố và câu hỏi, ví dụ <code>/ask SC-2026-0012 máy nào bị trước?</code>
refused-relay-long = Câu hỏi dài quá { $most } ký tự. Xin viết gọn lại.

## Ngoài Telegram
brief-incident-bring-in = Mời bạn cùng xử lý.
