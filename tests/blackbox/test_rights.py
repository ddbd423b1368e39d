"""Who may do what: every command and every button, tried by everybody with honest data."""

import pytest

from handlers.registry import Where
from handlers.topics import BUTTONS, COMMANDS
from storage.tables import forms, incidents
from tests.plausible import plausible
from tests.stage import STANDINGS, a_stage, below
from tests.world import Human

NO_RIGHT = "refused-not-allowed"
UNKNOWN = "refused-unknown-button"


@pytest.fixture
async def stage(world, minh):
    async with a_stage(world, minh) as stage:
        yield stage


@pytest.mark.parametrize("standing", STANDINGS)
async def test_whoever_may_not_is_refused_and_nothing_changes(stage, standing):
    before, human = await stage.state(), stage.cast[standing]
    buttons = [b for b in BUTTONS if below(standing, b.least)]
    datas = [d for b in buttons for d in plausible(b.verb, stage.minh.person_id)]
    no = "refused-blocked" if standing == "blocked" else NO_RIGHT
    for data, text, alert in await stage.presses(human, datas):
        assert (text, alert) == (no, True), (standing, data)
    forbidden = [c for c in COMMANDS if below(standing, c.least)]
    lines = [f"/{n} SC-2026-0001 low x" for c in forbidden for n in (c.name, c.alias)]
    assert await stage.writes(human, lines, in_group=True) == [no] * len(lines), standing
    if standing == "blocked":
        assert await stage.writes(human, lines, in_group=False) == ["you-are-blocked"]
    elif standing != "stranger":
        answers = await stage.writes(human, lines, in_group=False)
        assert answers == [NO_RIGHT] * len(lines), standing
    assert await stage.state() == before, standing


async def test_whoever_may_is_not_refused_for_want_of_rights(stage):
    for standing, human in stage.cast.items():
        commands = [c for c in COMMANDS if not below(standing, c.least)]
        lines = [f"/{c.name} SC-2026-0001 high" for c in commands]
        answers = await stage.writes(human, lines, in_group=True)
        assert NO_RIGHT not in answers, standing
        only_private = sum(1 for c in commands if c.where is Where.PRIVATE)
        assert answers.count("refused-only-in-private") == only_private, standing
        lines = [f"/{c.alias} SC-2026-0001 high" for c in commands]
        if standing != "stranger":
            answers = await stage.writes(human, lines, in_group=False)
            assert NO_RIGHT not in answers, standing
        allowed = [b for b in BUTTONS if not below(standing, b.least)]
        datas = [d for b in allowed for d in plausible(b.verb, stage.minh.person_id)]
        for data, text, _ in await stage.presses(human, datas):
            assert text != NO_RIGHT, (standing, data)
            assert text != UNKNOWN or standing == "stranger", (standing, data)


async def test_other_peoples_things_cannot_be_touched(stage):
    before = await stage.state()
    (form,) = [row for row in await stage.world.rows(forms) if row["state"] == "open"]
    datas = [
        *(f"{verb}:{n}" for verb in ("solved", "unsolved", "join") for n in (1, 2, 3, 4)),
        *(f"form:{form['id']}:cause:{value}" for value in ("-send", "-cancel", "-back", "x")),
        *(f"{verb}:2" for verb in ("still", "release", "resolve", "reject")),
        "eta:2:15",
        "phase:2:containing",
        "resolve:3",
        "release:3",
        "still:3",
    ]
    for standing in ("stranger", "citizen", "staff", "responder"):
        for data, text, alert in await stage.presses(stage.cast[standing], datas):
            assert text.startswith("refused-"), (standing, data)
            assert alert, (standing, data)
        assert await stage.state() == before, standing


async def test_a_button_in_a_forwarded_or_deleted_message_is_checked_like_any_other(stage):
    group = stage.world.group
    stage.world.playground.people.delete(stage.world.admin, stage.card)
    before = await stage.state()
    last_id = await stage.last_said()
    people_ = stage.world.playground.people
    people_.press(stage.cast["citizen"].user, stage.card, "ack:1", late=True, forged=True)
    await stage.hears()
    assert await stage.state() == before
    (said,) = await stage.said_since(last_id)
    assert said["params"]["text"] == NO_RIGHT
    people_.press(stage.cast["responder"].user, stage.card, "ack:1", late=True, forged=True)
    people_.press(stage.cast["responder"].user, stage.card, "details:1", late=True, forged=True)
    await stage.hears()
    assert (await stage.world.rows(incidents))[0]["owner_id"] == stage.cast["responder"].person_id
    assert group.id == stage.card.chat.id


async def test_messages_before_a_refusal_in_one_batch_are_counted_once(world):
    citizen = Human(world, world.playground.people.add_user("Lan"))
    await citizen.starts()
    world.hand.advance(61)
    # 37 messages, three less than one person may write in a minute, and every third is refused.
    words = [f"dòng số {n} của chuyện đang xảy ra" for n in range(24)]
    lines = [line for n in range(0, 24, 2) for line in (*words[n : n + 2], "/nosuchcommand")]
    for line in ("/report Trang chủ bị thay hình", *lines):
        world.playground.people.say(citizen.user, world.bot, line)
    await world.settles()
    kept = str(await world.rows(forms))
    assert [line for line in words if line not in kept] == []
