"""Who does not check in: the backup is asked, commander, leads and group are told."""

from datetime import timedelta

import pytest

from storage.tables import shifts
from storage.watch_tables import watch_log
from tests.absentees import (  # noqa: F401 fixtures are asked for by name
    crew_there,
    log,
    now_at,
    shift_there,
    times,
)
from tests.watches import a_shift, a_watch
from tests.world import START

HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
MISSING = "Minh chưa vào ca Trực ban"
CALL = "Đến giờ vào ca"


async def holder(world, shift_id=1):
    (row,) = [row for row in await world.rows(shifts) if row["id"] == shift_id]
    return row["person_id"]


async def test_ten_minutes_late_the_backup_is_asked_and_commander_leads_and_group_are_told(
    world, crew, shift
):
    await world.passes(minutes=9)
    crew["ha"].does_not_see(MISSING)
    await world.passes(minutes=1)
    asked = crew["ha"].sees(MISSING, "ca bắt đầu 08:00 ICT", "Bạn trực thay được không?")
    assert [b.label for b in asked.buttons] == ["✋ Tôi trực thay", "Không được"]
    for chief in ("tung", "binh"):
        crew[chief].sees(MISSING, "Đã hỏi trực thay: Hà", with_button="Đã biết")
    world.group_sees(MISSING, "Đã hỏi trực thay: Hà")
    crew["minh"].sees("Bạn chưa vào ca Trực ban", with_button="Vào ca")
    crew["nga"].does_not_see(MISSING)
    assert "late" in await log(world)


async def test_it_is_told_again_after_ten_minutes_twenty_forty_and_the_group_hears_it_once(
    world, crew, shift
):
    told = []
    for minutes in (10, 9, 1, 19, 1, 39, 1):
        await world.passes(minutes=minutes)
        told.append(times(crew["ha"], MISSING))
    assert told == [1, 1, 2, 2, 3, 3, 4]
    assert times(crew["binh"], MISSING) == times(crew["minh"], "Bạn chưa vào ca") == 4
    assert len([m for m in world.in_group() if MISSING in m.text]) == 1


async def test_who_comes_late_checks_in_and_everybody_who_heard_of_it_is_told(world, crew, shift):
    await world.passes(minutes=25)
    toast = await crew["minh"].presses("Vào ca")
    assert "Đã vào ca" in toast.text
    for name in ("ha", "tung", "binh"):
        crew[name].sees("Minh đã vào ca Trực ban lúc 08:25 ICT")
    world.group_sees("Minh đã vào ca Trực ban")
    crew["minh"].does_not_see("Minh đã vào ca")
    before = times(crew["binh"], MISSING)
    await world.passes(hours=2)
    assert times(crew["binh"], MISSING) == before
    (line,) = [r for r in await world.rows(watch_log) if r["kind"] == "checked-in"][2:]
    assert line["details"] == {"late_minutes": 25}


async def test_who_comes_in_time_alarms_nobody(world, crew, shift):
    await world.passes(minutes=9)
    await crew["minh"].presses("Vào ca")
    await world.passes(hours=1)
    crew["ha"].does_not_see(MISSING)
    crew["binh"].does_not_see("Minh đã vào ca")


@pytest.mark.parametrize(
    ("who", "way"),
    [
        ("binh", "button"),
        ("tung", "button"),
        ("binh", "/checkin biết Minh"),
        ("binh", "/checkin known"),
    ],
)
async def test_a_lead_who_knows_is_not_told_again_but_the_end_is_told(world, crew, shift, who, way):
    await world.passes(minutes=10)
    if way == "button":
        await crew[who].presses("Đã biết")
    else:
        await crew[who].says(way)
    await world.passes(hours=1)
    assert times(crew["binh"], MISSING) == times(crew["ha"], MISSING) == 1
    await crew["minh"].presses("Vào ca")
    crew["binh"].sees("Minh đã vào ca Trực ban lúc 09:10 ICT")


