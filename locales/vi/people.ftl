# Nhân sự: mời vào Đội, danh sách, cho nghỉ, thay người, chặn người gửi.

## Mời
invite-which = 👥 Bạn muốn mời ai? Bấm một vai trò, hoặc gõ <code>/invite staff MÃ_CƠ_QUAN</code> để kèm cơ quan.
invite-made =
    🔗 <b>Liên kết mời: { $role }</b>
    Cơ quan: { $agency }
    { $link }
    Chỉ gửi riêng cho đúng một người. Liên kết dùng được một lần, hết hạn lúc { $until }.
    Khi người đó mở liên kết, bạn và các chỉ huy sẽ nhận yêu cầu duyệt.
invite-waiting =
    ⏳ Đã ghi nhận yêu cầu của bạn.
    Chỉ huy Đội sẽ xác minh và duyệt. Bạn sẽ nhận tin ngay khi có kết quả.
    Trong lúc chờ, bạn vẫn báo được sự cố bằng /report.
invite-opened =
    👤 <b>{ $name }</b> xin vào với vai trò <b>{ $role }</b>
    Cơ quan: { $agency }
    Tài khoản: { $username }, số <code>{ $account }</code>
    Người mời: { $inviter }. Mở liên kết lúc { $opened }.
    Hãy gọi điện hoặc gặp trực tiếp để chắc đúng người rồi mới duyệt.
enrol-approved = ✅ Bạn đã duyệt <b>{ $name }</b>: { $role }. Người này đã được báo.
enrol-refused = ✖ Bạn đã từ chối <b>{ $name }</b>. Người này đã được báo, liên kết không còn dùng được.
toast-enrol-approved = Đã duyệt { $name }.
toast-enrol-refused = Đã từ chối { $name }.
toast-invite-made = Đã tạo liên kết, xem tin nhắn riêng.
enrolled-staff =
    ✅ { $by } đã duyệt. Bạn là <b>cán bộ đầu mối của cơ quan</b>.
    Việc Đội giao cho cơ quan sẽ đến ngay đây, xem lại bằng /tasks. Bạn báo sự cố thay cơ quan bằng /report và theo dõi bằng /status. Gửi /help để xem mọi lệnh.
enrolled-responder =
    ✅ { $by } đã duyệt. Bạn là <b>thành viên Đội ứng cứu</b>.
    Từ bây giờ bot có thể gọi bạn khi có sự cố. Hãy bật âm thanh cho cuộc trò chuyện này.
    Khi được gọi, bấm “Tôi nhận”, hoặc trả lời “1” hay “nhận”. Gửi /help để xem mọi lệnh.
enrolled-lead =
    ✅ { $by } đã duyệt. Bạn là <b>chỉ huy Đội</b>.
    Bạn được gọi khi không ai nhận việc, được giao việc, mời và cho nghỉ thành viên. Gửi /help để xem mọi lệnh.
enrolled-admin =
    ✅ { $by } đã duyệt. Bạn là <b>quản trị viên</b>.
    Gửi /help để xem mọi lệnh.
enrolment-refused =
    Yêu cầu vào Đội của bạn không được { $by } duyệt.
    Nếu đây là nhầm lẫn, hãy liên hệ người đã mời bạn. Bạn vẫn báo được sự cố bằng /report.

refused-invite-usage = Cách dùng: <code>/invite responder</code>, <code>/invite staff MÃ_CƠ_QUAN</code> hoặc <code>/invite lead</code>.
refused-invite-role = Bạn không có quyền trao vai trò { $role }.
refused-invite-unknown = Liên kết mời này không đúng. Hãy kiểm tra lại, hoặc xin người mời một liên kết mới.
refused-invite-own = Đây là liên kết do chính bạn tạo. Hãy gửi cho người bạn muốn mời.
refused-invite-enrolled = Bạn đã là { $role } rồi, không cần dùng liên kết này. Liên kết vẫn còn hiệu lực cho người được mời.
refused-invite-expired = Liên kết mời này đã hết hạn. Hãy xin người mời một liên kết mới.
refused-invite-used = Liên kết mời này đã được dùng. Mỗi liên kết chỉ dùng một lần, hãy xin một liên kết mới.
refused-invite-gone = Lời mời này không còn nữa.
refused-invite-approved = { $name } đã duyệt yêu cầu này rồi.
refused-invite-refused = { $name } đã từ chối yêu cầu này rồi.
refused-no-such-agency = Không có cơ quan nào mang mã “{ $code }”.

