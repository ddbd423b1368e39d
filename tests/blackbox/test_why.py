"""`/why`: the chain behind each call, in words, for members and for nobody else."""

import pytest

from storage import people
from storage.tables import outbox
from tests.members import answer_to
from tests.world import a_world

CODE = "SC-2026-0001"


@pytest.fixture
async def lan(world):
    return await world.member("Lan", "citizen")


async def test_each_call_is_told_with_its_time_its_way_and_its_answer(world, minh, ha, lan):
    await world.receives(lan)
    await world.passes(seconds=30)
    await minh.presses("Không thể")
    await world.passes(seconds=20)
    taken_at = f"{world.clock.now().astimezone(world.app.team.zone):%H:%M:%S}"
    await ha.presses("Tôi nhận")
    lines = (await answer_to(ha, f"/why {CODE}")).splitlines()
    pages = [row for row in await world.rows(outbox) if row["kind"] == "incident-page"]
    first, second = [row["message_id"] for row in pages if row["op"] == "send"]
    taken = "Telegram nhận"
    assert lines[1:4] == [
        "02:00:00 nhận báo cáo",
        f"02:00:00 bậc 1: gọi Minh — {taken} 02:00:00 (số tin {first}) — báo “Không thể” 02:00:30",
        f"02:00:30 bậc 2: gọi Hà — {taken} 02:00:30 (số tin {second}) — nhận {taken_at}",
    ]
    assert lines[-1] == "Hiện nay: Hà đang phụ trách, nhận lúc 02:00 ICT."


async def test_who_is_called_next_is_told_while_nobody_has_it(world, minh, ha, lan):
    await world.receives(lan)
    await world.settles()
    said = await answer_to(minh, "/visao")
    assert "gọi Minh — Telegram nhận 02:00:00" in said
    assert said.endswith("chưa trả lời\nTiếp theo: gọi Minh, Hà lúc 02:03 ICT.")


async def test_a_refusal_of_telegram_is_told_in_words(world, minh, ha, tung, lan):
    world.playground.fail("sendMessage", chat=minh.user.id, status=403)
    await world.receives(lan)
    await world.settles()
    said = await answer_to(tung, f"/why {CODE}")
    assert "bậc 1: gọi Minh — không gửi được: người nhận đã chặn bot" in said
    assert "báo cả nhóm: có người không gọi được — Telegram nhận" in said
    assert "bậc 2: gọi Hà — Telegram nhận" in said


async def test_tries_that_fail_are_counted_until_one_succeeds(world, minh, tung, lan):
    trouble = world.playground.fail("sendMessage", chat=minh.user.id, status=502, times=None)
    await world.receives(lan)
    for _ in range(3):
        await world.breathes()
        world.hand.advance(4)
    world.playground.people.say(tung.user, world.bot, f"/why {CODE}")
    await world.breathes()
    assert "lần chưa được: " in tung.messages[-1].text
    world.playground.faults.lift(trouble)
    await world.passes(minutes=1)
    said = await answer_to(tung, f"/why {CODE}")
    assert "lần gửi (số tin" in said


async def test_what_was_no_longer_wanted_says_why(world, minh, ha, tung, lan):
    world.playground.fail("sendMessage", chat=minh.user.id, status=502, times=None)
    await world.receives(lan)
    await world.breathes()
    world.playground.people.say(tung.user, world.bot, f"/ack {CODE}")
    for _ in range(12):
        world.hand.advance(5)
        await world.breathes()
    world.playground.faults.lift()
    said = await answer_to(tung, f"/why {CODE}")
    assert "gọi Minh — không gửi nữa: đã có người nhận" in said


async def test_nobody_on_duty_names_who_was_out_of_reach(world, tung, lan):
    xa = await world.member("Xa", started=False)
    await world.on_duty(xa)
    async with world.app.database.begin() as tx:
        await people.change(tx, xa.person_id, reachable=False)
    await world.receives(lan)
    await world.settles()
    said = await answer_to(tung, "/why")
    assert "trong lịch trực nhưng không liên lạc được: Xa" in said
    assert "báo Tùng: không có ai trực — Telegram nhận" in said


async def test_who_reported_it_is_never_named(world, minh, tung):
    hoa = await world.member("Hoa Kín Tiếng", "citizen")
    await world.receives(hoa, anonymous=True)
    await world.settles()
    await minh.presses("Tôi nhận")
    said = await answer_to(tung, f"/why {CODE}")
    assert "nhận báo cáo" in said
    assert "Hoa" not in said


async def test_a_member_who_reported_it_is_named_only_as_who_was_called(world, minh, tung):
    await world.receives(minh, anonymous=True)
    await world.settles()
    said = await answer_to(tung, f"/why {CODE}")
    assert "02:00:00 nhận báo cáo" in said
    assert said.count("Minh") == said.count("gọi Minh") == 2


async def test_a_long_night_is_cut_and_counted_and_days_are_told(world, minh, tung, lan):
    await world.receives(lan, "fault")
    await world.passes(hours=24)
    said = await answer_to(tung, f"/why {CODE}")
    assert " dòng ở giữa không hiện …" in said
    assert "\n03/09 0" in said
    assert len(said) < 4096
    assert said.splitlines()[-1].startswith("Tiếp theo: gọi lại")


async def test_in_the_group_the_answer_comes_in_private(world, minh, lan):
    await world.receives(lan)
    await world.settles()
    await minh.says_in_group(f"/why {CODE}")
    world.group_sees("Đã gửi vào tin nhắn riêng")
    minh.sees("Ai được gọi, lúc nào")


async def test_it_is_told_in_the_readers_language(world, minh, lan):
    await world.receives(lan)
    await world.settles()
    await minh.says("/language")
    await minh.presses("English")
    said = await answer_to(minh, f"/why {CODE}")
    assert "02:00:00 step 1: call Minh — taken by Telegram 02:00:00" in said
    assert "no answer yet" in said


@pytest.mark.parametrize("role", ["citizen", "staff"])
async def test_nobody_outside_the_team_may_ask(world, minh, lan, role):
    an = await world.member("An", role)
    await world.receives(lan)
    await world.settles()
    said = await answer_to(an, f"/why {CODE}")
    assert "Việc này chỉ dành cho" in said
    assert "Minh" not in said


async def test_an_unknown_code_is_refused(world, minh):
    assert "Không tìm thấy" in await answer_to(minh, "/why SC-2026-0099")


@pytest.mark.both_databases
async def test_the_story_can_be_told_at_every_turn_of_an_incident(database_url, tmp_path):
    async with a_world(database_url, tmp_path) as world:
        minh, tung = await world.member("Minh"), await world.member("Tùng", "lead")
        lan = await world.member("Lan", "citizen")
        await world.on_duty(minh)
        await world.receives(lan)
        await world.settles()
        await minh.says(f"/ack {CODE}")
        await tung.says(f"/assign {CODE} Tùng")
        assert "giao cho Tùng" in await answer_to(tung, f"/why {CODE}")
        await tung.says(f"/severity {CODE} high")
        await world.passes(hours=3)
        said = await answer_to(tung, f"/why {CODE}")
        assert "Tùng đổi mức độ: 🟠 Cao" in said
        assert "hỏi Tùng còn xử lý không" in said or "không trả lời" in said
