## Chủ đề của từng sự cố, khi nhóm của Đội có chủ đề

topic-name = { $code } · { $kind } · { $severity }
topic-code = { $code }
topic-drill = 🎯 DIỄN TẬP { $what }
pointer-new = 🆕 { $what }
pointer-over = 🏁 { $what }: { $status }
pointer-again = ↩️ { $what }: xử lý tiếp
button-topic = 💬 Vào chủ đề
forum-no-right =
    💬 Nhóm của Đội đã bật chủ đề, nhưng bot chưa có quyền <b>Quản lý chủ đề</b>. Vì vậy mỗi sự cố vẫn là một thẻ trong chủ đề chung, không thiếu tin nào.

    Muốn mỗi sự cố có chủ đề riêng: vào Quản lý nhóm → Quản trị viên → bot này, bật <b>Quản lý chủ đề</b> và <b>Ghim tin nhắn</b>. Từ sự cố kế tiếp bot sẽ tự mở chủ đề. Bot chỉ nhắc việc này một lần.
