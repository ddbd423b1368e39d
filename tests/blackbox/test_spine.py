"""From a citizen's words to the closed incident, through the chats of everybody concerned."""

import pytest

from storage.tables import incidents, outbox, timeline

BOTH = pytest.mark.both_databases


async def report(human, words="Trang chủ phường A bị thay hình lạ", kind="Thay đổi giao diện"):
    """Report something in the shortest way: what, notice, kind, send."""
    await human.says(words)
    if human.person_id is None and _has(human, "Tiếng Việt"):
        await human.presses("Tiếng Việt")
    await human.presses(kind)
    await human.presses("Gửi ngay")


def _has(human, label):
    return any(label in button.label for m in human.messages for button in m.buttons)


@BOTH
async def test_a_report_pages_the_officer_who_takes_it_and_closes_it(world, minh, ha, tung, lan):
    await report(lan)
    lan.sees("SC-2026-0001")
    minh.sees("SC-2026-0001", with_button="hận")
    world.group_sees("SC-2026-0001", with_button="hận")
    await minh.presses("hận")
    minh.sees("Bạn đã nhận")
    world.group_sees("Minh", "SC-2026-0001")
    lan.sees("đã có người nhận")
    await minh.presses("1 giờ")
    await minh.says("/resolve")
    await minh.says("Lỗ hổng phần tải tệp")
    await minh.says("Khôi phục từ bản sao lưu, vá lỗ hổng")
    await minh.presses("Thay đổi giao diện")
    await minh.presses("tự xử lý")
    await minh.presses("Gửi")
    lan.sees("xử lý xong", with_button="ổn")
    await lan.presses("Đã ổn")
    found = await world.incident()
    assert (found["status"], found["cause"]) == ("closed", "Lỗ hổng phần tải tệp")
    world.group_sees("SC-2026-0001", "Đã đóng")
    kinds = [row["kind"] for row in await world.rows(timeline)]
    story = ["received", "paged", "taken", "promised", "resolved", "closed", "after-action"]
    assert kinds == story


@BOTH
async def test_silence_climbs_the_ladder_to_the_end_and_goes_on(world, minh, ha, tung, lan):
    await report(lan, kind="Mã hóa")
    assert len([m for m in minh.messages if "SC-" in m.text]) == 1
    await world.passes(minutes=3, seconds=5)
    ha.sees("SC-2026-0001", with_button="hận")
    await world.passes(minutes=5, seconds=5)
    tung.sees("SC-2026-0001", with_button="hận")
    world.group_sees("Chưa ai nhận")
    before = len(tung.messages)
    await world.passes(minutes=21)
    assert len(tung.messages) >= before + 2


async def test_cannot_passes_on_at_once(world, minh, ha, tung, lan):
    await report(lan)
    await minh.presses("Không thể")
    ha.sees("SC-2026-0001", with_button="hận")
    await ha.presses("hận")
    found = await world.incident()
    assert found["owner_id"] == ha.person_id


async def test_nobody_on_duty_goes_to_the_lead_within_the_same_instant(world, tung, lan):
    started = world.clock.now()
    await report(lan)
    tung.sees("SC-2026-0001", with_button="hận")
    tung.sees("không có ai trực ban")
    world.group_sees("không có ai trực ban")
    rows = [row for row in await world.rows(outbox) if row["kind"] == "incident-page"]
    assert (rows[0]["sent_at"] - started).total_seconds() < 10


async def test_a_late_press_says_who_has_it_and_changes_nothing(world, minh, ha, lan):
    await report(lan, kind="Mã hóa")
    await world.passes(minutes=3, seconds=5)
    page = ha.sees("SC-2026-0001", with_button="hận")
    await minh.presses("hận")
    query = world.playground.people.press(
        ha.user, page, f"ack:{(await world.incident())['id']}", late=True
    )
    await world.settles()
    toast = world.playground.people.toast(query)
    assert "Minh" in toast.text
    assert toast.alert
    assert (await world.incident())["owner_id"] == minh.person_id


