"""Forged buttons of a watch: nothing in it can be done by whoever is not of it."""

from datetime import timedelta

import pytest

from bot.domain.stood import stays
from bot.services.arming import arm_watch
from bot.services.report_facts import event
from storage import shifts as stored
from storage import watch_facts
from storage.tables import due_rows, failed_updates, outbox, shifts
from storage.watch_tables import handovers, swaps, test_pages, watch_log
from tests.watches import a_shift, a_watch
from tests.world import START

HOUR = timedelta(hours=1)
STATE = (shifts, handovers, test_pages, watch_log, swaps, due_rows)
NO_RIGHT = "refused-not-allowed"
SHIFTS = (1, 2, 3, 4)
DEEDS = (
    *("checkin", "here", "standin", "nostandin", "known", "sign", "received", "confirm", "cannot"),
    "testpage",
)
FORGED = (
    *(f"{verb}:{number}" for verb in DEEDS for number in SHIFTS),
    *(f"{verb}:{number}:999999" for verb in ("known", "nostandin") for number in SHIFTS),
    *(f"tick:{number}:monitoring" for number in SHIFTS),
)


@pytest.fixture
async def watch(world):
    """One is there, one is missing, one is silent, one is to come; test pages are out."""
    watch = await a_watch(world, start=START + HOUR)
    crew = [await world.member(name) for name in ("Minh", "Hà", "An", "Bình")]
    for human, post in zip(crew, ("primary", "backup", "technical"), strict=False):
        await a_shift(world, watch, human, post=post)
    await a_shift(world, watch, crew[3], after=12 * HOUR)
    async with world.app.database.begin() as tx:
        await arm_watch(tx, world.app.team, watch)
    await world.passes(minutes=50)
    for human in crew[:2]:
        await human.says("/checkin")
    await world.passes(hours=4, minutes=20)
    await crew[0].says("còn")
    return watch


@pytest.mark.parametrize("role", ["citizen", "staff", "responder"])
async def test_who_is_not_of_the_watch_can_do_nothing_in_it(world, watch, role):
    outsider = await world.member("Người ngoài", role)
    before = [await world.rows(table) for table in STATE]
    last_id = (await world.rows(outbox))[-1]["id"]
    people = world.playground.people
    tried = {
        people.press(outsider.user, outsider.messages[-1], data, forged=True): data
        for data in FORGED
    }
    while world.bot.queue:
        await world.app.intake.step()
    said = {
        row["params"]["press"]: row["params"]
        for row in await world.rows(outbox)
        if row["id"] > last_id and row["op"] == "toast"
    }
    assert said.keys() == tried.keys()
    for press, data in tried.items():
        text = said[press]["text"]
        is_right = text.startswith("refused-") if role == "responder" else text == NO_RIGHT
        assert is_right, (data, text)
        assert said[press]["alert"], data
    assert [await world.rows(table) for table in STATE] == before
    assert await world.rows(failed_updates) == []


async def test_a_member_replaced_in_the_middle_of_a_watch_is_no_longer_of_it(world, watch):
    lead, nga = await world.member("Tùng", "lead"), await world.member("Nga")
    await lead.says("/people replace Minh Nga")
    await world.settles()
    running = next(row for row in await world.rows(shifts) if row["post"] == "primary")
    assert (running["person_id"], running["checked_in_at"]) == (nga.person_id, None)
    await nga.presses("Vào ca")
    nga.sees("Bạn đang trực: Trực ban")
    kept = [row for row in await world.rows(watch_log) if row["shift_id"] == running["id"]]
    assert [row["kind"] for row in kept if row["kind"] == "checked-in"] == ["checked-in"] * 2
    await world.passes(hours=8)
    nga.sees("Bàn giao ca: Trực ban", with_button="Ký bàn giao")


async def test_who_was_replaced_has_stood_until_then_and_no_longer(world, watch):
    lead, _ = await world.member("Tùng", "lead"), await world.member("Nga")
    await lead.says("/people replace Minh Nga")
    replaced_at = world.clock.now()
    await world.passes(hours=8)
    async with world.app.database.read() as tx:
        shift = await stored.get(tx, 1)
        events = [event(row) for row in await watch_facts.of_shifts(tx, [1], tx.now)]
    (stay,) = stays(shift, events, world.clock.now())
    assert stay.person_id != shift.person_id
    assert abs(stay.end - replaced_at) < timedelta(minutes=1)
