"""How somebody is reached: seen, confirmed, corrected and given up, by button and by typing."""

import pytest

from bot.domain.contact_round import Round
from bot.services import calendar, contact_check
from storage.campaign_tables import campaign_log
from storage.tables import agencies, people
from tests.world import Human


@pytest.fixture
async def contact(world):
    return await world.member("Mai", "staff")


async def test_details_are_shown_and_confirmed_by_one_button(world, contact):
    await contact.says("/contact")
    contact.sees("Thông tin liên hệ của bạn", "Họ tên: Mai", "Điện thoại: (chưa có)")
    await contact.presses("Đúng cả")
    contact.sees("Cảm ơn bạn")
    events = [(row["event"], row["person_id"]) for row in await world.rows(campaign_log)]
    assert ("contact-confirmed", contact.person_id) in events


async def test_a_correction_stands_in_the_register_once_the_standing_body_takes_it_over(
    world, contact
):
    lead, other = [await world.member(name, "lead") for name in ("Tùng", "Vân")]
    await contact.says("/lienhe")
    await contact.presses("Cần sửa")
    await contact.presses("Điện thoại")
    await contact.says("của tôi")
    contact.sees("Số điện thoại chỉ gồm chữ số")
    await contact.says("0988 777 666")
    contact.sees("Đã gửi Thường trực Đội: số điện thoại 0988 777 666")
    other.sees("Mai", "(chưa có) → 0988 777 666")
    await lead.presses("Cập nhật")
    lead.sees("Đã cập nhật số điện thoại của Mai")
    contact.sees("Thường trực Đội đã cập nhật số điện thoại")
    assert "Tùng đã cập nhật rồi" in (await other.presses("Giữ như cũ")).text
    await contact.says("/contact")
    contact.sees("Điện thoại: 0988 777 666")


async def test_what_is_refused_changes_nothing_and_can_be_said_anew(world, contact):
    lead = await world.member("Tùng", "lead")
    await contact.says("/contact email mai@tinh")
    contact.sees("Địa chỉ thư chưa đúng")
    await contact.says("/contact email mai@tinh.gov.vn")
    await contact.says("/contact email mai.tran@tinh.gov.vn")
    await lead.says("/contact capnhat 1")
    lead.sees("Mai đã gửi thông tin mới hơn")
    await lead.says("/contact cho")
    lead.sees("mai.tran@tinh.gov.vn", with_button="Giữ như cũ")
    await lead.says("/contact tuchoi 2")
    contact.sees("chưa cập nhật thư điện tử", "mời bạn liên hệ Tùng")
    await lead.says("/contact cho")
    lead.sees("Không còn thay đổi")
    await contact.says("/contact")
    contact.sees("Thư điện tử: (chưa có)")
    for words, said in (
        ("/contact tên Mai", "họ tên đã đúng"),
        ("/contact gì đó", "Mình chưa hiểu"),
        ("/contact capnhat 2", "được giao quyền"),
    ):
        await contact.says(words)
        assert said in contact.messages[-1].text


async def test_a_role_and_an_agency_are_changed_by_the_same_press(world, contact):
    lead = await world.member("Tùng", "lead")
    async with world.app.database.begin() as tx:
        await tx.add(agencies, code="SYT", name="Sở Y tế", kind="sở")
    for field, said in (("Cơ quan", "y te"), ("Vai trò", "Thành viên Đội ứng cứu")):
        await contact.says("/contact sửa")
        await contact.presses(field)
        await contact.says(said)
        await lead.presses("Cập nhật")
    (mai,) = [row for row in await world.rows(people) if row["name"] == "Mai"]
    assert (mai["agency_id"], mai["role"]) == (1, "responder")


async def _asks_for_another_role(contact):
    await contact.says("/contact sửa")
    await contact.presses("Vai trò")
    await contact.says("Thành viên Đội ứng cứu")


async def _names_instead(contact, name):
    await contact.says("/contact sửa")
    await contact.presses("Người khác phụ trách rồi")
    await contact.says(name)
    await contact.says("bỏ qua")


async def test_whose_role_was_changed_hears_it_once(world, contact):
    lead = await world.member("Tùng", "lead")
    await _asks_for_another_role(contact)
    before = len(contact.messages)
    await lead.presses("Cập nhật")
    [told] = contact.messages[before:]
    assert "Tùng đã đổi vai trò của bạn sang" in told.text
    assert "/help" in told.text


async def test_whose_role_stays_hears_that_too(world, contact):
    lead = await world.member("Tùng", "lead")
    await _asks_for_another_role(contact)
    await lead.presses("Giữ như cũ")
    contact.sees("Thường trực Đội chưa cập nhật vai trò")


@pytest.mark.both_databases
async def test_somebody_else_is_invited_and_takes_over_once_let_in(world, contact):
    lead = await world.member("Tùng", "lead")
    await _names_instead(contact, "Nguyễn Văn Ba")
    lead.sees("người khác phụ trách: Nguyễn Văn Ba")
    await lead.presses("Cập nhật")
    link = contact.sees("Hãy chuyển đường dẫn này").text.split("start=")[1].split()[0]
    ba = await world.citizen("Ba")
    await ba.starts(link)
    await lead.presses("Duyệt")
    rows = {row["name"]: row for row in await world.rows(people)}
    assert (rows["Ba"]["role"], rows["Ba"]["active"]) == ("staff", True)
    assert (rows["Mai"]["active"], rows["Mai"]["replaced_by_id"]) == (False, rows["Ba"]["id"])


