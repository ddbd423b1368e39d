# Mô tả các lệnh trong trình đơn của Telegram.

command-start = Bắt đầu
command-help = Các việc có thể làm
command-report = Báo sự cố hoặc lừa đảo
command-status = Xem tiến độ báo cáo của bạn
command-hotline = Số điện thoại cần gọi
command-warnings = Cảnh báo mới
command-language = Đổi ngôn ngữ
command-privacy = Dữ liệu cá nhân của bạn
command-cancel = Bỏ việc đang làm dở
command-oncall = Ai đang trực
command-incidents = Các sự cố đang mở
command-incident = Chi tiết một sự cố
command-ack = Nhận xử lý sự cố
command-note = Ghi vào nhật ký xử lý
command-resolve = Báo đã xử lý xong
command-reject = Kết thúc báo cáo không phải sự cố
command-assign = Giao sự cố cho một người
command-severity = Đổi mức độ sự cố
command-block = Chặn một người gửi
command-unblock = Bỏ chặn
command-invite = Mời người vào Đội
command-people = Danh sách thành viên
