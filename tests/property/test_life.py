"""Whatever happens in whatever order, no open incident is left without somebody or something.

Real services, timekeeper and dispatcher on a real SQLite file; only Telegram is a few lines here.
"""

import asyncio
import shutil
import tempfile
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    rule,
    run_state_machine_as_test,
)
from telegram.error import Forbidden, NetworkError

from bot.catalog import load
from bot.delivery.dispatcher import Dispatcher
from bot.delivery.pacing import Limits
from bot.domain.errors import Refused
from bot.domain.incident import OPEN, PHASES, Status
from bot.domain.kinds import Severity
from bot.domain.report import Draft
from bot.domain.roster import Post
from bot.domain.team import Team
from bot.services import arrivals, closing, incidents, leading
from bot.services import people as staffing
from bot.timekeeper import Timekeeper
from storage import people as kept
from storage.database import Database
from storage.tables import due_rows, ladders, outbox, people, shifts, timeline
from storage.tables import incidents as incident_rows

START = datetime(2026, 9, 1, 19, 0, tzinfo=UTC)
CATALOG = load(None)
WIDE = Limits(overall=10_000, burst=10_000, group=10_000, spared=0, edit_gap=timedelta(0))
CAST = (("Tùng", "lead"), ("Minh", "responder"), ("Hà", "responder"), ("Bình", "responder"))
WORKING = frozenset(PHASES)
MOST = 6

members = st.integers(1, len(CAST))
anybody = st.integers(1, len(CAST) + 2)
kinds = st.sampled_from([kind.code for kind in CATALOG.kinds])
which = st.integers(0, 5)
short = st.sampled_from([1, 3, 5, 10, 16, 31, 61])
lengths = st.sampled_from([1, 3, 5, 10, 16, 31, 61, 245, 24 * 60, 73 * 60])


class Line:
    """Telegram in ten lines: it refuses who has blocked the bot, and may be away."""

    def __init__(self):
        self.blocked, self.is_down, self.sent = set(), False, 0

    async def call(self, method, params):
        if self.is_down:
            raise NetworkError("httpx.ConnectError: connection refused")
        if params.get("chat_id") in self.blocked:
            raise Forbidden("Forbidden: bot was blocked by the user")
        self.sent += 1
        return {"message_id": self.sent}


