"""Several are missing at once, or one at several posts: one call each, and one answer for all."""

from datetime import timedelta

import pytest

from bot.domain.roster import ShiftState
from storage.tables import outbox, people, shifts
from storage.watch_tables import watch_log
from tests.watches import PLAN, a_shift, a_watch
from tests.world import START

HOUR = timedelta(hours=1)
MANY = "3 người chưa vào ca hoặc không trả lời"
LATE = "Bạn chưa vào ca"


def times(human, words):
    return len([m for m in human.messages if words in m.text])


async def there(world):
    """Who has checked in, by post."""
    rows = await world.rows(shifts)
    return {row["post"]: row["person_id"] for row in rows if row["checked_in_at"]}


async def log(world, *kinds):
    return [row["kind"] for row in await world.rows(watch_log) if row["kind"] in kinds]


@pytest.fixture
async def crew(world):
    crew = {name: await world.member(name) for name in ("Minh", "Nga", "An", "Hà")}
    crew["Tùng"] = await world.member("Tùng", "lead")
    return crew


@pytest.fixture
async def watch(world):
    """It begins in an hour."""
    return await a_watch(world, start=START + HOUR)


@pytest.fixture
async def three(world, crew, watch):
    """Minh, Nga and An are to come; Hà, the backup, is there."""
    for name in ("Minh", "Nga", "An"):
        await a_shift(world, watch, crew[name])
    await a_shift(world, watch, crew["Hà"], post="backup")
    await world.passes(hours=1)
    await crew["Hà"].says("/checkin")


async def test_three_who_are_missing_are_one_message_to_each_who_hears_of_it(world, crew, three):
    await world.passes(minutes=10)
    for name in ("Hà", "Tùng"):
        said = crew[name].sees(MANY, "• Minh chưa vào ca Trực ban", "• Nga", "• An")
        assert times(crew[name], "chưa vào ca") == 1
    assert [b.label for b in said.buttons] == [
        "👁 Đã biết tất cả",
        *(f"✋ Trực thay {name}" for name in ("Minh", "Nga", "An")),
    ]
    assert len([m for m in world.in_group() if "chưa vào ca" in m.text]) == 1
    for name in ("Minh", "Nga", "An"):
        assert times(crew[name], LATE) == 1
        crew[name].does_not_see(MANY)


async def test_who_stands_in_is_chosen_by_name_and_the_others_go_on(world, crew, three):
    await world.passes(minutes=10)
    await crew["Hà"].says("tôi trực thay")
    crew["Hà"].sees("Hãy ghi kèm tên")
    await crew["Hà"].presses("Trực thay Nga")
    crew["Nga"].sees("Hà đang trực thay bạn")
    await world.passes(minutes=10)
    crew["Tùng"].sees("2 người chưa vào ca", "• Minh", "• An").text.index("Đã hỏi trực thay: Hà")
    assert times(crew["Nga"], LATE) == 1


async def test_one_tap_knows_of_all_but_not_of_who_is_missing_later(world, crew, watch, three):
    await a_shift(world, watch, crew["Tùng"], after=HOUR, post="technical")
    binh = await world.member("Bình", "lead")
    await world.passes(minutes=10)
    toast = await binh.presses("Đã biết tất cả")
    assert "bạn đã biết Minh, Nga, An vắng" in toast.text
    await world.passes(minutes=55)
    assert times(binh, MANY) == 1
    old = binh.sees(MANY)
    await world.passes(minutes=5)
    binh.sees("Tùng chưa vào ca Trực kỹ thuật", with_button="Đã biết")
    await binh.presses("Đã biết tất cả", on=old)
    await world.passes(minutes=10)
    assert times(binh, "Tùng chưa vào ca") == 2


async def test_with_no_backup_and_no_lead_in_reach_the_group_hears_it_each_time(world, crew, watch):
    await a_shift(world, watch, crew["Minh"])
    for human in (crew["Tùng"], Admin(world)):
        world.playground.people.block(human.user, world.bot)
    await world.passes(hours=1, minutes=41)
    told = [m for m in world.in_group() if "Minh chưa vào ca" in m.text]
    assert len(told) == 3
    assert "chưa có ai để hỏi" in told[0].text
    assert "Đã hỏi trực thay: Nga, An, Hà" in told[-1].text


class Admin:
    """The administrator, who has no person of the test's own."""

    def __init__(self, world):
        self.user = world.admin


async def test_without_a_group_too_it_goes_to_the_other_members(world, crew, watch):
    await world.restarts(team_chat=None)
    await a_shift(world, watch, crew["Minh"])
    for human in (crew["Tùng"], Admin(world)):
        world.playground.people.block(human.user, world.bot)
    await world.passes(minutes=50)
    async with world.app.database.begin() as tx:
        await tx.run(people_without_telegram())
    await world.passes(minutes=30)
    crew["Nga"].sees("Minh chưa vào ca Trực ban")


def people_without_telegram():
    """Let nobody who leads have a Telegram account any more."""
    return people.update().where(people.c.role.in_(("lead", "admin"))).values(telegram_id=None)


