"""An agency does what it was asked: sees it, answers it, corrects it, asks; the team answers."""

import pytest

from bot.domain.audience import Audience, Per
from storage.campaign_tables import assignment_answers, assignment_files
from storage.tables import systems
from tests.blackbox.test_watch_files import sends
from tests.campaigns import NAME, a_province


@pytest.fixture
async def province(world):
    return await a_province(world)


async def test_both_contact_persons_see_the_same_card_from_its_delivery_to_its_acceptance(
    world, province
):
    lan, hoa, tung = province.lan, province.hoa, province.tung
    await province.opens()
    for human in (lan, hoa):
        human.sees(NAME, "Sở Y tế", "còn 22 ngày", "chưa bắt đầu", with_button="Bắt đầu")
    await lan.presses("Bắt đầu")
    hoa.sees(NAME, "Tình trạng: đang làm", with_button="Đã xong")
    await hoa.presses("Đã xong")
    hoa.sees("Số máy đã rà quét", "118/120")
    await hoa.says("130/120")
    hoa.sees("130 lớn hơn tổng số 120")
    await hoa.says("118/120")
    await hoa.presses("Không")
    await sends(world, hoa, b"%PDF", "bien-ban.pdf")
    await hoa.presses("Vậy là đủ")
    hoa.sees("Kết quả sẽ nộp", "Số máy đã rà quét: 118/120")
    await hoa.presses("Gửi")
    hoa.sees("Đã nộp kết quả", with_button="Sửa kết quả")
    lan.sees(NAME, "đã nộp, chờ Đội duyệt (Hoa nộp")
    task = await province.task()
    assert task["answers"] == {
        "scanned": [118, 120],
        "infected": False,
        "minutes": ["bien-ban.pdf"],
    }
    assert len(await world.rows(assignment_files)) == 1
    await tung.says("/campaign xem 1")
    tung.sees("Sở Y tế", "118/120", "Hoa nộp", with_button="Duyệt")
    await tung.presses("Duyệt")
    hoa.sees("Đội đã duyệt")
    lan.sees(NAME, "✅ Đội đã duyệt")


async def test_what_was_handed_in_is_corrected_until_it_is_accepted(world, province):
    lan, tung = province.lan, province.tung
    await province.opens()
    await lan.says("/tasks 1 xong")
    await lan.says("bỏ qua")
    lan.sees("phải có câu trả lời, nên không bỏ qua được")
    for words in ("50/50", "có", "Trojan", "bỏ qua"):
        await lan.says(words)
    await lan.says("gửi")
    await tung.says("/campaign tra 1 Ghi rõ tên mã độc")
    lan.sees("Đội đề nghị làm lại", "Ghi rõ tên mã độc")
    province.hoa.sees("Đội đề nghị làm lại")
    card = lan.sees(NAME, "việc №1", "Lý do: Ghi rõ tên mã độc")
    assert [button.label for button in card.buttons][:2] == ["✏️ Sửa kết quả", "Không áp dụng"]
    await lan.says("/tasks 1 batdau")
    assert "Lý do: Ghi rõ tên mã độc" in lan.sees("đang làm", with_button="Sửa kết quả").text
    await lan.presses("Sửa kết quả")
    lan.sees("Kết quả sẽ nộp", "Mã độc gì: Trojan")
    for words in ("sửa", "Mã độc gì", "Trojan.Agent", "gửi"):
        await lan.says(words)
    assert (await province.task())["answers"]["found"] == "Trojan.Agent"
    assert len(await world.rows(assignment_answers)) == 2
    await tung.says("/campaign nhan 1")
    await lan.says("/tasks 1 xong")
    lan.sees("không sửa được nữa")


async def test_more_time_and_questions_go_to_the_team_and_come_back(world, province):
    lan, tung = province.lan, province.tung
    await province.opens()
    await lan.says("/tasks")
    lan.sees("Việc của Sở Y tế: còn 1 việc", NAME)
    await lan.presses("Xin gia hạn")
    await lan.says("1/1/2030")
    lan.sees("không quá một năm")
    await lan.says("hủy")
    await lan.says("/tasks 1 giahan 30/9 Chờ thuê đơn vị rà quét")
    tung.sees("Sở Y tế xin gia hạn", "30/09", "Chờ thuê đơn vị", with_button="Đồng ý")
    lan.sees(NAME, "chờ Đội trả lời")
    await tung.presses("Đồng ý")
    lan.sees("Đã được gia hạn", "30/09")
    province.hoa.sees("Đã được gia hạn")
    assert "Tùng đã trả lời rồi" in (await province.binh.presses("Không đồng ý")).text
    await lan.presses("Hỏi Đội")
    await lan.says("Máy của trường mầm non có tính không?")
    world.group_sees("Sở Y tế hỏi", "mầm non", with_button="Trả lời")
    await tung.says("/campaign traloi 2 Có, tính cả.")
    lan.sees("Đội trả lời", "Có, tính cả.")


async def test_what_does_not_apply_is_said_with_its_reason(world, province):
    await province.opens()
    await province.nam.presses("Không áp dụng")
    await province.nam.says("Sở không có máy chủ riêng")
    assert (await province.task(2))["state"] == "not_applicable"
    await province.tung.says("/campaign xem 2")
    province.tung.sees("Sở không có máy chủ riêng", with_button="Trả lại")


