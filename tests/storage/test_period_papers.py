"""Papers of a period have no timeline: `verify` compares them with the hashes beside them."""

from hashlib import sha256

import pytest
from sqlalchemy import delete, update

from bot.domain.seals import Fault, Found
from bot.services.sealing import anchor_due, look
from storage import case_forms as kept
from storage import outbox
from storage.form_tables import case_papers
from tests.storage.test_seals import TEAM

FORM, HALF, YEAR = "summary_2017", "half.2026-01-01.2026-06-30", "year.2026-01-01.2026-12-31"
OF_HALF, OF_YEAR = f"{FORM} of {HALF}", f"{FORM} of {YEAR}"


async def a_version(tx, period, content):
    """Make the next version of form 05, or fail to; returns its number in the database."""
    paper_id = await kept.add(tx, period, FORM, None, [], {})
    paper = await kept.get(tx, paper_id)
    assert paper is not None
    await kept.order(tx, paper, {})
    if content is None:
        assert await kept.fail(tx, paper_id)
    else:
        digest = sha256(content).hexdigest()
        assert await kept.keep(tx, paper_id, "a.docx", content, digest)
    return paper_id


@pytest.fixture
async def made(database):
    """Three versions of the half-year, the second of which could not be made, and one of 2026."""
    async with database.begin() as tx:
        versions = ((HALF, b"one"), (HALF, None), (HALF, b"three"), (YEAR, b"year"))
        return [await a_version(tx, period, content) for period, content in versions]


async def found(database):
    async with database.read() as tx:
        return list((await look(tx)).found)


async def tamper(database, statement):
    async with database.begin() as tx:
        assert (await tx.run(statement)).rowcount == 1


async def test_what_nobody_touched_is_whole_also_while_a_version_is_made(database, made):
    async with database.begin() as tx:
        paper = await kept.get(tx, await kept.add(tx, YEAR, FORM, None, [], {}))
        assert paper is not None
        await kept.order(tx, paper, {})
    assert await found(database) == []


@pytest.mark.parametrize("forged", [{"content": b"other"}, {"content": None}, {"sha256": "1f"}])
async def test_a_version_that_is_another_one_or_gone_is_found(database, made, forged):
    await tamper(database, update(case_papers).where(case_papers.c.id == made[2]).values(**forged))
    assert await found(database) == [Found(Fault.VERSION, 3, paper=OF_HALF)]


async def test_a_version_that_is_said_never_to_have_been_made_is_found(database, made):
    denied = {"state": kept.FAILED, "content": None}
    await tamper(database, update(case_papers).where(case_papers.c.id == made[3]).values(**denied))
    assert await found(database) == [Found(Fault.VERSION, 1, paper=OF_YEAR)]


async def test_a_row_that_is_missing_shows_by_its_number(database, made):
    await tamper(database, delete(case_papers).where(case_papers.c.id == made[0]))
    assert await found(database) == [Found(Fault.VERSION, 1, paper=OF_HALF)]


async def anchors(database):
    async with database.begin() as tx:
        await anchor_due(tx, TEAM, 0, {})


async def test_the_next_anchor_covers_a_version_and_the_one_after_it_not_again(database, made):
    for _ in range(2):
        await anchors(database)
    async with database.begin() as tx:
        await a_version(tx, YEAR, b"year, anew")
    await anchors(database)
    assert await found(database) == []
    async with database.read() as tx:
        told = [row.params for row in await outbox.pending(tx, 20) if row.kind == "notice"]
        by_anchor = await kept.anchored(tx)
    assert [(each["text"], each["lines"], each["papers"]) for each in told] == [
        ("timeline-anchor-papers", 0, 3),
        ("timeline-anchor-papers", 0, 1),
    ]
    assert [len(papers) for papers in by_anchor.values()] == [3, 1]


@pytest.mark.parametrize(
    "forged",
    [
        {"content": b"other", "sha256": sha256(b"other").hexdigest()},
        {"anchor_id": None},
        {"anchor_id": 7},
    ],
)
async def test_a_version_that_was_replaced_with_its_hash_breaks_its_anchor(database, made, forged):
    """Before an anchor covers it only the database itself speaks for it."""
    await anchors(database)
    await tamper(database, update(case_papers).where(case_papers.c.id == made[0]).values(**forged))
    assert await found(database) == [Found(Fault.ANCHOR, 1)]


async def test_the_last_version_that_is_missing_breaks_its_anchor(database, made):
    await anchors(database)
    await tamper(database, delete(case_papers).where(case_papers.c.id == made[2]))
    assert await found(database) == [Found(Fault.ANCHOR, 1)]