async def test_a_reply_known_to_the_alarm_counts_as_the_button(world, crew, shift):
    await world.passes(minutes=10)
    await crew["binh"].says("đã biết", reply_to=crew["binh"].sees(MISSING))
    crew["binh"].sees("Bot không nhắc lại nữa")


async def test_nobody_is_missed_whose_shift_is_over(world, crew, shift):
    world.hand.advance(11 * 3600)
    await world.passes(minutes=59)
    before = times(crew["binh"], MISSING)
    await world.passes(hours=2)
    assert times(crew["binh"], MISSING) == before
    assert (await log(world)).count("missed") == 1
    toast = await crew["ha"].presses("Tôi trực thay")
    assert "đã hết" in toast.text


async def test_when_the_backup_is_missing_too_the_leads_are_told_that_nobody_is_asked(world):
    minh, tung = await world.member("Minh"), await world.member("Tùng", "lead")
    watch = await a_watch(world, start=START + HOUR)
    await a_shift(world, watch, minh, post="backup")
    await world.passes(hours=1, minutes=10)
    tung.sees("Minh chưa vào ca Trực dự phòng", "Đã hỏi trực thay: chưa có ai")


async def test_where_no_backup_can_be_asked_whoever_is_free_takes_it_in_the_group(world, crew):
    watch = await a_watch(world, start=START + HOUR)
    await a_shift(world, watch, crew["minh"])
    await a_shift(world, watch, crew["ha"], post="backup")
    await a_shift(world, watch, crew["tung"], post="commander")
    await world.passes(hours=1, minutes=10)
    many = world.group_sees("3 người chưa vào ca", with_button="Trực thay Minh")
    crew["nga"].does_not_see("3 người chưa vào ca")
    ha_there = await crew["ha"].presses("Trực thay Minh", on=many)
    assert ha_there.alert  # who has a post of their own is not free
    await crew["nga"].presses("Trực thay Minh", on=many)
    assert await now_at(world) == [crew["nga"].person_id]


async def test_from_the_second_call_on_whoever_is_free_is_asked_too(world, crew, shift):
    await world.passes(minutes=19)
    crew["nga"].does_not_see(MISSING)
    await world.passes(minutes=1)
    crew["nga"].sees(MISSING, "Bạn trực thay được không?")
    await crew["nga"].presses("Tôi trực thay")
    assert await now_at(world) == [crew["nga"].person_id]
    crew["ha"].sees("Nga trực thay Minh")


async def test_who_left_the_team_is_missed_and_not_called(world, crew, shift):
    await crew["binh"].says("/people off Minh")
    await crew["binh"].presses("cho Minh nghỉ")
    await world.passes(minutes=11)
    crew["ha"].sees(MISSING, with_button="Tôi trực thay")
    crew["minh"].does_not_see("Bạn chưa vào ca")


async def test_who_replaces_somebody_on_watch_is_called_anew(world, crew, shift):
    await crew["minh"].presses("Vào ca")
    await crew["binh"].says("/people replace Minh Nga")
    await world.settles()
    assert await holder(world) == crew["nga"].person_id
    assert await now_at(world) == []
    await crew["nga"].presses("Vào ca", on=crew["nga"].sees(CALL))
    assert await now_at(world) == [crew["nga"].person_id]


async def test_who_replaces_somebody_and_does_not_come_is_missed(world, crew, shift):
    await crew["minh"].presses("Vào ca")
    await crew["binh"].says("/people replace Minh Nga")
    await world.passes(minutes=11)
    crew["ha"].sees("Nga chưa vào ca Trực ban", with_button="Tôi trực thay")


async def test_a_blocked_watcher_is_named_to_the_leads_at_once(world, crew):
    watch = await a_watch(world, start=START + HOUR)
    await a_shift(world, watch, crew["minh"])
    world.playground.people.block(crew["minh"].user, world.bot)
    await world.passes(minutes=45)
    crew["binh"].sees("Không gọi được Minh qua Telegram", "lời gọi vào ca")
    world.group_sees("Không gọi được Minh")
