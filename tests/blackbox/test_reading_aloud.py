"""A Vietnamese team in which some read English, played by each of them: no language leaks.

What people and agencies are called is theirs; everything else that somebody is shown in private is
of their language.
"""

import pytest

from handlers.topics import COMMANDS
from storage.tables import agencies, people
from tests.reading import english_in, shown, vietnamese_in
from tests.watches import a_shift, a_watch
from tests.world import Human

NAMES = ("Quản trị", "Đội ứng cứu", "Tùng", "Hà", "Bình")
QUESTIONS = """Machines scanned: share
Was malware found: yes/no
Minutes: file (optional)"""
BILINGUAL = {"start", "language"}
AT_ONCE = 6
DRAFT = ("Malware scan", "Scan every machine.", "skip", "all agencies", "before 25/9", "30/9")


@pytest.fixture(autouse=True)
def _whole(caplog):
    """Fail when a text was broken: then nobody has read what it says."""
    yield
    assert "text-broken" not in caplog.text


@pytest.fixture
async def english(world):
    """Let everybody there is read English; returns the function that does."""

    async def learn():
        async with world.app.database.begin() as tx:
            await tx.run(people.update().values(language="en"))

    return learn


@pytest.fixture
async def lead(world):
    """Another lead, with no Vietnamese letter in the name."""
    return await world.member("Nam", "lead")


def in_english(*readers: Human) -> None:
    """Fail when somebody was shown Vietnamese in private."""
    for human in readers:
        leaks = [vietnamese_in(shown(message), *NAMES) for message in human.messages[human.read :]]
        assert not [leak for leak in leaks if leak], human.user.first_name


async def says_all(human: Human, *words: str) -> None:
    for each in words:
        await human.says(each)


async def presses_all(human: Human, *labels: str) -> None:
    """Press one after the other; what pops up is read, too."""
    for label in labels:
        popped = await human.presses(label)
        assert popped is None or not vietnamese_in(popped.text or "", *NAMES), label


def begin_reading(*readers: Human) -> None:
    """Forget what was said while they still read Vietnamese."""
    for human in readers:
        human.read = len(human.messages)


async def test_an_incident_from_the_report_to_its_end_is_in_english(world, minh, ha, tung, english):
    await english()
    begin_reading(minh, ha, tung)
    lan = await world.citizen("Lan", language_code="en")
    await says_all(lan, "The ward's page shows a strange picture")
    await lan.presses("Agree · English")
    await presses_all(lan, "Defacement")
    await presses_all(lan, "Send now")
    await lan.says("/status")
    await presses_all(minh, "I take it", "1 hour")
    await says_all(minh, "/playbook", "/deadlines", "/serious", "/roles", "/incidents")
    await says_all(minh, "/rollcall", "/page Hà SC-2026-0001 knows the server")
    await presses_all(ha, "On my way")
    await says_all(minh, "/note logs are copied", "/ask SC-2026-0001 which page was it?", "send")
    await says_all(lan, "the first one")
    await says_all(minh, "/sitrep", "contained", "page taken down", "skip", "send")
    await says_all(minh, "/form 03", "send now", "/evidence", "/indicators", "/why SC-2026-0001")
    await says_all(tung, "/assign SC-2026-0001 ha", "/severity SC-2026-0001 critical")
    await says_all(tung, "/confidential SC-2026-0001", "/confidential SC-2026-0001 off")
    await world.passes(hours=1, minutes=10)
    await says_all(ha, "/ack SC-2026-0001", "/resolve", "an old plugin", "restored and patched")
    await presses_all(ha, "Defacement", "The team alone", "Send")
    await presses_all(lan, "Not yet")
    await world.passes(minutes=30)
    await says_all(tung, "/ack SC-2026-0001", "/reject", "not an incident", "a drill", "send")
    await says_all(tung, "/aar SC-2026-0001", "/incident SC-2026-0001")
    await says_all(tung, "/improvements SC-2026-0001 add", "patch monthly", "Minh", "20/9", "send")
    await world.passes(hours=1)
    in_english(minh, ha, tung, lan)


