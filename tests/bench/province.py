"""A province for the bench: its database filled before the bot starts, and its people."""

import asyncio
import json
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, create_engine, text

from bot.clock import Clock
from storage.migrate import upgrade
from storage.tables import due_rows, outbox, people, shifts


class Province:
    """The rows that a scenario needs, written straight into a fresh database."""

    def __init__(
        self, folder: Path, officers: Sequence[int] = (), citizens: Sequence[int] = ()
    ) -> None:
        self.officers, self.citizens = officers, citizens
        self.path = folder / "trucban.db"
        self.url = f"sqlite:///{self.path}"
        self.now = Clock().now()
        self._is_founded = False

    async def founded(self, **counts: int) -> None:
        """Write the schema, the officers, `incidents`, `due` rows and `unsent` messages, once."""
        if self._is_founded:
            return
        self._is_founded = True
        await upgrade(self.url)
        await asyncio.to_thread(self._fill, counts)

    def _fill(self, counts: dict[str, int]) -> None:
        engine = create_engine(self.url)
        with engine.begin() as connection:
            if self.officers:
                self._members(connection)
            if self.citizens:
                self._acquaintances(connection)
            for name, fill in (
                ("incidents", self._incidents),
                ("still_open", self._still_open),
                ("due", self._due),
                ("unsent", self._unsent),
            ):
                if counts.get(name):
                    fill(connection, counts[name])
        engine.dispose()

    def _members(self, connection: Connection) -> None:
        members = [
            self._person(f"Cán bộ {number}", telegram_id, "lead" if number else "responder")
            | {"id": number + 1}
            for number, telegram_id in enumerate(self.officers)
        ]
        _insert(connection, people, members)
        start = self.now - timedelta(days=1)
        shift = {"start_at": start, "end_at": start + timedelta(days=30), "post": "primary"}
        _insert(connection, shifts, [{**shift, "person_id": 1}])

    def _acquaintances(self, connection: Connection) -> None:
        """Know the citizens already, as a bot does after some weeks."""
        known = [self._person(f"Dân {one}", one, "citizen") for one in self.citizens]
        _insert(connection, people, known)

    def _person(self, name: str, telegram_id: int, role: str) -> dict[str, Any]:
        return {
            "telegram_id": telegram_id,
            "name": name,
            "role": role,
            "language": "vi",
            "active": True,
            "blocked": False,
            "reachable": True,
            "privacy_at": self.now,
            "created_at": self.now,
        }

    def _incidents(self, connection: Connection, count: int) -> None:
        """Write closed incidents, each with the beginning and the end of its timeline."""
        days = f"{self.now - timedelta(days=400):%Y-%m-%d %H:%M:%S}.000000"
        connection.execute(
            text(
                "INSERT INTO incidents (year, number, code, kind, severity, pages, status, summary,"
                " anonymous, opened_at, ended_at) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL"
                " SELECT i + 1 FROM n WHERE i < :count) SELECT 2020, i, printf('SC-2020-%04d', i),"
                " 'malware', 'high', 1, 'closed', 'Máy trạm nhiễm mã độc', 0, :at, :at FROM n"
            ),
            {"count": count, "at": days},
        )
        for kind in ("received", "closed"):
            connection.execute(
                text(
                    "INSERT INTO timeline (incident_id, at, kind, details)"
                    " SELECT id, opened_at, :kind, '{}' FROM incidents"
                ),
                {"kind": kind},
            )

    def _still_open(self, connection: Connection, count: int) -> None:
        """Open the newest incidents again, as work that goes on."""
        connection.execute(
            text(
                "UPDATE incidents SET status = 'responding', owner_id = 1, ended_at = NULL"
                " WHERE id > (SELECT max(id) FROM incidents) - :count"
            ),
            {"count": count},
        )

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
