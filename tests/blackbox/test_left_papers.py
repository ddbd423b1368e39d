"""An official paper that was left unfinished is gone on with where it was, for a week."""

import pytest

from storage.form_tables import case_papers
from storage.tables import forms
from tests.members import answer_to
from tests.reporters import open_forms

CODE = "SC-2026-0001"


@pytest.fixture
async def taken(world, minh):
    """Minh has taken a case and told two of ten places of form 03."""
    await world.receives(await world.member("An", "staff"))
    await world.settles()
    await minh.presses("Tôi nhận")
    await minh.says(f"/form {CODE} 03")
    await minh.says("Đội ứng cứu")
    await minh.says("bỏ qua")
    return world


def is_where_it_was(minh):
    """Look for the third place, and the first two in what is kept of the form."""
    shown = minh.messages[-1].text
    assert "làm tiếp từ chỗ dừng" in shown
    assert "Câu 3/10" in shown


async def kept_answers(world):
    return [row["answers"] for row in await world.rows(case_papers)]


async def test_what_was_cancelled_is_gone_on_with_by_a_press_or_the_command(taken, minh):
    await minh.presses("Hủy")
    minh.sees("Đã dừng, chưa lập văn bản nào", "giữ lại một tuần", with_button="Làm tiếp")
    assert [row["answers"] for row in await taken.rows(forms)][-1] == {}
    await minh.presses("Làm tiếp")
    is_where_it_was(minh)
    await minh.says("/huy")
    await minh.says(f"/form {CODE} 03")
    is_where_it_was(minh)


@pytest.mark.both_databases
async def test_leaving_twice_keeps_what_was_told_both_times(taken, minh):
    await minh.presses("Hủy")
    await minh.presses("Làm tiếp")
    await minh.says("0238 3844 001")
    await minh.presses("Hủy")
    await minh.says(f"/form {CODE} 03")
    assert "Câu 4/10" in minh.messages[-1].text
    for words in (*("bỏ qua",) * 7, "gửi"):
        await minh.says(words)
    minh.sees("bản 1", "dự thảo, chưa ký")
    [answers] = await kept_answers(taken)
    assert "Đội ứng cứu" in answers.values()
    assert "0238 3844 001" in answers.values()


async def test_a_day_of_silence_and_another_dialogue_leave_it_the_same_way(world, tung):
    await tung.says("/form 05 2026 đủ")
    await tung.says("Đội ứng cứu")
    await world.passes(hours=25)
    tung.sees("cả ngày chưa có thêm câu trả lời", with_button="Làm tiếp")
    await tung.presses("Làm tiếp")
    assert "Câu 2/6" in tung.messages[-1].text
    await tung.says("Số 1 Trần Phú")
    await tung.says("/baocao")
    tung.sees("Biểu mẫu bạn đang làm dở đã dừng")
    await tung.says("/huy")
    await tung.says("/form 05 2026")
    assert "Câu 3/4" in tung.messages[-1].text


async def test_nothing_told_is_nothing_kept_and_a_week_later_all_is_forgotten(world, tung):
    await tung.says("/form 05 2026")
    await tung.says("Đội ứng cứu")
    await tung.presses("Hủy")
    await world.passes(hours=24 * 8 + 3)
    assert await kept_answers(world) == [{}]
    await tung.says("/form 05 2026")
    assert "Câu 1/4" in tung.messages[-1].text
    await tung.presses("Hủy")
    assert tung.messages[-1].text == "Đã hủy. Chưa lập văn bản nào."
    assert not tung.messages[-1].buttons


async def test_it_is_nobody_elses_and_of_no_use_to_whoever_lost_the_case(taken, minh, tung):
    await minh.says(f"/incident {CODE}")
    await minh.presses("Trả lại")
    await minh.says("/huy")
    minh.sees("Đã hủy. Chưa lập văn bản nào")
    assert await open_forms(taken) == []
    assert "Câu 1/10" in await answer_to(tung, f"/form {CODE} 03")


@pytest.mark.parametrize("ending", ["có", "/huy"])
async def test_a_state_secret_or_the_doubt_leaves_nothing_not_even_what_was_left(
    taken, minh, ending
):
    await minh.presses("Hủy")
    await minh.presses("Làm tiếp")
    await minh.says("Độ: TUYỆT MẬT, kế hoạch")
    await minh.says(ending)
    assert await kept_answers(taken) == [{}]
    assert "Làm tiếp" not in repr(minh.messages[-1].buttons)
    await minh.says(f"/form {CODE} 03")
    assert "Câu 1/10" in minh.messages[-1].text
