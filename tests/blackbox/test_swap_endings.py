"""A swap that nobody takes, that is called off, or that waits for a lead: what becomes of it."""

from bot.domain.roster import ShiftState
from storage.tables import outbox, shifts
from tests.members import (  # noqa: F401 fixtures are asked for by name
    ha_there,
    minh_there,
)
from tests.swap_days import (  # noqa: F401 fixtures are asked for by name
    an_there,
    shift_there,
    watch_there,
)
from tests.swapping import TAKE, searches, waits_for
from tests.watches import a_shift


def nudges(human) -> list[int]:
    """Return below which messages somebody was reminded that a shift is still to be taken."""
    return [m.reply_to.id for m in human.messages if "Vẫn chưa có ai trực thay" in m.text]


async def test_the_holder_may_stand_it_after_all(world, watch, minh, ha, tung):
    own = await a_shift(world, watch, minh, state=ShiftState.DECLINED)
    await minh.says(f"/swap {own.id}")
    await ha.presses(TAKE)
    await minh.presses("vẫn trực")
    ha.sees("Minh vẫn trực", "Không cần ai thay")
    world.group_sees("Minh vẫn trực")
    assert await searches(world) == ["withdrawn"]
    assert (await world.rows(shifts))[0]["state"] == "confirmed"
    over = await tung.presses("Duyệt")
    assert "đã kết thúc" in over.text
    assert (await world.rows(shifts))[0]["person_id"] == minh.person_id
    assert await waits_for(world, "swap") == set()


async def test_only_the_holder_or_a_lead_calls_it_off(world, shift, minh, ha, tung):
    await minh.says("/swap 1")
    await ha.says("/swap stay 1")
    ha.sees("Chỉ người giữ ca này")
    await tung.says("/swap stay 1")
    assert await searches(world) == ["withdrawn"]


async def test_reminders_come_by_day_and_before_the_shift_leads_hear_that_nobody_came(
    world, shift, minh, ha, tung
):
    await minh.says("/swap 1")
    card = ha.sees("nhờ trực thay", with_button=TAKE)
    await world.passes(hours=48)  # 02:00 on 4 September; a day before the shift is 07:30
    assert nudges(ha) == [card.id]  # 08:00 on the 2nd
    await world.passes(hours=6.1)  # 08:06: what was due at 07:30 came at 08:00
    assert nudges(ha) == [card.id] * 2
    await world.passes(hours=11.5)  # twelve hours before, whenever that is
    assert nudges(ha) == [card.id] * 3
    assert len([m for m in ha.messages if "nhờ trực thay" in m.text]) == 1
    await world.passes(hours=12)
    tung.sees("Chưa có ai trực thay Minh", "vẫn là của Minh", with_button="Giao cho")
    minh.sees("Chưa có ai trực thay bạn", "vẫn là của bạn")
    assert await searches(world) == ["expired"]
    ha.sees("Trực thay Minh", "hết hạn, không tìm nữa")
    await ha.says("/swap take 1")
    ha.sees("đã kết thúc")


async def test_leads_are_reminded_of_what_waits_for_them(world, shift, minh, ha, tung):
    await minh.says("/swap 1")
    await ha.presses(TAKE)
    await world.passes(hours=54.1)
    assert len([m for m in tung.messages if "Bạn có duyệt không" in m.text]) == 3
    assert nudges(ha) == []


async def test_what_no_lead_has_agreed_to_ends_when_the_shift_begins(world, shift, minh, ha, tung):
    await minh.says("/swap 1")
    await ha.presses(TAKE)
    await world.passes(hours=78)
    tung.sees("chưa được duyệt", "vẫn là của Minh")
    ha.sees("chưa được duyệt", "vẫn là của Minh")
    assert (await world.rows(shifts))[0]["person_id"] == minh.person_id


async def test_with_nobody_free_the_leads_hear_and_can_give_it(world, watch, shift, minh, ha, tung):
    await a_shift(world, watch, ha, post="backup")
    await a_shift(world, watch, tung, post="commander")
    await minh.says("/swap 1")
    minh.sees("Chưa có ai rảnh", "vẫn là của bạn")
    tung.sees("Minh nhờ trực thay nhưng không có ai rảnh", with_button="Giao cho")
    world.group_sees("Minh nhờ trực thay")


async def test_news_of_a_swap_overtaken_by_another_holder_is_not_sent(
    world, shift, minh, ha, an, tung
):
    world.playground.people.block(an.user, world.bot)
    await tung.says("/swap give 1 Hà")
    rows = [row for row in await world.rows(outbox) if row["kind"] == "shift-notice"]
    assert [row for row in rows if row["person_id"] == minh.person_id] == []
    ha.sees("Chỉ huy giao bạn trực thay Minh", with_button="Xác nhận")
