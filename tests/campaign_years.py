"""A year of campaigns lived day by day, and what of it everybody has heard."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from bot.services import campaign_plan
from storage.campaign_tables import campaigns
from storage.tables import outbox, people
from tests.province import VIETNAM, Province, at

ONE_DAY = timedelta(days=1)
ORDER = ("Sở", "Xã", "Chủ tịch xã", "Tùng", "Vân")
PLANNED = timedelta(hours=7, minutes=45)
Clocks = Iterable[tuple[timedelta, Callable[..., Any]]]


class Year:
    """A province whose days pass; what is done on each of them is `clocks`.

    The look at the plan takes longest: it is taken around every opening, and once a month.
    """

    def __init__(self, province: Province, clocks: Clocks, openings: Collection[date]) -> None:
        self.province = province
        self._clocks = ((PLANNED, campaign_plan.plan_due), *clocks)
        self._openings = openings

    def _is_planned(self, today: date) -> bool:
        return today.day == 1 or any(abs(today - each) <= ONE_DAY for each in self._openings)

    async def lives(self, told: str) -> None:
        """Let every day pass with all that is done on it."""
        end, province = at(told), self.province
        while (now := province.now.astimezone(VIETNAM)) < end:
            midnight = now.replace(hour=0, minute=0)
            for length, deed in self._clocks:
                moment = midnight + length
                is_on = deed is not campaign_plan.plan_due or self._is_planned(now.date())
                if now < moment <= end and is_on:
                    await province.until(moment)
                    async with province.database.begin() as tx:
                        await deed(tx, province.team, 0, {})
            await province.until(min(end, midnight + ONE_DAY))

    async def hands_in(self, told: str, agency: str, turn: str, answers: Mapping[str, Any]) -> None:
        """Let the year go on until then, and an agency answer."""
        await self.lives(told)
        (campaign_id,) = [
            row["id"]
            for row in await self.province.rows(campaigns)
            if f"{row['period']} {row['obligation']}" == turn
        ]
        await self.province.answers(agency, campaign_id, **answers)

    async def opened(self) -> dict[str, tuple[str, str, str]]:
        """Return when each campaign was opened, and its deadlines."""
        return {
            f"{row['period']} {row['obligation']}": (
                day(row["opened_at"], "%d/%m %H:%M"),
                day(row["due_at"]),
                day(row["rollup_at"]),
            )
            for row in await self.province.rows(campaigns)
        }

    async def heard(self) -> list[str]:
        """Return each day with everybody who gets a message on it; nobody may get two.

        Nobody accepts anything in this year: what only says that results wait is left out.
        """
        known = await self.province.rows(people)
        names = {row["id"]: row["name"].removeprefix("Đầu mối ") for row in known}
        told = defaultdict(list)
        for row in await self.province.rows(outbox):
            if row["kind"] == "campaign-reminder" and row["params"]["as"] != ["waiting"]:
                assert day(row["created_at"], "%H:%M") == "08:30"
                told[day(row["created_at"])].append(names[row["person_id"]])
        assert all(len(set(who)) == len(who) for who in told.values())
        return [f"{on} {', '.join(sorted(who, key=ORDER.index))}" for on, who in told.items()]


def day(at_last: datetime, form: str = "%d/%m") -> str:
    """Return an instant as a day on the team's calendar."""
    return at_last.astimezone(VIETNAM).strftime(form)
