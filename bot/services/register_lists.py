"""The registers in chat: agencies and systems page by page, found by words without accents."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Row

from bot.domain.cells import folded
from bot.domain.errors import Refused
from bot.domain.people import Person, Role, may
from bot.domain.team import Team
from bot.domain.typed import unaccented
from bot.services.register_pages import Keys, level_text, show_agency, show_system
from bot.services.showing import Under, show
from storage import campaign_facts, register_facts
from storage.database import Tx

ON_A_PAGE = 8
# Taking the accents off a thousand names takes longer than to read them.
_plain = lru_cache(maxsize=20_000)(unaccented)
_NEVER_SCANNED = frozenset({"unscanned", "never scanned", "chua ra quet", "chua quet"})
_LONGEST_WORDS = 36  # bytes; what fits into a button's data beside the rest


async def show_agencies(
    tx: Tx, team: Team, person: Person, words: str = "", page: int = 0, under: Under | None = None
) -> None:
    """Show a page of the agencies that have these words; the only one is shown itself."""
    rows = _matching(await register_facts.agency_lines(tx), words, _agency_words)
    if words and len(rows) == 1 and not page:
        await show_agency(tx, team, person, rows[0].id, under)
        return
    await _list(tx, person, under, "agencies", words, page, rows, _agency_line)


async def show_systems(
    tx: Tx, team: Team, person: Person, words: str = "", page: int = 0, under: Under | None = None
) -> None:
    """Show a page of the systems that have these words; the only one is shown itself.

    The words for "never scanned" show those of which no scan was ever handed in.
    """
    rows = await register_facts.system_lines(tx)
    if unaccented(words) in _NEVER_SCANNED:
        never = {row.id for row in await campaign_facts.never_done(tx, "scan")}
        rows = [row for row in rows if row.id in never]
    else:
        rows = _matching(rows, words, _system_words)
    if words and len(rows) == 1 and not page:
        await show_system(tx, team, person, rows[0].id, under)
        return
    await _list(tx, person, under, "systems", words, page, rows, _system_line)


def _agency_words(row: Row[Any]) -> str:
    return f"{row.code} {row.name} {row.kind}"


def _system_words(row: Row[Any]) -> str:
    return f"{row.code} {row.name} {row.agency} {row.agency_code}"


def _matching(
    rows: Sequence[Row[Any]], words: str, text: Callable[[Row[Any]], str]
) -> Sequence[Row[Any]]:
    """Return the rows with all the words, accents or not; whose code it is leaves out the rest."""
    wanted = unaccented(words).split()
    if not wanted:
        return rows
    exact = [row for row in rows if folded(row.code) == folded(words.strip())]
    if exact:
        return exact
    named = [row for row in rows if _plain(row.name) == " ".join(wanted)]
    return named or [row for row in rows if _has(_plain(text(row)), wanted)]


def _has(text: str, wanted: Sequence[str]) -> bool:
    padded = f" {text}"
    return all(f" {word}" in padded for word in wanted)


async def agency_meant(tx: Tx, words: str) -> Row[Any]:
    """Return the one agency meant by a code or a part of a name; Refused when it is not clear."""
    rows = await register_facts.agency_lines(tx)
    found = _matching(rows, words, _agency_words) if words.strip() else []
    return _only(found, words, "agency")


def agencies_named(rows: Sequence[Row[Any]], words: str) -> tuple[int, ...]:
    """Return the agencies meant by codes or names with commas between; Refused for one unclear."""
    named = [part.strip() for part in re.split(r"[,;\n]", words) if part.strip()]
    found = [_only(_matching(rows, part, _agency_words), part, "agency").id for part in named]
    return tuple(dict.fromkeys(found))


async def system_meant(tx: Tx, words: str) -> Row[Any]:
    """Return the one system meant by a code or a part of a name; Refused when it is not clear."""
    rows = await register_facts.system_lines(tx)
    found = _matching(rows, words, _system_words) if words.strip() else []
    return _only(found, words, "system")


def _only(found: Sequence[Row[Any]], words: str, what: str) -> Row[Any]:
    if len(found) == 1:
        return found[0]
    shown = words.strip()[:60]
    if not found:
        raise Refused(f"refused-register-no-{what}", words=shown)
    names = {"list": [f"{row.name} ({row.code})" for row in found[:5]]}
    raise Refused("refused-register-several", words=shown, count=len(found), names=names)


async def _list(  # noqa: PLR0913, PLR0917 what stands in the list, and where it is shown
    tx: Tx,
    person: Person,
    under: Under | None,
    what: str,
    words: str,
    page: int,
    rows: Sequence[Row[Any]],
    line: Callable[[Row[Any]], Mapping[str, Any]],
) -> None:
    if words and not rows:
        raise Refused(f"refused-register-none-{what}", words=words.strip()[:60])
    pages = max(1, -(-len(rows) // ON_A_PAGE))
    if page >= pages:
        raise Refused("refused-page-gone")
    shown = rows[page * ON_A_PAGE :][:ON_A_PAGE]
    verb = {"agencies": "agency", "systems": "system"}[what]
    await show(
        tx,
        person,
        under,
        text=f"register-{what}",
        count=len(rows),
        words=words.strip()[:60] or None,
        page=page + 1,
        pages=pages,
        lines={"lines": [line(row) for row in shown]},
        keys=[
            *([{"caption": row.name, "data": f"{verb}:{row.id}"}] for row in shown),
            *_turning(what, words, page, pages),
            *_list_keys(person, verb),
        ],
    )


def _turning(what: str, words: str, page: int, pages: int) -> Keys:
    """Return the keys to the pages before and after; the words of a search go with them."""
    kept = unaccented(words).encode()[:_LONGEST_WORDS].decode(errors="ignore")
    rest = f":{kept}" if kept else ""
    before = [{"label": "button-page-before", "data": _page(what, page - 1, rest)}]
    after = [{"label": "button-page-after", "data": _page(what, page + 1, rest)}]
    row = before * (page > 0) + after * (page + 1 < pages)
    return [row] if row else []


def _page(what: str, page: int, rest: str) -> str:
    return f"agencies:{page}{rest}" if what == "agencies" else f"systems:{page}{rest}"


def _list_keys(person: Person, verb: str) -> Keys:
    out = [
        {"label": "button-register-xlsx", "data": _deed(verb, 0, "xlsx")},
        {"label": "button-register-export", "data": _deed(verb, 0, "export")},
    ]
    if not may(person, Role.LEAD):
        return []
    if not may(person, Role.ADMIN):
        return [out]
    new = {"label": f"button-{verb}-new", "data": _deed(verb, 0, "new"), "style": "primary"}
    file = {"label": "button-register-import", "data": _deed(verb, 0, "import")}
    return [[new, file], out]


def _deed(verb: str, row_id: int, action: str) -> str:
    rest = f":{action}" if action else ""
    return f"agency:{row_id}{rest}" if verb == "agency" else f"system:{row_id}{rest}"


def _agency_line(row: Row[Any]) -> Mapping[str, Any]:
    return {
        "text": "register-agency-line",
        "name": row.name,
        "code": row.code,
        "contacts": row.contacts,
        "able": row.able,
        "systems": row.systems,
    }


def _system_line(row: Row[Any]) -> Mapping[str, Any]:
    return {
        "text": "register-system-line",
        "name": row.name,
        "code": row.code,
        "agency": row.agency,
        "level": level_text(row.level),
    }
