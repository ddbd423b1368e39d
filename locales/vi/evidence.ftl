# Chứng cứ, dấu hiệu, sự cố giống nhau, hồ sơ xuất ra.

## Chứng cứ
evidence-list =
    🗄 <b>{ $code } · Chứng cứ: { $count } tệp</b>
    { $earlier }
    { $lines }
    <b>Ai đã xem, đã lấy</b>
    { $custody }
    { $where }
evidence-custody-evidence-looked = • { $at } { $name } xem danh mục
evidence-custody-evidence-given = • { $at } { $name } lấy tệp { $file }
evidence-custody-exported = • { $at } { $name } xuất hồ sơ kèm tệp
evidence-earlier = <i>{ $count } tệp cũ hơn có trong hồ sơ xuất ra.</i>
evidence-line-kept =
    ✅ <b>{ $name }</b> · { $size } KB · { $sender }, { $at }
    SHA-256 <code>{ $sha256 }</code>
evidence-line-waiting = ⏳ <b>{ $name }</b> · { $sender }, { $at } · đang lưu
evidence-line-late = ⚠️ <b>{ $name }</b> · { $sender }, { $at } · chưa lưu được, mỗi giờ thử lại một lần
evidence-line-too-big = ⛔ <b>{ $name }</b> · { $size } KB · { $sender }, { $at } · lớn hơn 20 MB nên chỉ có trong Telegram
evidence-line-lost = ❌ <b>{ $name }</b> · { $sender }, { $at } · không lấy được từ Telegram
evidence-line-telegram = ☁️ <b>{ $name }</b> · { $size } KB · { $sender }, { $at } · chỉ có trong Telegram
evidence-only-telegram = <i>Chưa đặt thư mục lưu (TRUCBAN_DATA), tệp chỉ nằm trong Telegram và chưa có mã băm.</i>
evidence-too-big = ⛔ <b>{ $code }</b>: tệp { $name } lớn hơn 20 MB, Telegram không cho bot tải về nên chưa lưu làm chứng cứ được. Tin của bạn vẫn đến Đội. { $way }
evidence-no-room = ⚠️ <b>{ $code }</b>: chưa lưu được tệp { $name } làm chứng cứ vì máy chủ không ghi được ({ $why }). Hãy kiểm tra dung lượng và quyền của thư mục TRUCBAN_DATA. Mỗi giờ tôi thử lại một lần, trong 3 ngày; tệp vẫn còn trong Telegram.
evidence-not-fetched = ⚠️ <b>{ $code }</b>: chưa tải được tệp { $name } từ Telegram. Mỗi giờ tôi thử lại một lần, trong 3 ngày. Nếu tệp quan trọng, hãy xin người gửi gửi lại ngay.
evidence-lost = ❌ <b>{ $code }</b>: sau 3 ngày vẫn không lấy được tệp { $name }, tôi thôi không thử nữa. Hãy xin người gửi gửi lại nếu còn cần.
button-evidence-get = ⬇ { $name } ({ $size } KB)
toast-evidence-get = Tôi gửi tệp trong tin nhắn riêng ngay.
evidence-copy =
    ⚠️ <b>{ $code } · Chứng cứ: { $name }</b>
    Đúng như người gửi đã gửi. <b>Tệp có thể chứa mã độc:</b> tên có đuôi .bin để không máy nào tự mở nhầm. Đừng mở trên điện thoại hay máy làm việc, chỉ mở trên máy cách ly dành riêng cho việc này. Không chuyển tiếp.
    SHA-256 <code>{ $sha256 }</code>
    <i>Việc bạn lấy tệp đã ghi vào nhật ký.</i>
evidence-copy-gone = ⚠️ <b>{ $code }</b>: không gửi được { $name }, vì trong thư mục chứng cứ không còn tệp đúng như khi lưu. Hãy báo chỉ huy Đội; trên máy chủ, <code>trucban verify</code> cho biết thêm.
refused-evidence-unknown = Tôi không tìm thấy tệp này. Gửi /evidence kèm mã sự cố để xem các tệp đang có.
refused-evidence-not-kept = { $code }: { $name } không được lưu ở đây (Telegram chỉ cho bot tải tệp đến 20 MB) nên tôi chưa gửi bạn được. Chi tiết sự cố có tệp như Telegram đang giữ.
evidence-anonymous = người báo ẩn danh
refused-no-evidence = { $code } chưa có tệp nào. Gửi ảnh hoặc tệp dưới tin của sự cố là tôi lưu lại.
timeline-evidence-kept = Đã lưu chứng cứ { $file }
timeline-evidence-lost = Không lấy được tệp { $file }
timeline-evidence-given = Đã giao cho { $name } tệp { $file }
timeline-evidence-looked = { $name } xem danh mục chứng cứ

## Dấu hiệu
indicators-list =
    🧭 <b>{ $code } · Dấu hiệu: { $count }</b>
    { $lines }
    { $more }
    <i>Viết dạng an toàn: [.] là dấu chấm, hxxp là http. Đừng mở các địa chỉ này.</i>
indicators-more = <i>Còn { $count } dấu hiệu khác trong hồ sơ xuất ra.</i>
indicators-line = • { $what }: <code>{ $value }</code>
indicators-line-seen = • { $what }: <code>{ $value }</code> · đã thấy trong { $codes }
indicator-link = đường dẫn
indicator-domain = tên miền
indicator-address = địa chỉ IP
indicator-hash = mã băm
card-seen-in = 🧭 Dấu hiệu đã thấy trong { $codes }{ $more ->
        [0] {""}
       *[other] {" "}và { $more } sự cố khác
    }