class Life(RuleBasedStateMachine):
    """A team of four, two citizens, and up to six incidents."""

    template: Path

    def __init__(self):
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.folder = Path(tempfile.mkdtemp(prefix="trucban-life-"))
        self.now, self.line, self.length = START, Line(), 0
        shutil.copy(self.template, self.folder / "life.db")
        self.run(self.opens())
        self.run(self.settle_in())

    def run(self, work):
        return self.loop.run_until_complete(work)

    def teardown(self):
        self.run(self.database.close())
        self.loop.close()
        shutil.rmtree(self.folder)

    async def opens(self):
        self.team = Team(CATALOG, ZoneInfo("Asia/Ho_Chi_Minh"), "vi", -100)
        self.database = Database(f"sqlite:///{self.folder / 'life.db'}", lambda: self.now)
        await self.database.open()
        self.dispatcher = Dispatcher(self.database, self.team, self.line, WIDE)
        self.timekeeper = Timekeeper(self.database, self.team)
        await self.dispatcher.recover()

    async def settle_in(self):
        usual = {"language": "vi", "active": True, "blocked": False, "created_at": START}
        async with self.database.begin() as tx:
            for number, (name, role) in enumerate((*CAST, ("Lan", "citizen"), ("An", "citizen"))):
                await tx.add(people, telegram_id=number + 1, name=name, role=role, **usual)
            for person_id, post in ((2, "primary"), (3, "backup")):
                at = {"start_at": START, "end_at": START + timedelta(hours=12)}
                await tx.add(shifts, post=post, person_id=person_id, **at)

    # What people do

    def does(self, deed, who, number, *args):
        """Let a person do something to an incident; a refusal is as good an answer as any."""

        async def done():
            async with self.database.begin() as tx:
                found = [row.id for row in await tx.all(incident_rows.select())]
                if not found:
                    return
                person = await kept.get(tx, who)
                await deed(tx, person, found[number % len(found)], *args)

        self.refusable(done())

    def refusable(self, work):
        with suppress(Refused):
            self.run(work)

    def with_team(self, deed):
        return lambda tx, person, number, *args: deed(tx, self.team, person, number, *args)

    @rule(who=anybody, kind=kinds, anonymous=st.booleans())
    def report(self, who, kind, anonymous):
        draft = Draft(kind, "chuyện lạ", anonymous=anonymous)

        async def done():
            async with self.database.begin() as tx:
                if len(await tx.all(incident_rows.select())) < MOST:
                    await incidents.open_incident(tx, self.team, await kept.get(tx, who), draft)

        self.run(done())

    @rule(who=members, number=which)
    def take(self, who, number):
        self.does(self.with_team(incidents.acknowledge), who, number)

    @rule(who=members, number=which)
    def decline(self, who, number):
        self.does(self.with_team(incidents.decline), who, number)

    @rule(who=members, number=which, choice=st.sampled_from(["15", "60", "1440", "day"]))
    def promise(self, who, number, choice):
        self.does(self.with_team(incidents.promise), who, number, choice)

    @rule(who=members, number=which)
    def note(self, who, number):
        said = incidents.Note("đang xem", (1, 1))
        self.does(self.with_team(incidents.note), who, number, said)

    @rule(who=members, number=which)
    def still(self, who, number):
        self.does(self.with_team(incidents.still), who, number)

    @rule(who=members, number=which)
    def give_back(self, who, number):
        self.does(self.with_team(incidents.give_back), who, number)

    @rule(who=members, number=which)
    def escalate(self, who, number):
        self.does(self.with_team(incidents.escalate), who, number)

    @rule(to=members, number=which)
    def assign(self, to, number):
        self.does(self.with_team(leading.assign), 1, number, to)

    @rule(number=which, severity=st.sampled_from(Severity))
    def rate(self, number, severity):
        self.does(self.with_team(leading.change_severity), 1, number, severity)

    @rule(who=members, number=which, phase=st.sampled_from(PHASES))
    def advance(self, who, number, phase):
        self.does(self.with_team(incidents.advance), who, number, phase)

    @rule(who=members, number=which, kind=kinds)
    def resolve(self, who, number, kind):
        told = {"kind": kind, "cause": "lỗi", "action": "đã sửa", "helped_by": None}
        self.does(self.with_team(closing.resolve), who, number, told)

    @rule(
        who=members,
        number=which,
        outcome=st.sampled_from([Status.NOT_INCIDENT, Status.DUPLICATE, Status.REFERRED]),
        original=st.integers(1, 6),
    )
    def reject(self, who, number, outcome, original):
        told = {"outcome": outcome.value, "reason": "nhầm", "original": f"SC-2026-{original:04d}"}
        self.does(self.with_team(closing.reject), who, number, told)

    @rule(who=anybody, number=which)
    def confirm(self, who, number):
        self.does(closing.confirm, who, number)

    @rule(who=anybody, number=which)
    def reopen(self, who, number):
        self.does(self.with_team(closing.reopen), who, number)

    # What happens to people

    @rule(who=st.integers(2, len(CAST)))
    def leave(self, who):
        async def done():
            async with self.database.begin() as tx:
                lead = await kept.get(tx, 1)
                if (await kept.get(tx, who)).active:
                    await staffing.deactivate(tx, self.team, lead, who)
                else:
                    await staffing.reactivate(tx, lead, who)

        self.refusable(done())

    @rule(who=anybody)
    def block(self, who):
        self.line.blocked ^= {who}

        async def done():
            async with self.database.begin() as tx:
                await arrivals.reached(tx, who, reachable=who not in self.line.blocked)

        self.run(done())

    @rule(who=anybody)
    def block_unnoticed(self, who):
        self.line.blocked ^= {who}

    @rule(who=members, post=st.sampled_from(Post), hours=st.integers(0, 9))
    def roster(self, who, post, hours):
        async def done():
            async with self.database.begin() as tx:
                values = {"start_at": self.now, "end_at": self.now + timedelta(hours=hours)}
                same = shifts.insert().prefix_with("OR IGNORE")
                await tx.run(same.values(post=post.value, person_id=who, **values))

        self.run(done())

    @rule()
    def empty_the_roster(self):
        async def done():
            async with self.database.begin() as tx:
                await tx.run(shifts.delete())

        self.run(done())

    # Time, Telegram, and the process

    @rule()
    def telegram_comes_and_goes(self):
        self.line.is_down = not self.line.is_down

    @rule(minutes=short)
    def time_passes(self, minutes):
        async def done():
            end = self.now + timedelta(minutes=minutes)
            while (next_at := await self.works()) is not None and next_at <= end:
                self.now = max(self.now, next_at)
            self.now = end
            await self.works()

        self.run(done())

    @rule(minutes=lengths)
    def time_passes_while_nothing_runs(self, minutes):
        self.now += timedelta(minutes=minutes)

    async def works(self):
        """Let both loops have their turns at this instant; returns when something is due next."""
        for _ in range(100):
            next_at = await self.timekeeper.step()
            again_at = await self.dispatcher.step()
            await self.no_page_goes_out_for_what_is_taken()
            await self.dispatcher.landed()
            rests = again_at is None or again_at > self.now
            if rests and self.dispatcher.is_idle and (next_at is None or next_at > self.now):
                return next_at
        raise AssertionError("the loops never come to rest")

    @rule()
    def restart(self):
        async def done():
            await self.dispatcher.landed()
            await self.dispatcher.record()
            await self.database.close()
            await self.opens()

        self.run(done())

    @rule()
    def die_while_sending(self):
        async def done():
            await self.dispatcher.step()
            await self.dispatcher.landed()
            await self.database.close()
            await self.opens()

        self.run(done())

    async def no_page_goes_out_for_what_is_taken(self):
        sent = outbox.select().where(outbox.c.state == "claimed", outbox.c.op == "send")
        async with self.database.read() as tx:
            pages = await tx.all(sent.where(outbox.c.kind == "incident-page"))
            found = {row.id: row for row in await tx.all(incident_rows.select())}
        for page in pages:
            incident = found[page.subject_id]
            assert incident.owner_id is None
            assert Status(incident.status) in OPEN

    # What always holds

    async def rows(self):
        async with self.database.read() as tx:
            found = await tx.all(incident_rows.select())
            alive = await tx.all(ladders.select().where(ladders.c.live))
            waiting = await tx.all(due_rows.select().where(due_rows.c.state == "waiting"))
            length = len(await tx.all(timeline.select()))
        return found, alive, {(row.kind, row.subject_id): row for row in waiting}, length

    @invariant()
    def nothing_is_forgotten(self):
        found, alive, waiting, length = self.run(self.rows())
        ladder_of = {row.incident_id: row for row in alive}
        assert len(ladder_of) == len(alive)
        for incident in found:
            status, alarms = Status(incident.status), {k for k, s in waiting if s == incident.id}
            ladder = ladder_of.get(incident.id)
            if status is Status.RECEIVED:
                assert incident.owner_id is None
                assert ladder is not None
                assert waiting["ladder", incident.id].due_at == ladder.next_at
            else:
                assert ladder is None
                assert "ladder" not in alarms
            assert (status is Status.QUEUED) == ("queue" in alarms), (status, alarms)
            assert (status in WORKING) == bool(alarms & {"still", "silence"}), (status, alarms)
            assert (status is Status.WRAPPING_UP) == ("wrap-up" in alarms), (status, alarms)
            assert (incident.owner_id is None) or status not in {Status.QUEUED, Status.RECEIVED}
        assert [row.error for row in waiting.values() if row.attempts] == []
        assert length >= self.length
        self.length = length


def test_nothing_that_is_open_is_ever_left_alone(sqlite_template):
    Life.template = sqlite_template
    limits = settings(
        max_examples=15,
        phases=[Phase.generate],  # making a failure smaller takes longer than reading it
        stateful_step_count=25,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(Life, settings=limits)
