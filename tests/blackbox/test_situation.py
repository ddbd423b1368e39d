"""Situation reports: asked in their rhythm, told to everybody in one message, missed, put off."""

import pytest

from tests.members import answer_to, solves_again, story, waiting
from tests.reporters import forges

CODE = "SC-2026-0001"


@pytest.fixture
async def taken(world, minh, tung):
    """Minh has taken a case of ransomware, which is critical."""
    await world.receives(await world.member("An", "staff"), "ransomware")
    await world.settles()
    await minh.presses("Tôi nhận")
    return world


async def test_three_short_answers_go_to_the_group_and_the_leads(taken, minh, tung):
    await taken.passes(minutes=31)
    asked = minh.sees("đến giờ báo cáo tình hình")
    await minh.presses("Báo cáo ngay", on=asked)
    for words in ("ba máy bị mã hóa", "đã ngắt mạng", "cần thêm ổ cứng"):
        await minh.says(words)
    for seen in (taken.group_sees("Báo cáo tình hình"), tung.sees("Báo cáo tình hình")):
        assert "Tình hình: ba máy bị mã hóa" in seen.text
        assert "Cần hỗ trợ: cần thêm ổ cứng" in seen.text
    assert "situation" in await story(taken)


async def test_two_reports_that_are_missing_are_told_to_the_leads_and_it_ends_with_the_work(
    taken, minh, tung
):
    for _ in range(4):
        await taken.passes(minutes=31)
        await minh.says("vẫn đang xử lý")
    tung.sees("chưa gửi báo cáo tình hình sau 2 lần hỏi")
    await solves_again(minh)
    assert await waiting(taken, "situation") == []
    assert (await forges(taken, minh, "sitlater:1:30")).alert


async def test_it_can_be_put_off_and_sent_in_one_line_by_whoever_has_a_part(taken, minh, ha, tung):
    await taken.passes(minutes=31)
    assert "hỏi lại sau" in (await minh.presses("Để sau 2 giờ")).text
    assert "Chỉ người phụ trách" in await answer_to(ha, f"/sitrep {CODE} ổn")
    assert "đã gửi" in await answer_to(minh, f"/tinhhinh {CODE} đã khôi phục hai máy")
    tung.sees("Tình hình: đã khôi phục hai máy")