button-approve = ✅ Duyệt
button-refuse = ✖ Từ chối
button-copy-link = 📋 Chép liên kết
button-role-responder = 🛡 Thành viên Đội ứng cứu
button-role-staff = 🏢 Cán bộ cơ quan
button-role-lead = ⭐ Chỉ huy Đội
button-role-admin = 🔧 Quản trị viên

## Danh sách
people-list =
    👥 <b>Nhân sự</b>: { $count } người đang hoạt động
    { $lines }
    <i>Gõ /people kèm tên để xem một người.</i>
people-heading-admin = <b>Quản trị viên</b>
people-heading-lead = <b>Chỉ huy Đội</b>
people-heading-responder = <b>Thành viên Đội ứng cứu</b>
people-heading-staff = <b>Cán bộ cơ quan</b>
people-heading-inactive = <b>Đã nghỉ</b>
people-line =
    { $agency ->
        [none] • { $name } { $mark }
       *[other] • { $name } ({ $agency }) { $mark }
    }
people-mark-reachable = { "" }
people-mark-never = ⚠ chưa mở bot
people-mark-blocked = ⛔ đã chặn bot
people-which = Có { $count } người phù hợp. Bạn muốn xem ai?
person-card =
    👤 <b>{ $name }</b>
    Vai trò: { $role }. Trạng thái: { $active } { $mark }
    Cơ quan: { $agency }
    Điện thoại: { $phone }. Thư: { $email }
    Telegram: { $username }, số <code>{ $account }</code>
    { $count ->
        [0] Chưa có ca trực sắp tới.
       *[other] Ca trực sắp tới: { $count }
    }
    { $shifts }
person-active = đang hoạt động
person-inactive = đã nghỉ
person-shift = • { $post }: { $start } → { $end }
person-shifts-more = … và { $count } ca nữa
button-more-people = Xem tiếp ▸
button-deactivate = ⏻ Cho nghỉ
button-replace = ⇄ Thay bằng…
button-role = Vai trò
button-reactivate = ↩ Cho hoạt động lại
button-deactivate-yes = Đúng, cho { $name } nghỉ
button-keep = Không, giữ nguyên
button-replace-yes = Đúng, thay người

## Cho nghỉ, thay người, đổi vai trò
person-deactivate-sure =
    Cho <b>{ $name }</b> nghỉ? Người này mất mọi quyền ngay lập tức.
    { $count ->
        [0] Không có ca trực nào sắp tới.
       *[other] { $count } ca trực sắp tới sẽ trống.
    }
person-deactivated =
    ⏻ <b>{ $name }</b> đã nghỉ và không còn quyền nào.
    { person-left-behind }
person-left-behind =
    { $gaps ->
        [0] Không có ca trực nào bị trống.
       *[other] <b>{ $gaps } ca trực bị trống</b>, cần người thay:
    }
    { $shifts }
    { $released ->
        [0] Không có sự cố nào phải giao lại.
       *[other] Sự cố đang được gọi người khác nhận: { $codes }
    }
person-deactivated-notice =
    ⏻ { $by } đã cho <b>{ $name }</b> nghỉ.
    { person-left-behind }
person-reactivated = ↩ <b>{ $name }</b> hoạt động trở lại, có lại vai trò và các ca trực cũ.
person-reactivated-notice = ↩ { $by } đã cho <b>{ $name }</b> hoạt động trở lại.
person-replace-whom = Ai sẽ thay <b>{ $name }</b>?
person-replace-sure =
    Thay <b>{ $name }</b> bằng <b>{ $successor }</b>?
    { $name } mất mọi quyền. { $count ->
        [0] Không có ca trực nào phải chuyển.
       *[other] { $count } ca trực sắp tới chuyển cho { $successor }.
    }
person-replaced =
    ⇄ <b>{ $successor }</b> đã thay <b>{ $name }</b>. Số ca trực đã chuyển: { $moved }.
    { $released ->
        [0] Không có sự cố nào phải giao lại.
       *[other] Sự cố đang được gọi người khác nhận: { $codes }
    }