async def test_each_system_has_its_own_task_where_systems_are_asked_for(world, province):
    async with world.app.database.begin() as tx:
        rows = [
            ("HSSK", "Hồ sơ sức khỏe", 3),
            ("TTB", "Trang tin", 1),
            ("KCB", "Khám chữa bệnh", 4),
        ]
        for code, name, level in rows:
            await tx.add(systems, code=code, name=name, level=level, agency_id=1)
    await province.opens(
        scope=Audience(levels=(3, 4, 5)), per=Per.SYSTEM, questions=(), feeds="scan"
    )
    lan = province.lan
    lan.sees(NAME, "Sở Y tế, hệ thống Khám chữa bệnh")
    lan.does_not_see("Trang tin")
    await lan.says("/tasks")
    lan.sees("còn 2 việc", "↳ Hồ sơ sức khỏe: hạn hết", with_button="Khám chữa bệnh")
    await lan.presses("Hồ sơ sức khỏe")
    await lan.presses("Đã xong")
    await lan.says("gửi")
    await lan.says("/tasks")
    lan.sees("còn 1 việc", "Đã nộp")
    await province.tung.says("/systems hssk")
    province.tung.sees("Rà quét lỗ hổng: Thứ Tư 02/09 (DY-2026-0001) · ✅ 6 tháng cuối năm 2026")
    province.tung.sees("Diễn tập thực chiến: chưa có kết quả nào · ⏳ năm 2026: chưa có")
    await province.tung.says("/systems kcb")
    page = province.tung.sees(
        "Khám chữa bệnh · KCB", "Việc phải làm (1)", f"• {NAME} (DY-2026-0001)"
    )
    assert "Hồ sơ sức khỏe" not in page.text
    await province.tung.says("/systems chưa rà quét")
    province.tung.sees("Hệ thống thông tin: 2", "Khám chữa bệnh", "Trang tin")


async def test_a_new_contact_person_is_shown_what_is_open(world, province):
    await province.opens()
    await province.tung.says("/invite staff P5")
    link = province.tung.messages[-1].text.split("start=")[1].split()[0]
    ba = await world.citizen("Ba")
    await ba.starts(link)
    await province.tung.presses("Duyệt")
    ba.sees("Việc của Phường 5: còn 1 việc", NAME)


async def test_a_colleague_who_was_quicker_is_named_and_nothing_is_overwritten(world, province):
    await province.opens(questions=())
    for human in (province.lan, province.hoa):
        await human.presses("Đã xong")
        world.hand.advance(60)
    await province.lan.says("gửi")
    await province.hoa.says("gửi")
    province.hoa.sees("Lan vừa nộp kết quả việc này")
    assert len(await world.rows(assignment_answers)) == 1


@pytest.mark.parametrize(
    ("deed", "missing", "given"),
    [
        ("dongluon", "đợt đã đóng, cơ quan chưa nộp", "đợt đã đóng, cơ quan đã nộp"),
        ("huyhan", "Đội đã hủy đợt này", "Đội đã hủy đợt này"),
    ],
)
async def test_the_cards_of_a_campaign_that_ended_say_so_and_ask_nothing(
    world, province, deed, missing, given
):
    await province.opens()
    await province.lan.presses("Không áp dụng")
    await province.lan.says("Không có máy chủ")
    await province.tung.says(f"/campaign {deed} DY-2026-0001")
    assert "trả lời" not in province.nam.sees(NAME, missing).text
    province.lan.sees(NAME, given)


async def test_a_card_that_is_forwarded_to_the_bot_opens_its_task(world, province):
    lan, nam = province.lan, province.nam
    await province.opens()
    card = lan.sees(NAME, "việc №1", with_button="Đã xong")
    for human, seen in ((lan, "việc №1"), (nam, "Chuyện gì đã xảy ra?")):
        world.playground.people.forward(human.user, card, world.bot)
        await world.settles()
        assert seen in human.messages[-1].text


async def test_what_was_said_not_to_apply_is_begun_when_it_comes_back(world, province):
    lan, tung = province.lan, province.tung
    await province.opens()
    await lan.says("/tasks 1 khong Không có máy chủ")
    await tung.says("/campaign tra 1 Máy trạm cũng tính")
    said = lan.sees("Đội đề nghị làm:", "Máy trạm cũng tính", with_button="Bắt đầu")
    assert "Sửa kết quả" not in said.text
    await lan.says("/tasks 1")
    assert lan.messages[-1].text.count("Đội đề nghị làm lại") == 1


async def test_what_was_closed_undone_is_still_listed_for_a_month(world, province):
    lan = province.lan
    await province.opens()
    await province.tung.says("/campaign dongluon DY-2026-0001")
    await lan.says("/tasks")
    lan.sees("1 việc chưa nộp mà đợt đã đóng", NAME, "đợt đã đóng, cơ quan chưa nộp")
    await world.passes(days=31)
    await lan.says("/tasks")
    lan.sees("không còn việc nào phải làm")
