"""Given by a lead: who is told what, and what an answer, a "can't" or silence brings about."""

from datetime import timedelta

import pytest

from storage.tables import people
from tests.ladders import live, paged
from tests.members import alarms, answer_to, owner_of, story

FIRST = "SC-2026-0001"
ESTIMATES = ["15 phút", "1 giờ", "Trong ngày"]


@pytest.fixture
async def lan(world):
    return await world.member("Lan", "citizen")


@pytest.fixture
async def binh(world):
    """A member who is not on duty."""
    return await world.member("Bình")


@pytest.fixture
async def given(world, minh, ha, tung, binh, lan):
    """Minh was called, and then Tùng gave it to Bình: what Bình reads."""
    await world.receives(lan, place="Phường A")
    await world.settles()
    await tung.says(f"/assign {FIRST} Bình")
    return binh.messages[-1]


def at(world, **length):
    """Return an instant from now on as the team reads it."""
    then = world.clock.now() + timedelta(**length)
    return f"{then.astimezone(world.app.team.zone):%H:%M}"


async def test_whoever_is_given_it_reads_by_whom_what_and_until_when(world, tung, binh, given):
    said = given.text
    assert "Tùng giao sự cố này cho bạn" in said
    assert all(part in said for part in (FIRST, "Mã hóa dữ liệu", "Phường A", "Máy chủ bị mã hóa"))
    assert f"trước {at(world, minutes=5)} ICT, nếu không sẽ gọi người khác" in said
    assert [button.label for button in given.buttons] == [*ESTIMATES, "Không thể", "⋯ Chi tiết"]
    tung.sees("Đã giao", FIRST, "Bình")
    world.group_sees(FIRST, "Đã giao cho Bình, đang chờ trả lời")


async def test_nobody_else_is_called_while_the_answer_is_awaited(
    world, minh, ha, tung, binh, given
):
    await world.passes(minutes=4, seconds=50)
    assert await paged(world) == [minh.user.id]
    minh.sees(FIRST, "đã được giao cho Bình")
    assert await owner_of(world) == binh.person_id


@pytest.mark.both_databases
async def test_silence_calls_who_is_on_duty_again_and_the_group_hears_why(
    world, minh, ha, tung, binh, given
):
    await world.passes(minutes=5, seconds=5)
    found = await world.incident()
    assert (found["status"], found["owner_id"]) == ("received", None)
    assert await paged(world) == [minh.user.id, minh.user.id]
    world.group_sees("Bình không trả lời", FIRST)
    binh.sees("bạn không trả lời", with_button="Tôi nhận")
    assert (await story(world))[-2:] == ["silent", "paged"]
    assert await alarms(world) == {"ladder"}
    assert (await live(world))["step"] == 1
    await world.passes(minutes=3, seconds=5)
    assert (await paged(world))[2:] == [minh.user.id, ha.user.id]


@pytest.mark.parametrize("how", ["card", "command", "word", "reply", "note", "estimate"])
async def test_any_answer_is_taking_it_and_then_nobody_is_called(
    world, minh, binh, lan, given, how
):
    await {
        "card": lambda: binh.presses("Nhận", on=world.group_sees(FIRST, with_button="Nhận")),
        "command": lambda: binh.says(f"/ack {FIRST}"),
        "word": lambda: binh.says("nhận"),
        "reply": lambda: binh.says("Em nhận ạ", reply_to=given),
        "note": lambda: binh.says("đang mở máy xem", reply_to=given),
        "estimate": lambda: binh.presses("15 phút", on=given),
    }[how]()
    await world.passes(minutes=10)
    assert await owner_of(world) == binh.person_id
    assert (await world.incident())["taken_at"] is not None
    assert (await story(world)).count("taken") == 1
    assert await paged(world) == [minh.user.id]
    assert await alarms(world) == {"still"}
    world.group_sees(FIRST, "Bình nhận lúc")
    lan.sees("đã có người nhận")


async def test_whoever_was_called_and_is_given_it_takes_it_by_their_page(
    world, minh, ha, tung, lan
):
    await world.receives(lan)
    await world.settles()
    await tung.says(f"/assign {FIRST} Minh")
    await minh.presses("Tôi nhận")
    await world.passes(minutes=10)
    assert await owner_of(world) == minh.person_id
    assert await alarms(world) == {"still"}


@pytest.mark.parametrize("words", ["đang mở máy xem", "1 giờ", "nhận"])
async def test_an_answer_in_the_same_instant_is_heard(world, minh, tung, lan, words):
    binh = await world.member("Bình")
    await world.receives(lan)
    await world.settles()
    card = world.group_sees(FIRST, with_button="Nhận")
    world.playground.people.say(tung.user, world.bot, f"/assign {FIRST} Bình")
    world.playground.people.say(binh.user, world.group, words, reply_to=card)
    await world.passes(minutes=10)
    assert await owner_of(world) == binh.person_id
    assert await alarms(world) == {"still"}


