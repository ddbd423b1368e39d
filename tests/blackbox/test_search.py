"""`/search`: incidents by the words written about them, for members and for nobody else."""

import pytest

from tests.members import answer_to
from tests.reporters import DEFACED


@pytest.fixture
async def lan(world):
    lan = await world.member("Lan", "citizen")
    await lan.says(DEFACED)
    await lan.presses("Thay đổi giao diện")
    await lan.presses("Gửi ngay")
    return lan


async def test_a_member_finds_a_report_and_a_note_with_accents_or_without(world, minh, lan):
    await minh.presses("Tôi nhận")
    await minh.says("/note SC-2026-0001 đã khoá tài khoản quản trị của nhà thầu")
    for words in ("thay hinh la", "Thay Hình LẠ", "0001"):
        said = await answer_to(minh, f"/search {words}")
        assert "SC-2026-0001 Thay đổi giao diện" in said
        assert DEFACED in said
    assert "tài khoản quản trị của nhà thầu" in await answer_to(minh, "/tim khoa tai khoan")
    assert "Không thấy sự cố nào" in await answer_to(minh, "/tim khoa hinh")
    assert "Bạn muốn tìm gì?" in await answer_to(minh, "/search")


async def test_in_the_group_the_find_is_sent_in_private_and_a_citizen_finds_nothing(
    world, minh, lan
):
    await minh.says_in_group("/search trang")
    assert DEFACED in minh.sees("🔎").text
    assert DEFACED not in await answer_to(lan, "/search trang")
