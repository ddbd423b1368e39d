"""A reaction of a member highlights what was said about an incident in the group."""

import pytest

from storage.tables import timeline
from tests.members import answer_to, story

CODE = "SC-2026-0001"


@pytest.fixture
async def lan(world):
    """Who reports."""
    return await world.member("Lan", "citizen")


@pytest.fixture
async def card(world, minh, lan):
    """An incident's card in the group."""
    await world.receives(lan)
    await world.settles()
    return world.group_sees(CODE, with_button="Chi tiết")


async def reacts(human, message, *signs) -> None:
    human.world.playground.people.react(human.user, message, *signs)
    await human.world.settles()


async def highlights(world) -> list[tuple[str, str, str]]:
    """Return every highlight put on or taken off: what, of which line, with which words."""
    rows = await world.rows(timeline)
    kinds = {row["id"]: row["kind"] for row in rows}
    return [
        (row["kind"], kinds[row["details"]["line"]], row["text"])
        for row in rows
        if row["kind"].startswith("highlight")
    ]


async def test_a_sign_below_a_note_highlights_it_and_taking_it_away_is_a_line_too(
    world, minh, ha, card
):
    note = await minh.says_in_group("máy chủ số 3 vẫn sạch", reply_to=card)
    await reacts(ha, note, "✍")
    assert await highlights(world) == [("highlighted", "note", "máy chủ số 3 vẫn sạch")]
    world.group_sees("Đã đánh dấu", CODE)
    assert "📌" in await answer_to(minh, f"/incident {CODE}")
    await reacts(ha, note)
    assert [what for what, _, _ in await highlights(world)] == ["highlighted", "highlight-off"]
    shown = await answer_to(minh, f"/incident {CODE}")
    assert "Hà bỏ đánh dấu 📌" in shown
    assert "📌 02:00 ICT, Minh" not in shown


@pytest.mark.parametrize("sign", ["❤", "👍", "🔥"])
async def test_other_signs_are_talk(world, minh, ha, card, sign):
    note = await minh.says_in_group("đã rút cáp", reply_to=card)
    before = await story(world)
    await reacts(ha, note, sign)
    assert await story(world) == before


async def test_who_is_not_of_the_team_highlights_nothing_and_talk_is_no_line(
    world, minh, lan, card
):
    note = await minh.says_in_group("đã rút cáp", reply_to=card)
    talk = await minh.says_in_group("trưa nay ăn gì")
    before = await story(world)
    world.playground.people.join(world.group, lan.user)
    await reacts(lan, note, "✍")
    await reacts(minh, talk, "✍")
    await reacts(minh, card, "✍")
    assert await story(world) == before


async def test_what_is_said_below_a_note_is_a_note_and_an_edited_one_counts_as_it_reads(
    world, minh, ha, card
):
    note = await minh.says_in_group("nghi từ máy kế toán", reply_to=card)
    answer = world.group_sees("Đã ghi vào nhật ký")
    below = await ha.says_in_group("đúng, máy KT-02", reply_to=note)
    await ha.says_in_group("và cả KT-03", reply_to=answer)
    assert (await story(world)).count("note") == 3
    world.playground.people.edit(ha.user, below, "đúng, máy KT-07")
    await world.settles()
    await reacts(minh, below, "⚡")
    assert await highlights(world) == [("highlighted", "note", "đúng, máy KT-07")]
    assert "Hà: đúng, máy KT-07" in await answer_to(minh, f"/incident {CODE}")


async def test_a_line_of_two_stays_highlighted_when_one_thinks_otherwise(world, minh, ha, card):
    note = await minh.says_in_group("đã rút cáp", reply_to=card)
    said_before = len(world.in_group())
    for human in (minh, ha):
        await reacts(human, note, "✍", "👍")
    await reacts(ha, note, "👍")
    assert [what for what, _, _ in await highlights(world)] == [
        "highlighted",
        "highlighted",
        "highlight-off",
    ]
    assert "📌 02:00 ICT, Minh: đã rút cáp" in await answer_to(minh, f"/incident {CODE}")
    assert len(world.in_group()) == said_before + 1
