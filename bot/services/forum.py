"""The group as a forum: what the bot may do there, a topic for each incident, who writes in it.

A topic is opened, changed and closed by orders in the outbox; what they do is decided when they go.
Whatever is refused, the messages themselves arrive: in the General topic if there is no other.
"""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace
from sqlalchemy import Row

from bot.domain.codes import parse_code
from bot.domain.forum import Look, Step, Topic, after, link_to, look_of, next_step
from bot.domain.incident import ENDED, Incident, Status
from bot.domain.messages import KINDS, Op, Outgoing, Subject
from bot.domain.team import Team
from bot.services.messages import leads, queue, tell, tell_team
from storage import forum, incidents, outbox, pins
from storage.database import Tx

CARD, POINTER = "incident-card", "incident-pointer"
GONE, CLOSED = "topic gone", "topic closed"
NO_RIGHT, NO_FORUM = "no rights in the group", "no forum"


class Move(Struct, frozen=True):
    """One change of a topic on its way to Telegram."""

    step: Step
    thread_id: int | None
    look: Look
    status: Status


async def learn(
    tx: Tx,
    team: Team,
    chat_id: int,
    *,
    is_forum: bool | None = None,
    may_manage: bool | None = None,
    icons: Mapping[str, str] | None = None,
) -> None:
    """Keep what was seen of the group; leads are told once when only the right is missing."""
    before = await forum.known(tx, chat_id)
    now = replace(
        before,
        is_forum=before.is_forum if is_forum is None else is_forum,
        may_manage=before.may_manage if may_manage is None else may_manage,
        icons=before.icons if icons is None else icons,
    )
    was_looked_at = icons is not None  # as at every start, should anything have been left undone
    if now == before and not was_looked_at:
        return
    await forum.keep(tx, chat_id, now)
    if before.is_forum and not now.is_forum:
        # It refused its own topics at the last; they are there again when it is a forum again.
        await forum.find_again(tx, chat_id)
    if chat_id != team.chat_id:
        return
    if now.takes_topics and (was_looked_at or not before.takes_topics):
        await _move_in(tx, chat_id)
    if now.lacks_the_right and await forum.told(tx, chat_id):
        for lead in await leads(tx):
            tell(tx, lead, "notice", text="forum-no-right")


async def _move_in(tx: Tx, chat_id: int) -> None:
    """Let every running incident have its topic, and make those true that are there already."""
    for incident_id in await forum.homeless(tx, chat_id):
        await forum.keep_topic(tx, incident_id, chat_id)
    for row in await forum.lived_in(tx, chat_id):
        op = Op.OPEN_TOPIC if row.thread_id is None else Op.TOPIC
        forum.order(tx, row.incident_id, chat_id, op)


async def show(tx: Tx, team: Team, incident_id: int) -> None:
    """Put a new incident before the group: its card, in a topic of its own where there can be."""
    has_topic = await _begin(tx, team, incident_id)
    tell_team(tx, team, CARD, incident_id)
    if has_topic:
        tell_team(tx, team, POINTER, incident_id, text="pointer-new")


async def _begin(tx: Tx, team: Team, incident_id: int) -> bool:
    if team.chat_id is None or not (await forum.known(tx, team.chat_id)).takes_topics:
        return False
    await forum.keep_topic(tx, incident_id, team.chat_id)
    forum.order(tx, incident_id, team.chat_id, Op.OPEN_TOPIC)
    return True


async def over(tx: Tx, incident: Incident) -> None:
    """Tell the General topic how an incident has ended; its own one follows by itself."""
    row = await forum.of_incident(tx, incident.id)
    if row is not None:
        await _point(tx, row, "pointer-over", status={"status": incident.status.value})


async def again(tx: Tx, team: Team, incident: Incident) -> None:
    """Tell the General topic that an incident is worked on again, in a topic if there can be."""
    row = await forum.of_incident(tx, incident.id)
    if row is not None:
        await _point(tx, row, "pointer-again")
    else:
        await _begin(tx, team, incident.id)


async def _point(tx: Tx, row: Row[Any], text: str, **said: Any) -> None:  # noqa: ANN401 what the text asks for
    params = {"text": text, **said}
    if await has_topics(tx, row.chat_id):
        queue(tx, Outgoing(POINTER, row.chat_id, subject_id=row.incident_id, params=params))


async def move(tx: Tx, row: Row[Any], name: str, incident: Incident) -> Move | None:
    """Return what an order of the outbox has to do by now; None when nothing, or nothing may."""
    known, kept = await forum.known(tx, row.chat_id), await forum.of_incident(tx, incident.id)
    if kept is None or kept.chat_id != row.chat_id or not known.takes_topics:
        return None
    look, topic = look_of(name, incident.status, known.icons), forum.topic_of(kept)
    if row.thread_id is not None:
        return Move(Step.CLOSE, row.thread_id, look, incident.status)
    step = next_step(topic, look, incident.status)
    return Move(step, topic.thread_id, look, incident.status) if step is not None else None


async def moved(tx: Tx, row: Row[Any], done: Move, thread_id: int | None) -> None:
    """Keep what Telegram has done to a topic, and order what is still to be done."""
    kept = await forum.of_incident(tx, row.subject_id)
    if kept is None:
        return
    if done.step is Step.OPEN and thread_id is not None:
        if not await _is_at(tx, kept, thread_id):
            return
        await _bring_card(tx, kept, thread_id)
    elif kept.thread_id != done.thread_id:
        return
    left = after(forum.topic_of(kept), done.step, done.look)
    await forum.left(tx, kept.id, left)
    left = replace(left, thread_id=left.thread_id or thread_id)
    if next_step(left, done.look, done.status) is not None:
        await forum.follow(tx, row.subject_id)


