"""How far a campaign is, in words: the board in the group, and the same on a lead's page."""

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec.structs import asdict
from sqlalchemy import Row

from bot.domain.audience import Per
from bot.domain.campaign import Campaign, CampaignState
from bot.domain.errors import Refused
from bot.domain.team import Team
from bot.services.task_words import day_words, due_words
from storage import board_facts, campaign_facts, campaigns
from storage.campaign_facts import Progress
from storage.database import Tx

Words = dict[str, Any]

_CELLS = 10
_GROUPS = 8
_BEHIND = 6
_UNREACHED = 5


async def facts(tx: Tx, team: Team, row: Mapping[str, Any]) -> Words | None:
    """Return the board of a campaign as it stands now; None when there is no such campaign."""
    try:
        campaign = await campaigns.get(tx, row["subject_id"])
    except Refused:
        return None
    return {
        "text": "campaign-board",
        **await words(tx, team, campaign),
        "keys": [
            [
                {"label": "button-campaign-page", "data": f"campaign:{campaign.id}"},
                {"label": "button-campaign-png", "data": f"campaign:{campaign.id}:png"},
            ]
        ],
    }


async def words(tx: Tx, team: Team, campaign: Campaign) -> Words:
    """Return how far a campaign is: its bar, its figures, its league table, who is behind."""
    counted = (await campaign_facts.progress(tx, [campaign.id])).get(campaign.id)
    figures = asdict(counted or Progress())
    asked = figures["given"] - figures["exempt"]
    return {
        "name": campaign.name,
        "code": campaign.code,
        "due": due_line(team, campaign, tx),
        "bar": bar(figures["done"], asked),
        "percent": figures["done"] * 100 // asked if asked else 0,
        "asked": asked,
        **figures,
        "waits": max(0, figures["done"] - figures["accepted"]),
        "league": await _league(tx, campaign) if figures["done"] else "",
        "behind": await _behind(tx, campaign, figures["overdue"]),
        "unreached": await _unreached(tx, campaign),
    }


def due_line(team: Team, campaign: Campaign, tx: Tx) -> Words:
    """Return a campaign's deadline; of one that is over only the day."""
    if campaign.state is CampaignState.OPEN:
        return due_words(team, campaign.due_at, tx.now)
    day = day_words(team, campaign.due_at, tx.now)
    return {"text": f"campaign-due-{campaign.state.value}", "day": day}


def bar(done: int, asked: int) -> str:
    """Return a bar of ten cells; it is full only when all is done, empty only when nothing is."""
    if asked <= 0 or done <= 0:
        return "▱" * _CELLS
    cells = min(_CELLS, max(1, done * _CELLS // asked))
    return "▰" * cells + "▱" * (_CELLS - cells)


async def _league(tx: Tx, campaign: Campaign) -> Words | str:
    """Return groups of assignments, the furthest first; equal shares have one rank."""
    by, table = await _compared(tx, campaign)
    if not table:
        return ""
    ranked = sorted(table.items(), key=lambda one: (-one[1][1] / one[1][0], -one[1][0], one[0]))
    shares = [done * 100 // asked for _, (asked, done) in ranked]
    lines = [
        {
            "text": "campaign-league-line",
            "rank": shares.index(share) + 1,
            "name": name or "—",
            "done": done,
            "asked": asked,
            "percent": share,
        }
        for share, (name, (asked, done)) in zip(shares, ranked[:_GROUPS], strict=False)
    ]
    return {"text": "campaign-league", "by": by, "lines": {"lines": lines}}


async def _compared(tx: Tx, campaign: Campaign) -> tuple[str, dict[str, tuple[int, int]]]:
    """Return by what: agencies where systems are asked for, else their kinds, or who is above."""
    if campaign.per is Per.SYSTEM:
        return "agency", _grouped(await board_facts.of_agencies(tx, campaign.id), "agency")
    rows = await board_facts.groups(tx, campaign.id)
    kinds = _grouped(rows, "kind")
    return ("kind", kinds) if kinds else ("parent", _grouped(rows, "parent"))


def _grouped(rows: Sequence[Row[Any]], column: str) -> dict[str, tuple[int, int]]:
    """Return (asked, done) of each group; nothing unless there are several."""
    found: dict[str, tuple[int, int]] = {}
    for row in rows:
        name = row._mapping[column] or ""  # noqa: SLF001 Row's documented view
        asked, done = found.get(name, (0, 0))
        found[name] = asked + int(row.asked or 0), done + int(row.done or 0)
    asked_of = {name: counts for name, counts in found.items() if counts[0]}
    return asked_of if len(asked_of) > 1 else {}


async def _behind(tx: Tx, campaign: Campaign, overdue: int) -> Words | str:
    if not overdue:
        return ""
    rows = await board_facts.behind(tx, campaign.id, _BEHIND)
    names = {"list": [_name(row) for row in rows]}
    return {
        "text": "campaign-behind",
        "count": overdue,
        "names": names,
        "more": overdue - len(rows),
    }


def _name(row: Row[Any]) -> str:
    """Return an agency, with its system in brackets: a list has commas already."""
    return f"{row.agency} ({row.system})" if row.system else str(row.agency)


async def _unreached(tx: Tx, campaign: Campaign) -> Words | str:
    rows = await campaign_facts.without_contact(tx, campaign.id)
    if not rows or campaign.state is not CampaignState.OPEN:
        return ""
    names = {"list": [row.name for row in rows[:_UNREACHED]]}
    more = max(0, len(rows) - _UNREACHED)
    return {"text": "campaign-unreached", "count": len(rows), "names": names, "more": more}
