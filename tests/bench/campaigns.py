"""Campaigns of a whole province: 1,000 agencies, 20 campaigns, opened, counted and reminded of."""

import time
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from pathlib import Path

from bot.clock import Clock
from bot.domain.people import Person
from bot.services import campaign_board, campaign_reminders, campaigns
from bot.services.campaigns import Draft
from storage import assignments, campaign_facts, league
from storage import campaigns as stored
from storage.database import Database, Tx
from storage.migrate import upgrade
from tests.storage.provinces import TEAM, settle

AGENCIES, CAMPAIGNS = 1_000, 20


async def campaign(folder: Path) -> dict[str, float]:
    """Open, count and remind on a fresh SQLite file."""
    found = await campaign_on(f"sqlite:///{folder / 'trucban.db'}")
    return {name: found[name] for name in MEASURED}


async def campaign_on(url: str) -> dict[str, float]:
    """Open, count and remind, each in the one transaction that the program takes for it."""
    await upgrade(url)
    hours = [Clock().now().replace(hour=2)]
    while hours[0].weekday() > 0:
        hours[0] += timedelta(days=1)
    database = Database(url, lambda: hours[0])
    await database.open()
    try:
        leads = await settle(database, AGENCIES)
        opened = [await _opened(database, leads, hours[0]) for _ in range(CAMPAIGNS)]
        figures = {"opening for 1,000 agencies, worst ms": max(opened)}
        figures |= {name: await _read(database, work) for name, work in READINGS.items()}
        hours[0] += timedelta(days=28)
        since = time.perf_counter()
        async with database.begin() as tx:
            await campaign_reminders.remind_due(tx, TEAM, 0, {})
        return figures | {"reminding 1,000 people, ms": 1000 * (time.perf_counter() - since)}
    finally:
        await database.close()


async def _board(tx: Tx) -> None:
    await campaign_board.words(tx, TEAM, await stored.get(tx, CAMPAIGNS))


async def _league(tx: Tx) -> None:
    await league.records(tx, tx.now - timedelta(days=365), tx.now + timedelta(days=365))


READINGS: dict[str, Callable[[Tx], Awaitable[object]]] = {
    "board of one campaign, ms": lambda tx: campaign_facts.progress(tx, [CAMPAIGNS]),
    "figures of 20 campaigns, ms": lambda tx: campaign_facts.progress(tx, [*range(1, 21)]),
    "an agency's tasks, ms": lambda tx: assignments.of_agencies(tx, [AGENCIES]),
    "board in words, all its queries, ms": _board,
    "table of one campaign, ms": lambda tx: campaign_facts.table(tx, CAMPAIGNS),
    "league table over 20 campaigns, ms": _league,
}
# What `make bench` shows; the rest is for comparing databases.
MEASURED = (
    "opening for 1,000 agencies, worst ms",
    *[*READINGS][:3],
    "reminding 1,000 people, ms",
)


async def _opened(database: Database, leads: tuple[Person, Person], now: datetime) -> float:
    """Return the milliseconds for which opening one campaign holds the only write connection."""
    first, second = leads
    due = (now + timedelta(days=28)).date()
    async with database.begin() as tx:
        proposed = await campaigns.create(tx, TEAM, first, Draft("Làm sạch mã độc", due))
        await campaigns.propose(tx, TEAM, first, proposed.id)
    since = time.perf_counter()
    async with database.begin() as tx:
        await campaigns.confirm(tx, TEAM, second, proposed.id)
    return 1000 * (time.perf_counter() - since)


async def _read(database: Database, work: Callable[[Tx], Awaitable[object]]) -> float:
    """Return the median milliseconds of a few readings."""
    times = []
    for _ in range(7):
        async with database.read() as tx:
            since = time.perf_counter()
            await work(tx)
            times.append(1000 * (time.perf_counter() - since))
    return sorted(times)[len(times) // 2]
