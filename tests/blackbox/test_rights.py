"""Who may do what: every command and every button, tried by everybody, with honest and forged data.

The deeds are handed to the bot many at a time, and its answers are read where they wait to be sent.
"""

from collections.abc import Iterable, Sequence
from inspect import signature

import pytest
from sqlalchemy import update

from bot.domain.people import Role
from handlers.desk import NUMBERS
from handlers.registry import Where
from handlers.topics import BUTTONS, COMMANDS
from storage.after_tables import improvements
from storage.tables import (
    failed_updates,
    forms,
    incidents,
    invites,
    ladders,
    outbox,
    people,
    shifts,
    timeline,
)
from tests.world import Human

STATE = (people, incidents, shifts, invites, ladders, timeline, forms, improvements)
NO_RIGHT = "refused-not-allowed"
UNKNOWN = "refused-unknown-button"
AT_ONCE = 30  # fewer than one person may write in a minute

STANDINGS = {
    "stranger": Role.CITIZEN,
    "citizen": Role.CITIZEN,
    "staff": Role.STAFF,
    "responder": Role.RESPONDER,
    "lead": Role.LEAD,
    "admin": Role.ADMIN,
    "deactivated": Role.CITIZEN,
    "blocked": None,
}
"""What each may do in the end; the blocked may nothing."""


class Stage:
    """A team in the middle of its work, and somebody of every standing who tries things."""

    def __init__(self, world, minh, cast):
        self.world, self.minh, self.cast = world, minh, cast
        self.card = world.group_sees("SC-2026-0001", with_button="hận")

    async def state(self):
        return [await self.world.rows(table) for table in STATE]

    async def hears(self):
        """Let the bot handle everything that was done, without sending anything."""
        for _ in range(100):
            await self.world.app.intake.step()
            if not self.world.bot.queue:
                return
        raise AssertionError("the updates never end")

    async def said_since(self, last_id):
        return [row for row in await self.world.rows(outbox) if row["id"] > last_id]

    async def presses(self, human, datas: Iterable[str]):
        """Press everything; returns what popped up for each, as (data, text, alert)."""
        last_id = (await self.world.rows(outbox))[-1]["id"]
        tried = {}
        for data in datas:
            press = self.world.playground.people.press(human.user, self.card, data, forged=True)
            tried[press] = data
        await self.hears()
        toasts = [row["params"] for row in await self.said_since(last_id) if row["op"] == "toast"]
        assert sorted(tried) == sorted(toast["press"] for toast in toasts)
        return [(tried[t["press"]], t["text"], bool(t.get("alert"))) for t in toasts]

    async def writes(self, human, lines: Sequence[str], *, in_group: bool):
        """Write everything; returns the texts that answer."""
        answers = []
        place = self.world.group if in_group else self.world.bot
        chat = self.world.group.id if in_group else human.user.id
        for start in range(0, len(lines), AT_ONCE):
            self.world.hand.advance(61)
            last_id = (await self.world.rows(outbox))[-1]["id"]
            for line in lines[start : start + AT_ONCE]:
                self.world.playground.people.say(human.user, place, line)
            await self.hears()
            said = await self.said_since(last_id)
            answers += [row["params"].get("text") for row in said if row["chat_id"] == chat]
        return answers


@pytest.fixture
async def stage(world, minh):
    """One incident nobody has, one that is Minh's, one that is solved, one in the queue."""
    cast = {}
    for standing, role in STANDINGS.items():
        if standing == "stranger":
            cast[standing] = await world.citizen("Người lạ")
            world.playground.people.join(world.group, cast[standing].user)
        else:
            stored = {"deactivated": Role.LEAD, "blocked": Role.CITIZEN}.get(standing, role)
            cast[standing] = await world.member(standing.title(), stored or Role.CITIZEN)
    lan = await world.member("Lan", "citizen")
    for words, kind in (
        ("Trang chủ bị thay hình", "Thay đổi giao diện"),
        ("Máy chủ bị mã hóa", "Mã hóa"),
        ("Trang thuế bị thay hình", "Thay đổi giao diện"),
        ("Giả công an đòi tiền", "Lừa đảo"),
    ):
        for said in ("/report", words):
            await lan.says(said)
        await lan.presses(kind)
        await lan.presses("Gửi ngay")
    async with world.app.database.begin() as tx:
        await tx.run(
            update(people).where(people.c.id == cast["deactivated"].person_id).values(active=False)
        )
        await tx.run(
            update(people).where(people.c.id == cast["blocked"].person_id).values(blocked=True)
        )
        third = incidents.c.id == 3
        solved = {"status": "wrapping_up", "owner_id": minh.person_id, "resolved_at": tx.now}
        await tx.run(update(incidents).where(third).values(**solved, taken_at=tx.now))
    async with world.app.database.begin() as tx:
        await tx.run(update(ladders).where(ladders.c.incident_id == 3).values(live=False))
        await tx.add(
            invites,
            token="a" * 32,
            role="responder",
            created_by_id=1,
            created_at=tx.now,
            expires_at=tx.now.replace(year=2027),
            opened_by_id=lan.person_id,
            opened_at=tx.now,
        )
    await minh.presses("hận", on=minh.sees("SC-2026-0002"))
    await minh.says("/resolve SC-2026-0002")
    stage = Stage(world, minh, cast)
    yield stage
    assert await world.rows(failed_updates) == []


def below(human_standing, least):
    able = STANDINGS[human_standing]
    return able is None or able < least


