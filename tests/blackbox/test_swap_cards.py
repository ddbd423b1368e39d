"""Cards that ask for a stand-in: one for all that somebody leaves, true in place until the end."""

import pytest

from bot.domain.roster import ShiftState
from storage.tables import outbox
from tests.swapping import HOUR, TAKE, holder, searches
from tests.watches import a_shift, a_watch
from tests.world import START

DAY = 24 * HOUR


@pytest.fixture
async def minh(world):
    return await world.member("Minh")


@pytest.fixture
async def ha(world):
    return await world.member("Hà")


@pytest.fixture
async def watch(world):
    """It begins five days from now and lasts for four."""
    return await a_watch(world, start=START + 5 * DAY, days=4)


@pytest.fixture
async def left(world, watch, minh, ha, tung):
    """Four days of Minh's, who has left the team; Hà stands elsewhere on the second."""
    every = [await a_shift(world, watch, minh, after=day * DAY) for day in range(4)]
    await a_shift(world, watch, ha, post="backup", after=DAY)
    await tung.says("/people off Minh")
    await tung.presses("Đúng")
    return every


def cards(human):
    return [m for m in human.messages if "Cần người trực thay" in (m.text or "")]


async def test_all_that_a_leaver_leaves_is_one_card_for_each_and_one_word_to_leads(
    world, left, ha, tung
):
    (card,) = cards(ha)
    assert "đã rời Đội: 3 ca" in card.text
    assert [button.label[:4] for button in card.buttons] == ["✋ 1.", "✋ 3.", "✋ 4."]
    assert len([m for m in world.in_group() if "Cần người trực thay" in m.text]) == 1
    world.group_sees("đã rời Đội: 4 ca")
    tung.sees("Minh đã rời Đội, để lại 4 ca trong Trực lễ", "№1", "№4", with_button="№2")
    assert len([m for m in tung.messages if "để lại 4 ca" in m.text]) == 1


async def test_what_is_taken_is_struck_out_on_every_card_and_the_rest_can_be_taken(
    world, left, ha, tung
):
    await ha.presses("✋ 3.")
    for card in (*cards(ha), world.group_sees("Cần người trực thay")):
        assert "3. Trực ban" in card.text
        assert "Hà đã nhận" in card.text
        assert not [button for button in card.buttons if "3." in button.label]
    await ha.presses("✋ 4.")
    assert await holder(world, left[3].id) == ha.person_id
    assert await searches(world) == ["open", "open", "done", "done"]


async def test_a_reminder_hangs_below_the_card_and_tells_of_all_that_is_near(world, left, ha, tung):
    (card,) = cards(ha)
    await world.passes(days=4.5)
    nudges = [m for m in ha.messages if "chưa có ai trực thay" in m.text]
    assert {m.reply_to.id for m in nudges} == {card.id}
    assert len(nudges) <= 4
    assert any("2 ca" in m.text for m in nudges)
    assert len(cards(ha)) == 1


async def test_who_comes_back_is_said_to_stand_their_shifts_on_the_card_itself(
    world, left, ha, tung
):
    await tung.says("/people on Minh")
    (card,) = [m for m in ha.messages if "Minh vẫn trực, không cần ai thay nữa" in m.text]
    assert card.buttons == []


async def test_with_the_watch_called_off_nobody_can_take_its_shifts(world, watch, minh, ha, tung):
    await a_shift(world, watch, minh)
    await minh.says("/swap 1")
    ha.sees("Minh nhờ trực thay", with_button=TAKE)
    await tung.says("/watch gone")
    for message in (ha.sees("Trực thay Minh"), world.group_sees("Trực thay Minh")):
        assert "đợt trực đã hủy, không cần nữa" in message.text
        assert message.buttons == []
    await ha.says("/swap take 1")
    ha.sees("đã kết thúc")


async def test_who_has_declined_is_not_told_to_get_ready(world, watch, minh, ha, tung):
    await a_shift(world, watch, minh, state=ShiftState.PLANNED)
    await minh.says("/confirm no 1")
    await world.passes(days=5)
    minh.does_not_see("tới ca trực của bạn")
    rows = [row for row in await world.rows(outbox) if row["params"].get("text") == "shift-soon"]
    assert rows == []


async def test_who_takes_it_back_is_told_again(world, watch, minh, ha, tung):
    await a_shift(world, watch, minh, state=ShiftState.PLANNED)
    await minh.says("/confirm no 1")
    await minh.says("/confirm 1")
    await world.passes(days=4.5)
    minh.sees("tới ca trực của bạn")
