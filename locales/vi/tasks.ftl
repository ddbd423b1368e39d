# Việc được giao cho cơ quan: thẻ việc, trả lời, xin gia hạn, hỏi Đội, nhắc việc.

## Danh sách
tasks-none = ✅ Cơ quan bạn không còn việc nào phải làm. Khi có yêu cầu mới, bot sẽ nhắn ngay.
tasks-list =
    📋 <b>Việc của { $agency }</b>: còn { $count } việc
    { $lines }

    <i>Bấm một việc để xem và làm, hoặc gõ /tasks kèm số, ví dụ <code>/tasks { $first }</code>.</i>
tasks-list-done =
    ✅ <b>Việc của { $agency }</b>: không còn việc nào phải làm.
    { $lines }

    <i>Việc đã nộp còn sửa được cho đến khi Đội duyệt.</i>
tasks-heading-done = <b>Đã nộp</b>
tasks-heading-closed = <b>Đợt đã đóng, chưa nộp</b>
tasks-list-closed =
    🔒 <b>Việc của { $agency }</b>: không còn việc nào nộp được, { $closed } việc chưa nộp mà đợt đã đóng.
    { $lines }

    <i>Đợt đã đóng thì không nộp được nữa. Cần nộp bù, hãy liên hệ Đội.</i>
tasks-more =
    { $count ->
       *[other] … và { $count } việc nữa
    }
task-line =
    { $mark } №{ $number } <b>{ $name }</b>
    ↳ { $system }{ $due } · { $state }
task-line-done =
    { $mark } №{ $number } <b>{ $name }</b>
    ↳ { $system }{ $state }
button-task = { $mark } №{ $number } { $name }
task-about-system = { $agency }, hệ thống { $system }
task-day =
    { $year ->
        [none] { $day }
       *[other] { $day }/{ $year }
    }

## Hạn và trạng thái
task-due-left = hạn hết { $day } (còn { $count } ngày)
task-due-today = <b>hạn hết hôm nay</b>, { $day }
task-due-over = <b>quá hạn { $count } ngày</b> (hạn { $day })
task-due-day = hạn { $day }
task-due-extended = { $due }, đã được gia hạn
task-state-assigned = chưa bắt đầu
task-state-assigned-over = chưa bắt đầu
task-state-started = đang làm
task-state-started-over = đang làm
task-state-returned = Đội đề nghị làm lại
task-state-returned-over = Đội đề nghị làm lại
task-state-done = đã nộp, chờ Đội duyệt
task-state-done-late = đã nộp muộn, chờ Đội duyệt
task-state-not-applicable = đã báo không áp dụng, chờ Đội duyệt
task-state-not-applicable-late = đã báo không áp dụng, chờ Đội duyệt
task-state-accepted = ✅ Đội đã duyệt
task-state-cancelled = 🚫 Đội đã hủy đợt này, cơ quan không phải làm nữa
task-state-closed-done = 🔒 đợt đã đóng, cơ quan đã nộp
task-state-closed-missing = 🔒 đợt đã đóng, cơ quan chưa nộp
task-state-by = { $state } ({ $name } nộp lúc { $at })

## Thẻ việc
task-card =
    📋 <b>{ $name }</b>
    { $code } · việc №{ $number } · { $about }
    ⏳ { $due }
    Tình trạng: { $state }{ $news }{ $body }{ $basis }{ $asked }{ $hint }
task-body =
    { "" }

    { $words }
task-basis =
    { "" }

    <i>Căn cứ: { $basis }</i>
task-asked =
    { "" }

    ✍️ Khi xong, bấm “Đã xong” và trả lời { $count } câu hỏi ngắn.
task-asked-again =
    { "" }

    ✍️ Bấm “Sửa kết quả”: { $count } câu đã trả lời vẫn còn đó, chỉ sửa câu cần sửa rồi gửi lại.
task-asked-evidence =
    { $asked }
    📎 Minh chứng: { $evidence }