async def test_who_wanted_to_go_hears_that_the_one_who_came_was_not_let_in(world, contact):
    lead = await world.member("Tùng", "lead")
    await _names_instead(contact, "Nguyễn Văn Ba")
    await lead.presses("Cập nhật")
    link = contact.sees("Hãy chuyển đường dẫn này").text.split("start=")[1].split()[0]
    await (await world.citizen("Kẻ lạ")).starts(link)
    await lead.presses("Từ chối")
    contact.sees(
        "Tùng không duyệt Kẻ lạ, người đã mở đường dẫn mời Nguyễn Văn Ba thay bạn",
        "vẫn đang phụ trách",
        with_button="Cần sửa",
    )
    (mai,) = [row for row in await world.rows(people) if row["name"] == "Mai"]
    assert mai["active"]
    await world.passes(days=3, hours=1)
    contact.does_not_see("chưa ai mở")


async def test_who_has_said_anew_who_is_responsible_hears_nothing_of_the_earlier_one(
    world, contact
):
    lead = await world.member("Tùng", "lead")
    links = []
    for name in ("Ba", "Bốn"):
        await _names_instead(contact, name)
        await lead.presses("Cập nhật")
        links.append(contact.messages[-1].text.split("start=")[1].split()[0])
    await (await world.citizen("Ba")).starts(links[0])
    await lead.presses("Từ chối")
    contact.does_not_see("không duyệt")


async def test_a_colleague_who_is_known_already_may_take_over(world, contact):
    lead = await world.member("Tùng", "lead")
    ba = await world.member("Ba", "staff")
    await contact.says("/contact sửa")
    await contact.presses("Người khác phụ trách rồi")
    await contact.says("Ba")
    await contact.says("bỏ qua")
    await lead.presses("Cập nhật")
    link = contact.sees("Hãy chuyển đường dẫn này").text.split("start=")[1].split()[0]
    await contact.starts(link)
    contact.sees("Bạn đã là cán bộ cơ quan rồi")
    await ba.starts(link)
    await lead.presses("Duyệt")
    rows = {row["name"]: row for row in await world.rows(people)}
    assert rows["Ba"]["active"]
    assert (rows["Mai"]["active"], rows["Mai"]["replaced_by_id"]) == (False, rows["Ba"]["id"])


async def test_an_invitation_that_nobody_opens_is_not_forgotten(world, contact):
    lead = await world.member("Tùng", "lead")
    for name in ("Ba", "Bốn"):
        await _names_instead(contact, name)
        await lead.presses("Cập nhật")
    await world.restarts()
    await world.passes(days=3, hours=1)
    lead.sees("mời Bốn thay Mai", "chưa ai mở")
    contact.sees("mời Bốn thay bạn đã hết hạn", with_button="Cần sửa")
    contact.does_not_see("mời Ba thay bạn đã hết hạn")


async def test_what_was_right_after_all_is_taken_back(world, contact):
    lead = await world.member("Tùng", "lead")
    await contact.says("/contact họ tên Mái")
    await contact.says("/contact họ tên Mai")
    contact.sees("Đã rút lại: họ tên giữ nguyên")
    assert "Mai đã rút lại" in (await lead.presses("Cập nhật")).text
    await lead.says("/contact chờ")
    lead.sees("Không còn thay đổi")


async def test_who_may_not_give_a_role_is_told_without_buttons(world, contact):
    lead, admin = await world.member("Tùng", "lead"), Human(world, world.admin)
    await contact.says("/contact sửa")
    await contact.presses("Vai trò")
    await contact.presses("Chỉ huy Đội")
    assert not lead.sees("báo sửa vai trò", "quản trị viên quyết định").buttons
    await admin.presses("Cập nhật", on=admin.sees("báo sửa vai trò", with_button="Cập nhật"))
    contact.sees("đã đổi vai trò của bạn sang chỉ huy Đội")


async def test_what_nobody_else_may_decide_is_not_left_waiting(world, contact):
    admin = Human(world, world.admin)
    await world.member("Tùng", "lead")
    await admin.says("/contact sửa")
    await admin.presses("Vai trò")
    await admin.presses("Đầu mối")
    admin.sees("Chưa có ai khác trong Đội được quyền quyết định")
    await admin.says("/contact chờ")
    admin.sees("Không còn thay đổi")


async def test_an_agency_that_is_not_there_is_said_in_words_of_use_to_contact_persons(
    world, contact
):
    await contact.says("/contact cơ quan Sở Hải quan")
    assert "/agencies" not in contact.sees("Không có cơ quan nào khớp", "gõ ít chữ hơn").text


async def test_a_lead_corrects_themselves_without_asking(world):
    lead = await world.member("Tùng", "lead")
    await lead.says("/contact phone 0912 345 678")
    lead.sees("Đã sửa số điện thoại: 0912 345 678")


async def test_the_leads_hear_of_who_is_not_responsible_any_more(world, contact):
    lead = await world.member("Tùng", "lead")
    await contact.says("/contact")
    await contact.presses("không còn phụ trách")
    lead.sees("Mai", "báo không còn phụ trách")
    contact.sees("Đã báo Thường trực Đội")


async def test_what_is_asked_and_its_result_can_be_read(world, contact):
    lead = await world.member("Tùng", "lead")
    async with world.app.database.begin() as tx:
        found = Round("2027", calendar.today(tx, world.app.team))
        await contact_check._begin(tx, world.app.team, found)
    await world.settles()
    contact.sees("Kiểm tra thông tin liên hệ hằng năm", "Họ tên: Mai", with_button="Đúng cả")
    await contact.says("/contact email mai@tinh.gov.vn")
    await lead.presses("Cập nhật")
    await contact.says("/contact phone 0912 345 678")
    await world.passes(days=2)
    lead.sees(
        "Kết quả kiểm tra",
        "số điện thoại: ⏳ chờ cập nhật",
        "• Mai (—): thư điện tử: (chưa có) → mai@tinh.gov.vn",
        "Chưa trả lời",
    )
