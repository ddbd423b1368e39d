# Điểm nhấn: tin trong nhóm được đánh dấu bằng biểu tượng cảm xúc.

highlighted = 📌 Đã đánh dấu tin này trong nhật ký { $code }.
highlighted-line = 📌 { $at }, { $name }: { $words }
timeline-highlighted = { $name } đánh dấu 📌
timeline-highlight-off = { $name } bỏ đánh dấu 📌
