# Sự cố giữ kín: chỉ người cần biết mới đọc được nội dung.

## TLP
tlp-amber = Chỉ chuyển cho người cần biết để xử lý sự cố này.
tlp-red = Chỉ người nhận được đọc, không chuyển tiếp cho ai.

## Giữ kín
kind-confidential = Sự cố giữ kín
kept-in-private = 🔒 giữ kín, xem trong tin nhắn riêng
kept-back = 🔒 <b>{ $code }</b>: sự cố giữ kín. Người cần biết bấm “Chi tiết” để xem trong tin nhắn riêng.
card-confidential = 🔒 Không nói nội dung ở đây. Người cần biết bấm “Chi tiết”.
confidential-paper = GIỮ KÍN · TLP:RED
confidential-mark = 🔒 <b>Giữ kín</b>: không chuyển tiếp, không nói lại trong nhóm.
confidential-by-kind = 🔒 <b>{ $code }</b> thuộc loại mà danh mục quy định giữ kín, nên nhóm chỉ thấy mã và mức độ. Nếu không cần giữ kín, bấm nút dưới đây.
confidential-alike =
    🔒 <b>{ $code }</b> có thể liên quan đến sự cố giữ kín <b>{ $other }</b>: { $why } ({ $what }).
    { confidential-alike-told }
confidential-alike-plain =
    🔒 <b>{ $code }</b> có thể liên quan đến sự cố giữ kín <b>{ $other }</b>: { $why }.
    { confidential-alike-told }
confidential-alike-told = Tin này chỉ gửi cho người phụ trách { $other } và chỉ huy Đội. Bấm “Liên quan” thì thẻ của { $code } ghi mã { $other }, cả Đội đều thấy.
button-tie-no = Không
toast-tie-no = Rõ: { $code } không liên quan đến { $other }. Không ai khác biết tin này.
button-confide = 🔒 Giữ kín
button-lift = 🔓 Thôi giữ kín
button-lift-yes = Cho cả Đội xem
lift-sure = <b>{ $code }</b> đang giữ kín. Cho cả Đội xem toàn bộ nội dung, kể cả trên thẻ trong nhóm?
made-confidential = 🔒 <b>{ $code }</b> từ nay giữ kín. Nhóm chỉ còn thấy mã, mức độ và tình trạng. Những gì mọi người tự gõ trong nhóm thì tôi không xóa được: nếu có, hãy tự xóa.
toast-confidential = 🔒 Từ nay giữ kín
confidence-lifted = 🔓 <b>{ $code }</b> thôi giữ kín: cả Đội xem được.
toast-lifted = 🔓 Thôi giữ kín
nudge-confidential = 🔒 { $name } đặt { $code } ở chế độ giữ kín. Đừng nói nội dung ở đây; ai đã gõ gì về việc này thì hãy tự xóa 👆
noted-confidential = 📝 Đã ghi vào nhật ký { $code }. 🔒 Sự cố này giữ kín: lần sau hãy ghi trong tin nhắn riêng với tôi, và xóa tin vừa rồi khỏi nhóm.
confidential-typed-here = 🔒 { $code } là sự cố giữ kín: hãy xóa tin vừa rồi khỏi nhóm, lần sau gõ lệnh này trong tin nhắn riêng với tôi.
refused-confidential = 🔒 { $code } là sự cố giữ kín, bạn chưa thuộc diện cần biết. Nếu cần tham gia, hãy đề nghị người phụ trách hoặc chỉ huy Đội gọi bạn vào.
refused-confidential-untaken = 🔒 { $code } là sự cố giữ kín. Cả Đội đang được gọi: bấm “Nhận” thì đọc được nội dung.
refused-confidential-already = { $code } đã ở chế độ giữ kín rồi.
refused-not-confidential = { $code } không ở chế độ giữ kín.
refused-confidential-usage = Viết <code>/baomat MÃ</code> để giữ kín, <code>/baomat MÃ thôi</code> để thôi giữ kín.
timeline-confidential = { $name } đặt chế độ giữ kín
timeline-confidence-lifted = { $name } thôi giữ kín
