"""The end of a shift: hand-over, signatures, and who stays until they are relieved."""

from datetime import timedelta

import pytest

from bot.services.arming import arm_shift
from storage import shifts as stored
from storage.tables import shifts
from storage.watch_tables import handovers, watch_log
from tests.watches import a_shift, a_watch
from tests.world import START

HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
CARD = "Bàn giao ca: Trực ban"
FIRST, SECOND = 1, 2  # the shifts of Minh and of Hà


@pytest.fixture
async def crew(world):
    return {
        "minh": await world.member("Minh"),
        "ha": await world.member("Hà"),
        "tung": await world.member("Tùng"),
        "binh": await world.member("Bình", "lead"),
    }


@pytest.fixture
async def minh(crew):
    return crew["minh"]


@pytest.fixture
async def ha(crew):
    return crew["ha"]


@pytest.fixture
async def watch(world, crew):
    """From 08:00: Minh until 14:00, Hà until 20:00, Tùng in command; now it is 13:40."""
    watch = await a_watch(world, start=START + 6 * HOUR, days=0.5)
    await a_shift(world, watch, crew["minh"], length=6 * HOUR)
    await a_shift(world, watch, crew["ha"], after=6 * HOUR, length=6 * HOUR)
    await a_shift(world, watch, crew["tung"], post="commander")
    await world.passes(hours=6)
    for name in ("minh", "tung"):
        await crew[name].says("/checkin")
    await world.passes(hours=4)
    await minh_and_tung_say_still(crew)
    await world.passes(hours=1, minutes=40)
    return watch


async def minh_and_tung_say_still(crew):
    for name in ("minh", "tung"):
        await crew[name].says("còn")


async def log(world):
    return [row["kind"] for row in await world.rows(watch_log)]


async def row(world, shift_id=FIRST):
    (found,) = [each for each in await world.rows(shifts) if each["id"] == shift_id]
    return found


async def handover(world, shift_id=FIRST):
    found = [each for each in await world.rows(handovers) if each["shift_id"] == shift_id]
    return found[0] if found else None


async def is_paged(world, human, lan, number=1):
    await world.receives(lan)
    await world.settles()
    code = f"SC-2026-000{number}"
    return any(code in (m.text or "") for m in human.messages)


@pytest.fixture
async def dan(world):
    return await world.member("Dân", "citizen")


async def test_at_the_end_of_a_shift_there_is_a_hand_over_to_sign(world, watch, minh, ha):
    await world.passes(minutes=19)
    minh.does_not_see(CARD)
    await world.passes(minutes=1)
    card = minh.sees(CARD, "Người giao: Minh. Người nhận: Hà.", with_button="Ký bàn giao")
    assert "14:00 ICT, Thứ Tư 02/09" in card.text
    assert "Không có sự cố nào đang mở" in card.text
    assert "Bạn vẫn được gọi cho tới khi" in card.text
    for check in ("Màn hình giám sát", "phòng chống mã độc"):
        assert check in card.text
    ha.does_not_see(CARD)


async def test_who_comes_before_it_is_signed_reads_it_and_gets_it_again_to_confirm(
    world, watch, minh, ha
):
    await world.passes(minutes=22)
    await ha.says("/checkin")
    assert ha.sees(CARD, "Minh chưa ký bàn giao").buttons == []
    await minh.presses("Ký bàn giao")
    await ha.presses("Đã nhận")
    assert (await handover(world))["confirmed_at"] is not None


async def test_it_lists_what_is_open_with_its_owner_and_what_is_due_next(world, watch, minh, dan):
    await world.receives(dan)
    await world.settles()
    await minh.presses("Tôi nhận")
    await world.receives(dan, "defacement")
    await world.settles()
    await world.passes(minutes=21)
    card = minh.sees(CARD).text
    assert "SC-2026-0001</code>" not in card
    assert "SC-2026-0001" in card
    assert "đang xác minh · Minh" in card
    assert "SC-2026-0002" in card
    assert "chưa có người phụ trách" in card
    assert "hỏi lại người phụ trách SC-2026-0001" in card
    assert "gọi người tiếp theo cho SC-2026-0002" in card


@pytest.mark.both_databases
async def test_both_sign_and_who_leaves_may_go(world, watch, minh, ha, dan):
    await world.passes(minutes=21)
    toast = await minh.presses("Ký bàn giao")
    assert "Đã ký bàn giao" in toast.text
    ha.does_not_see(CARD)
    assert (await row(world))["relieved_at"] is None
    await ha.says("/checkin")
    assert (await row(world))["relieved_at"] is not None
    minh.sees("Hà đã thay bạn ở vị trí Trực ban")
    ha.sees(CARD, "Người giao đã ký lúc 14:01 ICT", with_button="Đã nhận")
    toast = await ha.presses("Đã nhận")
    assert "Đã nhận bàn giao" in toast.text
    minh.sees("Hà đã nhận bàn giao Trực ban lúc")
    done = await handover(world)
    assert done["signed_at"] is not None
    assert done["confirmed_at"] is not None
    ends = ("signed", "relieved", "handover-confirmed")
    assert [kind for kind in await log(world) if kind in ends] == [*ends]
    await world.passes(hours=2)
    minh.does_not_see("chưa xong")


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


@pytest.mark.parametrize("way", ["reply", "/handover"])
async def test_a_word_before_it_is_handed_over_and_stands_in_the_log(world, watch, minh, ha, way):
    await world.passes(minutes=20)
    words = "Máy chủ thư đang vá, xong lúc 16 giờ"
    if way == "reply":
        await minh.says(words, reply_to=minh.sees(CARD))
    else:
        await minh.says(f"/handover {words}")
    minh.sees("Đã ghi vào bàn giao", with_button="Ký bàn giao")
    await minh.says("/bangiao Chìa khóa ở bảo vệ")
    await minh.says("/handover ký")
    await ha.says("/checkin")
    card = ha.sees(CARD, words, "Chìa khóa ở bảo vệ")
    assert "Lời bàn giao" in card.text
    lines = [r["text"] for r in await world.rows(watch_log) if r["kind"] == "handover-note"]
    assert lines == [words, "Chìa khóa ở bảo vệ"]