def plausible(verb, minh_id):
    """Data a button of ours would carry, about things that exist."""
    more = {
        "eta": ":60",
        "phase": ":containing",
        "assign": f":{minh_id}",
        "severity": ":low",
        "enrol": ":yes",
        "form": ":kind:malware",
        "refer": ":yes",
        "opening": ":1:0",
        "watchday": ":0",
        "slot": ":0",
        "fill": ":0:1",
        "seek": ":1:0",
        "shiftlog": ":0",
        "tick": ":monitoring",
        "playphase": ":verifying",
        "playpick": ":fault",
        "step": ":1",
        "mark": ":beyond",
        "propose": ":ask",
        "lift": ":ask",
        "ask": ":answer",
        "bring": ":yes",
        "present": ":coming",
        "crew": ":scribe:take",
        "sitlater": ":30",
        "crewto": f":scribe:{minh_id}",
        "formnew": ":03",
        "formall": ":03",
        "unrelate": ":1",
        "contactchange": ":yes",
    }
    words = {
        "person": [f"{minh_id}:gone", f"{minh_id}"],
        "language": ["en"],
        "privacy": ["ok"],
        "go": ["report", "status"],
        "invite": ["responder", "lead"],
        "people": ["0"],
        "roster": ["png:20260901-20260902"],
        "shifts": ["ics"],
        "log": ["20260901", "20260902:0"],
        "contact": ["edit"],
        "league": ["2026:0", "2026-H1:0:xlsx"],
    }
    return [f"{verb}:{arg}{more.get(verb, '')}" for arg in words.get(verb, (1, 2, 3, 4))]


async def test_whoever_may_not_is_refused_and_nothing_changes(stage):
    before = await stage.state()
    for standing, human in stage.cast.items():
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


TOO_BIG = 2**63
ODD = (
    "",
    ":",
    "x",
    "ack",
    "ACK:1",
    "ack;1",
    "ack:1\n",
    "drop:1",
    "resolve :1",
    "checkin:1",
    "ack:1\uff11",
    "💥:1",
    "__class__:1",
)
FORGED_ARGUMENTS = (
    "",
    ":",
    ":x",
    ":-1",
    ":1.5",
    ":²",
    ":999999",
    f":{TOO_BIG}",
    ":1:2:3:4:5",
    ":999999:x",
    ":999999:1:1",
    f":{TOO_BIG}:{TOO_BIG}",
)
SECOND_ARGUMENTS = {
    "eta": ("x", "", "0", "-5", "1441", str(10**30), "day:1", "15:x"),
    "phase": ("x", "", "closed", "queued", "wrapping_up", "containing:x"),
    "assign": ("x", "", "-1", "0", "999999", str(TOO_BIG), "1:1"),
    "severity": ("x", "", "0", "LOW", "low:x"),
    "enrol": ("x", "", "YES", "yes:yes"),
    "person": (
        *("x", "by-", "by-x", "by-0", "by-999999", f"by-{TOO_BIG}", "to-x", f"to-{10**30}"),
        *("role-x", "role-citizen", "off-1", "gone-1", "by-1-1", "on:on"),
    ),
    "form": ("kind", "kind:", "kind:x", ":", "x:x", "-send:-send", "kind:malware:x", ":-send"),
    "ack": ("x", "1"),
    "solved": ("1",),
    "details": ("1",),
    "refer": ("x", "", "YES", "yes:yes", "keep:x"),
}


def forged(verb):
    yield from (f"{verb}{rest}" for rest in FORGED_ARGUMENTS)
    yield from (f"{verb}:1:{rest}" for rest in SECOND_ARGUMENTS.get(verb, ("x",)))


# Their words are no numbers.
HARMLESS = {"privacy", "go", "people", "language", "invite", "roster", "shifts"}
NO_NUMBERS = ("một", "x", "1a", "-1", "1.5", "0x1", "1_0", "²", "٣", "")


@pytest.mark.parametrize("standing", ["stranger", "citizen", "admin"])
async def test_forged_data_is_refused_and_changes_nothing(stage, standing):
    before = await stage.state()
    datas = [*ODD, *(d for b in BUTTONS if not below(standing, b.least) for d in forged(b.verb))]
    for data, text, alert in await stage.presses(stage.cast[standing], datas):
        if data.partition(":")[0] not in HARMLESS:
            assert text.startswith("refused-"), data
            assert alert, data
    assert await stage.world.rows(failed_updates) == []
    assert await stage.state() == before


def worded(button):
    """Data with a word in each place where that button has a number."""
    names = list(signature(button.run).parameters)[1:]
    numbers = [place for place, name in enumerate(names) if name.endswith(NUMBERS)]
    for place in numbers:
        for word in NO_NUMBERS:
            filled = ["1"] * len(names)
            filled[place] = word
            yield ":".join((button.verb, *filled))


async def test_a_word_where_a_button_has_a_number_is_refused_as_an_unknown_button(stage):
    before = await stage.state()
    datas = [data for button in BUTTONS for data in worded(button)]
    assert {data.partition(":")[0] for data in datas} == {button.verb for button in BUTTONS} - (
        HARMLESS - {"people"} | {"contact"}
    )
    for data, text, alert in await stage.presses(stage.cast["admin"], datas):
        assert (text, alert) == (UNKNOWN, True), data
    assert await stage.state() == before


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
    last_id = (await stage.world.rows(outbox))[-1]["id"]
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
