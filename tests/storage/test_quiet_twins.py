"""What looks like a confidential incident, on both databases: told once, to who may know."""

from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import func, select

from bot.catalog import load
from bot.domain.people import Person, Role
from bot.domain.report import Draft
from bot.domain.team import Team
from bot.services import confidence, incidents, indicators, relations
from bot.services.incidents import Note
from storage import incidents as stored
from storage import indicators as kept
from storage import people
from storage.evidence_tables import likenesses
from storage.tables import outbox, timeline

TEAM = Team(load(), ZoneInfo("Asia/Ho_Chi_Minh"), "vi", -100)
LINK = "Nhận thư có hxxps://xau[.]top/tai, bấm vào thì mất tiền"
OWNER, LEAD, MEMBER, STAFF = 11, 12, 13, 14


@pytest.fixture
async def cast(database) -> dict[int, Person]:
    roles = {OWNER: Role.RESPONDER, LEAD: Role.LEAD, MEMBER: Role.RESPONDER, STAFF: Role.STAFF}
    async with database.begin() as tx:
        return {at: await people.add(tx, Person(0, at, f"P{at}", r)) for at, r in roles.items()}


async def reported(database, person, words, **more) -> int:
    draft = Draft("online_fraud", words, **more)  # a kind that pages nobody
    async with database.begin() as tx:
        incident_id, _ = await incidents.open_incident(tx, TEAM, person, draft)
    return incident_id


@pytest.fixture
async def secret(database, cast) -> int:
    """A confidential incident that OWNER works on."""
    incident_id = await reported(database, cast[STAFF], LINK)
    async with database.begin() as tx:
        await incidents.acknowledge(tx, TEAM, cast[OWNER], incident_id)
        await confidence.keep(tx, TEAM, cast[LEAD], await stored.get(tx, incident_id))
    return incident_id


async def told(database) -> list[tuple[int, str]]:
    """Return who was told of a match, and of which report."""
    async with database.begin() as tx:
        await tx.flush()
        rows = await tx.all(select(outbox.c.chat_id, outbox.c.params).order_by(outbox.c.id))
    found = [row for row in rows if str(row.params.get("text")).startswith("confidential-alike")]
    return sorted((row.chat_id, row.params["code"]) for row in found)


async def lines(database) -> int:
    async with database.begin() as tx:
        return int(await tx.scalar(select(func.count()).select_from(timeline)) or 0)


@pytest.mark.parametrize(
    "words", ["bấm xau.top/tai ở máy khác", "nhan thu co link, bam vao thi mat tien xau.top"]
)
async def test_owner_and_leads_hear_of_it_and_it_leaves_no_trace_for_others(
    database, cast, secret, words
):
    before = await lines(database)
    second = await reported(database, cast[STAFF], words)
    assert await told(database) == [(OWNER, "SC-2026-0002"), (LEAD, "SC-2026-0002")]
    assert await lines(database) == before + 1, "only that it came in"
    async with database.begin() as tx:
        assert await tx.all(select(likenesses)) == []
        assert await indicators.seen_in(tx, second) == ()
        assert await indicators.twin(tx, second) is None


async def test_words_alike_are_told_too_and_what_is_not_alike_is_not(database, cast, secret):
    await reported(database, cast[STAFF], "Máy in của phòng kế toán không chạy")
    assert await told(database) == []
    await reported(database, cast[STAFF], "nhận thư có, bấm vào thì mất tiền hxxps xau top tai")
    assert await told(database) == [(OWNER, "SC-2026-0003"), (LEAD, "SC-2026-0003")]


async def test_a_pair_is_told_once_also_when_a_note_brings_it_up(database, cast, secret):
    async with database.begin() as tx:
        note = Note("máy gọi ra 8.8.8.8 và 1.1.1.1", (OWNER, 50))
        await incidents.note(tx, TEAM, cast[OWNER], secret, note)
    second = await reported(database, cast[STAFF], "Máy chậm bất thường cả sáng nay")
    for number, words in enumerate(("gọi ra 8.8.8.8", "gọi ra 8.8.8.8", "lại 1.1.1.1"), start=60):
        async with database.begin() as tx:
            await incidents.note(tx, TEAM, cast[MEMBER], second, Note(words, (MEMBER, number)))
        assert len(await told(database)) == 2


async def test_a_twin_for_everybody_is_found_beside_the_confidential_one(database, cast, secret):
    await reported(database, cast[STAFF], "bấm xau.top/tai ở máy khác")
    third = await reported(database, cast[STAFF], "lại xau.top/tai nữa đây")
    async with database.begin() as tx:
        found = await indicators.twin(tx, third)
    assert found is not None
    assert (found.code, found.reason) == ("SC-2026-0002", "indicator")
    assert [code for _, code in await told(database)] == ["SC-2026-0002", "SC-2026-0003"] * 2


async def test_who_may_not_read_the_new_one_hears_nothing_of_it(database, cast, secret):
    second = await reported(database, cast[STAFF], "Máy chậm bất thường cả sáng nay")
    async with database.begin() as tx:
        await confidence.keep(tx, TEAM, cast[LEAD], await stored.get(tx, second))
        await incidents.note(tx, TEAM, cast[LEAD], second, Note("xau.top", (LEAD, 70)))
    assert await told(database) == [(LEAD, "SC-2026-0002")]


async def test_what_is_related_already_is_not_told(database, cast, secret):
    second = await reported(database, cast[STAFF], "Máy chậm bất thường cả sáng nay")
    async with database.begin() as tx:
        one, other = await stored.get(tx, second), await stored.get(tx, secret)
        await relations.link(tx, cast[LEAD], one, other)
        await indicators.take(tx, second, "xau.top")
        assert [each.value for each in await kept.of_incident(tx, second)] == ["xau.top"]
    assert await told(database) == []
