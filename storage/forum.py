"""The forum: what the bot may do in the group, the topic of each incident, and who writes there."""

from collections.abc import Sequence
from typing import Any

from msgspec.structs import replace
from sqlalchemy import Row, and_, bindparam, or_, select, update

from bot.domain.forum import Forum, Look, Topic
from bot.domain.incident import OPEN
from bot.domain.messages import Op, Outgoing
from storage.database import Tx
from storage.forum_tables import forums, topics
from storage.outbox import queue
from storage.tables import incidents, outbox

TOPIC = "incident-topic"
_OF_INCIDENT = (
    select(topics)
    .where(topics.c.incident_id == bindparam("incident_id"), topics.c.gone.is_(False))
    .order_by(topics.c.id.desc())
    .limit(1)
)
_THERE = topics.c.gone.is_(False)
_FORUM = select(forums).where(forums.c.chat_id == bindparam("chat_id"))
_OF_THREAD = select(topics).where(
    topics.c.chat_id == bindparam("chat_id"), topics.c.thread_id == bindparam("thread_id")
)


async def known(tx: Tx, chat_id: int) -> Forum:
    """Return what is known of a group; of one never looked at, that it is no forum."""
    row = await tx.one(_FORUM, {"chat_id": chat_id})
    return Forum() if row is None else Forum(row.is_forum, row.may_manage, row.icons)


async def keep(tx: Tx, chat_id: int, forum: Forum) -> None:
    """Store what is known of a group; whoever has the right again need be told anew later."""
    values: dict[str, Any] = {"is_forum": forum.is_forum, "may_manage": forum.may_manage}
    values |= {"icons": dict(forum.icons or {})}
    values |= {} if forum.lacks_the_right else {"told_at": None}
    await tx.run(
        tx.insert(forums)
        .values(chat_id=chat_id, **values)
        .on_conflict_do_update(index_elements=["chat_id"], set_=values)
    )


async def told(tx: Tx, chat_id: int) -> bool:
    """Note that leads hear now what is missing; False when they have heard it before."""
    untold = update(forums).where(forums.c.chat_id == chat_id, forums.c.told_at.is_(None))
    return await tx.change(untold.values(told_at=tx.now))


async def of_incident(tx: Tx, incident_id: int) -> Row[Any] | None:
    """Return the newest topic of an incident that nobody has deleted."""
    return await tx.one(_OF_INCIDENT, {"incident_id": incident_id})


async def of_thread(tx: Tx, chat_id: int, thread_id: int) -> Row[Any] | None:
    """Return the topic that a message was written in, if it is an incident's."""
    return await tx.one(_OF_THREAD, {"chat_id": chat_id, "thread_id": thread_id})


async def keep_topic(tx: Tx, incident_id: int, chat_id: int, thread_id: int | None = None) -> int:
    """Store that an incident has a topic, or is to have one; returns its own number."""
    values = {"incident_id": incident_id, "chat_id": chat_id, "thread_id": thread_id}
    return await tx.add(topics, **values, name="", closed=False, gone=False)


async def homeless(tx: Tx, chat_id: int) -> list[int]:
    """Return the open incidents that neither have a topic in a group nor are to have one."""
    here = and_(topics.c.incident_id == incidents.c.id, topics.c.chat_id == chat_id, _THERE)
    rows = await tx.all(
        select(incidents.c.id)
        .where(incidents.c.status.in_(OPEN), ~select(topics.c.id).where(here).exists())
        .order_by(incidents.c.id)
    )
    return [row.id for row in rows]


async def lived_in(tx: Tx, chat_id: int) -> Sequence[Row[Any]]:
    """Return the topics in a group that are open, or whose incident is."""
    is_used = or_(topics.c.closed.is_(False), incidents.c.status.in_(OPEN))
    return await tx.all(
        select(topics)
        .join(incidents, incidents.c.id == topics.c.incident_id)
        .where(topics.c.chat_id == chat_id, _THERE, is_used)
        .order_by(topics.c.id)
    )


async def find_again(tx: Tx, chat_id: int) -> None:
    """Let each topic count again that was to be replaced by one that nobody has opened."""
    fresh = await tx.all(
        select(topics).where(topics.c.chat_id == chat_id, _THERE, topics.c.thread_id.is_(None))
    )
    for row in fresh:
        same = (topics.c.incident_id == row.incident_id, topics.c.chat_id == chat_id)
        lost = (topics.c.gone.is_(True), topics.c.closed.is_(False))
        former = await tx.scalar(
            select(topics.c.id)
            .where(*same, *lost, topics.c.thread_id.is_not(None))
            .order_by(topics.c.id.desc())
            .limit(1)
        )
        if former is not None:
            await lose(tx, row.id)
            await _change(tx, former, gone=False)


async def keep_spare(tx: Tx, incident_id: int, chat_id: int, thread_id: int) -> None:
    """Store a second topic of an incident: nothing goes there, but what is said there counts."""
    spare = await keep_topic(tx, incident_id, chat_id, thread_id)
    await _change(tx, spare, gone=True, closed=True)


def topic_of(row: Row[Any]) -> Topic:
    """Return the topic in a row."""
    return Topic(row.thread_id, Look(row.name, row.icon), row.closed)


async def left(tx: Tx, topic_id: int, topic: Topic) -> None:
    """Store how a topic was left."""
    await _change(tx, topic_id, name=topic.look.name, icon=topic.look.icon, closed=topic.is_closed)


async def opened(tx: Tx, topic_id: int, thread_id: int) -> bool:
    """Store where a topic is; False when it is known to be elsewhere already."""
    fresh = topics.c.thread_id.is_(None)
    return await tx.change(
        update(topics).where(topics.c.id == topic_id, fresh).values(thread_id=thread_id)
    )


async def lose(tx: Tx, topic_id: int) -> None:
    """Store that a topic is no more; what was written there keeps its incident."""
    await _change(tx, topic_id, gone=True)


async def _change(tx: Tx, topic_id: int, **values: Any) -> None:  # noqa: ANN401 columns of any type
    await tx.run(update(topics).where(topics.c.id == topic_id).values(**values))


def order(tx: Tx, incident_id: int, chat_id: int, op: Op = Op.TOPIC) -> None:
    """Have a topic made true; a waiting order is as good as a new one."""
    key = f"topic:{incident_id}"
    queue(tx, Outgoing(TOPIC, chat_id, subject_id=incident_id, op=op, key=key))


def close_spare(tx: Tx, incident_id: int, chat_id: int, thread_id: int) -> None:
    """Have a second topic closed."""
    key = f"topic:{incident_id}:{thread_id}"
    order = Outgoing(TOPIC, chat_id, subject_id=incident_id, op=Op.TOPIC, key=key)
    queue(tx, replace(order, thread_id=thread_id))


async def follow(tx: Tx, incident_id: int) -> None:
    """Let the topic follow what has changed about its incident, if it has one."""
    row = await of_incident(tx, incident_id)
    if row is not None:
        order(tx, incident_id, row.chat_id)


async def written_in(tx: Tx, row_id: int, thread_id: int) -> None:
    """Note in which topic a message was put after all."""
    await tx.run(update(outbox).where(outbox.c.id == row_id).values(thread_id=thread_id))