fact-indicators = Dấu hiệu: { $shown }{ $more ->
        [0] {""}
       *[other] , còn { $more }
    } (xem /indicators)
refused-no-indicators = { $code } chưa có dấu hiệu nào. Tôi tự nhận ra đường dẫn, tên miền, địa chỉ IP và mã băm trong tin báo và ghi chú.

## Sự cố giống nhau
card-twin = 👯 <b>Có thể trùng với { $other }</b> ({ $why })
likeness-indicator = cùng dấu hiệu
likeness-system = cùng hệ thống
likeness-words = nội dung gần giống
button-merge = 👯 Gộp
button-apart = Không phải
toast-merged = Đã gộp vào { $other }.
toast-apart = Đã ghi: không phải là { $other }.
refused-likeness-settled = { $code } không còn chờ trả lời câu hỏi này.
timeline-kept-apart = { $name } ghi nhận không trùng
twin-solved = ✅ Báo cáo <b>{ $code }</b> của bạn đã được gộp vào { $other }. Sự cố đó nay đã xử lý xong: { $action }
twin-not-incident = Báo cáo <b>{ $code }</b> của bạn đã được gộp vào { $other }. Đội kết luận đó không phải sự cố: { $action }
twin-referred = Báo cáo <b>{ $code }</b> của bạn đã được gộp vào { $other }. Việc đó đã chuyển cho cơ quan có thẩm quyền: { $action }

## Hồ sơ xuất ra
export-ordered = 📦 Đang đóng gói hồ sơ { $code }, xong tôi gửi ngay tại đây.
export-made =
    📦 <b>{ $code } · { $tlp }</b>: { $number } tệp. Cách kiểm tra có trong README.txt. { $share }
    SHA-256 <code>{ $sha256 }</code>
    { $missing }
    { $left }
export-missing = ⚠️ { $count } tệp chứng cứ trên máy chủ đã mất hoặc không còn nguyên vẹn nên không có trong hồ sơ: { $names }
export-left-out = ⚠️ Telegram chỉ nhận tệp đến 50 MB nên { $count } tệp chứng cứ không nằm trong hồ sơ, mã băm vẫn có: { $names }. Hãy chép từ thư mục TRUCBAN_DATA trên máy chủ.
export-too-big = ⛔ Hồ sơ { $code } nặng { $size } MB dù không kèm chứng cứ; Telegram chỉ nhận đến 50 MB. Hãy lấy dữ liệu trên máy chủ.
export-not-made = ⚠️ Không đóng gói được hồ sơ { $code }. Hãy thử lại sau; nếu vẫn không được, xem log của máy chủ.
export-title = NHẬT KÝ SỰ CỐ
export-summary = Nội dung được báo: { $words }
export-column-at = Thời điểm
export-column-who = Ai
export-column-what = Việc
timeline-exported = { $name } xuất hồ sơ
export-readme =
    HỒ SƠ SỰ CỐ { $code }
    { $tlp } - { $share }
    Đóng gói { $at } theo yêu cầu của { $by }.

    TRONG HỒ SƠ CÓ
    - incident.json: dữ liệu sự cố, dấu hiệu tấn công, danh mục chứng cứ.
    - timeline.json: nhật ký từng dòng, kèm dấu niêm phong (seal).
    - timeline.docx: nhật ký để đọc và in; đây là dự thảo, chưa ký.
    - evidence/: các tệp chứng cứ đúng như người gửi đã gửi.
    - papers/: các biểu mẫu đã lập.
    - lessons.docx: dự thảo rút kinh nghiệm, nếu đã soạn; việc cải thiện và sự cố liên quan có trong incident.json.
    - MANIFEST.sha256: mã băm SHA-256 của từng tệp.

    CẢNH BÁO
    Chứng cứ có thể là mã độc. Đừng mở trên máy làm việc. Tệp có thể chạy được mang thêm dấu _ ở cuối tên; chỉ bỏ dấu này trên máy phân tích đã cách ly. Địa chỉ được viết dạng hxxp và [.] để không bấm nhầm.

    KIỂM TRA TỪNG TỆP
    1. Giải nén vào một thư mục trống.
    2. Linux, macOS: mở cửa sổ lệnh trong thư mục đó, gõ: sha256sum -c MANIFEST.sha256 (macOS: shasum -a 256 -c MANIFEST.sha256)
    3. Windows: gõ certutil -hashfile TÊN_TỆP SHA256 rồi so với dòng của tệp đó trong MANIFEST.sha256.
    Chính tệp ZIP: so mã băm với mã trong tin nhắn gửi kèm và trong nhật ký sự cố (dòng “xuất hồ sơ”).

    KIỂM TRA NHẬT KÝ
    Mỗi dòng trong timeline.json mang seal, là SHA-256 của: seal dòng trước (dòng đầu: chuỗi rỗng), incident_id, at, person_id, kind, text, details, chat_id, message_id, viết thành một mảng JSON theo đúng thứ tự đó, không khoảng trắng, khoá của details xếp theo bảng chữ cái, giữ nguyên chữ có dấu, mã UTF-8. Sửa, thêm hoặc bớt một dòng thì các seal không còn khớp.
    Dòng có withheld = true là của người báo ẩn danh: người và nơi gửi được giữ lại nên không tính lại seal từ hồ sơ này được. Cơ quan giữ máy chủ kiểm tra toàn bộ bằng lệnh: trucban verify