@pytest.mark.parametrize("how", ["press", "word", "reply"])
async def test_whoever_cannot_passes_it_on_at_once(world, minh, binh, given, how):
    passed_at = world.clock.now()
    await {
        "press": lambda: binh.presses("Không thể", on=given),
        "word": lambda: binh.says("không thể"),
        "reply": lambda: binh.says("bận ạ", reply_to=given),
    }[how]()
    assert await owner_of(world) is None
    assert await paged(world) == [minh.user.id, minh.user.id]
    assert (await live(world))["declined"] == [binh.person_id]
    assert world.clock.now() - passed_at < timedelta(seconds=10)
    world.group_sees("Bình không thể nhận", FIRST)
    assert (await story(world))[-2:] == ["declined", "paged"]


async def test_a_second_word_from_whoever_cannot_changes_nothing(
    world, minh, ha, tung, binh, given
):
    await binh.presses("Không thể", on=given)
    before = await story(world)
    await binh.presses("Không thể", on=given)
    assert await story(world) == before
    assert await paged(world) == [minh.user.id, minh.user.id]


async def test_somebody_else_may_take_it_first(world, minh, ha, tung, binh, given):
    await minh.presses("Tôi nhận")
    assert await owner_of(world) == minh.person_id
    toast = await binh.presses("15 phút", on=given)
    assert toast.alert
    await world.passes(minutes=6)
    assert await owner_of(world) == minh.person_id
    assert "silent" not in await story(world)


async def test_given_on_to_another_the_first_is_told_and_no_longer_waited_for(
    world, minh, ha, tung, binh, given
):
    await world.passes(minutes=4)
    await tung.says(f"/assign {FIRST} Hà")
    binh.sees("đã được giao cho Hà")
    ha.sees("Tùng giao sự cố này cho bạn", f"trước {at(world, minutes=5)}")
    await world.passes(minutes=4)
    assert await owner_of(world) == ha.person_id
    await world.passes(minutes=1, seconds=5)
    world.group_sees("Hà không trả lời")
    assert (await story(world)).count("silent") == 1


async def test_a_lead_who_gives_it_to_themself_has_taken_it(world, minh, tung, lan):
    await world.receives(lan)
    await world.settles()
    await tung.says(f"/assign {FIRST} Tùng")
    tung.sees("Bao lâu nữa")
    tung.does_not_see("giao sự cố này cho bạn")
    await world.passes(minutes=10)
    assert await owner_of(world) == tung.person_id
    assert await alarms(world) == {"still"}


async def test_after_a_restart_the_answer_is_still_awaited(world, minh, ha, tung, binh, given):
    await world.restarts()
    await world.passes(minutes=4)
    assert await owner_of(world) == binh.person_id
    await world.passes(minutes=1, seconds=5)
    assert await owner_of(world) is None
    assert await paged(world) == [minh.user.id, minh.user.id]


# By name, by username, by button


async def test_assigning_by_name_by_username_and_by_button(world, minh, ha, tung, lan):
    binh = await world.member("Trần Bình", username="binh_tran")
    other = await world.member("Lê Bình")
    await world.receives(lan)
    await world.settles()
    assert "Trần Bình" in await answer_to(tung, f"/assign {FIRST} bình")
    assert await owner_of(world) is None
    await tung.says(f"/assign {FIRST} @binh_tran")
    assert await owner_of(world) == binh.person_id
    binh.sees("giao sự cố này cho", with_button="Không thể")
    await tung.says(f"/giaoviec {FIRST} le binh")
    assert await owner_of(world) == other.person_id
    await tung.says_in_group("/assign", reply_to=world.group_sees(FIRST, with_button="Chi tiết"))
    await tung.presses("Hà", on=world.group_sees("Giao", with_button="Hà"))
    assert await owner_of(world) == ha.person_id
    assert "không tìm thấy" in (await answer_to(tung, f"/assign {FIRST} Không Ai")).lower()
    assert "đã giao cho người này" in await answer_to(tung, f"/assign {FIRST} Hà")


@pytest.mark.parametrize("name", ["Lan", "Cựu", "999999999"])
async def test_nobody_from_outside_can_be_given_an_incident(world, minh, tung, lan, name):
    former = await world.member("Cựu", "responder")
    async with world.app.database.begin() as tx:
        gone = people.update().where(people.c.id == former.person_id)
        await tx.run(gone.values(active=False))
    await world.receives(lan)
    await world.settles()
    await tung.says(f"/assign {FIRST} {name}")
    assert await owner_of(world) is None
    for person_id in (lan.person_id, former.person_id, 777):
        card = world.group_sees(FIRST, with_button="Chi tiết")
        data = f"assign:1:{person_id}"
        press = world.playground.people.press(tung.user, card, data, forged=True)
        await world.settles()
        assert world.playground.people.toast(press).alert
        assert await owner_of(world) is None
