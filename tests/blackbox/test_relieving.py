"""Who relieves whom at the end of a shift: in pairs, passed over, staying on, or nobody at all."""

from datetime import timedelta

from bot.services.arming import arm_shift
from storage import shifts as stored
from tests.handing_over import (  # noqa: F401 fixtures are asked for by name
    crew_there,
    dan_there,
    ha_there,
    handover,
    log,
    minh_and_tung_say_still,
    minh_there,
    row,
    watch_there,
)
from tests.watches import a_shift, a_watch
from tests.world import START

HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
CARD = "Bàn giao ca: Trực ban"
FIRST, SECOND = 1, 2  # the shifts of Minh and of Hà


async def is_paged(world, human, lan, number=1):
    await world.receives(lan)
    await world.settles()
    code = f"SC-2026-000{number}"
    return any(code in (m.text or "") for m in human.messages)


async def test_who_comes_early_relieves_at_the_end_and_not_before(world, watch, minh, ha):
    await world.passes(minutes=10)
    await ha.says("/checkin")
    assert (await row(world))["relieved_at"] is None
    await world.passes(minutes=10)
    assert (await row(world))["relieved_at"] == watch.start + 6 * HOUR
    minh.sees("Hà đã thay bạn")
    card = minh.sees(CARD, with_button="Ký bàn giao").text
    assert "Người nhận đã vào ca" in card
    assert "Bạn vẫn được gọi" not in card


async def test_who_is_not_relieved_is_paged_on_and_so_is_their_relief(world, watch, minh, ha, dan):
    await world.passes(minutes=50)
    assert await is_paged(world, minh, dan)
    ha.sees("SC-2026-0001")
    assert minh.sees("SC-2026-0001", with_button="Tôi nhận")


async def test_who_is_relieved_is_not_paged_any_more(world, watch, minh, ha, dan):
    await world.passes(minutes=21)
    await ha.says("/checkin")
    assert not await is_paged(world, minh, dan)
    ha.sees("SC-2026-0001", with_button="Tôi nhận")


async def test_arming_again_after_the_end_asks_nobody_twice(world, watch, minh, ha):
    await world.passes(minutes=20)
    for _ in range(2):
        async with world.app.database.begin() as tx:
            await arm_shift(tx, world.app.team, await stored.get(tx, FIRST))
        await world.settles()
    assert len([m for m in minh.messages if CARD in m.text]) == 1
    await world.passes(minutes=15)
    assert len([m for m in minh.messages if "chưa xong" in m.text]) == 1


async def test_what_was_signed_for_somebody_who_never_came_goes_to_the_leads(
    world, crew, watch, minh
):
    await world.passes(minutes=20)
    await minh.presses("Ký bàn giao")
    world.hand.advance(6 * 3600)
    await world.settles()
    crew["binh"].sees(CARD, "Người giao: Minh. Người nhận: chưa có ai", "Bàn giao đã xong")
    assert (await row(world))["relieved_at"] is not None


async def test_where_nobody_takes_over_the_leads_get_it_and_the_end_is_the_end(
    world, crew, watch, minh, ha, dan
):
    await world.passes(minutes=20)
    await ha.says("/checkin")
    await world.passes(hours=6)
    assert (await row(world, SECOND))["relieved_at"] == watch.end
    ha.sees("Ca Trực ban của bạn đã hết lúc 20:00 ICT")
    ha.sees(CARD, "Người nhận: chưa có ai", with_button="Ký bàn giao")
    await ha.presses("Ký bàn giao")
    crew["binh"].sees(CARD, "Người giao: Hà", "Bàn giao đã xong")
    assert not await is_paged(world, ha, dan)
    # The commander, a post without successor that nobody is paged by first, hands over nothing.
    assert await handover(world, 3) is None
    crew["tung"].sees("Ca Trực chỉ huy của bạn đã hết")


async def test_who_has_the_next_shift_too_stays_on_without_a_word(world, minh):
    watch = await a_watch(world, start=START + 6 * HOUR)
    await a_shift(world, watch, minh, length=6 * HOUR)
    await a_shift(world, watch, minh, after=6 * HOUR, length=6 * HOUR)
    await world.passes(hours=6)
    await minh.says("/checkin")
    await world.passes(hours=4)
    await minh.says("còn")
    await world.passes(hours=2, minutes=11)
    assert (await row(world, SECOND))["checked_in_at"] == watch.start + 6 * HOUR
    assert "stayed-on" in await log(world)
    minh.does_not_see(CARD)
    assert len([m for m in minh.messages if "Đến giờ vào ca" in m.text]) == 1


async def test_two_people_at_a_post_are_relieved_pair_by_pair(world, crew, minh, ha, dan):
    watch = await a_watch(world, start=START + 6 * HOUR)
    for who in (minh, ha):
        await a_shift(world, watch, who, length=6 * HOUR)
    for who in (crew["tung"], crew["binh"]):
        await a_shift(world, watch, who, after=6 * HOUR, length=6 * HOUR)
    await world.passes(hours=6)
    for who in (minh, ha):
        await who.says("/checkin")
    await world.passes(hours=4)
    for who in (minh, ha):
        await who.says("còn")
    await world.passes(hours=2)
    await crew["binh"].says("/checkin")
    assert (await row(world, 1))["relieved_at"] is None
    assert (await row(world, 2))["relieved_at"] is not None
    ha.sees("Bình đã thay bạn")
    assert await is_paged(world, minh, dan)
    ha.does_not_see("SC-2026-0001")


async def test_who_never_came_is_passed_over_and_the_next_one_relieves(world, crew, minh, ha, dan):
    watch = await a_watch(world, start=START + 6 * HOUR)
    await a_shift(world, watch, minh, length=2 * HOUR)
    await a_shift(world, watch, ha, after=2 * HOUR, length=2 * HOUR)
    await a_shift(world, watch, crew["tung"], after=4 * HOUR, length=2 * HOUR)
    await world.passes(hours=6)
    await minh.says("/checkin")
    await world.passes(hours=2)
    await minh.presses("Ký bàn giao")
    await world.passes(hours=2, minutes=1)
    assert (await row(world))["relieved_at"] is None
    await crew["tung"].says("/checkin")
    assert (await row(world))["relieved_at"] is not None
    crew["tung"].sees(CARD, "Người giao: Minh. Người nhận: Tùng.", with_button="Đã nhận")
    await crew["tung"].presses("Đã nhận")
    assert (await handover(world))["confirmed_at"] is not None


async def test_without_a_shift_there_is_nothing_to_hand_over(world, crew):
    for words in ("/handover", "/handover ký", "/handover nhận", "/handover lời dặn"):
        await crew["binh"].says(words)
        crew["binh"].sees("không có bàn giao ca nào")
