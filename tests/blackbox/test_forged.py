"""Forged data, of every button and of none: refused in words, and nothing changes."""

from inspect import signature

import pytest

from handlers.desk import NUMBERS
from handlers.topics import BUTTONS
from storage.tables import failed_updates
from tests.stage import a_stage, below

NO_RIGHT = "refused-not-allowed"
UNKNOWN = "refused-unknown-button"


@pytest.fixture
async def stage(world, minh):
    async with a_stage(world, minh) as stage:
        yield stage


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
    "formperiod": ("05", "05:all", "x:x"),
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
        HARMLESS - {"people"} | {"contact", "formperiod"}
    )
    for data, text, alert in await stage.presses(stage.cast["admin"], datas):
        assert (text, alert) == (UNKNOWN, True), data
    assert await stage.state() == before