@pytest.mark.parametrize("language", ["vi", "en"])
async def test_every_command_answers_in_its_readers_language(world, minh, language):
    await world.receives(minh, "ransomware", summary="500 503")
    asked = [f"/{each.name}" for each in COMMANDS if each.name not in BILINGUAL]
    # What one person writes in a minute has a limit, so each asks a few.
    turns = [asked[at : at + AT_ONCE] for at in range(0, len(asked), AT_ONCE)]
    readers = [await world.member("Nam", "admin") for _ in turns]
    async with world.app.database.begin() as tx:
        await tx.run(people.update().values(language=language))
    begin_reading(*readers)
    for human, commands in zip(readers, turns, strict=True):
        for command in commands:
            await says_all(human, command, "/cancel")
    if language == "en":
        in_english(*readers)
    else:
        said = (shown(each) for human in readers for each in human.messages[human.read :])
        assert not [leak for each in said if (leak := english_in(each))]


async def test_a_watch_from_its_plan_to_its_report_is_in_english(world, minh, ha, tung, english):
    await english()
    begin_reading(minh, ha, tung)
    await says_all(tung, "/holidays", "/watch new", "Congress", "3/9", "3/9")
    await says_all(tung, "07:30-19:30, 19:30-07:30", "duty officer, backup")
    await presses_all(tung, "Yes, always two", "Ask them", "Send", "By hand")
    await says_all(tung, "/watch put 3/9 07:30 duty officer Minh", "/watch publish")
    await presses_all(tung, "Publish all the same")
    await says_all(minh, "/shifts", "/confirm", "/oncall 3/9", "/roster 3/9", "/swap", "/gaps")
    await says_all(minh, "/away 3/9-4/9 a trip", "/gaps take 1", "/confirm no")
    await says_all(tung, "/watch", "/gaps", "/gaps seek 1", "/testpage all")
    await world.passes(days=1, hours=5, minutes=20)
    await presses_all(minh, "Check in")
    await says_all(minh, "/log all quiet", "/log check", "/log", "/handover all quiet")
    await world.passes(days=1)
    await says_all(tung, "/log report", "/people", "/health")
    in_english(minh, ha, tung)


async def test_those_who_are_missing_and_their_roster_are_told_in_english(
    world, minh, ha, tung, english
):
    watch = await a_watch(world, name="Congress")
    for human, post in ((minh, "primary"), (ha, "backup"), (tung, "commander")):
        await a_shift(world, watch, human, post=post)
    await english()
    begin_reading(minh, ha, tung)
    await says_all(ha, "/checkin")
    await world.passes(hours=1)
    await presses_all(ha, "Stand in for Minh")
    await says_all(minh, "/checkin", "/oncall", "/roster", "/swap now ill")
    await world.passes(hours=14)
    await says_all(tung, "/gaps", "/log", "/roster #1")
    in_english(minh, ha, tung)


async def test_a_campaign_from_its_draft_to_the_league_is_in_english(
    world, minh, tung, lead, english
):
    async with world.app.database.begin() as tx:
        agency_id = await tx.add(agencies, code="DOH", name="Health", kind="department")
        own = people.c.id == minh.person_id
        await tx.run(people.update().where(own).values(agency_id=agency_id, role="staff"))
    await english()
    begin_reading(minh, tung, lead)
    await says_all(tung, "/campaign new", *DRAFT, QUESTIONS, "skip", "skip", "send")
    await presses_all(tung, "Put forward")
    await presses_all(lead, "Show the campaign", "Confirm and send")
    await says_all(minh, "/tasks", "/tasks 1 ask which machines?", "/tasks 1 more 30/9 few people")
    await says_all(tung, "/campaign answer 1 all of them")
    await presses_all(lead, "Agree")
    await presses_all(minh, "Start", "Done")
    await says_all(minh, "118/120", "no", "done", "send")
    await presses_all(minh, "Correct it")
    await says_all(minh, "cancel")
    await says_all(tung, "/campaign see DY-2026-0001 DOH", "/campaign return 1 name the machines")
    await presses_all(minh, "Correct it")
    await says_all(minh, "send")
    await says_all(tung, "/campaign accept 1", "/campaigns", "/campaigns plan", "/campaigns league")
    await world.passes(days=1)
    await says_all(tung, "/campaign DY-2026-0001", "/campaign close DY-2026-0001", "/agencies DOH")
    await presses_all(tung, "Yes, close it")
    in_english(minh, tung, lead)
