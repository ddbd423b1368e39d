"""The demo's conversation on the screen: who wrote what to whom, as it happens."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from bot.playground.stage import Stage
from storage import incidents
from storage.database import Database

_STYLES = ("cyan", "green", "magenta", "yellow", "blue")


class Printer:
    """Follows the local Telegram and prints each message, edits as edits, in the place it is in."""

    def __init__(self, stage: Stage, screen: Console, zone: ZoneInfo) -> None:
        self._events = stage.playground.events
        self._screen = screen
        self._zone = zone
        self._styles: dict[str, str] = {}
        self._after = 0

    @asynccontextmanager
    async def following(self) -> AsyncIterator[None]:
        """Print what happens inside the block, to its last event."""
        task = asyncio.create_task(self._follow())
        try:
            yield
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            self._print_new()

    async def _follow(self) -> None:
        while True:
            self._print_new()
            await self._events.wait(10)

    def _print_new(self) -> None:
        found = self._events.since(self._after)
        self._after = self._events.last
        for event in found:
            if event["kind"] in {"message", "edited_message"}:
                self._print(event["message"], edited=event["kind"] == "edited_message")

    def _print(self, message: Mapping[str, Any], *, edited: bool) -> None:
        text = message.get("text") or message.get("caption")
        if not text:
            return
        chat = message["chat"]
        place = chat.get("title") or chat["first_name"]
        style = self._styles.setdefault(place, _STYLES[len(self._styles) % len(_STYLES)])
        at = datetime.fromtimestamp(message.get("edit_date", message["date"]), self._zone)
        arrow = "✎" if edited else "→" if message["from"]["is_bot"] else "←"
        head = f"[dim]{at:%H:%M:%S}[/] [bold {style}]{escape(place):<18}[/] {arrow} "
        indent = "\n" + " " * 31
        body = indent.join(escape(line) for line in text.splitlines() if line)
        keys = "".join(f" \\[{escape(label)}]" for label in _labels(message))
        self._screen.print(head + body + (f"{indent}[dim]{keys}[/]" if keys else ""))


def _labels(message: Mapping[str, Any]) -> list[str]:
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [button["text"] for row in rows for button in row]


async def print_timeline(database: Database, screen: Console, zone: ZoneInfo) -> None:
    """Print the timeline of the first incident, as it is stored."""
    async with database.read() as tx:
        incident = await incidents.get(tx, 1)
        rows = await incidents.story(tx, 1)
    table = Table(title=f"{incident.code} · {incident.status}", title_justify="left")
    for heading in ("at", "who", "what", "words"):
        table.add_column(heading)
    for row in rows:
        hidden = incident.anonymous and row.person_id == incident.reporter_id
        name = "anonymous" if hidden else row.name or "—"
        words = row.text or "; ".join(f"{name}: {value}" for name, value in row.details.items())
        at = row.at.astimezone(zone)
        table.add_row(f"{at:%H:%M:%S.%f}"[:-3], escape(name), row.kind, escape(words))
    screen.print(table)