task-hint =
    { "" }

    <i>Bấm nút, hoặc gõ <code>/tasks { $number } batdau</code>, <code>xong</code>, <code>khong</code> kèm lý do, <code>giahan 30/6</code> kèm lý do, <code>hoi</code> kèm câu hỏi.</i>
task-news =
    { "" }
    { $lines }
task-hint-done =
    { "" }

    <i>Bấm nút, hoặc gõ <code>/tasks { $number } sua</code> để sửa kết quả, <code>hoi</code> kèm câu hỏi.</i>
task-hint-returned =
    { "" }

    <i>Bấm nút, hoặc gõ <code>/tasks { $number } sua</code> để sửa kết quả, <code>giahan 30/6</code> kèm lý do, <code>hoi</code> kèm câu hỏi.</i>
task-returned-why =
    ↩️ <b>Lý do:</b> { $reason }
task-not-why =
    Lý do không áp dụng: { $reason }
task-news-more =
    ⏳ Đã xin gia hạn đến hết { $day }, chờ Đội trả lời.
task-news-question =
    💬 Đã hỏi: { $words }
    Chờ Đội trả lời.
task-answers =
    📄 <b>{ $name }</b> · { $about }
    { $lines }
task-files = 📎 { $count } tệp ({ $names })
task-order = 📎 Văn bản kèm theo { $code }: { $name }

button-task-start = ▶️ Bắt đầu
button-task-done = ✅ Đã xong
button-task-correct = ✏️ Sửa kết quả
button-task-not = Không áp dụng
button-task-more = ⏳ Xin gia hạn
button-task-ask = 💬 Hỏi Đội
button-task-order = 📎 Văn bản
button-task-answers = 📄 Kết quả đã nộp
button-task-page = 📋 Xem việc №{ $number }
button-tasks = 📋 Việc của cơ quan

toast-task-started = Đã ghi nhận: đang làm. Xong thì bấm “Đã xong”.

## Trả lời
form-task-asked =
    <b>{ $question }</b>{ $hint }
    <i>{ $how }</i>
form-hint =
    { "" }
    { $hint }
form-task-how-yes-no = Bấm hoặc gõ: có, không.
form-task-how-number = Gõ một số. Ví dụ: 120
form-task-how-number-of = Gõ số đã làm trên tổng số. Ví dụ: 118/120
form-task-how-text = Gõ vài câu, càng cụ thể càng tốt.
form-task-how-date = Gõ ngày. Ví dụ: 24/6
form-task-how-choice = Bấm một nút, hoặc gõ số thứ tự của nút.
form-task-how-file = Gửi tệp hoặc ảnh vào đây, có thể nhiều tệp. Xong thì bấm “Vậy là đủ” hoặc gõ: xong.
form-task-yes = Có
form-task-no = Không
form-task-summary =
    <b>Kết quả sẽ nộp. Xem lại rồi gửi:</b>

    { $answers }

    Nộp rồi vẫn sửa được cho đến khi Đội duyệt.
form-task-cancelled = Đã dừng, chưa nộp gì. Việc vẫn còn đó: gõ /tasks khi bạn sẵn sàng.
form-task-expired = ⌛ Phần trả lời bỏ dở quá một ngày nên đã đóng, <b>kết quả chưa được nộp</b>. Gõ /tasks để làm lại.
form-tasknot-words =
    🚫 <b>Vì sao việc này không áp dụng cho cơ quan bạn?</b>
    Ví dụ: <i>“Cơ quan không có máy chủ riêng, dùng chung của tỉnh.”</i> Đội sẽ xem lý do và trả lời.
form-tasknot-words-name = Lý do
form-tasknot-summary = { $answers }
form-tasknot-cancelled = Đã bỏ. Việc vẫn giữ như cũ.
form-tasknot-expired = ⌛ Phần nêu lý do bỏ dở đã đóng. Việc vẫn giữ như cũ.
form-taskmore-until =
    ⏳ <b>Bạn cần thêm thời gian đến hết ngày nào?</b>
    Bấm một ngày, hoặc gõ. Ví dụ: <i>30/6</i>.
