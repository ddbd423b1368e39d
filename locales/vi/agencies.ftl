# Danh sách cơ quan và hệ thống: xem, tìm, sửa, nhập từ tệp, xuất ra tệp.

## Danh sách
register-agencies =
    { $count ->
        [0] 🏢 <b>Chưa có cơ quan nào trong danh sách.</b>
       *[other]
            🏢 <b>Cơ quan</b>: { $count }{ register-found }{ register-page }
            { $lines }
    }

    <i>Gõ /agencies kèm mã hoặc vài chữ của tên để tìm, không cần dấu.</i>
register-systems =
    { $count ->
        [0] 💻 <b>Chưa có hệ thống nào trong danh sách.</b>
       *[other]
            💻 <b>Hệ thống thông tin</b>: { $count }{ register-found }{ register-page }
            { $lines }
    }

    <i>Gõ /systems kèm mã hoặc vài chữ của tên để tìm, không cần dấu. <code>/systems chưa rà quét</code>: các hệ thống chưa từng rà quét lỗ hổng.</i>
register-found =
    { $words ->
        [none] { "" }
       *[other] { "" } khớp với “{ $words }”
    }
register-page =
    { $pages ->
        [1] { "" }
       *[other] { "" } · trang { $page }/{ $pages }
    }
register-agency-line =
    • <b>{ $name }</b> (<code>{ $code }</code>): { $able ->
        [0] { $contacts ->
            [0] ⚠ chưa có đầu mối
           *[other] ⚠ { $contacts } đầu mối, chưa ai nhận được tin
        }
       *[other] { $contacts } đầu mối
    }, { $systems } hệ thống
register-system-line = • <b>{ $name }</b> (<code>{ $code }</code>): { $level } · { $agency }
register-level = cấp độ { $level }
register-level-unknown = chưa rõ cấp độ

button-page-before = ◂ Trang trước
button-page-after = Trang sau ▸
button-agency-new = ➕ Thêm cơ quan
button-system-new = ➕ Thêm hệ thống
button-register-import = 📥 Nhập từ tệp
button-register-xlsx = 📤 Xuất Excel
button-register-export = 📤 Xuất CSV
button-register-change = ✏️ Sửa
button-register-again = 📥 Gửi lại tệp
button-agencies = 🏢 Danh sách cơ quan
button-systems = 💻 Danh sách hệ thống
button-system-agency-page = 🏢 Trang của cơ quan

## Trang của một cơ quan
agency-page =
    🏢 <b>{ $name }</b> · <code>{ $code }</code>
    Loại: { $sort }. Cấp trên: { $parent }
    { $head }

    { $contacts }

    { $systems }{ $tasks }{ $findings }{ $incidents }
agency-head =
    Thủ trưởng: { $phone ->
        [none] { $name } { $mark }
       *[other] { $name }, { $phone } { $mark }
    }
agency-head-none = Thủ trưởng: chưa ghi
agency-contacts =
    { $able ->
        [0] ⚠ <b>Đầu mối</b> ({ $count }): chưa ai nhận được tin của bot
       *[other] 👤 <b>Đầu mối</b> ({ $count })
    }
    { $lines }{ $able ->
        [0] { agency-contacts-hint }
       *[other] { "" }
    }
agency-contacts-hint =
    { "" }
    Hãy gọi điện nhờ họ mở bot, hoặc mời thêm người: <code>/invite staff { $code }</code>
agency-contacts-none =
    ⚠ <b>Chưa có đầu mối nào.</b> Mọi yêu cầu gửi cơ quan này sẽ không ai nhận.
    Chỉ huy mời đầu mối bằng <code>/invite staff { $code }</code>
agency-contact =
    { $phone ->
        [none] • { $name } { $mark }
       *[other] • { $name }, { $phone } { $mark }
    }
