"""Still there? Who is on watch is asked now and then; whatever they do is an answer."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.catalog.loading import SHIPPED
from storage.tables import due_rows, shifts
from storage.watch_tables import watch_log
from tests.watches import PLAN, a_shift, a_watch
from tests.world import START

HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
ASKED = "Bạn còn ở vị trí Trực ban chứ?"
SILENT = "Minh không trả lời"


@pytest.fixture
async def minh(world):
    return await world.member("Minh")


@pytest.fixture
async def ha(world):
    return await world.member("Hà")


async def a_day(world, minh, ha, *, start=6, **plan):
    """A watch, all but Minh checked in; `start` is its hour, counted from 02:00."""
    watch = await a_watch(
        world, start=START + start * HOUR, plan=PLAN.model_copy(update=plan) if plan else PLAN
    )
    shift = await a_shift(world, watch, minh)
    await a_shift(world, watch, ha, post="backup")
    await world.passes(hours=start)
    await ha.says("/checkin")
    return shift


@pytest.fixture
async def shift(world, minh, ha, tung):
    """Minh checks in at 08:00 sharp."""
    shift = await a_day(world, minh, ha)
    await minh.says("/checkin")
    return shift


async def asked_at(world, shift_id=1):
    """When Minh is asked next, on the clocks of the team."""
    (row,) = [
        row
        for row in await world.rows(due_rows)
        if (row["kind"], row["state"], row["subject_id"]) == ("shift-still", "waiting", shift_id)
    ]
    return row["due_at"].astimezone(ZoneInfo("Asia/Ho_Chi_Minh")).strftime("%H:%M")


def times(human, words):
    return len([m for m in human.messages if words in m.text])


async def log(world):
    return [row["kind"] for row in await world.rows(watch_log)]


async def test_four_hours_after_the_check_in_somebody_is_asked(world, minh, shift):
    await world.passes(hours=3, minutes=59)
    minh.does_not_see(ASKED)
    await world.passes(minutes=1)
    minh.sees(ASKED, "12:15 ICT", with_button="Còn trực")
    assert "still-asked" in await log(world)


@pytest.mark.parametrize("way", ["button", "còn", "/checkin", "/incidents", "/ack"])
async def test_any_answer_and_any_deed_even_a_refused_one_shows_that_they_are_there(
    world, minh, ha, tung, shift, way
):
    await world.passes(hours=4, minutes=5)
    if way == "button":
        toast = await minh.presses("Còn trực")
        assert "bạn vẫn đang trực Trực ban" in toast.text
    else:
        await minh.says(way)
    await world.passes(hours=1)
    ha.does_not_see(SILENT)
    tung.does_not_see(SILENT)
    assert (await log(world)).count("still-there") == 1
    assert await asked_at(world) == "16:05"


async def test_who_takes_an_incident_meanwhile_is_asked_so_much_later(world, minh, ha, shift, lan):
    await world.passes(hours=3)
    dan = await world.member("Dân", "citizen")
    await world.receives(dan)
    await world.settles()
    await minh.presses("Tôi nhận")
    assert await asked_at(world) == "15:00"
    await world.passes(hours=1, minutes=10)
    minh.does_not_see(ASKED)
    assert "still-there" not in await log(world)


async def test_a_note_in_the_group_counts_too(world, minh, shift):
    await world.passes(hours=2)
    await minh.says_in_group("Tôi vừa kiểm tra cổng thông tin, vẫn ổn")
    assert await asked_at(world) == "14:00"


async def test_silence_is_treated_as_if_nobody_had_come(world, minh, ha, tung, shift):
    await world.passes(hours=4, minutes=14)
    await ha.says("còn")
    ha.does_not_see(SILENT)
    await world.passes(minutes=1)
    ha.sees("Minh đang trực Trực ban nhưng không trả lời", with_button="Tôi trực thay")
    tung.sees(SILENT, "Đã hỏi trực thay: Hà", with_button="Đã biết")
    world.group_sees(SILENT)
    minh.sees("Bạn chưa trả lời nên chỉ huy đã được báo", with_button="Còn trực")
    await world.passes(minutes=31)
    assert times(tung, SILENT) == 2
    assert len([m for m in world.in_group() if SILENT in m.text]) == 1


async def test_a_late_sign_of_life_ends_the_alarm_and_is_told(world, minh, ha, tung, shift):
    await world.passes(hours=4, minutes=14)
    await ha.says("còn")
    await world.passes(minutes=6)
    await minh.says("còn")
    for human in (ha, tung):
        human.sees("Minh vẫn đang trực Trực ban")
    world.group_sees("Minh vẫn đang trực")
    before = times(tung, SILENT)
    await world.passes(hours=1)
    assert times(tung, SILENT) == before


async def test_who_stands_in_for_the_silent_takes_over_from_then_on(world, minh, ha, tung, shift):
    await world.passes(hours=4, minutes=20)
    await ha.presses("Tôi trực thay")
    now = world.clock.now()
    primary = [r for r in await world.rows(shifts) if r["post"] == "primary"]
    assert [(r["person_id"], r["start_at"] <= now < r["end_at"]) for r in primary] == [
        (minh.person_id, False),
        (ha.person_id, True),
    ]
    await world.receives(await world.member("Dân", "citizen"))
    await world.settles()
    ha.sees("SC-2026-0001", with_button="Tôi nhận")
    minh.does_not_see("SC-2026-0001")
    before = times(tung, SILENT)
    await world.passes(hours=1)
    assert times(tung, SILENT) == before
    world.hand.advance(8 * 3600)
    await world.settles()
    minh.does_not_see("Bàn giao ca")


async def test_a_lead_who_knows_of_the_silence_is_left_alone_until_a_sign_comes(
    world, minh, ha, tung, shift
):
    await world.passes(hours=4, minutes=14)
    await ha.says("còn")
    await world.passes(minutes=1)
    await tung.presses("Đã biết")
    await world.passes(hours=1)
    assert times(tung, SILENT) == 1
    await minh.says("/oncall")
    tung.sees("Minh vẫn đang trực Trực ban")
    assert await asked_at(world) == "17:15"


async def test_neither_soon_after_the_check_in_nor_in_the_last_hour(
    world, minh, ha, tung, tmp_path
):
    await _with_policy(world, tmp_path, 'still_every = "30m"\n')
    await a_day(world, minh, ha)
    await minh.says("/checkin")
    await world.passes(minutes=59)
    minh.does_not_see(ASKED)
    await world.passes(minutes=1)
    for _ in range(20):  # from 09:00 on every half hour, the last time at 19:00
        assert ASKED in minh.messages[-1].text
        await minh.presses("Còn trực")
        await world.passes(minutes=30)
    assert ASKED in minh.messages[-1].text
    await minh.presses("Còn trực")
    before = times(minh, ASKED)
    await world.passes(minutes=59)
    assert times(minh, ASKED) == before == 21


@pytest.mark.parametrize(("at_night", "asked"), [("true", "00:00"), ("false", "06:00")])
async def test_by_night_only_where_the_policy_says_so(world, minh, ha, tmp_path, at_night, asked):
    await _with_policy(world, tmp_path, f"still_at_night = {at_night}\n")
    await a_day(world, minh, ha, start=18)  # from 20:00 on
    await minh.says("/checkin")
    assert await asked_at(world) == asked


@pytest.mark.parametrize("how", ["plan", "policy"])
async def test_nobody_is_asked_where_a_watch_or_the_policy_asks_nobody(
    world, minh, ha, tmp_path, how
):
    if how == "policy":
        await _with_policy(world, tmp_path, 'still_every = "0s"\n')
        await a_day(world, minh, ha)
    else:
        await a_day(world, minh, ha, still_asked=False)
    await minh.says("/checkin")
    await world.passes(hours=11, minutes=59)
    minh.does_not_see(ASKED)


async def test_only_the_one_on_watch_or_a_lead_answers(world, minh, ha, tung, shift):
    await world.passes(hours=4)
    people = world.playground.people
    press = people.press(ha.user, ha.messages[-1], "here:1", forged=True)
    await world.settles()
    assert people.toast(press).alert
    await tung.says("/checkin Minh")
    tung.sees("Đã ghi nhận có mặt")
    lines = [r for r in await world.rows(watch_log) if r["shift_id"] == shift.id]
    (line,) = [row for row in lines if row["kind"] == "still-there"]
    assert (line["person_id"], line["details"]) == (minh.person_id, {"by": "Tùng"})


async def test_the_question_is_dropped_once_the_shift_is_over(world, minh, ha, shift):
    await world.passes(hours=4)
    world.hand.advance(9 * 3600)
    toast = await minh.presses("Còn trực", on=minh.sees(ASKED))
    assert toast.alert


async def _with_policy(world, tmp_path, lines):
    """Let the team have a policy of its own."""
    text = (SHIPPED / "watch.toml").read_text(encoding="utf-8")
    name = lines.partition(" ")[0]
    kept = [line for line in text.splitlines() if not line.startswith(f"{name} ")]
    at = kept.index("[policy]") + 1
    catalog = tmp_path / "catalog"
    catalog.mkdir()
    (catalog / "watch.toml").write_text("\n".join([*kept[:at], lines, *kept[at:]]), "utf-8")
    await world.restarts(catalog=catalog)