person-replaced-notice =
    ⇄ { $by } đã thay <b>{ $name }</b> bằng <b>{ $successor }</b>. Số ca trực đã chuyển: { $moved }.
    { $released ->
        [0] Không có sự cố nào phải giao lại.
       *[other] Sự cố đang được gọi người khác nhận: { $codes }
    }
person-role-which = <b>{ $name }</b> đang là { $role }. Đổi thành:
person-role-changed = <b>{ $name }</b> nay là { $role }. Người này đã được báo.
person-role-notice = { $by } đã đổi vai trò của <b>{ $name }</b> thành { $role }.
you-were-deactivated =
    { $by } đã ngừng quyền của bạn trong Đội. Bot sẽ không gọi bạn nữa.
    Bạn vẫn báo được sự cố bằng /report. Nếu có nhầm lẫn, hãy liên hệ chỉ huy Đội.
you-were-reactivated = ↩ { $by } đã cho bạn hoạt động trở lại. Gửi /help để xem các việc có thể làm.
you-were-replaced =
    ⇄ { $successor } đã thay bạn trong Đội (người quyết định: { $by }). Các ca trực của bạn đã chuyển.
    Cảm ơn bạn. Bạn vẫn báo được sự cố bằng /report.
you-replace =
    ⇄ Từ bây giờ bạn thay <b>{ $name }</b> (người quyết định: { $by }). Số ca trực nhận thêm: { $moved }.
    { $shifts }
you-replace-shifts =
    Ca trực sắp tới của bạn:
    { $lines }
your-role-changed = { $by } đã đổi vai trò của bạn sang <b>{ $role }</b>. Gửi /help để xem các việc có thể làm.
toast-deactivated = Đã cho { $name } nghỉ.
toast-reactivated = { $name } hoạt động trở lại.
toast-role-changed = Đã đổi vai trò của { $name }.
toast-replaced = Đã thay { $name }.
toast-nothing-changed = Không có gì thay đổi.

refused-no-such-person = Không tìm thấy ai là “{ $name }” trong danh sách nhân sự.
refused-oneself = Bạn không thể tự làm việc này với chính mình. Hãy nhờ một chỉ huy hoặc quản trị viên khác.
refused-not-of-the-team = { $name } không thuộc danh sách nhân sự.
refused-only-admin = Chỉ quản trị viên mới thay đổi được { $name }.
refused-last-admin = { $name } là quản trị viên cuối cùng. Hãy chỉ định một quản trị viên khác trước.
refused-already-inactive = { $name } đã nghỉ rồi.
refused-already-active = { $name } đang hoạt động rồi.
refused-replace-same = Không thể thay { $name } bằng chính người đó.
refused-replace-role = { $name } không có vai trò phù hợp để nhận thay.
refused-nobody-to-replace = Chưa có ai có thể thay { $name }. Hãy mời thêm người bằng /invite.
refused-replace-usage =
    Chưa rõ ai thay ai. Cách dùng: <code>/people replace NGƯỜI_NGHỈ NGƯỜI_THAY</code>.
    Mỗi người ghi bằng họ tên đầy đủ, @tên hoặc số Telegram.
refused-role-usage = Cách dùng: <code>/people role TÊN responder</code> (hoặc lead, staff, admin).
refused-role-unknown = Không có vai trò “{ $word }”.
refused-same-role = { $name } đang là { $role } rồi.
refused-role-shifts = { $name } còn { $count } ca trực. Hãy chuyển các ca đó cho người khác bằng “Thay bằng…” trước.

## Chặn
reporter-blocked = 🚫 Đã chặn người báo { $code }. Bot không nhận tin của người này nữa. Chỉ huy bỏ chặn bằng <code>/unblock { $code }</code>.
reporter-blocked-notice = 🚫 { $by } đã chặn người báo { $code }.
reporter-unblocked = ✅ Đã bỏ chặn người báo { $code }.
toast-unblocked = Đã bỏ chặn người báo { $code }.
button-unblock = Bỏ chặn
refused-block-whom = Hãy gõ <code>/block SC-2026-0012</code>, hoặc trả lời đúng tin nhắn về sự cố đó.
refused-block-team = Không chặn được: người báo thuộc danh sách nhân sự. Hãy dùng /people nếu cần.
refused-already-blocked = Người báo { $code } đã bị chặn rồi.
refused-not-blocked = Người báo { $code } không bị chặn.
refused-no-reporter = { $code } không có người báo để chặn.
