"""Who cannot be reached is known at once, shown, and told with what it costs."""

import pytest

from storage.tables import people
from tests.elsewhere import browser, code_in, elsewhere, pressed  # noqa: F401 fixtures are asked for by name
from tests.ladders import roster
from tests.members import answer_to


@pytest.fixture
async def minh(world):
    return await world.member("Minh")


@pytest.fixture
async def ha(world):
    return await world.member("Hà")


def blocks(world, human):
    world.playground.people.block(human.user, world.bot)


async def test_the_leads_hear_at_once_who_is_left_to_call(world, minh, ha, tung):
    await roster(world, minh, 60, 540)
    await roster(world, ha, 60, 300, "backup")
    blocks(world, minh)
    await world.settles()
    told = tung.sees("Không gọi được Minh qua Telegram nữa").text
    assert "chỉ gọi được tới Hà" in told
    assert "chỉ gọi được tới chỉ huy Đội" in told


async def test_the_only_lead_who_can_be_called_is_told_it_is_them(world, minh, tung):
    async with world.app.database.begin() as tx:
        await tx.run(people.update().where(people.c.role == "admin").values(reachable=False))
    await roster(world, minh, 60, 540)
    blocks(world, minh)
    await world.settles()
    tung.sees("Không gọi được Minh", "chỉ gọi được tới bạn")


async def test_who_has_another_channel_costs_nothing_and_it_is_said_which(world, minh, tung):
    await world.is_reached_by(minh, phone="0912345678")
    await roster(world, minh, 60, 540)
    blocks(world, minh)
    await world.settles()
    tung.sees("Không gọi được Minh qua Telegram nữa", "Vẫn gọi qua SMS")
    tung.does_not_see("chỉ gọi được tới")


async def test_it_is_told_once_and_again_only_when_it_happens_again(world, minh, tung):
    def told():
        return len([m for m in tung.messages if "Không gọi được Minh" in m.text])

    blocks(world, minh)
    await world.settles()
    blocks(world, minh)
    await world.settles()
    assert told() == 1
    world.playground.people.unblock(minh.user, world.bot)
    await world.settles()
    blocks(world, minh)
    await world.settles()
    assert told() == 2


async def test_a_citizen_who_blocks_the_bot_is_nobodys_concern(world, tung):
    lan = await world.member("Lan", "citizen")
    blocks(world, lan)
    await world.settles()
    tung.does_not_see("Không gọi được Lan")


async def test_the_list_of_people_shows_by_what_each_can_be_called(world, minh, ha, tung):
    await world.is_reached_by(minh, phone="0912345678", email="minh@example.vn")
    blocks(world, minh)
    await world.settles()
    said = await answer_to(tung, "/people")
    assert "Minh ⛔ đã chặn bot · gọi qua SMS, thư điện tử" in said
    assert "• Hà \n" in said


async def test_the_roster_marks_who_cannot_be_reached(world, minh, ha, tung):
    await roster(world, minh, 60, 540)
    await roster(world, ha, 60, 540, "backup")
    blocks(world, minh)
    await world.settles()
    said = await answer_to(tung, "/roster 2/9")
    assert "Minh ⛔" in said
    assert "Hà ⛔" not in said


async def test_a_warning_that_telegram_refuses_goes_by_the_other_channels(world, minh, tung):
    await world.is_reached_by(tung, phone="0909090909")
    blocks(world, minh)
    world.playground.fail(
        "sendMessage", chat=tung.user.id, status=403, description="Forbidden: user is deactivated"
    )
    await world.settles()
    (said,) = world.gateway.to("0909090909")
    assert "Co canh bao" in said
    assert "Minh" not in said


async def test_a_test_page_goes_by_every_channel_and_each_is_in_the_table(world, minh):
    await world.is_reached_by(minh, phone="0912345678", email="minh@example.vn")
    await minh.says("/testpage")
    minh.sees("cuộc gọi THỬ")
    assert "THU" in world.gateway.to("0912345678")[0]
    ((_, letter),) = world.mail.to("minh@example.vn")
    await world.passes(seconds=20)
    async with browser(world) as client:
        status, page = await pressed(client, code_in(letter))
    assert status == 200
    assert "SC-" not in page
    await world.passes(minutes=10)
    table = minh.sees("Kết quả gọi thử của bạn").text
    assert "❌ Minh · Telegram · không trả lời" in table
    assert "✅ Minh · thư điện tử" in table
    assert "(sau 20 giây)" in table
    assert "❌ Minh · SMS · không trả lời" in table


async def test_who_has_no_shift_soon_costs_nothing_and_it_is_said_how_far_that_looks(
    world, minh, tung
):
    blocks(world, minh)
    await world.settles()
    tung.sees("Không gọi được Minh", "Trong 14 ngày tới người này không có ca trực nào")
    assert "Chưa có lịch trực nào trong 14 ngày tới" in await answer_to(tung, "/gaps")
