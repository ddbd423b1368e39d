from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from bot.domain.answers import Answer, Part, State, from_json
from bot.domain.people import Person, Role
from storage import due, forms, people, tables
from storage.database import Database, Tx
from storage.forms import FormRow

START = datetime(2026, 9, 2, 2, 0, tzinfo=UTC)
LAN = Person(0, 501, "Lan", Role.CITIZEN)


async def form_of(tx: Tx, form_id: int) -> FormRow:
    found = await forms.get(tx, form_id)
    assert found is not None
    return found


async def lan(database: Database) -> Person:
    async with database.begin() as tx:
        return await people.add(tx, LAN)


async def test_an_opened_form_is_found_by_its_person(database):
    person = await lan(database)
    async with database.begin() as tx:
        opened = await forms.open_form(tx, person.id, "report", "kind", 7)
    async with database.read() as tx:
        found = await forms.open_of(tx, person.id)
        assert found == opened == await forms.get(tx, opened.id)
        assert (found.question, found.subject_id, found.created_at) == ("kind", 7, START)
        assert await forms.author(tx, found) == person


async def test_answers_come_back_as_they_were_kept(database, hours):
    person = await lan(database)
    part = Part(chat_id=501, message_id=3, text="máy chủ “treo” 🔥")
    state = State(question="where", answers={"what": Answer(parts=(part,), complete=True)})
    async with database.begin() as tx:
        form = await forms.open_form(tx, person.id, "report", "kind")
    hours.now = START + timedelta(minutes=3)
    async with database.begin() as tx:
        await forms.keep(tx, form.id, state.question, state.to_json())
    async with database.read() as tx:
        found = await form_of(tx, form.id)
    assert from_json(found.question, found.answers) == state
    assert (found.created_at, found.updated_at) == (START, hours.now)


async def test_a_new_form_gives_up_the_one_before(database):
    person = await lan(database)
    async with database.begin() as tx:
        first = await forms.open_form(tx, person.id, "report", "kind")
        second = await forms.open_form(tx, person.id, "resolve", "cause", 1)
        assert await forms.open_of(tx, person.id) == second
        assert (await form_of(tx, first.id)).state == forms.CANCELLED


async def copy(database: Database, form: FormRow) -> None:
    values = {name: getattr(form, name) for name in form.__struct_fields__ if name != "id"}
    async with database.begin() as tx:
        await tx.run(tables.forms.insert().values(**values))


async def test_a_second_open_form_of_one_person_cannot_be_stored(database):
    person = await lan(database)
    async with database.begin() as tx:
        form = await forms.open_form(tx, person.id, "report", "kind")
    with pytest.raises(IntegrityError):
        await copy(database, form)


async def test_an_ended_form_keeps_no_answers_and_cannot_be_ended_again(database):
    person = await lan(database)
    async with database.begin() as tx:
        form = await forms.open_form(tx, person.id, "report", "kind")
        await forms.keep(tx, form.id, "where", {"answers": {"kind": {"choice": "malware"}}})
        assert await forms.end(tx, form.id, forms.DONE, subject_id=9)
        assert not await forms.end(tx, form.id, forms.CANCELLED)
        ended = await form_of(tx, form.id)
        assert (ended.state, ended.answers, ended.subject_id) == (forms.DONE, {}, 9)
        assert await forms.open_of(tx, person.id) is None


async def test_an_ended_form_is_not_changed_any_more(database):
    person = await lan(database)
    async with database.begin() as tx:
        form = await forms.open_form(tx, person.id, "report", "kind")
        await forms.end(tx, form.id, forms.CANCELLED)
        await forms.keep(tx, form.id, "where", {"cleared": True})
        assert (await form_of(tx, form.id)).answers == {}


async def test_open_forms_are_found_by_what_they_are_about(database):
    person = await lan(database)
    async with database.begin() as tx:
        await forms.open_form(tx, person.id, "resolve", "cause", 1)
        about = await forms.open_form(tx, person.id, "reject", "outcome", 1)
        assert await forms.open_about(tx, ("resolve", "reject"), 1) == [about]
        assert await forms.open_about(tx, ("resolve",), 1) == []
        assert await forms.open_about(tx, ("reject",), 2) == []


async def test_an_ended_form_has_no_alarm_left(database):
    person = await lan(database)
    async with database.begin() as tx:
        form = await forms.open_form(tx, person.id, "report", "kind")
        for kind in (forms.REMINDER, forms.EXPIRY):
            await due.schedule(tx, due.Due(kind, form.id, START + timedelta(hours=1)))
        await forms.open_form(tx, person.id, "report", "kind")
        assert await due.next_at(tx) is None


async def test_an_erased_form_leaves_no_trace(database):
    person = await lan(database)
    async with database.begin() as tx:
        form = await forms.open_form(tx, person.id, "report", "kind")
        await forms.erase(tx, form.id)
    async with database.read() as tx:
        assert await forms.get(tx, form.id) is None
        assert await forms.open_of(tx, person.id) is None
