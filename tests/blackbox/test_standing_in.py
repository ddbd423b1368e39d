"""Somebody else stands in for who is missing, or says that they cannot."""

from datetime import timedelta

import pytest

from tests.absentees import (  # noqa: F401 fixtures are asked for by name
    crew_there,
    log,
    now_at,
    shift_there,
    times,
)

HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
MISSING = "Minh chưa vào ca Trực ban"


@pytest.mark.parametrize("way", ["button", "tôi trực thay", "/checkin thay Minh"])
async def test_the_backup_stands_in_and_is_paged_instead(world, crew, shift, lan, way):
    await world.passes(minutes=10)
    if way == "button":
        await crew["ha"].presses("Tôi trực thay")
    else:
        await crew["ha"].says(way)
    assert await now_at(world) == [crew["ha"].person_id]
    crew["ha"].sees("Bạn đang trực: Trực ban")
    crew["minh"].sees("Hà đang trực thay bạn")
    crew["binh"].sees("Hà", "Minh", "Trực ban")
    await world.passes(minutes=30)
    assert times(crew["binh"], MISSING) == 1
    lan.person_id = (await world.member("Dân", "citizen")).person_id
    await world.receives(lan)
    await world.settles()
    crew["ha"].sees("SC-2026-0001", "bạn đang trực ban", with_button="Tôi nhận")
    crew["minh"].does_not_see("SC-2026-0001")


@pytest.mark.both_databases
@pytest.mark.parametrize("way", ["button", "/checkin"])
async def test_who_comes_while_somebody_stands_in_gets_the_shift_back(world, crew, shift, way):
    await world.passes(minutes=10)
    await crew["ha"].presses("Tôi trực thay")
    await world.passes(minutes=20)
    if way == "button":
        await crew["minh"].presses("Vào ca")
    else:
        await crew["minh"].says(way)
    assert await now_at(world) == [crew["minh"].person_id]
    crew["ha"].sees("Minh đã có mặt và nhận lại ca Trực ban")
    assert [k for k in await log(world) if k in ("stood-in", "came-back")] == [
        "stood-in",
        "came-back",
    ]


@pytest.mark.parametrize("way", ["button", "không", "/checkin khong Minh"])
async def test_a_backup_who_cannot_is_not_asked_again_and_the_leads_hear_it(
    world, crew, shift, way
):
    await world.passes(minutes=10)
    if way == "button":
        await crew["ha"].presses("Không được")
    else:
        await crew["ha"].says(way)
    for chief in ("tung", "binh"):
        crew[chief].sees("Hà không trực thay Minh được", with_button="Tôi trực thay")
    await world.passes(minutes=10)
    assert times(crew["ha"], MISSING) == 1
    crew["binh"].sees(MISSING, "Đã hỏi trực thay: Nga")
    world.group_sees(MISSING, with_button="Tôi trực thay")
    await crew["ha"].presses("Tôi trực thay")
    assert await now_at(world) == [crew["ha"].person_id]


async def test_only_who_was_asked_or_leads_may_stand_in_or_say_that_they_know(world, crew, shift):
    await world.passes(minutes=10)
    nga, people = crew["nga"], world.playground.people
    for data in ("standin:1", "nostandin:1", "known:1"):
        press = people.press(nga.user, nga.messages[-1], data, forged=True)
        await world.settles()
        assert people.toast(press).alert, data
    assert await now_at(world) == []
    press = people.press(crew["ha"].user, crew["ha"].messages[-1], "known:1", forged=True)
    await world.settles()
    assert people.toast(press).alert
    await crew["binh"].presses("Tôi trực thay")
    assert await now_at(world) == [crew["binh"].person_id]


async def test_who_is_missing_cannot_stand_in_for_themselves(world, crew, shift):
    await world.passes(minutes=10)
    minh, people = crew["minh"], world.playground.people
    press = people.press(minh.user, minh.messages[-1], "standin:1", forged=True)
    await world.settles()
    assert people.toast(press).alert
    assert await now_at(world) == []


async def test_a_late_press_hears_who_stands_there(world, crew, shift):
    await world.passes(minutes=10)
    ask = crew["ha"].sees(MISSING)
    await crew["minh"].presses("Vào ca")
    toast = await crew["ha"].presses("Tôi trực thay", on=ask)
    assert "Minh đang ở vị trí Trực ban" in toast.text
    assert await now_at(world) == [crew["minh"].person_id]