form-taskmore-until-name = Đến hết ngày
form-taskmore-words =
    ⏳ <b>Vì sao cần thêm thời gian?</b>
    Một câu là đủ. Hạn cũ vẫn giữ cho đến khi Đội đồng ý.
form-taskmore-words-name = Lý do
form-taskmore-summary = { $answers }
form-taskmore-cancelled = Đã bỏ, không xin gia hạn nữa.
form-taskmore-expired = ⌛ Phần xin gia hạn bỏ dở đã đóng. Hạn cũ vẫn giữ.
form-taskask-words =
    💬 <b>Bạn muốn hỏi Đội điều gì?</b>
    Gõ câu hỏi. Đội trả lời ngay tại đây.
form-taskask-words-name = Câu hỏi
form-taskask-summary = { $answers }
form-taskask-cancelled = Đã bỏ, chưa gửi câu hỏi nào.
form-taskask-expired = ⌛ Phần đặt câu hỏi bỏ dở đã đóng, câu hỏi chưa được gửi.

task-handed-in =
    ✅ <b>Đã nộp kết quả:</b> { $name } ({ $about }). Cảm ơn bạn.
    Cần sửa, bấm “Sửa kết quả” hoặc gõ <code>/tasks { $number } xong</code>; sửa được cho đến khi Đội duyệt.
task-handed-in-late =
    ✅ <b>Đã nộp kết quả, muộn hơn hạn:</b> { $name } ({ $about }). Cảm ơn bạn.
    Cần sửa, bấm “Sửa kết quả” hoặc gõ <code>/tasks { $number } xong</code>; sửa được cho đến khi Đội duyệt.
task-counted =
    ✔ <b>{ $name }</b>: kết quả bạn đã nộp được tính luôn cho { $count ->
        [1] việc №{ $number }
       *[other] { $count } việc, từ №{ $number }
    }, không phải làm lại. Đội vẫn xem và duyệt.
task-sent-for-you =
    ✔ <b>{ $name }</b>: { $by } vừa ghi đã gửi { $form }, nên việc №{ $number } của cơ quan bạn được tính là đã nộp, không phải làm lại. Cần bổ sung bản đã ký hoặc sửa số, ngày, hãy bấm “Sửa kết quả”.
task-corrected = ✅ Đã sửa kết quả: { $name } ({ $about }). Đội sẽ xem bản mới nhất.
task-not-told = 🚫 Đã ghi nhận: { $name } không áp dụng cho { $about }. Đội sẽ xem lý do; nếu cần làm, bot sẽ báo lại.
task-more-asked = ⏳ Đã gửi đề nghị gia hạn đến hết { $day }. Hạn cũ vẫn giữ cho đến khi Đội đồng ý.
task-question-sent = 💬 Đã gửi câu hỏi. Đội trả lời ngay tại đây.

## Đội trả lời
task-accepted = ✅ <b>Đội đã duyệt:</b> { $name } ({ $about }). Cảm ơn cơ quan bạn.
task-accepted-all =
    { $count ->
        [1] ✅ <b>Đội đã duyệt kết quả của bạn:</b> { $name }. Cảm ơn cơ quan bạn.
       *[other] ✅ <b>Đội đã duyệt { $count } kết quả của bạn:</b> { $name }. Cảm ơn cơ quan bạn.
    }
task-given-back =
    ↩️ <b>Đội đề nghị làm lại:</b> { $name } ({ $about })
    Lý do: { $reason }
    Bấm “Sửa kết quả”, các câu đã trả lời vẫn còn đó. Hạn { $day }.
task-given-back-anew =
    ↩️ <b>Đội đề nghị làm:</b> { $name } ({ $about })
    Lý do: { $reason }
    Làm xong, bấm “Đã xong” và trả lời các câu hỏi. Hạn { $day }.
