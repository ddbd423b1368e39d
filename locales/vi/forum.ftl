## Chủ đề của từng sự cố, khi nhóm của Đội có chủ đề

topic-name = { $code } · { $kind } · { $severity }
topic-code = { $code }
topic-drill = 🎯 DIỄN TẬP { $what }
pointer-new = 🆕 { $what }
pointer-over = 🏁 { $what }: { $status }
pointer-again = ↩️ { $what }: xử lý tiếp
pointer-spare = ↪️ { $what }: chủ đề này bị mở thừa nên đóng lại, không mất gì đã viết ở đây. Mời mọi người trao đổi ở chủ đề kia.
card-moved = ⤵ { $code }: thẻ đã chuyển vào chủ đề riêng của sự cố.
button-topic = 💬 Vào chủ đề
forum-no-right =
    💬 Nhóm của Đội đã bật chủ đề, nhưng bot chưa có quyền <b>Quản lý chủ đề</b>. Vì vậy mỗi sự cố vẫn là một thẻ trong chủ đề chung, không thiếu tin nào.

    Muốn mỗi sự cố có chủ đề riêng: vào Quản lý nhóm → Quản trị viên → bot này, bật <b>Quản lý chủ đề</b> và <b>Ghim tin nhắn</b>. Bật xong, bot tự mở chủ đề cho các sự cố đang xử lý và cho mọi sự cố về sau. Bot chỉ nhắc việc này một lần.
pin-no-right =
    📌 Bot chưa ghim được tin trong nhóm của Đội vì chưa có quyền <b>Ghim tin nhắn</b>. Không thiếu tin nào, chỉ là thẻ sự cố đang xử lý và lịch trực không nằm ở đầu nhóm.

    Muốn ghim: vào Quản lý nhóm → Quản trị viên → bot này, bật <b>Ghim tin nhắn</b>. Bot chỉ nhắc việc này một lần.
