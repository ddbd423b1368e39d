"""How people change and leave, through the chats of everybody concerned."""

from datetime import timedelta

from storage.tables import people, shifts


async def person(world, human):
    rows = await world.rows(people)
    return next(row for row in rows if row["telegram_id"] == human.user.id)


async def as_admin(world):
    return await world.member("Sếp", "admin")


async def test_the_list_marks_who_cannot_be_reached(world, tung, minh):
    await world.member("Hoa", "staff", started=False)
    await tung.says("/people")
    shown = tung.sees("Nhân sự").text
    assert "Minh" in shown
    assert "Hoa ⚠ chưa mở bot" in shown


async def test_people_are_found_without_accents(tung, ha):
    await tung.says("/nhansu ha")
    tung.sees("Hà", "Ca trực sắp tới: 1", with_button="Cho nghỉ")
    await tung.says("/people Xuân")
    tung.sees("Không tìm thấy ai")


async def test_several_people_of_one_name_are_offered(world, tung):
    await world.member("Nguyễn Văn An")
    await world.member("Trần An")
    await tung.says("/people an")
    tung.sees("Có 2 người", with_button="Trần An")
    await tung.presses("Trần An")
    tung.sees("Trần An", "Vai trò")


async def test_switching_off_asks_takes_every_right_and_can_be_undone(world, tung, minh):
    await tung.says("/people Minh")
    await tung.presses("Cho nghỉ")
    tung.sees("Cho Minh nghỉ?", "1 ca trực")
    await tung.presses("Đúng, cho Minh nghỉ")
    tung.sees("Minh đã nghỉ", "1 ca trực bị trống", "Trực ban")
    minh.sees("ngừng quyền")
    await minh.says("/incidents")
    minh.sees("chỉ dành cho thành viên được giao quyền")
    await tung.presses("Cho hoạt động lại")
    minh.sees("cho bạn hoạt động trở lại")
    await minh.says("/incidents")
    assert "chỉ dành" not in minh.messages[-1].text


async def test_switching_off_by_mistake_can_be_stopped(world, tung, minh):
    await tung.says("/people off Minh")
    await tung.presses("Không, giữ nguyên")
    assert (await person(world, minh))["active"]


async def test_the_work_of_a_leaver_is_paged_again(world, tung, minh, ha, lan):
    await lan.says("Trang chủ bị thay hình")
    await lan.presses("Tiếng Việt")
    await lan.presses("Thay đổi giao diện")
    await lan.presses("Gửi ngay")
    await minh.presses("nhận")
    before = len(tung.messages)
    await tung.says("/people off Minh")
    await tung.presses("Đúng, cho Minh nghỉ")
    tung.sees("đang được gọi người khác nhận", "SC-2026-0001")
    assert (await world.incident())["owner_id"] is None
    assert len(tung.messages) > before


async def test_a_replacement_takes_over_the_shifts_and_everybody_hears(world, tung, minh, ha):
    boss = await as_admin(world)
    await tung.says("/people replace Minh Hà")
    tung.sees("Hà đã thay Minh", "đã chuyển: 1")
    minh.sees("Hà đã thay bạn")
    ha.sees("bạn thay Minh", "Trực ban")
    boss.sees("Tùng đã thay Minh bằng Hà")
    owners = {row["person_id"] for row in await world.rows(shifts)}
    assert owners == {(await person(world, ha))["id"]}
    gone = await person(world, minh)
    assert (gone["active"], gone["replaced_by_id"]) == (False, (await person(world, ha))["id"])


async def test_a_replacement_by_buttons_asks_first(world, tung, minh, ha):
    await tung.says("/people Minh")
    await tung.presses("Thay bằng")
    await tung.presses("Hà")
    tung.sees("Thay Minh bằng Hà?", "1 ca trực")
    await tung.presses("Đúng, thay người")
    tung.sees("Hà đã thay Minh")