contact-reachable = ✅
contact-never = ⚠ chưa mở bot
contact-blocked = ⛔ đã chặn bot
agency-systems =
    💻 <b>Hệ thống</b> ({ $count })
    { $lines }
agency-systems-none = 💻 Chưa ghi hệ thống nào.
agency-system = • { $name }: { $level }

## Trang của một hệ thống
system-page =
    💻 <b>{ $name }</b> · <code>{ $code }</code>
    Cơ quan: { $agency }
    Cấp độ an toàn: { $level }
    Địa chỉ: { $url }

    <b>Lần gần nhất</b>
    { $checks }{ $tasks }{ $findings }{ $incidents }
agency-tasks =
    { "" }

    📋 <b>Việc phải làm</b> ({ $count })
    { $lines }
agency-task = • { $name }{ $about } ({ $code }): { $due }
system-task-whole = { "" } · cả cơ quan
register-findings =
    { "" }

    ⚠ <b>Cần khắc phục</b> ({ $count })
    { $lines }
register-finding = • { $said }
system-check = • { $check }: { $day } ({ $code }){ $span }
system-check-none = • { $check }: <i>chưa có kết quả nào</i>{ $span }
system-check-counted =
    { "" } · ✅ { $span }
system-check-owed =
    { "" } · ⏳ { $span }: chưa có
system-check-scan = Rà quét lỗ hổng
system-check-hunt = Săn lùng mối nguy hại
system-check-drill = Diễn tập thực chiến
system-check-backup = Sao lưu, khôi phục
system-check-dossier = Hồ sơ cấp độ
register-incidents =
    { "" }

    🚨 <b>Sự cố đang xử lý</b> ({ $count })
    { $lines }
register-incident = • <code>{ $code }</code> { $severity } { $kind }, từ { $since }

## Sửa và thêm
button-agency-name = Tên
button-agency-kind = Loại
button-agency-parent = Cấp trên
button-agency-head = Thủ trưởng
button-system-name = Tên
button-system-level = Cấp độ
button-system-agency = Cơ quan
button-system-url = Địa chỉ
form-agency-field = ✏️ <b>Bạn muốn sửa gì của cơ quan này?</b>
form-agency-field-name = Sửa
form-agency-name = 🏢 <b>Tên mới của cơ quan?</b>
form-agency-name-name = Tên
form-agency-kind =
    🏢 <b>Cơ quan thuộc loại nào?</b>
    Bấm một loại đã dùng, hoặc gõ loại khác. Ví dụ: <i>sở, xã, phường, doanh nghiệp</i>.
form-agency-kind-name = Loại
form-agency-parent =
    🏢 <b>Cơ quan cấp trên là ai?</b>
    Gõ mã hoặc tên của một cơ quan trong danh sách.
form-agency-parent-name = Cấp trên
form-agency-parent-none = Không có cấp trên
form-agency-head =
    👤 <b>Ai là thủ trưởng cơ quan?</b>
    Gõ họ tên, @tên hoặc số Telegram. Người này phải đã được mời vào bot; khi cơ quan chậm việc, bot sẽ báo cho họ.
form-agency-head-name = Thủ trưởng
form-agency-head-none = Chưa có thủ trưởng
form-agency-summary = { $answers }
form-agency-cancelled = Đã bỏ, cơ quan giữ nguyên như cũ.
form-agency-expired = ⌛ Phần sửa cơ quan bỏ dở đã hết hạn. Chưa có gì thay đổi.
form-newagency-name = 🏢 <b>Tên đầy đủ của cơ quan?</b>
form-newagency-name-name = Tên
form-newagency-code =
    🏢 <b>Mã của cơ quan?</b>
    Một từ ngắn, không có khoảng trắng. Ví dụ: <i>SYT</i>, <i>P-HOAN-KIEM</i>.
form-newagency-code-name = Mã
form-newagency-kind =
    🏢 <b>Cơ quan thuộc loại nào?</b>
    Bấm một loại đã dùng, hoặc gõ loại khác. Ví dụ: <i>sở, xã, phường, doanh nghiệp</i>.
