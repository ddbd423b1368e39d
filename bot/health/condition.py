"""How the bot is at this moment, asked of its rows, its loops and the machine."""

import shutil
from collections.abc import Mapping
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, Protocol

from bot.config import Settings
from bot.delivery.channels import templates
from bot.delivery.hearing import Hearing
from bot.domain.health import Backup, Disk, Process, Signs, Waiting, age, stuck, troubles
from storage import elsewhere, health
from storage.database import Database

BACKUPS = ("*backup*", "*before-update*", "*.dump")


class Turning(Protocol):
    """A loop; `turned_at` is when it last began a turn."""

    turned_at: datetime | None


class Ear(Protocol):
    """What takes updates in; `fetched_at` is when they were last to be had."""

    fetched_at: datetime | None


class Door(Protocol):
    """Where updates are written down; `unkept_since` is since when they cannot be."""

    unkept_since: datetime | None


class Pulse(Protocol):
    """What pings outside; `pinged_at` is when that last succeeded."""

    pinged_at: datetime | None


class Condition:
    """Answers for the whole program, from whatever parts of it are named."""

    def __init__(self, database: Database, settings: Settings, hearing: Hearing) -> None:
        self._database = database
        self._settings = settings
        self._hearing = hearing
        self.started_at = database.now()
        self.version = _version()
        self.loops: Mapping[str, Turning] = {}
        self.ear: Ear | None = None
        self.door: Door | None = None
        self.pulse: Pulse | None = None

    @property
    def _updates_at(self) -> datetime | None:
        return self.ear.fetched_at if self.ear is not None else None

    @property
    def _unkept_since(self) -> datetime | None:
        return self.door.unkept_since if self.door is not None else None

    async def signs(self) -> Signs:
        """Return what is looked at to tell whether all is well."""
        async with self._database.read() as tx:
            return await health.signs(tx, self.started_at, self._updates_at, self._unkept_since)

    async def why_not_well(self) -> list[str]:
        """Name everything that is not well; empty while nobody outside need worry."""
        return [trouble.value for trouble in troubles(await self.signs(), self._database.now())]

    async def told(self) -> Mapping[str, Any]:
        """Return the health page: whether all is well, and else what is late and why."""
        signs, now = await self.signs(), self._database.now()
        async with self._database.read() as tx:
            away = await elsewhere.outage(tx)
        found = troubles(signs, now)
        heard, answered = signs.updates_at, self._hearing.answered_at
        ahead = self._hearing.clock_ahead
        return {
            "ok": not found,
            "why": [trouble.value for trouble in found],
            "late_seconds": max(age(signs.due, now), age(signs.page, now)).total_seconds(),
            "due": _waiting(signs.due, now),
            "page": _waiting(signs.page, now),
            "work": _waiting(signs.work, now),
            "updates_by": "webhook" if self._settings.webhook_url else "polling",
            "updates_at": _written(heard),
            "updates_seconds": (now - heard).total_seconds() if heard else None,
            "updates_unkept_since": _written(signs.unkept_since),
            "telegram_away_since": _written(away.silent_since if away else None),
            "channels": self._channels(),
            "answered_at": _written(answered),
            "clock_ahead_seconds": ahead.total_seconds() if ahead is not None else None,
            "started_at": self.started_at.isoformat(),
            "version": self.version,
        }

    def _channels(self) -> list[str]:
        return sorted(templates(self._settings))

    def stuck(self) -> list[str]:
        """Name the loops that no longer turn."""
        turned = {name: loop.turned_at for name, loop in self.loops.items()}
        return stuck(turned, self.started_at, self._database.now())

    def process(self) -> Process:
        """Return what the program knows of itself and of the machine."""
        folder = self._folder()
        return Process(
            version=self.version,
            started_at=self.started_at,
            engine=self._database.dialect,
            is_polling=not self._settings.webhook_url,
            updates_at=self._updates_at,
            unkept_since=self._unkept_since,
            clock_ahead=self._hearing.clock_ahead,
            size=_size(self._file()),
            disk=_disk(folder),
            backup=_newest_backup(folder),
            channels=tuple(self._channels()),
            pings=self.pulse is not None,
            pinged_at=self.pulse.pinged_at if self.pulse is not None else None,
        )

    def _file(self) -> Path | None:
        name = self._database.url.database
        is_file = self._database.dialect == "sqlite" and name and name != ":memory:"
        return Path(str(name)) if is_file else None

    def _folder(self) -> Path:
        """Return where the database lies; PostgreSQL's is not ours to know, so that of files."""
        file = self._file()
        return file.parent if file is not None else self._settings.data or Path()


def _version() -> str:
    try:
        return version("trucban")
    except PackageNotFoundError:
        return "?"


def _written(at: datetime | None) -> str | None:
    return at.isoformat() if at is not None else None


def _waiting(waiting: Waiting | None, now: datetime) -> Mapping[str, Any] | None:
    if waiting is None:
        return None
    return {
        "kind": waiting.kind,
        "since": waiting.since.isoformat(),
        "late_seconds": age(waiting, now).total_seconds(),
        "attempts": waiting.attempts,
        "failure": waiting.why,
    }


def _size(file: Path | None) -> int | None:
    if file is None or not file.exists():
        return None
    log = file.with_name(f"{file.name}-wal")
    return file.stat().st_size + (log.stat().st_size if log.exists() else 0)


def _disk(folder: Path) -> Disk | None:
    near = next((each for each in (folder, *folder.absolute().parents) if each.is_dir()), None)
    if near is None:
        return None
    used = shutil.disk_usage(near)
    return Disk(used.free, used.total)


def _newest_backup(folder: Path) -> Backup | None:
    """Return the newest file beside the database that is named like a copy of it."""
    found = [file for pattern in BACKUPS for file in folder.glob(pattern) if file.is_file()]
    if not found:
        return None
    newest = max(found, key=lambda file: file.stat().st_mtime)
    return Backup(newest.name, datetime.fromtimestamp(newest.stat().st_mtime, UTC))
