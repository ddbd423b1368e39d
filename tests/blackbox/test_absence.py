"""Absences: said, seen, taken back, and shifts that fall into them."""

import pytest

from storage.watch_tables import unavailable
from tests.swapping import HOUR, TAKE, logged
from tests.watches import a_shift, a_watch
from tests.world import START


@pytest.fixture
async def minh(world):
    return await world.member("Minh")


@pytest.fixture
async def ha(world):
    return await world.member("Hà")


async def test_an_absence_is_kept_listed_and_taken_back(world, minh, ha, tung):
    await minh.says("/away")
    minh.sees("Chưa có báo vắng nào")
    await minh.says("/vangmat 5/9-7/9 về quê")
    minh.sees("Đã ghi bạn vắng (số 1)", "05/09", "08/09", "không xếp và không hỏi")
    await minh.says("/away")
    minh.sees("1. Minh", "(về quê)", with_button="Bỏ báo vắng 1")
    await minh.presses("Bỏ báo vắng 1")
    assert await world.rows(unavailable) == []
    again = await minh.presses("Bỏ báo vắng 1")
    assert "đã được bỏ rồi" in again.text
    assert await logged(world) == ["away", "away-removed"]


async def test_members_see_their_own_and_leads_everybodys(world, minh, ha, tung):
    await minh.says("/away 5/9 riêng tư")
    await ha.says("/away")
    ha.sees("Chưa có báo vắng nào")
    await ha.says("/away off 1")
    ha.sees("Chỉ người báo vắng")
    await tung.says("/away")
    tung.sees("1. Minh", "riêng tư")
    await tung.says("/away off 1")
    tung.sees("Đã bỏ báo vắng")
    assert await world.rows(unavailable) == []


async def test_shifts_that_fall_into_it_are_offered_to_be_swapped(world, minh, ha, tung):
    watch = await a_watch(world, start=START + 77.5 * HOUR)
    inside = await a_shift(world, watch, minh)
    await a_shift(world, watch, minh, after=48 * HOUR)
    await minh.says("/away 5/9 đám cưới")
    message = minh.sees("Bạn có 1 ca trực trong thời gian đó", with_button=f"№{inside.id}")
    assert len(message.buttons) == 2
    tung.sees("Minh báo vắng", "có 1 ca trực")
    await minh.presses(f"№{inside.id}")
    await minh.presses("Hỏi cả Đội")
    ha.sees("Minh nhờ trực thay", with_button=TAKE)


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("ốm", "Hãy ghi ngày"),
        ("31/4", "không phải ngày"),
        ("1/1/2026", "đã qua"),
        ("off", "Hãy ghi số"),
        ("off 9", "đã được bỏ rồi"),
    ],
)
async def test_what_cannot_be_read_is_refused_with_an_example(world, minh, words, answer):
    await minh.says(f"/away {words}")
    minh.sees(answer)
    assert await world.rows(unavailable) == []