form-newagency-kind-name = Loại
form-newagency-parent =
    🏢 <b>Cơ quan cấp trên là ai?</b>
    Gõ mã hoặc tên của một cơ quan trong danh sách.
form-newagency-parent-name = Cấp trên
form-newagency-parent-none = Không có cấp trên
form-newagency-summary =
    <b>Cơ quan mới. Xem lại rồi gửi:</b>

    { $answers }
form-newagency-cancelled = Đã bỏ, chưa thêm cơ quan nào.
form-newagency-expired = ⌛ Phần thêm cơ quan bỏ dở đã hết hạn. Gõ /agencies new để làm lại.
form-system-field = ✏️ <b>Bạn muốn sửa gì của hệ thống này?</b>
form-system-field-name = Sửa
form-system-name = 💻 <b>Tên mới của hệ thống?</b>
form-system-name-name = Tên
form-system-level = 💻 <b>Hệ thống thuộc cấp độ mấy?</b>
form-system-level-name = Cấp độ
form-system-level-none = Chưa xác định cấp độ
form-system-agency =
    🏢 <b>Hệ thống thuộc cơ quan nào?</b>
    Gõ mã hoặc tên của một cơ quan trong danh sách.
form-system-agency-name = Cơ quan
form-system-url =
    🔗 <b>Địa chỉ web của hệ thống?</b>
    Ví dụ: <i>https://dichvucong.example.gov.vn</i>
form-system-url-name = Địa chỉ
form-system-url-none = Không có địa chỉ web
form-system-summary = { $answers }
form-system-cancelled = Đã bỏ, hệ thống giữ nguyên như cũ.
form-system-expired = ⌛ Phần sửa hệ thống bỏ dở đã hết hạn. Chưa có gì thay đổi.
form-newsystem-name = 💻 <b>Tên đầy đủ của hệ thống?</b>
form-newsystem-name-name = Tên
form-newsystem-code =
    💻 <b>Mã của hệ thống?</b>
    Một từ ngắn, không có khoảng trắng. Ví dụ: <i>DVC</i>, <i>HSSK</i>.
form-newsystem-code-name = Mã
form-newsystem-agency =
    🏢 <b>Hệ thống thuộc cơ quan nào?</b>
    Gõ mã hoặc tên của một cơ quan trong danh sách.
form-newsystem-agency-name = Cơ quan
form-newsystem-level = 💻 <b>Hệ thống thuộc cấp độ mấy?</b>
form-newsystem-level-name = Cấp độ
form-newsystem-level-none = Chưa xác định cấp độ
form-newsystem-url =
    🔗 <b>Địa chỉ web của hệ thống?</b>
    Ví dụ: <i>https://dichvucong.example.gov.vn</i>
form-newsystem-url-name = Địa chỉ
form-newsystem-url-none = Không có địa chỉ web
form-newsystem-summary =
    <b>Hệ thống mới. Xem lại rồi gửi:</b>

    { $answers }
form-newsystem-cancelled = Đã bỏ, chưa thêm hệ thống nào.
form-newsystem-expired = ⌛ Phần thêm hệ thống bỏ dở đã hết hạn. Gõ /systems new để làm lại.

## Nhập, xuất
form-agencies-file =
    📥 <b>Gửi tệp danh sách cơ quan vào đây.</b>
    CSV hoặc XLSX, dòng đầu là tên cột: <code>code, name, kind, parent</code>. Cơ quan đã có (cùng mã) được cập nhật, cơ quan không có trong tệp giữ nguyên.
    Cả tệp đúng mới được nhận; sai dòng nào bot nói rõ dòng ấy.
