"""A province of the tests about campaigns: agencies, contact persons, leads, and the clock.

No Telegram: what would be sent is read from the outbox, what is due happens when it is due, and
papers are made on the spot.
"""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from itertools import count
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Table, select

from bot.catalog import load
from bot.domain.people import Person, Role
from bot.domain.team import Team
from bot.services import assignments, campaigns
from bot.services.campaigns import Draft
from bot.timekeeper import Timekeeper, next_of
from bot.workshop import Work, Workshop
from storage import due, people
from storage.campaign_tables import assignments as given
from storage.database import Database
from storage.tables import agencies, outbox, systems
from tests.on_the_spot import HereAndNow

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")


def at(told: str) -> datetime:
    """Return an instant on the team's clocks, told as "2027-06-24 08:00"."""
    return datetime.fromisoformat(told).replace(tzinfo=VIETNAM)


shipped = cache(load)


@dataclass
class Province:
    """The register, the people and the program's own loops, but for Telegram's."""

    database_url: str
    now: datetime
    team: Team = field(default_factory=lambda: Team(shipped(), VIETNAM, "vi", None))
    contacts: dict[str, Person] = field(default_factory=dict)
    agency_ids: dict[str, int] = field(default_factory=dict)
    paper_works: Mapping[str, Work] | None = None

    def __post_init__(self) -> None:
        self._accounts = count(1000)
        self.database = Database(self.database_url, lambda: self.now)
        self._timekeeper = Timekeeper(self.database, self.team)
        self._workshop = Workshop(self.database, self.team, _nothing, HereAndNow, self.paper_works)

    async def person(self, name: str, role: Role, agency_id: int | None = None) -> Person:
        """Bring in somebody who can be reached."""
        new = Person(0, next(self._accounts), name, role, agency_id, reachable=True)
        async with self.database.begin() as tx:
            return await people.add(tx, new)

    async def agency(self, name: str, kind: str = "Sở", *levels: int, contact: bool = True) -> None:
        """Bring in an agency, systems of these levels, and a contact person."""
        async with self.database.begin() as tx:
            code = f"A{len(self.agency_ids)}"
            agency_id = await tx.add(agencies, code=code, name=name, kind=kind)
            for number, level in enumerate(levels, start=1):
                known = {"code": f"{code}-{number}", "name": f"Hệ thống {number} {name}"}
                await tx.add(systems, **known, agency_id=agency_id, level=level)
        self.agency_ids[name] = agency_id
        if contact:
            self.contacts[name] = await self.person(f"Đầu mối {name}", Role.STAFF, agency_id)

    async def opens(
        self,
        name: str,
        last_day: date,
        *questions: Mapping[str, Any],
        **more: Any,
    ) -> int:
        """Let one lead propose a campaign and another one confirm it; returns its id."""
        async with self.database.begin() as tx:
            first, second = list(await people.with_roles(tx, (Role.LEAD,)))[:2]
            draft = Draft(name, last_day, questions=questions, **more)
            campaign = await campaigns.create(tx, self.team, first, draft)
            await campaigns.propose(tx, self.team, first, campaign.id)
            await campaigns.confirm(tx, self.team, second, campaign.id)
            return campaign.id

    async def answers(self, agency: str, campaign_id: int, **answers: Any) -> int:
        """Let an agency's contact person hand in what it owes in a campaign; returns what it is."""
        own = (given.c.campaign_id == campaign_id, given.c.agency_id == self.agency_ids[agency])
        person = self.contacts[agency]
        async with self.database.begin() as tx:
            number: int = await tx.scalar(select(given.c.id).where(*own).limit(1))
            held = await assignments.check_may_finish(tx, person, number)
            await assignments.finish(tx, self.team, person, held, answers, [])
        return number

    async def starts(self, *kinds: str) -> None:
        """Let what recurs of these kinds begin, and nothing else."""
        async with self.database.begin() as tx:
            for kind in kinds:
                await due.schedule(tx, next_of(kind, tx.now, self.team))

    async def until(self, told: str | datetime) -> None:
        """Let time pass; everything that falls due on the way happens at its own instant."""
        end = at(told) if isinstance(told, str) else told
        await self._workshop.step()
        while (next_at := await self._next_at()) is not None and next_at <= end:
            self.now = max(self.now, next_at)
            await self._timekeeper.step()
            await self._workshop.step()
        self.now = end

    async def _next_at(self) -> datetime | None:
        async with self.database.read() as tx:
            return await due.next_at(tx)

    async def works(self) -> None:
        """Have the papers made that were ordered."""
        await self._workshop.step()

    async def rows(self, table: Table) -> list[dict[str, Any]]:
        """Return everything in a table, oldest first."""
        async with self.database.read() as tx:
            found = await tx.all(select(table).order_by(*table.primary_key))
            return [dict(row._mapping) for row in found]

    async def told(self, text: str, person: Person | None = None) -> list[dict[str, Any]]:
        """Return the parameters of all messages with a text, to anybody or to one person."""
        return [
            row["params"]
            for row in await self.rows(outbox)
            if row["params"].get("text") == text
            and (person is None or row["person_id"] == person.id)
        ]


@asynccontextmanager
async def a_province(database_url: str, told: str, **more: Any) -> AsyncIterator[Province]:
    """Open a province with two leads at an instant, and close it."""
    found = Province(database_url, at(told), **more)
    await found.database.open()
    try:
        for name in ("Tùng", "Vân"):
            await found.person(name, Role.LEAD)
        yield found
    finally:
        await found.database.close()


async def _nothing(file_id: str) -> bytes:
    raise AssertionError(f"nobody has sent {file_id}")