@pytest.mark.parametrize("words", ["nhận", "ok", "1", "OK.", "Nhận"])
async def test_a_typed_answer_to_a_page_takes_it(world, minh, lan, words):
    await report(lan)
    page = minh.sees("SC-2026-0001", with_button="hận")
    await minh.says(words, reply_to=page)
    assert (await world.incident())["owner_id"] == minh.person_id


async def test_a_stranger_who_presses_is_told_how_to_join_and_changes_nothing(world, minh, lan):
    await report(lan)
    card = world.group_sees("SC-2026-0001", with_button="hận")
    stranger = await world.citizen("Người lạ")
    world.playground.people.join(world.group, stranger.user)
    before = await world.rows(incidents)
    toast = await stranger.presses("hận", on=card)
    assert toast.alert
    assert await world.rows(incidents) == before


async def test_an_owner_who_falls_silent_is_asked_and_then_replaced(world, minh, ha, tung, lan):
    await report(lan, kind="Mã hóa")
    await minh.presses("hận")
    await world.passes(minutes=30, seconds=5)
    minh.sees("còn đang xử lý", with_button="Còn")
    await world.passes(minutes=6)
    found = await world.incident()
    assert (found["owner_id"], found["status"]) == (None, "received")
    world.group_sees("không trả lời")
    assert len([m for m in minh.messages if m.buttons and "hận" in m.buttons[0].label]) >= 1


async def test_a_note_by_the_owner_is_a_sign_of_life(world, minh, lan):
    await report(lan, kind="Mã hóa")
    await minh.presses("hận")
    await world.passes(minutes=25)
    await minh.says("/note đang cô lập máy chủ")
    await world.passes(minutes=10)
    minh.does_not_see("còn đang xử lý")
    await world.passes(minutes=21)
    minh.sees("còn đang xử lý")


async def test_a_page_to_somebody_who_blocked_the_bot_goes_to_the_next_at_once(
    world, minh, ha, tung, lan
):
    world.playground.people.block(minh.user, world.bot)
    await report(lan, kind="Mã hóa")
    ha.sees("SC-2026-0001", with_button="hận")
    assert world.clock.now().minute == 0


async def test_somebody_on_duty_who_never_opened_the_bot_is_found_out_at_once(world, ha, tung, lan):
    ghost = await world.member("Bóng", started=False)
    await world.on_duty(ghost)
    await report(lan)
    ha.sees("SC-2026-0001", with_button="hận")
    world.group_sees("không gọi được Bóng")


async def test_the_reporter_says_no_and_the_owner_goes_on(world, minh, lan):
    await report(lan)
    await minh.presses("hận")
    await minh.says("/resolve")
    for words in ("nguyên nhân", "đã xử lý"):
        await minh.says(words)
    await minh.presses("Thay đổi giao diện")
    await minh.presses("tự xử lý")
    await minh.presses("Gửi")
    await lan.presses("Chưa ổn")
    found = await world.incident()
    assert (found["status"], found["owner_id"]) == ("containing", minh.person_id)
    minh.sees("chưa ổn")


async def test_fraud_does_not_page_but_gets_advice_and_waits_in_the_group(world, minh, lan):
    await report(lan, "Có người giả công an đòi chuyển tiền", kind="Lừa đảo")
    minh.does_not_see("SC-2026-0001")
    lan.sees("Ngừng chuyển tiền", "156")
    world.group_sees("SC-2026-0001")
    assert (await world.incident())["status"] == "queued"


@BOTH
async def test_a_restart_in_the_middle_of_a_form_and_of_a_ladder_changes_nothing(
    world, minh, ha, lan
):
    await lan.says("Máy chủ bị mã hóa, đòi tiền chuộc")
    await lan.presses("Tiếng Việt")
    await world.restarts()
    await lan.presses("Mã hóa")
    await world.restarts()
    await lan.presses("Gửi ngay")
    await world.passes(minutes=2)
    await world.restarts()
    ha.does_not_see("SC-2026-0001")
    await world.passes(minutes=1, seconds=5)
    ha.sees("SC-2026-0001", with_button="hận")