form-agencies-file-name = Tệp cơ quan
form-agencies-summary = { $answers }
form-agencies-cancelled = Đã bỏ, danh sách cơ quan giữ nguyên.
form-agencies-expired = ⌛ Chưa nhận được tệp nào nên phần này đã đóng. Danh sách giữ nguyên.
form-systems-file =
    📥 <b>Gửi tệp danh sách hệ thống vào đây.</b>
    CSV hoặc XLSX, dòng đầu là tên cột: <code>code, name, agency, level, url</code>. Hệ thống đã có (cùng mã) được cập nhật, hệ thống không có trong tệp giữ nguyên.
    Cả tệp đúng mới được nhận; sai dòng nào bot nói rõ dòng ấy.
form-systems-file-name = Tệp hệ thống
form-systems-summary = { $answers }
form-systems-cancelled = Đã bỏ, danh sách hệ thống giữ nguyên.
form-systems-expired = ⌛ Chưa nhận được tệp nào nên phần này đã đóng. Danh sách giữ nguyên.
register-reading = ⏳ Đang đọc tệp. Kết quả sẽ gửi ngay dưới đây.
register-unread = Chưa tải được tệp từ Telegram. Danh sách giữ nguyên, hãy gửi lại tệp.
register-taken-agencies = ✅ Danh sách cơ quan: thêm { $added }, sửa { $changed }, không đổi { $unchanged }. Gõ /agencies để xem.
register-taken-systems = ✅ Danh sách hệ thống: thêm { $added }, sửa { $changed }, không đổi { $unchanged }. Gõ /systems để xem.
register-not-made = ⚠ Chưa làm được tệp Excel. Bấm “Xuất CSV” để lấy tệp CSV, nội dung như nhau.
register-sent-agencies = 📤 Danh sách { $count } cơ quan. Sửa tệp này rồi gửi lại bằng <code>/agencies import</code> là xong.
register-sent-systems = 📤 Danh sách { $count } hệ thống. Sửa tệp này rồi gửi lại bằng <code>/systems import</code> là xong.

## Từ chối
refused-page-gone = Danh sách vừa thay đổi, trang này không còn. Hãy gõ lại lệnh để xem.
refused-register-gone = Mục này không còn trong danh sách.
refused-register-no-agency = Không có cơ quan nào khớp với “{ $words }”. Gõ /agencies để xem danh sách.
refused-register-no-system = Không có hệ thống nào khớp với “{ $words }”. Gõ /systems để xem danh sách.
refused-register-none-agencies = Không có cơ quan nào khớp với “{ $words }”. Hãy thử ít chữ hơn, hoặc gõ /agencies để xem tất cả.
refused-register-none-systems = Không có hệ thống nào khớp với “{ $words }”. Hãy thử ít chữ hơn, hoặc gõ /systems để xem tất cả.
refused-register-several = “{ $words }” khớp với { $count } mục: { $names }. Hãy ghi đúng mã hoặc tên đầy đủ.
refused-register-line = Hãy ghi trên một dòng, tối đa { $longest } ký tự.
refused-register-code = Mã là một từ, không có khoảng trắng và dấu hai chấm, tối đa 64 ký tự.
refused-register-code-taken = Mã “{ $code }” đã có trong danh sách. Hãy chọn mã khác.
refused-register-head = Bot chưa biết ai là “{ $name }”. Hãy mời người này trước bằng /invite, rồi ghi lại.
refused-register-value = Chưa ghi được: { $reason }.
refused-register-file = Hãy gửi một tệp .csv hoặc .xlsx. Muốn thôi, bấm Hủy.
refused-register-set-agencies =
    Cách gõ: <code>/agencies set MÃ tên Tên mới</code>. Sửa được: tên, loại, cấptrên, thủtrưởng. Gõ <code>-</code> để bỏ trống.
refused-register-set-systems =
    Cách gõ: <code>/systems set MÃ cấpđộ 3</code>. Sửa được: tên, cấpđộ, cơquan, địachỉ. Gõ <code>-</code> để bỏ trống.
