"""Confidentiality and highlights on both databases: who sees what, and which lines stand out."""

from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from bot.catalog import load
from bot.domain.bringing_in import Stand
from bot.domain.errors import Refused
from bot.domain.messages import Outgoing
from bot.domain.people import Person, Role
from bot.domain.report import Draft
from bot.domain.roles import CrewRole
from bot.domain.team import Team
from bot.services import confidence, highlights, incidents, search, veil
from bot.services.incidents import Note
from storage import bringing_in, outbox, people, roles
from storage import confidence as kept
from storage import incidents as stored
from storage.tables import timeline

GROUP = -100
TEAM = Team(load(), ZoneInfo("Asia/Ho_Chi_Minh"), "vi", GROUP)
LINK = "Có thư dẫn đến hxxps://xau[.]top/tai"


@pytest.fixture
async def minh(database) -> Person:
    async with database.begin() as tx:
        return await people.add(tx, Person(0, 11, "Minh", Role.RESPONDER))


@pytest.fixture
async def tung(database) -> Person:
    async with database.begin() as tx:
        return await people.add(tx, Person(0, 12, "Tùng", Role.LEAD))


async def reported(database, person, words=LINK) -> int:
    draft = Draft("online_fraud", words)  # a kind that pages nobody
    async with database.begin() as tx:
        incident_id, _ = await incidents.open_incident(tx, TEAM, person, draft)
    return incident_id


async def found(tx, person) -> list[str]:
    said: list[dict[str, Any]] = []

    def answer(_: str, /, **params: Any) -> None:
        said.append(params)

    await search.show(tx, person, answer, "thư")
    return [line["code"] for line in said[0]["lines"]["lines"]]


async def sees(tx, person, incident_id) -> bool:
    return await confidence.sees(tx, person, await stored.get(tx, incident_id))


async def test_it_is_set_once_and_lifted_once_by_a_lead(database, minh, tung):
    incident_id = await reported(database, tung)
    async with database.begin() as tx:
        await confidence.keep(tx, TEAM, tung, await stored.get(tx, incident_id))
        incident = await stored.get(tx, incident_id)
        assert incident.confidential
        with pytest.raises(Refused, match="refused-confidential-already"):
            await confidence.keep(tx, TEAM, tung, incident)
        with pytest.raises(Refused, match="refused-not-allowed"):
            await confidence.lift(tx, minh, incident)
        await confidence.lift(tx, tung, incident)
        with pytest.raises(Refused, match="refused-not-confidential"):
            await confidence.lift(tx, tung, await stored.get(tx, incident_id))
        told = [line.kind for line in await stored.story(tx, incident_id)]
    assert told == ["received", "confidential", "confidence-lifted"]


@pytest.mark.parametrize("way", ["called", "sent for", "all sent for", "a role"])
async def test_each_way_of_needing_to_know_opens_it(database, minh, tung, way):
    incident_id = await reported(database, tung)
    async with database.begin() as tx:
        await kept.put(tx, incident_id, confidential=True)
        assert not await sees(tx, minh, incident_id)
        assert await sees(tx, tung, incident_id)
        if way == "called":
            outbox.queue(tx, Outgoing("incident-page", 11, minh.id, incident_id))
            await tx.flush()
        elif way == "a role":
            await roles.give(tx, incident_id, CrewRole.SCRIBE, minh.id, tung.id)
        else:
            person_id = minh.id if way == "sent for" else None
            asked = await bringing_in.add(tx, incident_id, person_id, tung.id, "")
            assert not await sees(tx, minh, incident_id)
            await bringing_in.move(tx, asked, Stand.CALLED)
        assert await sees(tx, minh, incident_id)


async def test_being_called_with_the_whole_team_opens_it_only_to_who_takes_it(database, minh, tung):
    incident_id = await reported(database, tung)
    async with database.begin() as tx:
        await kept.put(tx, incident_id, confidential=True)
        outbox.queue(tx, Outgoing("incident-team-page", GROUP, None, incident_id))
        await tx.flush()
        assert not await sees(tx, minh, incident_id)


async def test_it_is_neither_found_nor_like_anything_for_who_need_not_know(database, minh, tung):
    hidden = await reported(database, tung)
    other = await reported(database, tung)
    async with database.begin() as tx:
        await kept.put(tx, hidden, confidential=True)
        assert await confidence.unseen(tx, None, [hidden, other]) == {hidden}
        assert await confidence.unseen(tx, minh, [hidden, other]) == {hidden}
        assert await confidence.unseen(tx, tung, [hidden, other]) == frozenset()
        assert await found(tx, minh) == ["SC-2026-0002"]
        assert await found(tx, tung) == ["SC-2026-0002", "SC-2026-0001"]
        row = {"kind": "incident-card", "subject_id": other, "chat_id": GROUP, "params": {}}
        row |= {"person_id": None, "channel": "telegram", "id": 1, "op": "send"}
        card: Any = await veil.facts_for(tx, TEAM, row)
        to_lead = row | {"kind": "incident-page", "subject_id": hidden, "person_id": tung.id}
        private: Any = await veil.facts_for(tx, TEAM, to_lead | {"chat_id": tung.telegram_id})
        by_sms: Any = await veil.facts_for(tx, TEAM, to_lead | {"chat_id": 0, "channel": "sms"})
    assert (private.veiled, private.incident.summary) == (False, LINK)
    assert (by_sms.veiled, by_sms.incident.summary) == (True, "")
    assert card.room.seen_in == ()
    assert card.room.twin is None
    assert card.incident.summary == LINK


async def test_a_line_is_highlighted_once_by_each_and_reads_as_it_was_edited(
    database, minh, tung, hours
):
    incident_id = await reported(database, tung)
    async with database.begin() as tx:
        await incidents.note(tx, TEAM, minh, incident_id, Note("máy KT-02", (GROUP, 7)))
        edit = Note("máy KT-07", (GROUP, 7), before="máy KT-02")
        await incidents.note(tx, TEAM, minh, incident_id, edit)
        for put_on in (True, True):
            await highlights.change(tx, tung, GROUP, 7, put_on=put_on)
        assert await highlights.change(tx, tung, GROUP, 8, put_on=True) is None
        (told,) = await highlights.shown(tx, incident_id)
        assert (told.name, told.words, told.at) == ("Minh", "máy KT-07", hours.now)
        await highlights.change(tx, tung, GROUP, 7, put_on=False)
        assert await highlights.shown(tx, incident_id) == ()
        kinds = [row.kind for row in await tx.all(select(timeline.c.kind))]
    assert kinds[-2:] == ["highlighted", "highlight-off"]
    assert kinds.count("highlighted") == 1
