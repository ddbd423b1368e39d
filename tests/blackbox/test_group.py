"""When the group is gone, or never was, somebody who leads hears of it."""

from storage.tables import outbox
from tests.blackbox.test_spine import report
from tests.world import a_world


async def test_the_leads_hear_at_once_that_the_bot_was_put_out_of_the_group(world, tung):
    world.playground.people.kick(world.group, world.bot, by=world.admin)
    await world.settles()
    tung.sees("Nhóm của Đội không còn nhận được tin")


async def test_they_hear_it_once_a_day_however_much_dies_there(world, minh, tung):
    world.playground.people.kick(world.group, world.bot, by=world.admin)
    await world.settles()
    for name in ("Lan", "Mai", "Cúc"):
        await report(await world.citizen(name))
    told = [row for row in await world.rows(outbox) if row["params"].get("text") == "group-lost"]
    assert len([row for row in told if row["person_id"] == tung.person_id]) == 1
    minh.sees("SC-2026-0003")


async def test_without_a_group_what_waits_in_the_queue_goes_to_the_leads(database_url, tmp_path):
    async with a_world(database_url, tmp_path, team_chat=None) as world:
        tung = await world.member("Tùng", "lead")
        await report(await world.citizen("Lan"), "Có người giả công an", kind="Lừa đảo")
        tung.sees("SC-2026-0001", "giả công an")
        before = len(tung.messages)
        await world.passes(hours=8)
        assert len(tung.messages) > before


async def test_the_queue_is_brought_up_in_the_morning_not_at_night(world, tung, lan):
    await report(lan, "Có người giả công an", kind="Lừa đảo")
    before = len(world.in_group())
    await world.passes(hours=5)
    assert len(world.in_group()) == before
    await world.passes(hours=1, minutes=5)
    assert "vẫn đang chờ" in world.in_group()[-1].text
