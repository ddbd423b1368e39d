"""A province with three agencies, and a campaign about malware, for tests of campaigns."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.services import campaigns
from bot.services.campaigns import Draft
from storage import people as stored_people
from storage.campaign_tables import assignments
from storage.register import add_all
from storage.tables import agencies, people
from tests.world import Human, World

NAME = "Rà quét mã độc đợt 1"
QUESTIONS = (
    {"code": "scanned", "kind": "number_of", "names": {"vi": "Số máy đã rà quét"}},
    {"code": "infected", "kind": "yes_no", "names": {"vi": "Có phát hiện mã độc không"}},
    {
        "code": "found",
        "kind": "text",
        "names": {"vi": "Mã độc gì"},
        "only_if": "infected",
    },
    {"code": "minutes", "kind": "file", "names": {"vi": "Biên bản"}, "required": False},
)


@dataclass
class Province:
    """Health has two contact persons, schools one, the ward nobody."""

    world: World
    lan: Human
    hoa: Human
    nam: Human
    tung: Human
    binh: Human

    async def opens(self, **more: Any) -> int:
        """Let Tùng draft a campaign and Bình confirm it; returns its id."""
        draft = Draft(NAME, date(2026, 9, 24), **{"questions": QUESTIONS, **more})
        async with self.world.app.database.begin() as tx:
            team = self.world.app.team
            tung = await stored_people.get(tx, self.tung.person_id or 0)
            binh = await stored_people.get(tx, self.binh.person_id or 0)
            made = await campaigns.create(tx, team, tung, draft)
            await campaigns.propose(tx, team, tung, made.id)
            await campaigns.confirm(tx, team, binh, made.id)
        await self.world.settles()
        return made.id

    async def task(self, agency_id: int = 1) -> dict[str, Any]:
        """Return an agency's newest assignment as it is kept."""
        rows = await self.world.rows(assignments)
        return [row for row in rows if row["agency_id"] == agency_id][-1]


async def a_province(world: World) -> Province:
    """Bring in the agencies and the people."""
    named = (("SYT", "Sở Y tế", "sở"), ("SGD", "Sở Giáo dục", "sở"), ("P5", "Phường 5", "phường"))
    rows = [{"code": code, "name": name, "kind": kind} for code, name, kind in named]
    async with world.app.database.begin() as tx:
        await add_all(tx, agencies, rows)
    staff = [await world.member(name, "staff") for name in ("Lan", "Hoa", "Nam")]
    leads = [await world.member(name, "lead") for name in ("Tùng", "Bình")]
    async with world.app.database.begin() as tx:
        for human, agency_id in zip(staff, (1, 1, 2), strict=True):
            own = people.c.id == human.person_id
            await tx.run(people.update().where(own).values(agency_id=agency_id))
    return Province(world, *staff, *leads)
