"""The digest of situation reports: leads get many as one message, at sensible times, to the end."""

import pytest

from bot.services.situation_digest import DIGEST
from tests.members import answer_to, solves_again, waiting

CODE, OTHER = "SC-2026-0001", "SC-2026-0002"
HEAD = "Tổng hợp tình hình"


def digests(human):
    """Return the words of the digests that somebody has got."""
    return [message.text for message in human.messages if HEAD in message.text]


@pytest.fixture
async def an(world):
    return await world.member("An", "staff")


async def takes(world, member, reporter, kind="ransomware"):
    """Let an incident of a kind be reported, and taken."""
    await world.receives(reporter, kind)
    await world.settles()
    await member.presses("Tôi nhận")


@pytest.mark.both_databases
async def test_leads_get_the_first_report_of_a_critical_incident_at_once_then_a_digest(
    world, minh, tung, an
):
    await takes(world, minh, an)
    assert "cho nhóm và chỉ huy Đội" in await answer_to(minh, f"/sitrep {CODE} ba máy bị mã hóa")
    tung.sees("Báo cáo tình hình", "Tình hình: ba máy bị mã hóa")
    for words in ("năm máy", "bảy máy"):
        await world.passes(minutes=10)
        assert "bản tổng hợp lúc 03:10" in await answer_to(minh, f"/sitrep {CODE} {words}")
    assert digests(tung) == []
    world.group_sees("Tình hình: bảy máy")
    await world.restarts()
    await world.passes(minutes=61)
    [told] = digests(tung)
    assert "từ 02:10 ICT: 1 sự cố" in told
    assert told.index("năm máy") < told.index("bảy máy")
    assert "ba máy" not in told
    assert await waiting(world, DIGEST) == []


async def test_what_is_not_critical_waits_for_the_morning_and_goes_with_what_is(
    world, minh, tung, an
):
    await takes(world, minh, an, "malware")
    assert "lúc 06:00" in await answer_to(minh, f"/sitrep {CODE} một máy nhiễm")
    await takes(world, minh, an)
    await minh.says(f"/sitrep {OTHER} ba máy bị mã hóa")
    await world.passes(minutes=30)
    assert digests(tung) == []
    assert "lúc 03:30" in await answer_to(minh, f"/sitrep {OTHER} năm máy")
    await world.passes(minutes=61)
    [told] = digests(tung)
    assert told.index("năm máy") < told.index("một máy nhiễm")
    assert "2 sự cố" in told


async def test_by_night_nothing_less_than_critical_is_told_and_nothing_when_there_is_nothing(
    world, minh, tung, an
):
    await takes(world, minh, an, "malware")
    await minh.says(f"/sitrep {CODE} một máy nhiễm")
    await world.passes(hours=3.9)
    assert digests(tung) == []
    await world.passes(minutes=10)
    assert len(digests(tung)) == 1
    await world.passes(hours=9)
    assert len(digests(tung)) == 1


@pytest.mark.parametrize(("kind", "by_night"), [("ransomware", 1), ("malware", 0)])
async def test_the_last_digest_comes_when_the_incident_is_closed(
    world, minh, tung, an, kind, by_night
):
    await takes(world, minh, an, kind)
    for words in ("ba máy bị mã hóa", "đang khôi phục"):
        await minh.says(f"/sitrep {CODE} {words}")
    await world.passes(minutes=20)
    await solves_again(minh)
    assert digests(tung) == []
    await an.presses("Đã ổn")
    assert len(digests(tung)) == by_night
    await world.passes(hours=5)
    [told] = digests(tung)
    assert "đang khôi phục" in told
    assert "Kết thúc lúc 02:20 ICT, sau 20 phút. Đã có 2 báo cáo tình hình." in told


async def test_of_an_incident_without_reports_its_end_is_told_to_nobody(world, minh, tung, an):
    await takes(world, minh, an)
    await solves_again(minh)
    await an.presses("Đã ổn")
    await world.passes(hours=6)
    assert digests(tung) == []


async def test_who_reports_gets_no_digest_of_it_and_may_call_for_help_at_once(world, tung, an):
    sau = await world.member("Sáu", "lead")
    await takes(world, tung, an)
    await tung.says(f"/sitrep {CODE} ba máy bị mã hóa")
    await tung.says(f"/sitrep {CODE}")
    for words in ("năm máy", "đã ngắt mạng", "thêm ổ cứng"):
        await tung.says(words)
    await world.passes(minutes=20)
    await tung.presses("Xin hỗ trợ", on=tung.sees("Cần hỗ trợ ngay"))
    sau.sees(CODE, "Tùng")
    await world.passes(minutes=41)
    assert "Cần hỗ trợ: thêm ổ cứng" in digests(sau)[0]
    assert digests(tung) == []


async def test_of_a_confidential_incident_leads_read_it_all_and_the_group_nothing(
    world, minh, tung, an
):
    await takes(world, minh, an)
    await tung.says(f"/baomat {CODE}")
    for words in ("ba máy", "lộ danh sách"):
        await minh.says(f"/sitrep {CODE} {words}")
    await world.passes(minutes=61)
    [told] = digests(tung)
    assert "lộ danh sách" in told
    assert "Giữ kín" in told
    assert not [message for message in world.in_group() if "lộ danh sách" in message.text]


async def test_a_report_of_what_nobody_has_says_so_to_everybody_and_how_to_take_it(
    world, minh, ha, tung, an
):
    await takes(world, minh, an)
    await tung.says(f"/sitrep {CODE} ba máy bị mã hóa")
    assert not world.group_sees("ba máy bị mã hóa").buttons
    await world.passes(minutes=36)
    await tung.says(f"/sitrep {CODE} không thấy Minh trả lời")
    told = world.group_sees("không thấy Minh trả lời", with_button="Tôi nhận")
    assert "chưa có ai phụ trách" in told.text
    assert "Minh phụ trách đến 02:35 ICT" in told.text
    assert "Tiếp theo: " in told.text
    sau = await world.member("Sáu", "lead")
    await world.passes(minutes=60)
    seen = sau.sees(HEAD, "chưa có ai phụ trách", "Minh phụ trách đến 02:35 ICT")
    await sau.presses(f"Nhận {CODE}", on=seen)
    assert (await world.incident())["owner_id"] == sau.person_id