NOT_DONE = {
    "replace Minh Minh": "bằng chính người đó",
    "replace Minh Hoa": "không có vai trò phù hợp",
    "replace Minh Không Ai": "Chưa rõ ai thay ai",
    "replace Minh": "Chưa rõ ai thay ai",
    "off Tùng": "với chính mình",
    "off Sếp": "Chỉ quản trị viên",
    "role Minh lead": "không có quyền trao vai trò",
    "role Minh boss": "Cách dùng",
    "role Minh responder": "đang là thành viên Đội ứng cứu rồi",
    "role Minh staff": "còn 1 ca trực",
    "on Minh": "đang hoạt động rồi",
}


async def test_what_may_not_be_done_is_said_and_changes_nothing(world, tung, minh):
    await world.member("Hoa", "staff")
    await as_admin(world)
    before = await world.rows(people)
    for words, answer in NOT_DONE.items():
        await tung.says(f"/people {words}")
        assert answer in tung.messages[-1].text, words
    assert await world.rows(people) == before


async def test_an_admin_changes_roles_and_the_person_hears(world, ha):
    boss = await as_admin(world)
    await boss.says("/people Hà")
    await boss.presses("Vai trò")
    await boss.presses("Chỉ huy Đội")
    ha.sees("đã đổi vai trò của bạn", "chỉ huy Đội")
    assert (await person(world, ha))["role"] == "lead"


async def test_the_reporter_of_an_incident_can_be_blocked_and_hears_of_it_once_a_day(
    world, tung, minh, lan
):
    await lan.says("Trang chủ bị thay hình")
    await lan.presses("Tiếng Việt")
    await lan.presses("Thay đổi giao diện")
    await lan.presses("Gửi ngay")
    await minh.says("/block SC-2026-0001")
    minh.sees("Đã chặn người báo SC-2026-0001")
    tung.sees("Minh đã chặn người báo SC-2026-0001", with_button="Bỏ chặn")
    await minh.says("/chan")
    minh.sees("trả lời đúng tin nhắn")
    before = len(lan.messages)
    for _ in range(3):
        await lan.says("alo")
    assert len(lan.messages) == before + 1
    await tung.presses("Bỏ chặn")
    assert not (await person(world, lan))["blocked"]


async def test_one_of_the_team_is_never_blocked(world, tung, minh, ha):
    await ha.says("/report")
    await ha.says("Máy chủ văn thư bị mã hóa")
    await ha.presses("Mã hóa")
    await ha.presses("Gửi ngay")
    await minh.says("/block SC-2026-0001")
    minh.sees("thuộc danh sách nhân sự")


async def test_the_language_changes_at_once(lan):
    await lan.starts()
    lan.sees("Chào Lan", with_button="Báo sự cố")
    await lan.says("/ngonngu")
    await lan.presses("English")
    lan.sees("The language is English now")
    await lan.says("/help")
    lan.sees("What you can do", "/report")


async def test_help_lists_what_the_role_may_do(minh, tung, lan):
    await lan.says("/help")
    assert "/people" not in lan.sees("Bạn có thể làm gì").text
    await minh.says("/help")
    assert "/invite" not in minh.sees("Bạn có thể làm gì", "/ack").text
    await tung.says("/help")
    tung.sees("Bạn có thể làm gì", "/invite (hoặc /moi)")


async def test_everybody_can_ask_for_numbers_warnings_and_their_data(world, lan):
    await lan.says("/hotline")
    lan.sees("156", "Liên hệ trực tiếp")
    await lan.says("/warnings")
    lan.sees("chưa có cảnh báo")
    await lan.says("/privacy")
    lan.sees("máy chủ đặt ở nước ngoài", with_button="Tôi đã đọc")
    await lan.presses("Tôi đã đọc")
    assert (await person(world, lan))["privacy_at"] > world.clock.now() - timedelta(minutes=1)


async def test_a_stranger_who_comes_by_a_button_learns_how_to_enrol(lan):
    await lan.starts("enrol")
    lan.sees("liên kết mời")
