"""Whatever happens in whatever order, no open incident is left without somebody or something."""

from datetime import timedelta

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule, run_state_machine_as_test

from bot.domain.incident import PHASES, Status
from bot.domain.kinds import Severity
from bot.domain.report import Draft
from bot.domain.roster import Post
from bot.services import arrivals, closing, incidents, leading
from bot.services import people as staffing
from storage import people as kept
from storage.tables import due_rows, ladders, shifts, timeline
from storage.tables import incidents as incident_rows
from tests.on_the_spot import without_threads
from tests.property.team_life import CAST, CATALOG, TeamLife

WORKING = frozenset(PHASES)
MOST = 6

members = st.integers(1, len(CAST))
anybody = st.integers(1, len(CAST) + 2)
kinds = st.sampled_from([kind.code for kind in CATALOG.kinds])
which = st.integers(0, 5)


class Life(TeamLife):
    """What the people of the team do, and up to six incidents."""

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


def test_nothing_that_is_open_is_ever_left_alone(sqlite_template, monkeypatch):
    without_threads(monkeypatch)
    Life.template = sqlite_template
    limits = settings(
        max_examples=15,
        phases=[Phase.generate],  # making a failure smaller takes longer than reading it
        stateful_step_count=25,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(Life, settings=limits)