@pytest.fixture
async def double(world, crew, watch):
    """Minh stands two posts at once."""
    for post in ("primary", "commander"):
        await a_shift(world, watch, crew["Minh"], post=post)
    return crew["Minh"]


BOTH = "Trực ban, Trực chỉ huy"


@pytest.mark.both_databases
async def test_one_at_two_posts_is_called_once_and_checks_in_once(world, crew, double):
    await world.passes(minutes=45)
    said = double.sees(f"Đến giờ vào ca: {BOTH}", with_button="Vào ca").text
    assert "Trực chỉ huy:" not in said
    assert times(double, "Đến giờ vào ca") == 1
    toast = await double.presses("Vào ca")
    assert f"Đã vào ca {BOTH}" in toast.text
    assert await there(world) == dict.fromkeys(("primary", "commander"), double.person_id)
    assert times(double, f"Bạn đang trực: {BOTH}") == 1
    assert len([m for m in double.messages if "Màn hình giám sát" in str(m.buttons)]) == 1
    await world.passes(hours=4, minutes=16)
    assert times(double, f"Bạn còn ở vị trí {BOTH} chứ?") == 2  # and once that nobody has heard
    await double.presses("Còn trực")
    assert await log(world, "silent", "still-there") == ["silent"] * 2 + ["still-there"] * 2
    assert times(crew["Tùng"], "Minh vẫn đang trực") == 1


async def test_one_at_two_posts_is_reminded_once_and_answers_for_each(world, crew):
    watch = await a_watch(world, start=START + 2 * HOUR)
    for post in ("primary", "commander"):
        await a_shift(world, watch, crew["Minh"], post=post, state=ShiftState.PLANNED)
    await world.passes(hours=1)
    said = crew["Minh"].sees("Còn 1 giờ tới ca trực", BOTH)
    assert times(crew["Minh"], "tới ca trực") == 1
    assert [b.label for b in said.buttons] == [
        label
        for post in ("Trực ban", "Trực chỉ huy")
        for label in (f"✅ {post}", f"Không trực được {post}")
    ]


async def test_one_missing_at_two_posts_is_one_alarm_and_one_stand_in(world, crew, double):
    await world.passes(hours=1, minutes=10)
    assert times(double, LATE) == 1
    crew["Tùng"].sees(f"Minh chưa vào ca {BOTH}", with_button="Đã biết")
    await crew["Tùng"].presses("Tôi trực thay")
    assert set((await there(world)).values()) == {crew["Tùng"].person_id}
    double.sees(f"Tùng đang trực thay bạn ({BOTH}")
    await double.says("/checkin")
    assert set((await there(world)).values()) == {double.person_id}
    crew["Tùng"].sees(f"Minh đã có mặt và nhận lại ca {BOTH}")
    world.group_sees("Minh", "nhận lại ca của mình từ", "Tùng")
    assert not [m for m in world.in_group() if "Minh</b> trực thay" in m.text]


async def test_one_at_two_posts_hands_both_over_once(world, crew, watch, double):
    for post, name in (("primary", "Nga"), ("commander", "Nga")):
        await a_shift(world, watch, crew[name], post=post, after=12 * HOUR)
    await world.passes(minutes=50)
    await double.presses("Vào ca")
    await world.passes(hours=12, minutes=12)
    await crew["Nga"].says("/checkin")
    assert times(double, "Bàn giao ca") == 1
    await double.presses("Ký bàn giao")
    assert times(crew["Nga"], f"Bàn giao ca: {BOTH}") == 2  # unsigned, and signed
    await crew["Nga"].presses("Đã nhận")
    double.sees(f"Nga đã nhận bàn giao {BOTH}")
    before = len(double.messages)
    await world.passes(hours=2)
    assert len(double.messages) == before
    assert await log(world, "handover-unsigned") == []


async def test_of_a_post_that_the_plan_does_not_have_nothing_is_said(world, crew):
    seats = tuple(seat for seat in PLAN.seats if seat.post != "commander")
    plan = PLAN.model_copy(update={"seats": seats})
    watch = await a_watch(world, start=START + HOUR, plan=plan)
    await a_shift(world, watch, crew["Minh"])
    await world.passes(hours=1)
    await crew["Minh"].presses("Vào ca")
    crew["Minh"].sees("Bạn đang trực")
    crew["Minh"].does_not_see("chỉ huy")


async def test_only_posts_that_the_catalog_says_look_at_the_checklist(world, crew, watch):
    await a_shift(world, watch, crew["Nga"], post="commander")
    await world.passes(minutes=50)
    await crew["Nga"].presses("Vào ca")
    assert not [m for m in crew["Nga"].messages if "Màn hình giám sát" in str(m.buttons)]
    await crew["Nga"].says("/log check")
    crew["Nga"].sees("Vị trí Trực chỉ huy không có danh mục kiểm tra")


async def test_who_returns_to_their_own_shift_is_not_said_to_stand_in(world, crew, three):
    await world.passes(minutes=10)
    await crew["Hà"].presses("Trực thay Nga")
    await crew["Nga"].says("/checkin")
    texts = [row["params"].get("text") for row in await world.rows(outbox)]
    # Leads and group hear of one stand-in, and of its end.
    assert texts.count("swap-given") == texts.count("standin-over") == 3
