"""The playbook: kept as it was taken, ticked by button and in words, told on the card."""

import pytest

from storage.room_tables import incident_deadlines, incident_playbooks, playbook_ticks
from tests.members import answer_to, rejects, solves_again, story
from tests.reporters import forges

CODE = "SC-2026-0001"


@pytest.fixture
async def an(world):
    """Who has reported it."""
    return await world.member("An", "staff")


@pytest.fixture
async def taken(world, minh, an):
    """Minh has taken a case of ransomware."""
    await world.receives(an, "ransomware")
    await world.settles()
    await minh.presses("Tôi nhận")
    return world


async def test_steps_are_ticked_where_the_team_sees_them_by_name_and_hour(taken, minh, ha):
    world = taken
    card = world.group_sees(CODE, with_button="Phương án")
    assert "Phương án: 0/21 bước" in card.text
    await minh.presses("Phương án", on=card)
    page = world.group_sees("Giai đoạn 1/7: Tiếp nhận, xác minh")
    assert [b.label for b in page.buttons][:3] == ["☐ 1", "☐ 2", "☐ 3"]
    await ha.presses("☐ 2", on=page)
    shown = world.group_sees("Giai đoạn 1/7")
    assert "☑ 2. " in shown.text
    assert "(Hà, 02:00 ICT)" in shown.text
    assert "Phương án: 1/21 bước" in world.group_sees(CODE, with_button="Phương án").text
    late = await minh.presses("☐ 1", on=shown)
    assert "bước 1" in late.text
    assert (await story(world)).count("step-done") == 2
    toast = await forges(world, minh, "step:1:2")
    assert toast.alert
    assert "Hà" in toast.text
    await minh.presses("Phương án", on=world.group_sees(CODE, with_button="Thời hạn"))
    assert world.group_sees("bản đang dùng ở đây").reply_to.id == page.id
    await ha.says_in_group("xong 3", reply_to=page)
    world.group_sees("Giai đoạn 2/7: Ứng cứu ban đầu", with_button="☐ 4")


async def test_a_phase_that_is_through_makes_way_for_the_next_and_others_can_be_looked_at(
    taken, minh
):
    await answer_to(minh, f"/playbook {CODE}")
    await minh.presses("Ngăn chặn ➡", on=await _turned(minh))
    minh.sees("Giai đoạn 3/7: Ngăn chặn")
    for step in range(7, 12):
        await minh.presses(f"☐ {step}")
    minh.sees("Giai đoạn 1/7", with_button="☐ 1")


async def _turned(minh):
    await minh.presses("Ứng cứu ban đầu ➡")
    return minh.sees("Giai đoạn 2/7")


async def test_words_below_the_page_tick_and_take_back_and_say_what_does_not_apply(taken, minh, ha):
    world = taken
    await minh.says(f"/playbook {CODE}")
    page = minh.sees("Giai đoạn 1/7")
    assert "đã ghi xong bước 1, 3" in await answer_to(minh, "xong 1, 3", reply_to=page)
    assert "đã được Minh đánh dấu" in await answer_to(minh, "xong 1")
    assert "lý do" in await answer_to(minh, "bỏ qua 2", reply_to=page)
    assert "không áp dụng" in await answer_to(minh, "bỏ qua 2 máy đã hỏng", reply_to=page)
    told = await answer_to(ha, f"/playbook {CODE} chưa xong 3")
    assert "do Minh đánh dấu" in told
    assert "trở lại chưa xong" in await answer_to(minh, "chưa xong 3")
    minh.sees("Giai đoạn 1/7", with_button="☐ 3")
    kinds = await story(world)
    assert [kinds.count(k) for k in ("step-done", "step-skipped", "step-reopened")] == [2, 1, 1]
    assert "note" not in kinds
    await minh.says(f"/incident {CODE}")
    minh.sees("Minh bỏ qua bước 2 (", ": máy đã hỏng", "Minh xong bước 1: Gọi lại người báo")
    rows = await world.rows(playbook_ticks)
    assert [(r["number"], r["state"], bool(r["taken_back_at"])) for r in rows] == [
        (1, "done", False),
        (3, "done", True),
        (2, "skipped", False),
    ]


async def test_an_incident_keeps_its_playbook_whatever_becomes_of_the_catalog(
    taken, minh, tmp_path
):
    world = taken
    [kept] = await world.rows(incident_playbooks)
    folder = tmp_path / "catalog" / "playbooks"
    folder.mkdir(parents=True)
    (folder / "ransomware.toml").write_text(
        'names = { vi = "Ngắn" }\nkinds = ["ransomware"]\n'
        '[[steps]]\nphase = "verifying"\nby = ["team"]\ndo.vi = "Gọi cho tôi"\n',
        encoding="utf-8",
    )
    await world.restarts(catalog=tmp_path / "catalog")
    assert await world.rows(incident_playbooks) == [kept]
    await minh.says(f"/playbook {CODE}")
    minh.sees("Phương án: Mã hóa dữ liệu, tống tiền · 0/21")
    await world.receives(await world.member("Bình", "staff"), "ransomware")
    await world.settles()
    await minh.says("/playbook SC-2026-0002")
    assert "Chưa ai nhận" in minh.sees("Phương án: Ngắn · 0/1").text


async def test_what_was_taken_before_there_were_playbooks_gets_one_when_it_is_looked_at(
    taken, minh
):
    async with taken.app.database.begin() as tx:
        for table in (incident_deadlines, incident_playbooks):
            await tx.run(table.delete())
    await minh.says(f"/playbook {CODE}")
    minh.sees("0/21", with_button="☐ 1")
    assert len(await taken.rows(incident_deadlines)) == 3


async def test_another_playbook_is_chosen_by_the_owner_and_old_buttons_say_so(taken, minh, ha):
    await minh.says(f"/playbook {CODE}")
    old = minh.sees("Giai đoạn 1/7")
    await minh.says(f"/playbook {CODE} đổi")
    refused = await forges(taken, ha, "playpick:1:fault")
    assert "Chỉ người phụ trách" in refused.text
    await minh.presses("Lỗi kỹ thuật")
    minh.sees("Phương án: Lỗi kỹ thuật, mất kết nối · 0/14")
    toast = await forges(taken, minh, "step:1:1")
    assert "đã chuyển sang phương án khác" in toast.text
    assert "bản mới hơn" in next(m.text for m in minh.messages if m.id == old.id)


async def test_what_has_ended_is_only_read_but_lessons_may_still_be_ticked(taken, minh, an):
    await minh.says(f"/playbook {CODE}")
    await solves_again(minh)
    await an.presses("Đã ổn")
    assert (await taken.incident())["status"] == "closed"
    assert "đã kết thúc" in await answer_to(minh, f"/playbook {CODE} xong 1")
    assert "đã ghi xong bước 20" in await answer_to(minh, f"/playbook {CODE} xong 20")


async def test_what_was_no_incident_has_no_steps_to_tick(taken, minh):
    await minh.says(f"/playbook {CODE}")
    page = minh.sees("Giai đoạn 1/7")
    await rejects(minh)
    assert "đã kết thúc" in (await forges(taken, minh, "step:1:1")).text
    again = next(m for m in minh.messages if m.id == page.id)
    assert "Sự cố đã kết thúc" in again.text
