"""The start of a shift: its person is reminded, called, and checks in by button or by words."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from bot.services.arming import arm_shift, arm_watch
from storage import shifts as stored
from storage.tables import due_rows, outbox, shifts
from storage.watch_tables import watch_log, watches
from tests.members import (  # noqa: F401 fixtures are asked for by name
    ha_there,
    minh_there,
)
from tests.shift_days import (  # noqa: F401 fixtures are asked for by name
    until,
    watch_there,
)
from tests.watches import a_shift

HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
CALL = "Đến giờ vào ca"


async def log(world):
    return [row["kind"] for row in await world.rows(watch_log)]


async def checked_in(world, shift):
    (row,) = [row for row in await world.rows(shifts) if row["id"] == shift.id]
    return row["checked_in_at"]


async def test_from_a_quarter_before_the_start_people_check_in(world, watch, minh, tung):
    shift = await a_shift(world, watch, minh)
    await a_shift(world, watch, tung, post="commander")
    await until(world, watch.start, minutes=-16)
    minh.does_not_see(CALL)
    await until(world, watch.start, minutes=-15)
    toast = await minh.presses("Vào ca")
    assert "Đã vào ca Trực ban" in toast.text
    assert await checked_in(world, shift) == watch.start - 15 * MINUTE
    minh.sees("Bạn đang trực: Trực ban", "Trực chỉ huy: Tùng", "Không có sự cố nào đang mở")
    await until(world, watch.start, hours=1)
    tung.does_not_see("Minh chưa vào ca")
    assert (await log(world)).count("checked-in") == 1


async def test_the_callback_of_the_contract_checks_in(world, watch, minh):
    shift = await a_shift(world, watch, minh)
    await until(world, watch.start, minutes=-15)
    data = [button.data for button in minh.sees(CALL).buttons]
    assert data == [f"checkin:{shift.id}"]


@pytest.mark.parametrize("words", ["có", "1", "/checkin", "/nhanca"])
async def test_a_typed_answer_checks_in_as_the_button_does(world, watch, minh, words):
    shift = await a_shift(world, watch, minh)
    await until(world, watch.start, minutes=-10)
    await minh.says(words)
    minh.sees("Đã vào ca Trực ban, đến 20:00 ICT")
    assert await checked_in(world, shift) is not None


async def test_a_reply_to_the_call_checks_in_though_much_was_said_since(world, watch, minh):
    shift = await a_shift(world, watch, minh)
    await until(world, watch.start, minutes=-15)
    call = minh.sees(CALL)
    await minh.says("/help")
    await minh.says("Có", reply_to=call)
    assert await checked_in(world, shift) is not None


async def test_a_page_that_rings_is_answered_before_the_call(world, watch, minh, lan):
    shift = await a_shift(world, watch, minh)
    await world.on_duty(minh, hours=40)
    await until(world, watch.start, minutes=-20)
    lan.person_id = (await world.member("Lan khác", "citizen")).person_id
    await world.receives(lan)
    await until(world, watch.start, minutes=-14)
    await minh.says("nhận")
    assert (await world.incident())["owner_id"] == minh.person_id
    assert await checked_in(world, shift) is None
    await minh.says("có", reply_to=minh.sees(CALL))
    assert await checked_in(world, shift) is not None


async def test_words_that_are_no_answer_stay_what_they_are(world, watch, minh):
    shift = await a_shift(world, watch, minh)
    await until(world, watch.start, minutes=-15)
    await minh.says("Trang của sở nội vụ không mở được")
    assert await checked_in(world, shift) is None


async def test_one_press_too_many_says_so_and_changes_nothing(world, watch, minh):
    shift = await a_shift(world, watch, minh)
    await until(world, watch.start, minutes=-15)
    call = minh.sees(CALL)
    await minh.presses("Vào ca", on=call)
    came = await checked_in(world, shift)
    await world.passes(minutes=1)
    toast = await minh.presses("Vào ca", on=call)
    assert "đã có người vào ca" in toast.text
    assert await checked_in(world, shift) == came


@pytest.mark.parametrize("words", ["còn", "Vẫn còn trực ạ", "có mặt"])
async def test_who_has_come_may_say_so_again_without_being_asked(world, watch, minh, words):
    await a_shift(world, watch, minh)
    for length in ({"minutes": -10}, {"minutes": -5}, {"minutes": 20}):
        await until(world, watch.start, **length)
        await minh.says("/checkin")
        await minh.says(words)
        minh.sees("Đã ghi: bạn vẫn đang trực Trực ban, đến 20:00 ICT")
    minh.does_not_see("bắt đầu một báo cáo")
    minh.does_not_see("không có ca trực nào")


async def test_who_is_not_on_watch_says_that_like_anything_else(world, watch, minh):
    await minh.says("còn")
    minh.sees("không có lời gọi nào chờ bạn trả lời")


async def test_too_early_and_too_late_are_refused_in_words(world, watch, minh):
    shift = await a_shift(world, watch, minh)
    await minh.says("/checkin")
    minh.sees("Chưa tới giờ vào ca", "từ 07:45 ICT ngày 03/09")
    await until(world, watch.start)
    world.hand.advance(13 * 3600)
    await minh.says("/checkin")
    minh.sees("không có ca trực nào sắp tới")
    toast = await minh.presses("Vào ca")
    assert "đã hết lúc" in toast.text
    assert await checked_in(world, shift) is None


async def test_nobody_checks_in_to_somebody_elses_shift_but_a_lead_may_vouch(
    world, watch, minh, ha, tung
):
    shift = await a_shift(world, watch, minh)
    await until(world, watch.start, minutes=-15)
    data = f"checkin:{shift.id}"
    press = world.playground.people.press(ha.user, ha.messages[-1], data, forged=True)
    await world.settles()
    assert "ca của Minh" in world.playground.people.toast(press).text
    await ha.says("/checkin Minh")
    ha.sees("/checkin thay")
    assert await checked_in(world, shift) is None
    await until(world, watch.start)
    await tung.says("/checkin Minh")
    tung.sees("Đã ghi nhận có mặt")
    assert await checked_in(world, shift) is not None


async def test_without_a_shift_there_is_nothing_to_check_in_to(world, minh):
    await minh.says("/checkin")
    minh.sees("không có ca trực nào sắp tới")


async def test_arming_again_changes_nothing(world, watch, minh):
    shift = await a_shift(world, watch, minh)
    async with world.app.database.begin() as tx:
        await arm_watch(tx, world.app.team, watch)
    await until(world, watch.start, minutes=-15)

    async def armed():
        rows = await world.rows(due_rows)
        return {(r["kind"], r["subject_id"]): r["due_at"] for r in rows if r["state"] == "waiting"}

    before = await armed()
    for _ in range(2):
        async with world.app.database.begin() as tx:
            await arm_watch(tx, world.app.team, watch)
            await arm_shift(tx, world.app.team, await stored.get(tx, shift.id))
        await world.settles()
    assert await armed() == before
    assert len([m for m in minh.messages if CALL in m.text]) == 1


async def test_somebody_new_is_called_though_the_former_was(world, watch, minh, ha):
    shift = await a_shift(world, watch, minh)
    await until(world, watch.start, minutes=-5)
    async with world.app.database.begin() as tx:
        await stored.change(tx, shift, person_id=ha.person_id)
        await arm_shift(tx, world.app.team, await stored.get(tx, shift.id))
    await world.settles()
    await ha.presses("Vào ca", on=ha.sees(CALL))
    assert await checked_in(world, shift) is not None
    toast = await minh.presses("Vào ca", on=minh.sees(CALL))
    assert "ca của Hà" in toast.text


async def test_a_call_still_waiting_when_somebody_checked_in_is_never_sent(world, watch, minh):
    await a_shift(world, watch, minh)
    await until(world, watch.start, minutes=-16)
    world.playground.fail("sendMessage", chat=minh.user.id, retry_after=30)
    world.hand.advance(61)
    await world.breathes()
    world.playground.people.say(minh.user, world.bot, "/checkin")
    await world.breathes()
    await world.passes(minutes=1)
    minh.does_not_see(CALL)
    (call,) = [row for row in await world.rows(outbox) if row["kind"] == "shift-call"]
    assert (call["state"], call["reason"]) == ("overtaken", "checked in")


async def test_a_watch_called_off_calls_nobody(world, watch, minh):
    await a_shift(world, watch, minh)
    async with world.app.database.begin() as tx:
        await tx.run(update(watches).values(state="cancelled"))
    before = len(minh.messages)
    await until(world, watch.start, hours=2)
    assert len(minh.messages) == before
    assert await log(world) == []


async def test_who_missed_one_shift_is_called_to_the_next_with_an_hour_still_to_come(
    world, watch, minh
):
    await a_shift(world, watch, minh)
    after = await a_shift(world, watch, minh, post="backup", after=12 * HOUR)
    await until(world, after.start, minutes=-14)
    assert "Chưa vào ca lúc 20:10" in minh.sees(CALL, "Trực dự phòng").text
