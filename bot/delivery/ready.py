"""The last look before sending: whether it still matters, and what the facts are now."""

import logging
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row

from bot.domain.errors import Refused
from bot.domain.messages import KINDS, MessageKind, Op, Priority, Subject
from bot.domain.team import Team
from bot.services.facts import Known, facts_for
from bot.texts import Rendered, last_resort, render
from storage import outbox, papers, shifts
from storage.database import Tx
from storage.papers import Paper

logger = logging.getLogger(__name__)

UNKNOWN_KIND = "unknown kind"


@dataclass(frozen=True, slots=True)
class Ready:
    """A row with its text, and the message it edits or replies to."""

    row: Row[Any]
    rendered: Rendered
    message_id: int | None = None
    reply_to: int | None = None
    paper: Paper | None = None


async def prepare(tx: Tx, team: Team, row: Row[Any], known: Known) -> Ready | str:
    """Return the row ready to be sent, or the constant reason why it no longer matters."""
    kind = KINDS.get(row.kind)
    if row.expires_at is not None and row.expires_at <= tx.now:
        return "expired"
    if kind is None:
        return _unheard_of(team, row, tx.now)
    message_id = None
    if row.op in (Op.EDIT, Op.PIN, Op.UNPIN):
        message_id = await outbox.message_of(tx, row.target_id)
        if message_id is None:
            return "nothing to edit"
    rendered = await _render(tx, team, row, known)
    if isinstance(rendered, str):
        return rendered
    paper = None
    if "paper" in row.params:
        paper = await papers.get(tx, row.params["paper"])
        if paper is None:
            return "paper gone"
    return Ready(row, rendered, message_id, await _reply_to(tx, kind, row), paper)


def _unheard_of(team: Team, row: Row[Any], now: datetime) -> Ready | str:
    """A row left by a newer version of this program: a page says that there is something."""
    logger.error("kind-unknown", extra={"outbox_id": row.id, "kind": row.kind})
    if row.priority != Priority.PAGE or row.op != Op.SEND:
        return UNKNOWN_KIND
    return Ready(row, last_resort(dict(row._mapping), team, now, row.language))  # noqa: SLF001 Row's documented view


async def _render(tx: Tx, team: Team, row: Row[Any], known: Known) -> Rendered | str:
    """Render what still matters; a row whose facts or text are broken says there is something."""
    mapping = dict(row._mapping)  # noqa: SLF001 Row's documented view
    kind, language = KINDS[row.kind], row.language or team.language
    try:
        reason = await overtaken(tx, kind, row, known)
        if reason is not None:
            return reason
        facts = await facts_for(tx, team, mapping, known)
        if kind.subject in (Subject.FORM, Subject.CAMPAIGN) and facts.form is None:
            return "question past" if kind.subject is Subject.FORM else "subject gone"
        return render(mapping, facts, team, tx.now, language)
    except Exception:  # an edge: one wrong row must not silence the others, least of all a page
        logger.exception("text-broken", extra={"outbox_id": row.id, "kind": row.kind})
        return last_resort(mapping, team, tx.now, language)


async def overtaken(tx: Tx, kind: MessageKind, row: Row[Any], known: Known) -> str | None:
    """Return the constant reason why a row no longer matters, or None."""
    if kind.subject is Subject.SHIFT:
        shift = await shifts.find(tx, row.subject_id)
        return "shift gone" if shift is None else kind.past(shift, row.params)
    if kind.subject is not Subject.INCIDENT or row.op == Op.EDIT:
        return None
    try:
        incident = await known.incident(tx, row.subject_id)
    except Refused:
        return "subject gone"
    return kind.overtaken(incident, row.params)


async def _reply_to(tx: Tx, kind: MessageKind, row: Row[Any]) -> int | None:
    """Answer what was asked; news about an incident in the group hangs below its card."""
    asked: int | None = row.reply_to
    if asked is not None or row.op != Op.SEND:
        return asked
    if row.chat_id > 0 or kind.subject is not Subject.INCIDENT or kind.name == "incident-card":
        return None
    card = await outbox.newest(tx, "incident-card", row.chat_id, row.subject_id)
    if card is None:
        return None
    message_id: int | None = card.message_id
    return message_id
