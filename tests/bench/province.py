"""A province for the bench: its database filled before the bot starts, and its people."""

import asyncio
import json
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, create_engine

from bot.clock import Clock
from storage.migrate import upgrade
from storage.tables import due_rows, incidents, outbox, people, shifts


class Province:
    """The rows that a scenario needs, written straight into a fresh database."""

    def __init__(
        self, folder: Path, officers: Sequence[int] = (), citizens: Sequence[int] = ()
    ) -> None:
        self.officers, self.citizens = officers, citizens
        self.path = folder / "trucban.db"
        self.url = f"sqlite:///{self.path}"
        self.now = Clock().now()

    async def founded(self, **counts: int) -> None:
        """Write the schema, the officers, `incidents`, `due` rows and `unsent` messages."""
        await upgrade(self.url)
        await asyncio.to_thread(self._fill, counts)

    def _fill(self, counts: dict[str, int]) -> None:
        engine = create_engine(self.url)
        with engine.begin() as connection:
            if self.officers:
                self._members(connection)
            for name, fill in (
                ("incidents", self._incidents),
                ("due", self._due),
                ("unsent", self._unsent),
            ):
                if counts.get(name):
                    fill(connection, counts[name])
        engine.dispose()

    def _members(self, connection: Connection) -> None:
        members = [
            {
                "id": number + 1,
                "telegram_id": telegram_id,
                "name": f"Cán bộ {number}",
                "role": "lead" if number else "responder",
                "language": "vi",
                "active": True,
                "blocked": False,
                "reachable": True,
                "privacy_at": self.now,
                "created_at": self.now,
            }
            for number, telegram_id in enumerate(self.officers)
        ]
        _insert(connection, people, members)
        start = self.now - timedelta(days=1)
        shift = {"start_at": start, "end_at": start + timedelta(days=30), "post": "primary"}
        _insert(connection, shifts, [{**shift, "person_id": 1}])

    def _incidents(self, connection: Connection, count: int) -> None:
        usual: dict[str, Any] = {
            "year": 2020,
            "kind": "malware",
            "severity": "high",
            "pages": True,
            "status": "closed",
            "summary": "Máy trạm nhiễm mã độc",
            "anonymous": False,
            "opened_at": self.now - timedelta(days=400),
            "ended_at": self.now - timedelta(days=399),
        }
        for first in range(1, count + 1, 50_000):
            numbers = range(first, min(first + 50_000, count + 1))
            rows = [{**usual, "number": one, "code": f"SC-2020-{one:04d}"} for one in numbers]
            _insert(connection, incidents, rows)

    def _due(self, connection: Connection, count: int) -> None:
        later = self.now + timedelta(days=30)
        usual = {"kind": "form-reminder", "params": {}, "due_at": later, "retry_at": later}
        rows = [
            {
                **usual,
                "subject_id": one,
                "key": f"form-reminder:{one}",
                "state": "waiting",
                "attempts": 0,
            }
            for one in range(1, count + 1)
        ]
        _insert(connection, due_rows, rows)

    def _unsent(self, connection: Connection, count: int) -> None:
        """Write messages to the whole audience, as a broadcast would leave them."""
        usual = {
            "kind": "broadcast",
            "op": "send",
            "priority": 5,
            "params": {"text": "warnings-none"},
            "state": "pending",
            "attempts": 0,
            "created_at": self.now,
            "not_before": self.now,
        }
        rows = [{**usual, "chat_id": chat_id} for chat_id in self.citizens[:count]]
        _insert(connection, outbox, rows)

    def pages(self, count: int, *, to: int | None = None) -> None:
        """Queue pages while the bot does not run: to as many officers, or all to one."""
        usual = {
            "kind": "alarm",
            "op": "send",
            "priority": 0,
            "params": {"text": "warnings-none"},
            "state": "pending",
            "attempts": 0,
            "created_at": self.now,
            "not_before": self.now,
        }
        engine = create_engine(self.url)
        with engine.begin() as connection:
            chats = [to] * count if to is not None else self.officers[:count]
            _insert(connection, outbox, [{**usual, "chat_id": chat} for chat in chats])
        engine.dispose()

    def settings(self, token: str, address: str, group: int, admin: int) -> dict[str, str]:
        """Return the environment of a bot on this database."""
        return {
            "TRUCBAN_TOKEN": token,
            "TRUCBAN_API_URL": address,
            "TRUCBAN_DATABASE_URL": self.url,
            "TRUCBAN_TEAM_CHAT": str(group),
            "TRUCBAN_ADMINS": str(admin),
            "TRUCBAN_HTTP": "",
        }


def _insert(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    connection.execute(table.insert(), rows)


def written(path: Path, figures: list[dict[str, Any]]) -> None:
    """Keep the figures as JSON beside the printed table."""
    path.write_text(json.dumps(figures, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
