"""Facts are read as they are at the moment, and never tell who wished not to be named."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace

from bot import catalog
from bot.domain import incident as rules
from bot.domain.escalation import Target, climb, start, stop
from bot.domain.messages import Op, Outgoing
from bot.domain.people import Person, Role
from bot.domain.team import Team
from bot.services.facts import Facts, facts_for, incident_facts
from bot.services.paging import QUEUE
from storage import due, facts, incidents, ladders, outbox, people, tables
from storage.due import Due
from storage.incidents import Entry

START = datetime(2026, 9, 2, 2, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
TEAM = Team(catalog.load(), ZoneInfo("Asia/Ho_Chi_Minh"), "vi", -100)
RANSOMWARE = TEAM.catalog.kind("ransomware")


class Scene:
    """A reporter of an agency, two watchers, and one incident."""

    reporter: Person
    binh: Person
    an: Person
    incident: rules.Incident


async def scene(tx, *, anonymous=False, **story) -> Scene:
    made = Scene()
    agency = await tx.add(tables.agencies, code="A", name="UBND xã A")
    system = await tx.add(tables.systems, code="S", name="Một cửa", agency_id=agency, level=3)
    reporter = Person(0, 501, "Trần Thị B", Role.STAFF, agency_id=agency)
    made.reporter = await people.add(tx, reporter)
    made.binh = await people.add(tx, Person(0, 502, "Lê Văn Bình", Role.RESPONDER))
    made.an = await people.add(tx, Person(0, 503, "Nguyễn An", Role.LEAD))
    for person, post in ((made.binh, "primary"), (made.an, "backup")):
        shift = {"start_at": START - HOUR, "end_at": START + HOUR, "post": post}
        await tx.add(tables.shifts, person_id=person.id, **shift)
    new = rules.receive(
        0, "SC-2026-0001", RANSOMWARE, START, reporter_id=made.reporter.id, anonymous=anonymous
    )
    told = {"summary": "mất tệp", "agency_id": agency, "system_id": system} | story
    made.incident = replace(new, id=await incidents.add(tx, new, (2026, 1), **told))
    return made


async def climbing(tx, made: Scene) -> None:
    policy = TEAM.catalog.ladders[made.incident.severity]
    ladder, first_at = start(made.incident.id, policy, START)
    await ladders.add(tx, ladder, first_at)
    climbed = climb(ladder, {Target.ON_DUTY: [made.binh.id]}, START)
    await ladders.keep(tx, climbed.ladder, climbed.next_at)


async def test_an_incident_is_told_with_the_names_of_everything_it_points_to(database):
    async with database.begin() as tx:
        made = await scene(tx, place="tầng 2", contact="0912")
        found = await incident_facts(tx, TEAM, made.incident.id)
    assert (found.code, found.summary, found.place) == ("SC-2026-0001", "mất tệp", "tầng 2")
    assert (found.agency, found.system, found.level) == ("UBND xã A", "Một cửa", 3)
    assert (found.reporter, found.reporter_agency) == ("Trần Thị B", "UBND xã A")
    assert (found.owner, found.ladder, found.note, found.files) == (None, None, None, 0)
    assert not found.is_ended


async def test_an_anonymous_reporters_name_is_in_no_fact(database):
    async with database.begin() as tx:
        made = await scene(tx, anonymous=True)
        for kind in ("received", "report-more"):
            await incidents.enter(tx, made.incident.id, Entry(kind, made.reporter.id, "x"))
        found = await incident_facts(tx, TEAM, made.incident.id, with_timeline=True)
    assert found.anonymous
    assert "Trần Thị B" not in repr(found)
    assert [entry.by_reporter for entry in found.timeline] == [True, True]


@pytest.mark.parametrize("kind", ["reopened", "objected", "objected-again"])
async def test_an_anonymous_reporter_who_objects_is_not_named(database, kind):
    async with database.begin() as tx:
        made = await scene(tx, anonymous=True)
        await incidents.enter(tx, made.incident.id, Entry(kind, made.reporter.id))
        found = await incident_facts(tx, TEAM, made.incident.id, with_timeline=True)
    assert [entry.name for entry in found.timeline] == [None]


async def test_an_anonymous_reporter_who_works_on_it_does_so_under_their_own_name(database):
    async with database.begin() as tx:
        made = await scene(tx, anonymous=True)
        for kind in ("received", "note"):
            await incidents.enter(tx, made.incident.id, Entry(kind, made.reporter.id, "x"))
        found = await incident_facts(tx, TEAM, made.incident.id, with_timeline=True)
    told = [(entry.by_reporter, entry.name) for entry in found.timeline]
    assert told == [(True, None), (False, "Trần Thị B")]


async def test_an_anonymous_reporter_who_ends_it_is_not_named_either(database):
    async with database.begin() as tx:
        made = await scene(tx, anonymous=True)
        await _end(tx, made, made.reporter)
        assert (await incident_facts(tx, TEAM, made.incident.id)).ended_by is None


async def test_whoever_wrote_the_line_at_the_end_has_ended_it(database):
    async with database.begin() as tx:
        made = await scene(tx)
        await _end(tx, made, made.binh)
        found = await incident_facts(tx, TEAM, made.incident.id)
    assert found.is_ended
    assert (found.ended_by, found.ended_at) == ("Lê Văn Bình", START)


async def _end(tx, made: Scene, person: Person) -> None:
    ended = replace(made.incident, status=rules.Status.NOT_INCIDENT, ended_at=START)
    await incidents.save(tx, made.incident, ended)
    await incidents.enter(tx, made.incident.id, Entry("rejected", person.id))


async def test_a_running_ladder_tells_whom_it_calls_now_and_next(database):
    async with database.begin() as tx:
        made = await scene(tx)
        await climbing(tx, made)
        found = (await incident_facts(tx, TEAM, made.incident.id)).ladder
    assert found is not None
    assert found.paged == ("Lê Văn Bình",)
    assert found.next_targets == (Target.ON_DUTY, Target.BACKUP)
    assert found.next_names == ("Lê Văn Bình", "Nguyễn An")
    assert found.next_at == START + timedelta(minutes=3)
    assert (found.round, found.repeats) == (0, False)


async def test_a_stopped_ladder_calls_nobody_but_its_patience_is_kept(database):
    async with database.begin() as tx:
        made = await scene(tx)
        await climbing(tx, made)
        ladder = await ladders.live(tx, made.incident.id)
        assert ladder is not None
        await ladders.keep(tx, stop(ladder))
        taken = rules.take(made.incident, made.binh.id, START)
        await incidents.save(tx, made.incident, taken)
        found = await incident_facts(tx, TEAM, made.incident.id)
    assert found.ladder is None
    assert (found.owner_id, found.owner) == (made.binh.id, "Lê Văn Bình")
    assert found.patience == timedelta(minutes=30)
    assert found.asked_at == START + timedelta(minutes=30)


async def test_files_are_counted_and_the_newest_note_is_kept(database):
    async with database.begin() as tx:
        made = await scene(tx)
        for kind, text in (
            ("report-file", None),
            ("note", "một"),
            ("note", "hai"),
            ("still", None),
        ):
            await incidents.enter(tx, made.incident.id, Entry(kind, made.binh.id, text))
        found = await incident_facts(tx, TEAM, made.incident.id)
    assert found.files == 1
    assert found.note is not None
    assert (found.note.text, found.note.name) == ("hai", "Lê Văn Bình")
    assert found.timeline == ()


async def test_the_timeline_holds_the_last_twenty_lines_in_their_order(database):
    async with database.begin() as tx:
        made = await scene(tx)
        for number in range(25):
            await incidents.enter(tx, made.incident.id, Entry("note", None, str(number)))
        found = await incident_facts(tx, TEAM, made.incident.id, with_timeline=True)
    assert [entry.text for entry in found.timeline] == [str(number) for number in range(5, 25)]


async def test_what_waits_tells_when_it_comes_up_but_only_while_it_waits(database):
    async with database.begin() as tx:
        made = await scene(tx)
        await due.schedule(tx, Due(QUEUE, made.incident.id, START + HOUR))
        assert (await incident_facts(tx, TEAM, made.incident.id)).due_at is None
        queued = replace(made.incident, status=rules.Status.QUEUED)
        await incidents.save(tx, made.incident, queued)
        assert (await incident_facts(tx, TEAM, made.incident.id)).due_at == START + HOUR
        await due.drop(tx, QUEUE, made.incident.id)
        assert (await incident_facts(tx, TEAM, made.incident.id)).due_at is None


async def test_there_are_no_facts_of_an_incident_that_is_gone(database):
    async with database.begin() as tx:
        with pytest.raises(LookupError):
            await incident_facts(tx, TEAM, 99)


def row(kind, made: Scene, *, person=None, op=Op.SEND, target_id=None, **params):
    person = person or made.binh
    return {
        "kind": kind,
        "op": op,
        "subject_id": made.incident.id,
        "params": params,
        "person_id": person.id,
        "chat_id": person.telegram_id,
        "target_id": target_id,
    }


async def test_the_reader_of_a_page_is_called_by_post_else_by_role(database):
    async with database.begin() as tx:
        made = await scene(tx)
        lead = await people.add(tx, Person(0, 504, "Hà", Role.ADMIN))
        other = await people.add(tx, Person(0, 505, "Tú", Role.RESPONDER))
        readers = (made.binh, made.an, lead, other)
        found = [
            (await facts_for(tx, TEAM, row("incident-page", made, person=person))).target
            for person in readers
        ]
    assert found == [Target.ON_DUTY, Target.BACKUP, Target.LEADS, Target.RESPONDERS]


async def test_a_page_is_superseded_only_by_a_newer_one_to_the_same_chat(database):
    async with database.begin() as tx:
        made = await scene(tx)
        for person in (made.binh, made.an, made.binh):
            assert person.telegram_id is not None
            page = Outgoing("incident-page", person.telegram_id, person.id, made.incident.id)
            outbox.queue(tx, page)
        await tx.flush()
        first, second, third = [each.id for each in await outbox.pending(tx, 9)]
        edits = [
            row("incident-page", made, person=person, op=Op.EDIT, target_id=target)
            for person, target in ((made.binh, first), (made.an, second), (made.binh, third))
        ]
        found = [(await facts_for(tx, TEAM, edit)).newer for edit in edits]
        assert found == [True, False, False]
        await outbox.settle(tx, third, outbox.DEAD, "blocked")
        assert not (await facts_for(tx, TEAM, edits[0])).newer


async def test_a_message_about_nothing_needs_no_facts(database):
    async with database.begin() as tx:
        made = await scene(tx)
        assert await facts_for(tx, TEAM, row("answer", made, text="nobody")) == Facts()
        assert await facts.names(tx, []) == {}


async def test_details_alone_read_the_timeline(database):
    async with database.begin() as tx:
        made = await scene(tx)
        await incidents.enter(tx, made.incident.id, Entry("received", made.reporter.id, "x"))
        details = await facts_for(tx, TEAM, row("incident-details", made))
        card = await facts_for(tx, TEAM, row("incident-card", made))
    assert details.incident is not None
    assert card.incident is not None
    assert len(details.incident.timeline) == 1
    assert card.incident.timeline == ()
