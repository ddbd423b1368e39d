# Đề xuất lịch trực công bằng: đã xếp ai, vì sao, điều gì không tránh được.

proposal-begun = ⏳ Đang xếp lịch công bằng cho <b>{ $name }</b>. Kết quả sẽ đến sau vài giây.
refused-proposal-nobody = Chưa có thành viên nào nhận được tin của bot để xếp lịch. Xem /people.
proposal-late = Lịch của <b>{ $name }</b> đã được sửa trong lúc bot đang xếp, nên bot giữ bản vừa sửa. Muốn xếp lại, bấm “Đề xuất công bằng” lần nữa.
proposal-not-made = ⚠️ Bot chưa xếp được lịch cho <b>{ $name }</b>. Hãy thử lại sau, hoặc xếp tay. Nếu vẫn không được, báo quản trị viên.
proposal-made =
    ⚖️ <b>Đề xuất cho { $name }</b>: đã xếp { $count }/{ $total } chỗ.
    Ai trực ít trong 12 tháng qua được xếp nhiều hơn; giờ đêm và ngày lễ tính nặng hơn.
    { $people }

    { $broken ->
        [0] Mọi nguyện vọng đều được giữ: nghỉ đủ giữa hai ca, không ai trực đêm lễ hai kỳ liền.
       *[other]
        ⚠️ { $broken } chỗ không tránh được:
        { $reasons }{ $more }
    }
proposal-share = • { $name }: { $count } ca, { $hours } giờ (đêm { $night }, lễ { $holiday }) · năm qua { $before } giờ
proposal-more = {""}
    … và { $count } chỗ nữa, xem trong bảng.
proposal-broken-empty = • { $shift }, { $post }: <b>còn trống</b>. { $why }
proposal-broken-unreachable = • { $shift }, { $post }: { $name } chưa mở bot hoặc đã chặn bot, <b>bot không gọi được</b>. Người khác: { $why }
proposal-broken-not-lead = • { $shift }, { $post }: { $name } không phải chỉ huy Đội. Người khác: { $why }
proposal-broken-rest = • { $shift }, { $post }: { $name } nghỉ chưa đủ trước hoặc sau ca này. Người khác: { $why }
proposal-broken-holiday-night = • { $shift }, { $post }: { $name } trực đêm lễ hai kỳ liền. Người khác: { $why }
proposal-why-away = { $count } người vắng
proposal-why-busy = { $count } người đang ở ca khác
proposal-why-post = { $count } người không giữ vị trí này
proposal-why-share = { $count } người đã đủ phần
proposal-why-unreachable = { $count } người bot không gọi được
proposal-why-tired = { $count } người chưa nghỉ đủ
