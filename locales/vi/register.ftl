# Nhập danh sách từ tệp CSV hoặc XLSX: mọi lỗi của tệp, ở dòng và cột nào.

refused-import =
    Chưa nhập gì cả: tệp có { $count } lỗi. Hãy sửa hết rồi nhập lại.
    { $problems }
import-problem-line = Dòng { $line }: { $reason }
import-problem-cell = Dòng { $line }, cột { $column }: { $reason }
import-problems-more = … và { $count } lỗi nữa

import-file-unknown = Chỉ nhập được tệp .csv hoặc .xlsx, không nhập được “{ $file }”.
import-file-missing = Không tìm thấy tệp “{ $file }”, hoặc đó không phải là tệp.
import-file-unreadable = Không đọc được tệp “{ $file }”. Hãy kiểm tra quyền đọc.
import-file-large = Tệp quá lớn. Giới hạn là { $megabytes } MB, hãy chia thành nhiều tệp.
import-file-long = Tệp quá dài. Giới hạn là { $lines } dòng, hãy chia thành nhiều tệp.
import-file-empty = Tệp không có nội dung.
import-file-header-only = Tệp chỉ có dòng tiêu đề, chưa có dữ liệu.
import-file-not-utf8 = Tệp không phải văn bản UTF-8. Trong Excel, hãy lưu lại với kiểu “CSV UTF-8”.
import-file-quotes = Dấu ngoặc kép hoặc độ dài ở dòng { $line } không đúng nên không tách được các ô.
import-file-not-workbook = “{ $file }” không phải bảng tính Excel (.xlsx), hoặc đã hỏng, hoặc có mật khẩu.

import-column-missing = thiếu cột này trong dòng tiêu đề
import-column-unknown = không có cột nào tên như vậy; các cột được dùng: { $columns }
import-column-twice = cột này có hai lần
import-cell-astray = có ô “{ $value }” nằm ngoài các cột; nội dung chứa dấu phân cách thì phải đặt trong ngoặc kép
import-twice = trùng nhau: dòng { $first } và dòng { $second }

import-empty = bắt buộc phải có
import-too-long = dài quá { $longest } ký tự
import-odd-character = có ký tự điều khiển không hiển thị được
import-not-code = “{ $value }” không phải là mã: mã không có khoảng trắng, dấu hai chấm và dài tối đa 64 ký tự
import-not-choice = “{ $value }” không hợp lệ; chỉ dùng: { $words }
import-not-telegram-id = “{ $value }” không phải số tài khoản Telegram của một người
import-rounded = Excel đã làm tròn số này thành “{ $value }”; hãy định dạng cột là văn bản rồi nhập lại số đầy đủ
import-not-phone = “{ $value }” không phải số điện thoại
import-not-email = “{ $value }” không phải địa chỉ thư điện tử
import-not-level = “{ $value }” không phải cấp độ; ghi số từ 1 đến 5 hoặc để trống
import-not-url = “{ $value }” không phải địa chỉ web; địa chỉ bắt đầu bằng http:// hoặc https://

import-agency-unknown = không có cơ quan mang mã “{ $code }”
import-agency-circle = cơ quan trở thành cấp trên của chính mình: { $path }
import-last-admin = đây là quản trị viên cuối cùng, không thể đổi sang vai trò khác
import-has-shifts = người này còn ca trực sắp tới nên phải giữ vai trò responder, lead hoặc admin

import-time-unreadable = “{ $value }” không phải thời điểm; ghi như 2026-11-22T07:30
import-time-skipped = “{ $value }” không có trên đồng hồ ở múi giờ này
import-time-twice = “{ $value }” có hai lần trên đồng hồ ở múi giờ này; hãy ghi thêm độ lệch giờ, như +07:00
import-ends-early = ca trực phải kết thúc sau khi bắt đầu
import-person-unknown = chưa có ai mang số Telegram { $value }; hãy nhập danh sách people trước
import-person-inactive = { $name } đã nghỉ
import-person-may-not = { $name } không phải thành viên Đội ứng cứu nên không thể trực
import-overlaps-line = cùng người, cùng vị trí, giờ chồng lên ca ở dòng { $first }
import-overlaps-stored = cùng người, cùng vị trí, giờ chồng lên ca đã có từ { $start } đến { $end }