async def _is_at(tx: Tx, kept: Row[Any], thread_id: int) -> bool:
    """Store where a topic is; of two, opened as an answer was lost, the first known counts.

    The other one is closed with a line that leads here; what is said there is heard all the same.
    """
    if await forum.opened(tx, kept.id, thread_id) or kept.thread_id == thread_id:
        return True
    if await forum.of_thread(tx, kept.chat_id, thread_id) is None:
        await forum.keep_spare(tx, kept.incident_id, kept.chat_id, thread_id)
        spare = Outgoing(POINTER, kept.chat_id, subject_id=kept.incident_id, thread_id=thread_id)
        queue(tx, replace(spare, params={"text": "pointer-spare"}))
        forum.close_spare(tx, kept.incident_id, kept.chat_id, thread_id)
    return False


async def _bring_card(tx: Tx, kept: Row[Any], thread_id: int) -> None:
    """Send the card again into a topic that was opened after it; the old one says so."""
    card, anew = await outbox.newest(tx, CARD, kept.chat_id, kept.incident_id), None
    if card is None or (card.state == outbox.SENT and card.thread_id != thread_id):
        anew = Outgoing(CARD, kept.chat_id, subject_id=kept.incident_id)
        queue(tx, anew)
    if card is not None and anew is not None:
        await pins.unpin(tx, kept.incident_id)
        queue(tx, replace(anew, op=Op.EDIT, target_id=card.id, key=f"edit:{card.id}"))


async def adopt(tx: Tx, chat_id: int, thread_id: int, look: Look) -> None:
    """Take a topic whose opening Telegram has told of, should its answer have been lost."""
    code = next(filter(None, map(parse_code, look.name.split())), None)
    incident = await incidents.find(tx, *code) if code else None
    kept = await forum.of_incident(tx, incident.id) if incident else None
    if kept is None or kept.chat_id != chat_id or await forum.of_thread(tx, chat_id, thread_id):
        return
    if await _is_at(tx, kept, thread_id):
        await forum.left(tx, kept.id, Topic(thread_id, look))
        await _bring_card(tx, kept, thread_id)
        await forum.follow(tx, kept.incident_id)


async def refused(tx: Tx, team: Team, row: Row[Any], reason: str) -> None:
    """An order was refused for good: learn from it, and open another topic for a lost one."""
    if reason == NO_RIGHT:
        await learn(tx, team, row.chat_id, may_manage=False)
    elif reason == NO_FORUM:
        await learn(tx, team, row.chat_id, is_forum=False)
    elif reason == GONE and row.thread_id is None:
        await _lost(tx, team, await forum.of_incident(tx, row.subject_id))


async def shut_out(tx: Tx, team: Team, chat_id: int, thread_id: int, reason: str) -> None:
    """A message was refused in a topic, and goes to the General one instead."""
    kept = await forum.of_thread(tx, chat_id, thread_id)
    if kept is None:
        return
    if reason == GONE:
        await _lost(tx, team, kept)
    elif reason == CLOSED:
        # Who may manage topics may also write in closed ones.
        await forum.left(tx, kept.id, replace(forum.topic_of(kept), is_closed=True))
        await learn(tx, team, chat_id, may_manage=False)


async def _lost(tx: Tx, team: Team, kept: Row[Any] | None) -> None:
    if kept is None or kept.gone or not await has_topics(tx, kept.chat_id):
        return
    await forum.lose(tx, kept.id)
    incident = await incidents.get(tx, kept.incident_id)
    if incident.status not in ENDED and await forum.of_incident(tx, incident.id) is None:
        await _begin(tx, team, incident.id)


async def thread_for(tx: Tx, row: Row[Any]) -> int | None:
    """Return the topic a message belongs in now: its incident's, or where it was asked for."""
    asked: int | None = row.thread_id
    about_incident = KINDS[row.kind].subject is Subject.INCIDENT and row.kind != POINTER
    if row.op != Op.SEND or row.chat_id > 0 or not about_incident:
        return asked
    kept = await forum.of_incident(tx, row.subject_id)
    if kept is None or kept.thread_id is None or kept.chat_id != row.chat_id:
        return None
    known = await forum.known(tx, row.chat_id)
    is_shut = not known.is_forum or (kept.closed and known.may_manage is False)
    found: int = kept.thread_id
    return None if is_shut else found


async def incident_in(tx: Tx, chat_id: int, thread_id: int | None) -> int | None:
    """Return the incident whose topic this is, None for any other topic."""
    if thread_id is None:
        return None
    kept = await forum.of_thread(tx, chat_id, thread_id)
    return kept.incident_id if kept is not None else None


async def has_topics(tx: Tx, chat_id: int) -> bool:
    """Whether a group is a forum, as far as is known."""
    return (await forum.known(tx, chat_id)).is_forum


async def leads_to(tx: Tx, row: Mapping[str, Any], *, is_old: bool) -> str | None:
    """Return the address of the topic that a line in General, or a card left behind, leads to."""
    leads_there = row["kind"] == POINTER or (is_old and row["kind"] == CARD and row["chat_id"] < 0)
    return await link(tx, row["subject_id"]) if leads_there else None


async def link(tx: Tx, incident_id: int) -> str | None:
    """Return the address of an incident's topic, None when it has none."""
    kept = await forum.of_incident(tx, incident_id)
    if kept is None or kept.thread_id is None:
        return None
    return link_to(kept.chat_id, kept.thread_id)
