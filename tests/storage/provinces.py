"""A province for tests of campaigns: agencies, their systems, their contact persons, two leads."""

from collections.abc import Awaitable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.catalog import load
from bot.domain.errors import Refused
from bot.domain.obligations import CampaignBook, Obligation
from bot.domain.people import Person, Role
from bot.domain.team import Team
from bot.services import campaigns
from bot.services.campaigns import Draft
from storage import assignments, outbox, people, tables
from storage.database import Database

TEAM = Team(load(), ZoneInfo("Asia/Ho_Chi_Minh"), "vi", -100, "trucban_bot")
# 08:30 on a Monday there.
MONDAY = datetime(2026, 6, 1, 1, 30, tzinfo=UTC)
DAY = timedelta(days=1)
DUE = date(2026, 6, 24)
KINDS = ("Sở", "Xã", "Cơ quan thường trực")


def team_with(*obligations: Obligation) -> Team:
    """Return the team with just these obligations, or with none."""
    book = CampaignBook(obligations=obligations)
    return replace(TEAM, catalog=TEAM.catalog.model_copy(update={"campaigns": book}))


def duty(**values) -> Obligation:
    """Return an obligation that is due before 25/6 and opens on the first of May."""
    usual = {
        "code": "cleanup",
        "names": {"vi": "Làm sạch mã độc"},
        "why": {"vi": "100 % máy có phần mềm phòng, chống mã độc."},
        "basis": "Công văn 25/4/2023",
        "confidence": "R",
        "every": "year",
        "due": "before 25/6",
        "rollup": "before 30/6",
        "opens_before": 54,
        "receiver": {"vi": "UBND tỉnh"},
    }
    return Obligation.model_validate(usual | values)


async def settle(database: Database, count: int) -> tuple[Person, Person]:
    """Keep so many agencies, each with a system and a contact person; returns two leads."""
    async with database.begin() as tx:
        first, second = [
            await people.add(tx, Person(0, number, name, Role.LEAD))
            for number, name in ((1, "Lê Tùng"), (2, "Phạm Hoa"))
        ]
        numbers = range(1, count + 1)
        await tx.run(
            tables.agencies.insert(),
            [
                {"id": n, "code": f"CQ{n}", "name": f"Cơ quan {n}", "kind": KINDS[n % 2]}
                for n in numbers
            ],
        )
        await tx.run(
            tables.systems.insert(),
            [
                {"id": n, "code": f"HT{n}", "name": f"Hệ thống {n}", "agency_id": n, "level": n % 5}
                for n in numbers
            ],
        )
        await tx.run(tables.people.insert(), [contact(n, tx.now) for n in numbers])
    return first, second


def contact(agency: int, now: datetime, **values):
    """Return the row of a contact person whose Telegram account is 1000 and the agency."""
    usual = {
        "telegram_id": 1000 + agency,
        "name": f"Đầu mối {agency}",
        "role": Role.STAFF.value,
        "agency_id": agency,
        "language": "vi",
        "active": True,
        "blocked": False,
        "reachable": True,
        "created_at": now,
    }
    return usual | values


async def opened(database: Database, leads: tuple[Person, Person], **values):
    """Open a campaign that the first lead proposes and the second confirms; returns it."""
    first, second = leads
    wanted: dict[str, Any] = {"name": "Làm sạch mã độc", "due": DUE} | values
    async with database.begin() as tx:
        campaign = await campaigns.create(tx, TEAM, first, Draft(**wanted))
        await campaigns.propose(tx, TEAM, first, campaign.id)
        return await campaigns.confirm(tx, TEAM, second, campaign.id)


async def queued(database: Database, *kinds: str):
    """Return the waiting messages of these kinds as (person's chat, parameters)."""
    async with database.read() as tx:
        rows = await outbox.pending(tx, 10_000)
    return [(row.chat_id, row.params) for row in rows if row.kind in kinds]


async def sent(database: Database) -> None:
    """Let everything that waits be sent."""
    async with database.begin() as tx:
        waiting = tables.outbox.update().where(tables.outbox.c.state == outbox.PENDING)
        await tx.run(waiting.values(state=outbox.SENT, sent_at=tx.now, message_id=1))


async def given(database: Database, campaign):
    """Return what a campaign has given to anybody."""
    async with database.read() as tx:
        return await assignments.of_campaign(tx, campaign.id)


async def refusal(awaited: Awaitable[Any]) -> str:
    """Return the sentence with which a deed is refused."""
    with pytest.raises(Refused) as refused:
        await awaited
    return refused.value.text_id
