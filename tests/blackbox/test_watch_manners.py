"""What the watch never does: tell the group why, ask twice, stay silent, or cost citizens."""

import pytest

from bot.services import agendas, proposals
from bot.workshop import WORKS, Work
from storage import due
from storage.due import Due
from storage.watch_tables import swaps
from tests.statements import noted
from tests.swapping import HOUR, TAKE, holder
from tests.watches import a_shift, a_watch
from tests.world import START


@pytest.fixture
async def minh(world):
    return await world.member("Minh")


@pytest.fixture
async def ha(world):
    return await world.member("Hà")


@pytest.fixture
async def tung(world):
    return await world.member("Tùng", "lead")


@pytest.fixture
async def watch(world):
    """It begins three days from now."""
    return await a_watch(world, start=START + 72 * HOUR)


async def test_why_somebody_cannot_come_is_told_to_those_asked_and_not_to_the_group(
    world, watch, minh, ha, tung
):
    await a_shift(world, watch, minh)
    await minh.says("/swap 1 sốt xuất huyết")
    ha.sees("Minh nhờ trực thay", "sốt xuất huyết", with_button=TAKE)
    world.group_sees("Minh nhờ trực thay", with_button=TAKE)
    await tung.says_in_group("/log")
    world.group_sees("Minh tìm người trực thay")
    assert not [m.text for m in world.in_group() if "sốt" in (m.text or "")]


@pytest.mark.parametrize(("who", "is_theirs"), [("an", False), ("ha", True), ("tung", True)])
async def test_what_one_person_was_asked_for_is_only_theirs_or_a_leads_to_take(
    world, watch, who, is_theirs
):
    minh, ha, an = [await world.member(name) for name in ("Minh", "Hà", "An")]
    tung = await world.member("Tùng", "lead")
    shift = await a_shift(world, watch, minh)
    await minh.says("/swap 1 Hà")
    taker = {"ha": ha, "an": an, "tung": tung}[who]
    await taker.says("/swap take 1")
    if is_theirs:
        assert (await world.rows(swaps))[0]["taken_by_id"] == taker.person_id
    else:
        taker.sees("chỉ nhờ Hà trực thay")
        assert await holder(world, shift.id) == minh.person_id


async def test_a_second_press_does_not_ask_everybody_again_but_a_later_one_does(
    world, watch, minh, ha, tung
):
    await a_shift(world, watch, minh)
    await tung.says("/gaps seek 1")
    await tung.says("/gaps seek 1")
    tung.sees("Bot đã hỏi mọi người về ca này")
    assert len([m for m in ha.messages if "Cần người trực" in m.text]) == 1
    await world.passes(minutes=11)
    await tung.says("/gaps seek 1")
    assert len([m for m in ha.messages if "Cần người trực" in m.text]) == 2


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (agendas.MAKE, "chưa tạo được tệp lịch của bạn"),
        (proposals.PROPOSAL, "chưa xếp được lịch cho"),
    ],
)
async def test_work_that_fails_too_often_is_told_to_who_ordered_it(
    world, watch, tung, monkeypatch, kind, said
):
    def fails(needed):
        raise ValueError(needed)

    async def gather(tx, team, subject_id, params):
        return "anything"

    work = WORKS[kind]
    monkeypatch.setitem(WORKS, kind, Work(gather, fails, work.keep, work.give_up))
    subject = tung.person_id if kind == agendas.MAKE else watch.id
    async with world.app.database.begin() as tx:
        asked = {"person_id": tung.person_id}
        await due.schedule(tx, Due(kind, subject, tx.now, asked))
    for _ in range(15):
        await world.passes(minutes=1)
    tung.sees(said)


def test_all_slow_work_says_when_it_is_given_up():
    assert [kind for kind, work in WORKS.items() if work.give_up is None] == []


async def asked_of_the_watch(world, human, text):
    """What a message makes the intake ask of shifts and the watch, by table."""
    world.playground.people.say(human.user, world.bot, text)
    with noted() as asked:
        await world.app.intake.step()
    await world.settles()
    names = ("shifts", "watch_log", "watches")
    return [name for statement in asked for name in names if f"FROM {name}" in statement]


async def test_the_watch_costs_citizens_nothing_and_members_off_watch_one_question(world, minh, ha):
    lan = await world.citizen("Lan")
    await lan.starts()
    watch = await a_watch(world, start=START)
    await a_shift(world, watch, minh)
    await minh.says("/checkin")
    await world.passes(minutes=1)
    for text in ("/status", "Trang chủ phường bị thay bằng hình lạ"):
        assert await asked_of_the_watch(world, lan, text) == []
    assert await asked_of_the_watch(world, ha, "/hotline") == ["shifts"]
    assert await asked_of_the_watch(world, minh, "/hotline") == ["shifts", "watch_log", "watches"]
