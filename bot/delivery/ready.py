"""The last look before sending: whether it still matters, and what the facts are now."""

import logging
from datetime import datetime
from typing import Any

from msgspec import Struct
from msgspec.structs import replace
from sqlalchemy import Row

from bot.domain.errors import Refused
from bot.domain.incident import WORKING
from bot.domain.messages import KINDS, TOPIC_OPS, MessageKind, Op, Priority, Subject
from bot.domain.team import Team
from bot.services import forum
from bot.services.facts import Known
from bot.services.veil import facts_for
from bot.texts import Rendered, last_resort, render
from bot.texts.length import plain
from storage import outbox, papers, shifts
from storage.database import Tx
from storage.papers import Paper

logger = logging.getLogger(__name__)

UNKNOWN_KIND, NOTHING = "unknown kind", "nothing to do"


class Ready(Struct, frozen=True):
    """A row with its text, the message it edits or replies to, and the topic it goes to.

    An order about a topic itself has a `move` instead. What `is_pinned` is pinned once it is there.
    """

    row: Row[Any]
    rendered: Rendered
    message_id: int | None = None
    reply_to: int | None = None
    paper: Paper | None = None
    thread_id: int | None = None
    move: forum.Move | None = None
    is_pinned: bool = False


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
    return await _placed(tx, kind, Ready(row, rendered, message_id), known)


async def _placed(tx: Tx, kind: MessageKind, ready: Ready, known: Known) -> Ready | str:
    """Return what is ready with all that goes along; a text without it, if that is broken."""
    row = ready.row
    try:
        if row.op in TOPIC_OPS:
            return await _topic(tx, row, ready.rendered, known)
        return await _whole(tx, kind, ready, known)
    except Exception:  # an edge: where one row belongs must not silence the others either
        logger.exception("text-broken", extra={"outbox_id": row.id, "kind": row.kind})
        return NOTHING if row.op in TOPIC_OPS else ready


async def _whole(tx: Tx, kind: MessageKind, ready: Ready, known: Known) -> Ready | str:
    """Return what is ready with its file and its place."""
    row, paper = ready.row, None
    if "paper" in row.params:
        paper = await papers.get(tx, row.params["paper"])
        if paper is None:
            return "paper gone"
    thread_id = await forum.thread_for(tx, row)
    reply_to = await _reply_to(tx, kind, row, thread_id)
    is_pinned = await _is_pinned(tx, row, thread_id, known)
    placed = replace(ready, reply_to=reply_to, thread_id=thread_id, is_pinned=is_pinned)
    return replace(placed, paper=paper)


async def _is_pinned(tx: Tx, row: Row[Any], thread_id: int | None, known: Known) -> bool:
    """Tell what is pinned: what says so, cards in their topics, cards of what is worked on."""
    if row.op != Op.SEND or row.kind != forum.CARD:
        return row.op == Op.SEND and bool(row.params.get("pin"))
    return thread_id is not None or (await known.incident(tx, row.subject_id)).status in WORKING


async def _topic(tx: Tx, row: Row[Any], rendered: Rendered, known: Known) -> Ready | str:
    incident = await known.incident(tx, row.subject_id)
    move = await forum.move(tx, row, plain(rendered.html), incident)
    return NOTHING if move is None else Ready(row, rendered, move=move)


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
        if kind.name == forum.POINTER and facts.topic is None:
            return "no topic"
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


async def _reply_to(tx: Tx, kind: MessageKind, row: Row[Any], thread_id: int | None) -> int | None:
    """Answer what was asked; news about an incident without a topic hangs below its card."""
    asked: int | None = row.reply_to
    if asked is not None or row.op != Op.SEND or thread_id is not None:
        return asked
    alone = kind.subject is not Subject.INCIDENT or kind.name in (forum.CARD, forum.POINTER)
    if row.chat_id > 0 or alone:
        return None
    card = await outbox.newest(tx, "incident-card", row.chat_id, row.subject_id)
    if card is None:
        return None
    if card.thread_id is not None and await forum.has_topics(tx, row.chat_id):
        return None
    message_id: int | None = card.message_id
    return message_id
