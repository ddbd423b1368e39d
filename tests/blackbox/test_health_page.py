"""What the health page says in plain fields: what is late, since when, and why."""

from datetime import timedelta

from storage import due
from storage.due import Due
from tests.world import START, World


async def goes_on(world, minutes):
    for _ in range(minutes * 4):
        world.hand.advance(15)
        await world.breathes()
        await world.app.sender.step()


async def is_written_down(world, kind):
    async with world.app.database.begin() as tx:
        await due.schedule(tx, Due(kind, 1, tx.now))


async def test_when_all_is_well_nothing_is_late(world):
    await goes_on(world, 2)
    said = await world.app.health()
    assert (said["ok"], said["why"], said["late_seconds"]) == (True, [], 0)
    assert (said["due"], said["page"], said["work"]) == (None, None, None)
    assert (said["updates_by"], said["updates_seconds"]) == ("polling", 0)
    assert said["updates_at"] == world.clock.now().isoformat()
    assert said["started_at"] == START.isoformat()
    assert abs(said["clock_ahead_seconds"]) < 1
    assert said["version"]


async def test_a_row_that_fails_is_named_with_its_error_and_its_tries(world):
    await is_written_down(world, "nonsense")
    await goes_on(world, 2)
    said = await world.app.health()
    assert (said["ok"], said["why"], said["late_seconds"]) == (False, ["due-late"], 120)
    assert said["due"]["attempts"] > 1
    assert {name: said["due"][name] for name in ("kind", "since", "late_seconds", "failure")} == {
        "kind": "nonsense",
        "since": START.isoformat(),
        "late_seconds": 120,
        "failure": "KeyError",
    }


async def test_slow_work_may_take_its_minutes(world):
    await is_written_down(world, "make-nonsense")
    await goes_on(world, 4)
    said = await world.app.health()
    assert (said["ok"], said["late_seconds"], said["due"]) == (True, 0, None)
    assert (said["work"]["kind"], said["work"]["late_seconds"]) == ("make-nonsense", 240)
    await goes_on(world, 1)
    said = await world.app.health()
    assert (said["ok"], said["why"]) == (False, ["work-late"])


async def test_telegram_being_away_is_told_after_two_minutes(world):
    await goes_on(world, 1)
    world.playground.down()
    await goes_on(world, 1)
    assert (await world.app.health())["ok"]
    await goes_on(world, 1)
    said = await world.app.health()
    assert (said["ok"], said["why"]) == (False, ["updates-stale"])
    assert said["updates_seconds"] == 120


async def test_every_loop_that_turns_is_alive_and_one_that_does_not_is_named(world):
    await goes_on(world, 3)
    assert world.app.condition.stuck() == []
    for _ in range(5):
        world.hand.advance(30)
        await world.app.intake.step()
        await world.app.sender.step()
        await world.app.timekeeper.step()
    assert world.app.condition.stuck() == ["deliver"]
    await world.app.dispatcher.step()
    assert world.app.condition.stuck() == []


async def test_telegram_being_away_leaves_every_loop_alive(world):
    world.playground.down()
    await goes_on(world, 10)
    assert world.app.condition.stuck() == []
    assert not (await world.app.health())["ok"]


async def test_a_due_row_that_fails_for_ever_leaves_every_loop_alive(world):
    await is_written_down(world, "nonsense")
    await goes_on(world, 10)
    assert world.app.condition.stuck() == []
    assert not (await world.app.health())["ok"]


async def test_a_webhook_that_telegram_finds_well_counts_as_updates(database_url, tmp_path):
    hook = "http://127.0.0.1:9"
    world = World(database_url, tmp_path, webhook_url=hook, webhook_secret="s")
    app = world.app
    assert app.webhook is not None
    await app.open()
    try:
        await app.introduce()
        world.hand.advance(60)
        await app.webhook.step()
        said = await app.health()
        assert (said["ok"], said["updates_by"], said["updates_seconds"]) == (True, "webhook", 0)
        assert said["updates_at"] == (START + timedelta(seconds=60)).isoformat()
        world.playground.down()
        for _ in range(2):
            world.hand.advance(60)
            await app.webhook.step()
        assert (await app.health())["why"] == ["updates-stale"]
    finally:
        await app.close()
