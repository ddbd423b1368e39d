"""After an incident: its lessons, what is to become better, what it is related to, and drills."""

import json
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest

from bot.services import calendar, confidence, improvements, people
from storage import incidents
from storage import people as people_of
from storage.after_tables import improvements as table
from storage.room_tables import incident_deadlines as deadlines
from tests.blackbox.test_evidence import reports
from tests.members import answer_to, solves_again, story

CODE, OTHER = "SC-2026-0001", "SC-2026-0002"


async def held(world, human, *words):
    """Return the file that came with the newest message with these words."""
    content = human.sees(*words).content["document"]
    return world.playground.files.get(content["file_id"]).content


async def is_taken(world, minh, kind="ransomware"):
    await world.receives(minh, kind)
    await world.settles()
    await minh.presses("Tôi nhận")


async def comes_to(world, day):
    """Come to nine o'clock of a day of September without living through what lies between."""
    at = datetime(2026, 9, day, 2, tzinfo=UTC)
    world.hand.advance((at - world.clock.now()).total_seconds())
    await world.settles()


async def is_closed(world, minh):
    await is_taken(world, minh)
    await world.passes(minutes=31)
    await solves_again(minh)


async def test_lessons_are_drafted_when_something_serious_is_closed(world, minh, tung, ha):
    await is_closed(world, minh)
    draft = tung.sees("Dự thảo rút kinh nghiệm", CODE, "không có bước nào")
    assert "Minh nhận sau" in draft.text
    minh.sees("Dự thảo rút kinh nghiệm", CODE)
    ha.does_not_see("rút kinh nghiệm")
    assert (await held(world, tung, "để bổ sung bằng tay"))[:2] == b"PK"


async def test_an_improvement_outlives_its_incident_until_it_is_done(world, minh, tung, ha):
    await is_closed(world, minh)
    await tung.presses("Việc cải thiện", on=tung.sees("Dự thảo rút kinh nghiệm"))
    await tung.says("Bật sao lưu ngoại tuyến")
    await tung.presses("Hà")
    await tung.says("20/9")
    await tung.presses("Gửi")
    ha.sees("Tùng giao", "Bật sao lưu ngoại tuyến", "20/9/2026")
    assert "Bật sao lưu" in await answer_to(minh, "/caithien")
    assert "đang mở 1" in await answer_to(minh, f"/incident {CODE}")
    await tung.says(f"/export {CODE}")
    with ZipFile(BytesIO(await held(world, tung, "TLP:AMBER"))) as zipped:
        assert zipped.read("lessons.docx")[:2] == b"PK"
        (kept,) = json.loads(zipped.read("incident.json"))["improvements"]
    assert (kept["what"], kept["owner"], kept["state"]) == ("Bật sao lưu ngoại tuyến", "Hà", "open")
    await comes_to(world, 17)
    ha.sees("hạn 20/9/2026", "Bật sao lưu", with_button="Đã xong")
    tung.does_not_see("của Hà")
    await comes_to(world, 21)
    tung.sees("của Hà", "đã quá hạn")
    overdue = ha.sees("đã quá hạn")
    await ha.presses("Đã xong", on=overdue)
    tung.sees("Hà báo", "đã xong")
    assert "đã có kết quả" in (await ha.presses("Đã xong", on=overdue)).text


async def test_an_improvement_is_dropped_with_a_reason_and_passed_on_in_words(
    world, minh, tung, ha
):
    await world.receives(minh)
    async with world.app.database.begin() as tx:
        lead = await people_of.get(tx, tung.person_id)
        incident = await incidents.get(tx, 1)
        for what in ("Việc một", "Việc hai", "Việc ba"):
            day = calendar.today(tx, world.app.team)
            said = (what, ha.person_id, day)
            await improvements.add(tx, world.app.team, lead, incident, said)
    await world.settles()
    assert "không thuộc" not in await answer_to(ha, "/caithien bỏ 1 đã có rồi")
    tung.sees("không cần nữa", "Việc một", "đã có rồi")
    assert "chỉ" in await answer_to(minh, "/caithien xong 2")
    await tung.says("/caithien giao 2 Minh")
    minh.sees("Việc hai", with_button="Không cần nữa")
    ha.sees("Việc hai", "nay do Minh làm")
    await minh.presses("Không cần nữa", on=minh.sees("Việc hai"))
    await minh.says("Trùng việc khác")
    assert [row["state"] for row in await world.rows(table)] == ["dropped", "dropped", "open"]
    async with world.app.database.begin() as tx:
        team, known = world.app.team, people_of
        await people.deactivate(tx, team, await known.get(tx, tung.person_id), ha.person_id)
        leaver, successor = [await known.get(tx, each.person_id) for each in (ha, minh)]
        await improvements.leave(tx, team, leaver, successor)
    await world.settles()
    tung.sees("Hà rời Đội", "Việc ba")
    minh.sees("Hà giao", "Việc ba")


