"""A holiday comes near, and the leads are asked whether it needs a watch."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.watch import WatchState
from storage.tables import due_rows, failed_updates
from storage.watch_tables import watch_log, watches
from tests.watches import a_watch
from tests.world import Human

OFFER = "Sắp đến kỳ nghỉ"
CULTURE_DAY = "Ngày Văn hóa Việt Nam: Thứ Ba 24/11/2026"
# 30 days before 24 November 2026, at 08:00 in Vietnam.
FIRST = datetime(2026, 10, 25, 1, 0, tzinfo=UTC)


async def until(world, at: datetime) -> None:
    """Move to an instant at once, and do then what fell due meanwhile."""
    world.hand.advance((at - world.clock.now()).total_seconds())
    await world.settles()


def offers(human: Human) -> list[str]:
    return [message.text for message in human.messages if OFFER in (message.text or "")]


@pytest.fixture
async def boss(world):
    return await world.member("Sếp", "admin")


@pytest.fixture
async def tired(world, tung, minh):
    """The evening before the holiday is first offered; a lead and a member are there."""
    await until(world, FIRST - timedelta(hours=12))
    return world


@pytest.fixture
async def offered(tired):
    """The holiday has just been offered."""
    await tired.passes(hours=12, minutes=1)
    return tired


async def test_thirty_days_ahead_the_leads_are_offered_the_holiday_with_the_days_around_it(
    tired, tung, minh
):
    assert offers(tung) == []
    await tired.passes(hours=11, minutes=59)
    assert offers(tung) == []
    await tired.passes(minutes=2)
    offer = tung.sees(OFFER, CULTURE_DAY, with_button="Lập đợt trực").text
    assert "từ Thứ Hai 23/11/2026 đến hết Thứ Tư 25/11/2026" in offer
    assert "/holidays 24/11/2026 watch" in offer
    assert offers(minh) == []
    (line,) = await tired.rows(watch_log)
    assert (line["kind"], line["text"]) == ("holiday-offered", "Ngày Văn hóa Việt Nam")


async def test_one_tap_starts_the_watch_and_the_other_leads_hear_of_it(offered, tung, boss):
    toast = await tung.presses("Lập đợt trực")
    assert "Đã bắt đầu" in toast.text
    (watch,) = await offered.rows(watches)
    assert (watch["name"], watch["state"]) == ("Ngày Văn hóa Việt Nam 2026", "draft")
    assert watch["start_at"] <= datetime(2026, 11, 23, 17, tzinfo=UTC)
    assert watch["end_at"] >= datetime(2026, 11, 25, 17, tzinfo=UTC)
    boss.sees("Tùng đang lập đợt trực", CULTURE_DAY)
    toast = await tung.presses("Lập đợt trực", on=tung.sees(OFFER))
    assert "đã có đợt trực “Ngày Văn hóa Việt Nam 2026”" in toast.text
    await boss.says("/holidays 24/11/2026 nowatch")
    boss.sees("đã có đợt trực")
    assert len(await offered.rows(watches)) == 1


async def test_a_watch_can_be_started_by_typing(offered, tung):
    await tung.says("/holidays 24/11/2026 watch")
    (watch,) = await offered.rows(watches)
    assert watch["name"] == "Ngày Văn hóa Việt Nam 2026"


async def test_not_needed_ends_the_matter_for_everybody(offered, tung, boss):
    await tung.presses("Không cần")
    tung.sees("không cần đợt trực", CULTURE_DAY)
    boss.sees("Tùng cho biết không cần đợt trực")
    toast = await tung.presses("Không cần", on=tung.sees(OFFER))
    assert "Tùng đã chọn không cần đợt trực" in toast.text
    await until(offered, FIRST + timedelta(days=16))
    await offered.passes(days=3)
    assert len(offers(tung)) == 1
    kinds = [line["kind"] for line in await offered.rows(watch_log)]
    assert kinds == ["holiday-offered", "holiday-declined"]


async def test_a_lead_may_think_better_of_it(offered, tung, boss):
    await tung.presses("Không cần")
    await boss.says("/holidays 24/11/2026 watch")
    assert len(await offered.rows(watches)) == 1


async def test_without_an_answer_it_is_offered_once_more_two_weeks_ahead(offered, tung):
    for days in range(1, 16):
        await until(offered, FIRST + timedelta(days=days))
    assert len(offers(tung)) == 1
    await until(offered, FIRST + timedelta(days=16))
    assert len(offers(tung)) == 2
    for days in range(17, 40):
        await until(offered, FIRST + timedelta(days=days))
    culture = [offer for offer in offers(tung) if CULTURE_DAY in offer]
    assert len(culture) == 2
    (waiting,) = [
        row
        for row in await offered.rows(due_rows)
        if row["kind"] == "watch-offer" and row["state"] == "waiting"
    ]
    assert waiting["due_at"] == FIRST + timedelta(days=40)


@pytest.mark.parametrize(
    ("state", "count"),
    [
        (WatchState.DRAFT, 0),
        (WatchState.PUBLISHED, 0),
        (WatchState.ENDED, 0),
        (WatchState.CANCELLED, 1),
    ],
)
async def test_only_a_holiday_without_a_watch_is_offered(tired, tung, state, count):
    start = datetime(2026, 11, 23, 17, tzinfo=UTC)
    await a_watch(tired, start=start, days=0.5, state=state)
    await tired.passes(hours=13)
    assert len(offers(tung)) == count


async def test_a_watch_beside_the_holiday_does_not_touch_it(tired, tung):
    await a_watch(tired, start=datetime(2026, 11, 24, 17, tzinfo=UTC), days=1)
    await tired.passes(hours=13)
    assert len(offers(tung)) == 1


async def test_a_member_may_not_decide(offered, minh, tung):
    tung.sees(OFFER)
    people = offered.playground.people
    for verb in ("offer", "nooffer"):
        press = people.press(minh.user, minh.messages[-1], f"{verb}:20261124", forged=True)
        await offered.settles()
        assert "chỉ dành cho" in people.toast(press).text
    for word in ("watch", "nowatch"):
        await minh.says(f"/holidays 24/11/2026 {word}")
        assert "chỉ dành cho" in minh.messages[-1].text
    assert await offered.rows(watches) == []


async def test_an_old_offer_is_answered_with_what_has_become_of_it(offered, tung, boss):
    offer = tung.sees(OFFER)
    await boss.says("/holidays 24/11/2026 work Vẫn làm việc")
    toast = await tung.presses("Lập đợt trực", on=offer)
    assert "không còn thuộc kỳ nghỉ nào" in toast.text
    await boss.says("/holidays 24/11/2026 reset ok")
    await until(offered, datetime(2026, 11, 25, 0, tzinfo=UTC))
    toast = await tung.presses("Không cần", on=offer)
    assert "đã qua" in toast.text
    assert await offered.rows(watches) == []
    assert await offered.rows(failed_updates) == []


async def test_a_new_day_off_that_is_announced_late_is_offered_the_next_morning(tired, tung, boss):
    await boss.says("/holidays 30/10/2026 off Nghỉ đặc biệt 1/TB")
    await tired.passes(hours=13)
    tung.sees(OFFER, "Nghỉ đặc biệt: Thứ Sáu 30/10/2026", "3 ngày")


async def test_each_lead_reads_it_in_their_own_language(tired, tung):
    await tung.says("/language")
    await tung.presses("English")
    await tired.passes(hours=13)
    tung.sees("A holiday is coming", "Vietnam Cultural Day: Tuesday 24 Nov 2026")
