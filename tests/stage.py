"""Somebody of every standing who tries everything, on a team in the middle of its work.

The deeds are handed to the bot many at a time, and its answers are read where they wait to be sent.
"""

from collections.abc import Iterable, Sequence
from contextlib import asynccontextmanager

from sqlalchemy import func, select, update

from bot.domain.people import Role
from storage.after_tables import improvements
from storage.tables import (
    failed_updates,
    forms,
    incidents,
    invites,
    ladders,
    outbox,
    people,
    shifts,
    timeline,
)

STATE = (people, incidents, shifts, invites, ladders, timeline, forms, improvements)
AT_ONCE = 30  # fewer than one person may write in a minute

STANDINGS = {
    "stranger": Role.CITIZEN,
    "citizen": Role.CITIZEN,
    "staff": Role.STAFF,
    "responder": Role.RESPONDER,
    "lead": Role.LEAD,
    "admin": Role.ADMIN,
    "deactivated": Role.CITIZEN,
    "blocked": None,
}
"""What each may do in the end; the blocked may nothing."""


class Stage:
    """A team in the middle of its work, and somebody of every standing who tries things."""

    def __init__(self, world, minh, cast):
        self.world, self.minh, self.cast = world, minh, cast
        self.card = world.group_sees("SC-2026-0001", with_button="hận")

    async def state(self):
        return [await self.world.rows(table) for table in STATE]

    async def hears(self):
        """Let the bot handle everything that was done, without sending anything."""
        for _ in range(100):
            await self.world.app.intake.step()
            if not self.world.bot.queue:
                return
        raise AssertionError("the updates never end")

    async def last_said(self):
        """Return the number of the newest answer: to read all of them each time is slow."""
        async with self.world.app.database.read() as tx:
            return await tx.scalar(select(func.max(outbox.c.id)))

    async def said_since(self, last_id):
        """Return what has been said since then, oldest first."""
        newer = select(outbox).where(outbox.c.id > last_id).order_by(outbox.c.id)
        async with self.world.app.database.read() as tx:
            return [dict(row._mapping) for row in await tx.all(newer)]

    async def presses(self, human, datas: Iterable[str]):
        """Press everything; returns what popped up for each, as (data, text, alert)."""
        last_id = await self.last_said()
        tried = {}
        for data in datas:
            press = self.world.playground.people.press(human.user, self.card, data, forged=True)
            tried[press] = data
        await self.hears()
        toasts = [row["params"] for row in await self.said_since(last_id) if row["op"] == "toast"]
        assert sorted(tried) == sorted(toast["press"] for toast in toasts)
        return [(tried[t["press"]], t["text"], bool(t.get("alert"))) for t in toasts]

    async def writes(self, human, lines: Sequence[str], *, in_group: bool):
        """Write everything; returns the texts that answer."""
        answers = []
        place = self.world.group if in_group else self.world.bot
        chat = self.world.group.id if in_group else human.user.id
        for start in range(0, len(lines), AT_ONCE):
            self.world.hand.advance(61)
            last_id = await self.last_said()
            for line in lines[start : start + AT_ONCE]:
                self.world.playground.people.say(human.user, place, line)
            await self.hears()
            said = await self.said_since(last_id)
            answers += [row["params"].get("text") for row in said if row["chat_id"] == chat]
        return answers


@asynccontextmanager
async def a_stage(world, minh):
    """Set up one incident nobody has, one that is Minh's, one that is solved, one in the queue."""
    cast = {}
    for standing, role in STANDINGS.items():
        if standing == "stranger":
            cast[standing] = await world.citizen("Người lạ")
            world.playground.people.join(world.group, cast[standing].user)
        else:
            stored = {"deactivated": Role.LEAD, "blocked": Role.CITIZEN}.get(standing, role)
            cast[standing] = await world.member(standing.title(), stored or Role.CITIZEN)
    lan = await world.member("Lan", "citizen")
    for words, kind in (
        ("Trang chủ bị thay hình", "Thay đổi giao diện"),
        ("Máy chủ bị mã hóa", "Mã hóa"),
        ("Trang thuế bị thay hình", "Thay đổi giao diện"),
        ("Giả công an đòi tiền", "Lừa đảo"),
    ):
        for said in ("/report", words):
            await lan.says(said)
        await lan.presses(kind)
        await lan.presses("Gửi ngay")
    async with world.app.database.begin() as tx:
        await tx.run(
            update(people).where(people.c.id == cast["deactivated"].person_id).values(active=False)
        )
        await tx.run(
            update(people).where(people.c.id == cast["blocked"].person_id).values(blocked=True)
        )
        third = incidents.c.id == 3
        solved = {"status": "wrapping_up", "owner_id": minh.person_id, "resolved_at": tx.now}
        await tx.run(update(incidents).where(third).values(**solved, taken_at=tx.now))
    async with world.app.database.begin() as tx:
        await tx.run(update(ladders).where(ladders.c.incident_id == 3).values(live=False))
        await tx.add(
            invites,
            token="a" * 32,
            role="responder",
            created_by_id=1,
            created_at=tx.now,
            expires_at=tx.now.replace(year=2027),
            opened_by_id=lan.person_id,
            opened_at=tx.now,
        )
    await minh.presses("hận", on=minh.sees("SC-2026-0002"))
    await minh.says("/resolve SC-2026-0002")
    stage = Stage(world, minh, cast)
    yield stage
    assert await world.rows(failed_updates) == []


def below(human_standing, least):
    able = STANDINGS[human_standing]
    return able is None or able < least