async def test_a_draft_is_made_at_anybodys_word_who_has_a_part_in_it(world, minh, tung, ha):
    await is_taken(world, minh, "phishing")
    assert "chỉ" in await answer_to(ha, f"/aar {CODE}")
    await minh.says(f"/rutkinhnghiem {CODE}")
    minh.sees("Dự thảo rút kinh nghiệm", "Có người nhận")
    tung.does_not_see("Dự thảo")
    assert (await story(world))[-1] == "after-action"


async def test_what_is_not_serious_is_closed_without_a_draft(world, minh, tung):
    await is_taken(world, minh, "phishing")
    await solves_again(minh)
    tung.does_not_see("Dự thảo")


async def test_two_reports_are_related_from_the_card_and_not_any_more_by_a_word(world, minh, tung):
    an, lan = await world.member("An", "staff"), await world.member("Lan", "staff")
    for human in (an, lan):
        await reports(human)
    await minh.presses("Liên quan", on=world.group_sees(OTHER, with_button="Liên quan"))
    card = world.group_sees(OTHER, f"Liên quan {CODE}")
    assert "Có thể trùng" not in card.text
    world.group_sees(CODE, f"Liên quan {OTHER}")
    assert "Thay đổi giao diện" in await answer_to(minh, f"/incident {OTHER}")
    assert (await story(world))[-1] == "linked"
    assert "đã được ghi là liên quan rồi" in await answer_to(minh, f"/lienquan {CODE} {OTHER}")
    assert "không còn liên quan" in await answer_to(minh, f"/unlink {OTHER} {CODE}")
    assert "mã của cả hai" in await answer_to(minh, f"/link {CODE}")
    card = world.group_sees(OTHER, with_button="Phương án")
    await minh.says_in_group(f"/link {CODE}", reply_to=card)
    world.group_sees(OTHER, f"Liên quan {CODE}")
    await minh.presses("Bỏ liên quan")
    assert "chính nó" in await answer_to(minh, f"/link {CODE} {CODE}")
    assert (await story(world))[-1] == "unlinked"


async def test_a_drill_says_so_everywhere_and_no_clock_of_the_law_runs(world, minh, tung):
    await is_taken(world, minh)
    assert "open" in {row["state"] for row in await world.rows(deadlines)}
    assert "chỉ huy" in await answer_to(minh, f"/drill {CODE}")
    assert "nay là diễn tập" in await answer_to(tung, f"/dientap {CODE}")
    world.group_sees(CODE, "DIỄN TẬP", with_button="Phương án")
    minh.sees("Bạn đã nhận", "DIỄN TẬP")
    assert "open" not in {row["state"] for row in await world.rows(deadlines)}
    assert "DIỄN TẬP" in await answer_to(tung, "/incidents")
    assert "DIỄN TẬP" in await answer_to(minh, f"/note {CODE} đã cô lập")
    await tung.says("/thongke hôm nay")
    tung.sees("Diễn tập, không tính vào số liệu trên: 1")
    assert "sự cố thật" in await answer_to(tung, f"/drill {CODE} bỏ")
    assert "open" in {row["state"] for row in await world.rows(deadlines)}
    assert "DIỄN TẬP" not in world.group_sees(CODE, with_button="Phương án").text


@pytest.mark.parametrize(
    ("command", "told"),
    [("/drill", "ghi nhận SC-2026-0001 là diễn tập"), ("/baomat", "ở chế độ giữ kín")],
)
async def test_what_the_group_is_told_anyway_is_not_answered_there_once_more(
    world, minh, tung, command, told
):
    await is_taken(world, minh)
    before = len(world.in_group())
    await tung.says_in_group(f"{command} {CODE}")
    assert [told in each.text for each in world.in_group()[before:]] == [True]
    tung.does_not_see("từ nay giữ kín")


async def test_of_a_confidential_incident_others_learn_neither_lessons_nor_what_is_to_be_done(
    world, minh, tung, ha
):
    await is_taken(world, minh)
    async with world.app.database.begin() as tx:
        lead, incident = await people_of.get(tx, tung.person_id), await incidents.get(tx, 1)
        today = calendar.today(tx, world.app.team)
        said = ("Đổi khóa kho lưu trữ", minh.person_id, today)
        await improvements.add(tx, world.app.team, lead, incident, said)
        await confidence.keep(tx, world.app.team, lead, incident)
    await world.settles()
    assert "Đổi khóa" in await answer_to(minh, "/improvements")
    listed = await answer_to(ha, "/improvements")
    assert CODE in listed
    assert "Đổi khóa" not in listed
    assert "Đổi khóa" not in await answer_to(ha, f"/improvements {CODE}")
