"""The crew of an incident: people brought in, the roll call, the roles."""

import pytest

from storage.crew_tables import incident_crew
from tests.members import answer_to, solves_again, story
from tests.reporters import forges

CODE = "SC-2026-0001"


@pytest.fixture
async def taken(world, minh, ha):
    """Minh has taken a case of ransomware; Hà is of the team."""
    an = await world.member("An", "staff")
    await world.receives(an, "ransomware")
    await world.settles()
    await minh.presses("Tôi nhận")
    return world


async def test_whoever_is_brought_in_is_paged_with_the_reason_and_the_answer_comes_back(
    taken, minh, ha
):
    told = await answer_to(minh, f"/page Hà {CODE} cần người biết máy chủ thư")
    assert "đã gọi Hà" in told
    page = ha.sees("Minh mời bạn cùng xử lý", "cần người biết máy chủ thư")
    toast = await ha.presses("Làm từ xa", on=page)
    assert "làm từ xa" in toast.text
    minh.sees("Hà làm từ xa")
    ha.sees("đã trả lời", "làm từ xa")
    assert "từ xa 1" in taken.group_sees(CODE, with_button="Phương án").text
    await ha.presses("Làm từ xa", on=page)
    assert (await story(taken)).count("presence") == 1
    await minh.says(f"/why {CODE}")
    minh.sees("mời Hà cùng xử lý", "trả lời")


async def test_who_is_on_duty_is_offered_instead_of_somebody_who_is_not(world, minh, ha, tung):
    binh = await world.member("Bình")
    an = await world.member("An", "staff")
    await world.receives(an, "ransomware")
    await world.settles()
    await ha.says(f"/ack {CODE}")
    asked = await answer_to(tung, f"/page Bình {CODE} biết máy chủ này")
    assert "Đang trực là Minh" in asked
    binh.does_not_see("Tùng mời")
    toast = await tung.presses("Gọi Minh đang trực")
    assert "Minh" in toast.text
    minh.sees("Tùng mời", "biết máy chủ này")
    assert (await tung.presses("Vẫn gọi Bình")).alert
    await minh.presses("Không thể", on=minh.sees("Tùng mời"))
    tung.sees("Minh không thể")


@pytest.mark.parametrize(
    "comes_in", ["present:1:coming", "present:1:cannot", "crew:1:scribe:take"], ids=str
)
async def test_whoever_is_in_already_or_has_said_no_is_not_offered_instead(
    taken, minh, ha, comes_in
):
    await taken.member("Bình")
    await forges(taken, ha, comes_in)
    told = await answer_to(minh, f"/page Bình {CODE} biết máy chủ này")
    assert "Đang trực" not in told
    assert "đã gọi Bình" in told


async def test_whoever_is_being_called_is_not_offered_to_be_called_once_more(taken, minh, ha):
    await taken.member("Bình")
    assert "đã gọi Hà" in await answer_to(minh, f"/page Hà {CODE} gấp")
    assert "đã gọi Bình" in await answer_to(minh, f"/page Bình {CODE} biết máy chủ này")


async def test_silence_is_told_to_whoever_asked(taken, minh, ha):
    await minh.says(f"/page Hà {CODE} gấp")
    ha.sees("Minh mời")
    await taken.passes(minutes=6)
    minh.sees("chưa thấy Hà trả lời")
    assert "bring-unanswered" in await story(taken)
    await ha.says("đang đến")
    minh.sees("Hà đang đến")


async def test_only_who_is_in_charge_calls_people(taken, ha, minh):
    assert "Chỉ người phụ trách" in await answer_to(ha, f"/page Minh {CODE} x")
    assert "Chỉ người phụ trách" in await answer_to(ha, f"/rollcall {CODE}")
    assert "roll-call" not in await story(taken)
    assert "brought-in" not in await story(taken)


async def test_everybody_is_called_only_after_a_confirmation(taken, minh, ha):
    await minh.says(f"/page nhóm {CODE} cần mọi người")
    ha.does_not_see("Minh mời")
    asked = minh.sees("gọi cả Đội")
    await minh.presses("Gọi cả", on=asked)
    ha.sees("Minh mời", "cần mọi người")
    late = await minh.presses("Gọi cả", on=asked)
    assert late.alert


async def test_the_roll_is_called_answered_and_asked_again_of_the_silent_only(taken, minh, ha):
    await minh.says(f"/page nhóm {CODE}")
    await minh.presses("Gọi cả")
    await minh.says(f"/rollcall {CODE}")
    page = taken.group_sees("Điểm danh: 1/", "Có mặt (1): Minh")
    ha.sees("Điểm danh", "tham gia xử lý")
    await ha.says("từ xa")
    await minh.says_in_group("đang đến", reply_to=page)
    shown = taken.group_sees("Điểm danh: 2/")
    assert "Đang đến (1): Minh" in shown.text
    assert "Có mặt" not in shown.text
    story_told = await answer_to(minh, f"/incident {CODE}")
    assert "hỏi cả Đội trong nhóm, hỏi riêng 2 người: Quản trị, Hà" in story_told
    assert "Làm từ xa (1): Hà" in shown.text
    before = len(ha.messages)
    await minh.says(f"/rollcall {CODE}")
    assert len(ha.messages) == before
    await solves_again(minh)
    rows = await taken.rows(incident_crew)
    assert {row["answer"] for row in rows} >= {"coming", "remote"}


async def test_whoever_has_a_role_is_asked_too(taken, minh, ha, tung):
    await forges(taken, ha, "crew:1:scribe:take")
    await minh.says(f"/rollcall {CODE}")
    await ha.presses("Làm từ xa", on=ha.sees("Điểm danh", "tham gia xử lý"))
    assert "Làm từ xa (1): Hà" in taken.group_sees("Điểm danh: 2/").text
    tung.does_not_see("Điểm danh")


async def test_whoever_is_backup_is_offered_when_the_owner_is_on_duty(taken, minh, ha):
    await taken.member("Bình")
    told = await answer_to(minh, f"/page Bình {CODE} biết máy chủ này")
    assert "Đang trực là Hà" in told
    await minh.presses("Gọi Hà đang trực")
    ha.sees("Minh mời", "biết máy chủ này")


async def test_roles_are_taken_given_given_back_and_asked_for(taken, minh, ha):
    await minh.says(f"/roles {CODE}")
    page = minh.sees("Phân công vai trò", "thư ký: chưa có")
    await minh.presses("Nhận phụ trách chung", on=page)
    minh.sees("phụ trách chung: Minh")
    toast = await forges(taken, ha, "crew:1:lead:take")
    assert "Minh" in toast.text
    assert (await forges(taken, ha, "crew:1:lead:back")).alert
    assert (await forges(taken, ha, "crewto:1:scribe:1")).alert
    await forges(taken, minh, f"crewto:1:scribe:{ha.person_id}")
    ha.sees("giao bạn thư ký")
    assert "thư ký: Hà" in taken.group_sees(CODE, with_button="Phương án").text
    await forges(taken, ha, "crew:1:scribe:back")
    await taken.passes(minutes=40)
    minh.sees("còn trống thư ký, liên lạc với đơn vị")
    kinds = await story(taken)
    for kind in ("role-taken", "role-given", "role-back", "roles-reminded"):
        assert kinds.count(kind) == 1


async def test_answers_that_nobody_asked_for_begin_no_report(world, minh):
    for words in ("đang đến", "làm từ xa", "xong 1, 2", "bỏ qua 4 không có"):
        assert "không có lời gọi nào chờ" in await answer_to(minh, words)
    assert "bắt đầu một báo cáo" in await answer_to(minh, "máy kế toán bị khóa")