@pytest.mark.parametrize(
    ("signs", "confirms"),
    [("ký", "đã nhận"), ("/handover sign", "/handover received")],
)
async def test_all_of_it_can_be_typed(world, watch, minh, ha, signs, confirms):
    await world.passes(minutes=20)
    await ha.says("/checkin")
    await minh.says(signs, reply_to=minh.sees(CARD))
    minh.sees("Đã ký bàn giao")
    await ha.says(confirms, reply_to=ha.sees(CARD))
    ha.sees("Đã nhận bàn giao")
    assert (await handover(world))["confirmed_at"] is not None


async def test_the_hand_over_may_be_prepared_before_the_end_and_signed_when_near(
    world, watch, minh, ha
):
    await minh.says("/handover")
    minh.sees(CARD, with_button="Ký bàn giao")
    toast = await minh.presses("Ký bàn giao")
    assert "ký được từ 13:45 ICT" in toast.text
    await world.passes(minutes=6)
    await minh.presses("Ký bàn giao")
    await ha.says("/checkin")
    await ha.presses("Đã nhận")
    assert (await row(world))["relieved_at"] is None
    await world.passes(minutes=15)
    assert (await row(world))["relieved_at"] == watch.start + 6 * HOUR
    assert len([m for m in minh.messages if CARD in m.text]) == 1


async def test_an_unsigned_one_is_brought_up_to_both_and_the_commander_four_times(
    world, crew, watch, minh, ha
):
    await world.passes(minutes=20)
    await ha.says("/checkin")
    await world.passes(minutes=14)
    minh.does_not_see("chưa xong")
    await world.passes(minutes=1)
    minh.sees("chưa xong", "chờ Minh ký", with_button="Ký bàn giao")
    ha.sees("chưa xong", "chờ Minh ký")
    crew["tung"].sees("chưa xong", "chờ Minh ký")
    crew["binh"].does_not_see("chưa xong")
    await world.passes(minutes=46)
    for human in (minh, ha, crew["tung"]):
        assert len([m for m in human.messages if "chưa xong" in m.text]) == 4
    crew["binh"].does_not_see("chưa xong")
    await world.passes(minutes=15)
    crew["binh"].sees("vẫn chưa xong", "chờ Minh ký", "Bot không nhắc nữa")
    await world.passes(hours=3)
    assert len([m for m in minh.messages if "chưa xong" in m.text]) == 4
    await crew["binh"].presses("Ký thay Minh")
    await crew["binh"].says("/handover nhận Hà")
    assert None not in [(await handover(world))[at] for at in ("signed_at", "confirmed_at")]


async def test_a_signed_one_waits_for_the_one_who_takes_over(world, crew, watch, minh, ha):
    await world.passes(minutes=20)
    await ha.says("/checkin")
    await minh.presses("Ký bàn giao")
    await world.passes(minutes=15)
    ha.sees("chưa xong", "chờ Hà xác nhận", with_button="Đã nhận")
    minh.sees("chưa xong", "chờ Hà xác nhận")
    await ha.presses("Đã nhận")
    await world.passes(hours=1)
    assert len([m for m in minh.messages if "chưa xong" in m.text]) == 1


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


async def test_nobody_signs_or_confirms_for_others_but_a_lead(world, crew, watch, minh, ha):
    await world.passes(minutes=20)
    await ha.says("/checkin")
    people = world.playground.people
    for who, data in ((ha, "sign:1"), (minh, "received:1"), (crew["tung"], "sign:1")):
        press = people.press(who.user, who.messages[-1], data, forged=True)
        await world.settles()
        assert people.toast(press).alert, data
    await ha.says("/handover nhận")
    ha.sees("không có bàn giao ca nào")
    press = people.press(ha.user, ha.messages[-1], "received:1", forged=True)
    await world.settles()
    assert "Minh chưa ký bàn giao" in people.toast(press).text
    for data in ("sign:1", "received:1"):
        binh = crew["binh"]
        press = people.press(binh.user, binh.messages[-1], data, forged=True)
        await world.settles()
        assert not people.toast(press).alert, data
    done = await handover(world)
    assert None not in (done["signed_at"], done["confirmed_at"])


async def test_a_second_press_says_when_it_was_done(world, watch, minh, ha):
    await world.passes(minutes=20)
    await ha.says("/checkin")
    card = minh.sees(CARD)
    await minh.presses("Ký bàn giao", on=card)
    toast = await minh.presses("Ký bàn giao", on=card)
    assert "đã ký lúc 14:00" in toast.text
    card = ha.sees(CARD)
    await ha.presses("Đã nhận", on=card)
    toast = await ha.presses("Đã nhận", on=card)
    assert "đã được xác nhận lúc 14:00" in toast.text


async def test_without_a_shift_there_is_nothing_to_hand_over(world, crew):
    for words in ("/handover", "/handover ký", "/handover nhận", "/handover lời dặn"):
        await crew["binh"].says(words)
        crew["binh"].sees("không có bàn giao ca nào")


async def test_a_word_marked_secret_is_not_kept(world, watch, minh):
    await world.passes(minutes=20)
    await minh.says("/handover Tài liệu TUYỆT MẬT để trong tủ")
    assert (await handover(world))["note"] == ""
    assert "handover-note" not in await log(world)
