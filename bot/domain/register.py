"""What may stand in an imported register: every line is right, or nothing of the file is taken.

Each `read_…` turns a sheet into `Entry`s or raises ImportRefused with every problem it has.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from bot.domain.cells import Entry, Line, Register, Rows, Table, folded
from bot.domain.people import Role

LANGUAGES = ("vi", "en")
_ROLES = (Role.RESPONDER, Role.LEAD, Role.STAFF, Role.ADMIN)
_PHONE = re.compile(r"\+?[\d ().-]{3,30}")
_MOBILE_WITHOUT_ZERO = re.compile(r"[35789]\d{8}")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")
_HIGHEST_LEVEL = 5


class Changes(NamedTuple):
    """What an import does; `changed` pairs each entry with what was stored before."""

    added: list[Entry]
    changed: list[tuple[Entry, Mapping[str, Any]]]
    unchanged: int


def changes(entries: Iterable[Entry], stored: Mapping[Any, Mapping[str, Any]]) -> Changes:
    """Compare what a file says with what is stored under the same keys."""
    done = Changes([], [], 0)
    unchanged = 0
    for entry in entries:
        before = stored.get(entry.key)
        if before is None:
            done.added.append(entry)
        elif any(before[name] != value for name, value in entry.values.items()):
            done.changed.append((entry, before))
        else:
            unchanged += 1
    return done._replace(unchanged=unchanged)


def read_agencies(rows: Rows, parents: Mapping[str, str | None]) -> list[Entry]:
    """Read agencies; `parents` are the stored ones: each folded code and its parent's."""
    table = Table(Register.AGENCIES, rows)
    entries = [_agency(line) for line in table.lines]
    table.refuse_repeats(entries, "code")
    written = {entry.key: entry.values.get("parent") for entry in entries}
    tree: dict[Any, Any] = {**parents, **written} if "parent" in table.columns else {}
    in_circle = _circles(tree)
    for line, entry in zip(table.lines, entries, strict=True):
        parent = entry.values.get("parent")
        if parent and parent not in tree:
            line.refuse("parent", "import-agency-unknown", code=line.cells["parent"])
        elif entry.key in in_circle:
            line.refuse("parent", "import-agency-circle", path=in_circle[entry.key])
    table.finish()
    return entries


def _agency(line: Line) -> Entry:
    code = line.code("code")
    values: dict[str, Any] = {"code": code, "name": line.needed("name")}
    if line.has("kind"):
        values["kind"] = line.text("kind") or ""
    if line.has("parent"):
        values["parent"] = folded(line.text("parent") or "") or None
    return Entry(line.number, folded(code), values)


def _circles(tree: Mapping[Any, Any]) -> dict[Any, str]:
    """Return the agencies that are their own superiors, each with the circle written out."""
    found: dict[Any, str] = {}
    settled: set[Any] = set()
    for start in tree:
        path: list[Any] = []
        at = start
        while at is not None and at not in settled:
            settled.add(at)
            path.append(at)
            at = tree.get(at)
        if at in path:
            circle = path[path.index(at) :]
            found |= dict.fromkeys(circle, " → ".join([*circle, at]).upper())
    return found


def read_people(
    rows: Rows,
    agencies: Mapping[str, int],
    admins: Collection[int | None],
    watchers: Collection[int],
) -> list[Entry]:
    """Read people; `admins` and `watchers` (with shifts ahead) must stay what they are."""
    table = Table(Register.PEOPLE, rows)
    entries = [_person(line, agencies) for line in table.lines]
    table.refuse_repeats(entries, "telegram_id")
    roles = {entry.key: entry.values["role"] for entry in entries}
    stay = any(roles.get(admin, Role.ADMIN) in (Role.ADMIN, None) for admin in admins)
    stay = stay or Role.ADMIN in roles.values()
    for line, entry in zip(table.lines, entries, strict=True):
        if not stay and entry.key in admins:
            line.refuse("role", "import-last-admin")
        if entry.key in watchers and not may_watch(entry.values["role"]):
            line.refuse("role", "import-has-shifts")
    table.finish()
    return entries


def may_watch(role: Role | None) -> bool:
    """Whether a role can be on the roster; one that could not be read is not judged."""
    return role is None or role >= Role.RESPONDER


def _person(line: Line, agencies: Mapping[str, int]) -> Entry:
    role = line.choice("role", _ROLES)
    values: dict[str, Any] = {"name": line.needed("name"), "role": role and Role(role)}
    # The team never shuts out its own people.
    values["blocked"] = False
    if line.has("agency"):
        values["agency_id"] = _agency_of(line, agencies)
    if line.has("phone"):
        values["phone"] = _phone(line)
    if line.has("email"):
        values["email"] = _checked(line, "email", _EMAIL, "import-not-email")
    language = line.choice("language", LANGUAGES, needed=False)
    if language is not None:
        values["language"] = language
    return Entry(line.number, line.telegram_id(), values)


def _agency_of(line: Line, agencies: Mapping[str, int], *, needed: bool = False) -> int | None:
    code = line.needed("agency") if needed else line.text("agency")
    if not code:
        return None
    if folded(code) not in agencies:
        line.refuse("agency", "import-agency-unknown", code=code)
    return agencies.get(folded(code))


def _phone(line: Line) -> str | None:
    written = _checked(line, "phone", _PHONE, "import-not-phone")
    # Excel takes a telephone number for a number and drops its first zero.
    if written is not None and _MOBILE_WITHOUT_ZERO.fullmatch(written):
        return f"0{written}"
    return written


def _checked(line: Line, column: str, shape: re.Pattern[str], reason: str) -> str | None:
    written = line.text(column)
    if written is not None and not shape.fullmatch(written):
        line.refuse(column, reason, value=written)
    return written


def read_systems(rows: Rows, agencies: Mapping[str, int]) -> list[Entry]:
    """Read information systems; their agencies must be stored already."""
    table = Table(Register.SYSTEMS, rows)
    entries = [_system(line, agencies) for line in table.lines]
    table.refuse_repeats(entries, "code")
    table.finish()
    return entries


def _system(line: Line, agencies: Mapping[str, int]) -> Entry:
    code = line.code("code")
    values: dict[str, Any] = {
        "code": code,
        "name": line.needed("name"),
        "agency_id": _agency_of(line, agencies, needed=True),
    }
    if line.has("level"):
        values["level"] = _level(line)
    if line.has("url"):
        values["url"] = _url(line)
    return Entry(line.number, folded(code), values)


def _level(line: Line) -> int | None:
    written = line.text("level")
    if written is None:
        return None
    if written.isascii() and written.isdecimal() and 0 < int(written[:9]) <= _HIGHEST_LEVEL:
        return int(written)
    line.refuse("level", "import-not-level", value=written)
    return None


def _url(line: Line) -> str | None:
    written = line.text("url", longest=2000)
    if written is not None and not _is_url(written):
        line.refuse("url", "import-not-url", value=written)
    return written


def _is_url(written: str) -> bool:
    try:
        parts = urlsplit(written)
        port = parts.port
    except ValueError:
        return False
    if " " in written or port == 0:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)
