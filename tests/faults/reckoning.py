"""After the storm: what was promised, counted in the rows and in what people have before them."""

import asyncio
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from storage.tables import due_rows, failed_updates, incidents, outbox, people, timeline
from tests.faults.storm import Storm, page_data, sleep

Rows = list[dict[str, Any]]
LEFT = ("released", "silent")  # lines after which nobody has the incident
SETTLING = 15.0  # longer than the bot waits for an answer of Telegram


@dataclass(frozen=True)
class Line:
    """One promise: how many there are, how many broke it."""

    what: str
    count: int
    broken: int
    why: str = ""


class Reckoning:
    """The rows as they are at the end, read once."""

    def __init__(self, storm: Storm) -> None:
        read = storm.process.rows
        self.storm = storm
        self.incidents, self.timeline = read(incidents), read(timeline)
        self.outbox, self.due, self.failed = read(outbox), read(due_rows), read(failed_updates)
        self.telegram_ids = {row["id"]: row["telegram_id"] for row in read(people)}
        self.pages = [r for r in self.outbox if (r["kind"], r["op"]) == ("incident-page", "send")]

    @property
    def in_the_air(self) -> Rows:
        """The pages of which nobody knows yet whether they have arrived."""
        return [row for row in self.pages if row["state"] == "claimed"]

    @property
    def lines(self) -> list[Line]:
        """Every promise with its count."""
        floods, lost = self.storm.process.playground.meters.floods, self._lost()
        return [
            Line("reports told: opened once", len(self.storm.citizens), self._not_once()),
            Line("incidents: taken, or still ringing", len(self.incidents), self._silent()),
            Line("pages: sent, waiting or overtaken", len(self.pages), len(lost), " ".join(lost)),
            Line("pages: doubled without an unknown outcome", len(self.pages), self._doubled()),
            Line("incidents: timeline complete", len(self.incidents), self._gaps()),
            Line("updates that could not be handled", len(self.failed), len(self.failed)),
            Line("calls over Telegram's limits", len(self.outbox), len(floods), _told(floods)),
        ]

    def _not_once(self) -> int:
        told = Counter(self.telegram_ids.get(row["reporter_id"]) for row in self.incidents)
        return sum(told[user.id] != 1 for user in self.storm.citizens)

    def _silent(self) -> int:
        ringing = {
            row["subject_id"]
            for row in self.due
            if row["kind"] == "ladder" and row["state"] == "waiting"
        }
        return sum(r["owner_id"] is None and r["id"] not in ringing for r in self.incidents)

    def _lost(self) -> list[str]:
        lost = [row for row in self.pages if row["state"] in {"dead", "claimed"}]
        return [f"{row['state']} ({row['reason']})" for row in lost]

    def _doubled(self) -> int:
        """Count the copies beyond one a row, in chats where every outcome was known."""
        rows: dict[tuple[int, int], Rows] = {}
        for row in self.pages:
            rows.setdefault((row["chat_id"], row["subject_id"]), []).append(row)
        copies = self.copies()
        known = {key for key, found in rows.items() if all(row["attempts"] <= 1 for row in found)}
        return sum(max(0, copies[key] - len(rows[key])) for key in known)

    def copies(self) -> Counter[tuple[int, int]]:
        """Count the pages that people were sent, by person and incident."""
        found: Counter[tuple[int, int]] = Counter()
        for officer in self.storm.officers:
            chat = self.storm.process.playground.private(officer, self.storm.bot)
            for message in chat.messages.values():
                data = _first_data(message)
                if data is not None:
                    found[officer.id, int(data.split(":")[1])] += 1
        return found

    def _gaps(self) -> int:
        kinds: dict[int, Counter[str]] = {row["id"]: Counter() for row in self.incidents}
        for row in self.timeline:
            kinds[row["incident_id"]][row["kind"]] += 1
        owned = {row["id"]: row["owner_id"] is not None for row in self.incidents}
        has = {
            one: found["taken"] - sum(found[kind] for kind in LEFT) for one, found in kinds.items()
        }
        return sum(found["received"] != 1 or has[one] != owned[one] for one, found in kinds.items())


def _told(floods: Any) -> str:
    return " ".join(f"(chat {each.chat_id}, {each.retry_after} s)" for each in floods)


def _first_data(message: Any) -> str | None:
    """Return what takes the incident of a page; news of one that was lost has no [Escalate]."""
    markup = message.history[0].markup if message.history else message.markup
    rows = (markup or {}).get("inline_keyboard", [])
    keys = [_Key(key.get("callback_data")) for row in rows for key in row]
    is_page = any((key.data or "").startswith("escalate:") for key in keys)
    return page_data(keys) if is_page else None


@dataclass(frozen=True)
class _Key:
    data: str | None


def _is_done(storm: Storm) -> bool:
    found = storm.process.rows(incidents)
    return len(found) >= len(storm.citizens) and all(r["owner_id"] for r in found)


async def weathered(storm: Storm, *, pause: float, apart: float, rest: float) -> list[Line]:
    """Let everybody report under the storm, then let it calm down; returns what held."""
    told, over = asyncio.Event(), asyncio.Event()
    taking = asyncio.create_task(storm.takes(over))
    raging = asyncio.create_task(storm.rages(told, pause))
    reporting = []
    for citizen in storm.citizens:
        reporting.append(asyncio.create_task(storm.reports(citizen)))
        await sleep(storm.chance.uniform(0.0, 2.0) * apart)
    await asyncio.gather(*reporting)
    told.set()
    await raging
    await storm.calms()
    await _within(rest, lambda: _is_done(storm))
    over.set()
    await taking
    await _within(SETTLING, lambda: not Reckoning(storm).in_the_air)
    return Reckoning(storm).lines


async def _within(seconds: float, is_so: Callable[[], bool]) -> None:
    """Wait until something is so, or long enough."""
    loop = asyncio.get_running_loop()
    end = loop.time() + seconds
    while loop.time() < end and not is_so():
        await sleep(0.5)