task-more-granted = ✅ <b>Đã được gia hạn</b> đến hết { $day }: { $name } ({ $about }).
task-more-refused =
    { $answer ->
        [none] ✖ Đội chưa đồng ý gia hạn: { $name } ({ $about }). Hạn vẫn là { $day }.
       *[other]
            ✖ Đội chưa đồng ý gia hạn: { $name } ({ $about }). Hạn vẫn là { $day }.
            Lời nhắn: { $answer }
    }
task-question-answered =
    💬 <b>Đội trả lời</b> về { $name }:
    <blockquote>{ $question }</blockquote>
    { $answer }

## Từ chối
refused-no-such-task = Không tìm thấy việc này. Gõ /tasks để xem các việc của cơ quan bạn.
refused-not-your-task = Việc này của cơ quan khác. Gõ /tasks để xem các việc của cơ quan bạn.
refused-no-agency = Bot chưa biết bạn thuộc cơ quan nào. Hãy nhờ Đội ghi cơ quan cho bạn.
refused-task-accepted = Đội đã duyệt kết quả này rồi, không sửa được nữa. Cần sửa, hãy bấm “Hỏi Đội”.
refused-task-handed-in = Việc này đã nộp kết quả rồi. Muốn sửa, bấm “Sửa kết quả”.
refused-task-reason = Hãy ghi lý do.
refused-task-words = Hãy gõ vài chữ.
refused-task-not-handed-in = Cơ quan chưa nộp kết quả, chưa có gì để duyệt.
refused-task-until = Hạn mới phải sau hạn đang có, và không quá một năm kể từ hôm nay.
refused-task-until-early = Hãy chọn một ngày sau { $day }.
refused-task-waits = Đã có một đề nghị gia hạn đang chờ Đội trả lời.
refused-task-meanwhile = { $name } vừa nộp kết quả việc này trong lúc bạn đang trả lời. Phần của bạn chưa được nộp. Gõ <code>/tasks { $number }</code> để xem và sửa nếu cần.
refused-task-usage =
    Cách gõ: <code>/tasks 57</code> để xem, <code>/tasks 57 batdau</code>, <code>/tasks 57 xong</code>, <code>/tasks 57 khong</code> kèm lý do, <code>/tasks 57 giahan 30/6</code> kèm lý do, <code>/tasks 57 hoi</code> kèm câu hỏi.
refused-task-no-order = Việc này không có văn bản kèm theo.
refused-task-no-answers = Việc này chưa có kết quả nào được nộp.
refused-answer-yes-no = Hãy bấm hoặc gõ: có, không.
refused-answer-number = Hãy gõ một số, ví dụ 120.
refused-answer-number-of = Hãy gõ số đã làm trên tổng số, ví dụ 118/120.
refused-answer-part = { $part } lớn hơn tổng số { $of }. Số đã làm không thể nhiều hơn tổng số, hãy xem lại.
refused-answer-date = Đây không phải ngày. Hãy gõ như 24/6 hoặc 24/6/2027.
refused-answer-to-come = { $day } chưa đến. Câu này hỏi ngày đã làm: hãy gõ ngày từ hôm nay trở về trước.
refused-answer-choice = Hãy bấm một nút, hoặc gõ số thứ tự của nút.
refused-answer-file = Hãy gửi tệp hoặc ảnh. Không có thì bấm “Vậy là đủ” hoặc gõ: xong.
refused-answer-text = Hãy gõ vài chữ.
refused-answer-long = Dài quá { $most } ký tự. Hãy viết ngắn hơn, phần còn lại gửi bằng tệp.
refused-answer-more-than = Số này không thể lớn hơn { $other } đã trả lời ở câu trước. Hãy xem lại cả hai.
refused-answer-missing = Còn thiếu câu: “{ $question }”. Bấm “Sửa” để trả lời.
