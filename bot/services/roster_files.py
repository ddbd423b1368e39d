"""A roster for a draft from a file somebody has sent: read by the workshop, taken whole or not."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.domain.answers import File
from bot.domain.errors import Refused
from bot.domain.people import Person, Role
from bot.domain.team import Team
from bot.domain.watch import WatchState, slots
from bot.domain.watch_rows import Fitted, Placed, Sought
from bot.services import drafting, watches
from bot.services.messages import tell
from bot.services.shift_words import shift_text
from storage import due, people
from storage import watches as stored
from storage.database import Tx
from storage.due import Due

READ = "make-roster-read"  # about a watch
_MOST_BYTES = 20_000_000  # what Telegram lets a bot fetch
_SHOWN = 20
_KNOWN = (Role.STAFF, *drafting.ABLE)


async def order(tx: Tx, person: Person, watch_id: int, file: File) -> None:
    """Have a file read into a draft; its sender is shown the page, or what is wrong with it."""
    await must_be_draft(tx, watch_id)
    if file.size is not None and file.size > _MOST_BYTES:
        raise Refused("import-file-large", megabytes=str(_MOST_BYTES // 1_000_000))
    params = {"file_id": file.file_id, "name": file.name or "", "person_id": person.id}
    await due.schedule(tx, Due(READ, watch_id, tx.now, params))


async def must_be_draft(tx: Tx, watch_id: int) -> None:
    """Refuse a watch that is no draft, or no longer."""
    watch = await stored.get(tx, watch_id)
    if watch.state is not WatchState.DRAFT:
        raise Refused("refused-watch-not-draft", name=watch.name)


async def gather(tx: Tx, team: Team, watch_id: int, params: Mapping[str, Any]) -> Sought | None:
    """Return what the file is read against; None when the watch is no draft any more."""
    watch = await stored.get(tx, watch_id)
    if watch.state is not WatchState.DRAFT:
        return None
    places = slots(watch, team.zone)
    posts = [team.catalog.watch.post(seats.post) for seats in watch.plan.seats]
    known = await people.with_roles(tx, _KNOWN)
    return Sought(places, posts, known, team.zone, params["name"])


async def keep(
    tx: Tx, team: Team, watch_id: int, params: Mapping[str, Any], made: Placed | Mapping[str, Any]
) -> None:
    """Fill the draft and show it, or tell its sender what is wrong with the file."""
    person = await people.get(tx, params["person_id"])
    if not isinstance(made, Placed):
        again = {"label": "button-watch-file", "data": f"watch:{watch_id}:file"}
        page = {"label": "button-watch-page", "data": f"watch:{watch_id}"}
        tell(tx, person, "answer", **made, keys=[[again], [page]])
        return
    try:
        await drafting.fill(tx, team, await stored.get(tx, watch_id), made.given)
    except Refused as refused:
        said: dict[str, Any] = {"text": refused.text_id, **refused.params}
        tell(tx, person, "answer", **said)
        return
    fitted = _fitted(team, made.fitted)
    tell(tx, person, "answer", text="roster-file-taken", count=len(made.given), fitted=fitted)
    await watches.page(tx, team, person, watch_id)


def _fitted(team: Team, fitted: Sequence[Fitted]) -> dict[str, Any] | str:
    """Say of each line whose times are no shift's what was made of it."""
    if not fitted:
        return ""
    lines = [
        {
            "text": "roster-fitted-divided" if each.is_divided else "roster-fitted-whole",
            "line": each.line,
            "written": shift_text(each.start, each.end, team.zone),
            "count": len(each.spans),
            "shifts": {"list": [shift_text(*span, team.zone) for span in each.spans]},
        }
        for each in fitted[:_SHOWN]
    ]
    more = len(fitted) - len(lines)
    said = [*lines, *([{"text": "roster-fitted-more", "count": more}] if more else [])]
    return {"text": "roster-fitted", "lines": {"lines": said}}


async def give_up(tx: Tx, team: Team, watch_id: int, params: Mapping[str, Any]) -> None:
    """Tell who sent the file that it could not be read."""
    del team
    keys = [[{"label": "button-watch-file", "data": f"watch:{watch_id}:file"}]]
    person = await people.get(tx, params["person_id"])
    tell(tx, person, "answer", text="roster-file-unread", keys=keys)
