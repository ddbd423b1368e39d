"""Before a shift: reminders a day and an hour ahead, and the answers to them."""

from datetime import timedelta

import pytest

from bot.domain.roster import ShiftState
from storage import shifts as stored
from storage.tables import shifts
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


async def test_a_day_and_an_hour_before_their_shift_people_are_reminded(
    world, watch, minh, ha, tung
):
    await a_shift(world, watch, minh)
    await a_shift(world, watch, ha, after=12 * HOUR)
    await a_shift(world, watch, tung, post="commander")
    await until(world, watch.start, hours=-24, minutes=-1)
    minh.does_not_see("tới ca trực")
    await until(world, watch.start, hours=-24)
    said = minh.sees("Còn 1 ngày tới ca trực", "Trực ban", with_button="Không trực được")
    for part in ("20:00 ICT, Thứ Năm 03/09", "Trước bạn: chưa có ai", "Sau bạn: Hà", "Tùng"):
        assert part in said.text
    await until(world, watch.start, hours=-1)
    minh.sees("Còn 1 giờ tới ca trực")
    assert len([m for m in minh.messages if "tới ca trực" in m.text]) == 2


async def test_the_reminder_of_a_night_shift_names_both_days_and_who_is_before(
    world, watch, minh, ha
):
    await a_shift(world, watch, ha)
    await a_shift(world, watch, minh, after=12 * HOUR)
    await until(world, watch.start, hours=-12)
    said = minh.sees("tới ca trực").text
    assert "20:00 Thứ Năm 03/09 → 08:00 Thứ Sáu 04/09 (ICT)" in said
    assert "Trước bạn: Hà" in said


@pytest.mark.parametrize(
    ("state", "labels"),
    [(ShiftState.PLANNED, ["Xác nhận", "Không trực được"]), (ShiftState.CONFIRMED, ["Không trực"])],
)
async def test_only_who_has_not_confirmed_is_asked_to(world, watch, minh, state, labels):
    await a_shift(world, watch, minh, state=state)
    await until(world, watch.start, hours=-24)
    shown = [button.label for button in minh.sees("tới ca trực").buttons]
    assert len(shown) == len(labels)
    assert all(word in label for word, label in zip(labels, shown, strict=True))


async def test_a_shift_is_confirmed_below_its_reminder(world, watch, minh):
    shift = await a_shift(world, watch, minh, state=ShiftState.PLANNED)
    await until(world, watch.start, hours=-24)
    await minh.presses("Xác nhận")
    (row,) = [row for row in await world.rows(shifts) if row["id"] == shift.id]
    assert row["state"] == "confirmed"
    await until(world, watch.start, hours=-1)
    assert len(minh.sees("Còn 1 giờ tới ca trực").buttons) == 1


async def test_the_reminder_goes_to_whoever_has_the_shift_by_then(world, watch, minh, ha):
    shift = await a_shift(world, watch, minh)
    async with world.app.database.begin() as tx:
        await stored.change(tx, shift, person_id=ha.person_id)
    await until(world, watch.start, hours=-24)
    minh.does_not_see("tới ca trực")
    ha.sees("tới ca trực")


async def test_imported_shifts_of_the_normal_roster_ask_nothing_of_anybody(world, minh):
    await world.on_duty(minh)
    before = len(minh.messages)
    await world.passes(hours=30)
    assert len(minh.messages) == before
