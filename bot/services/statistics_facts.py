"""What statistics are counted from: read at one instant, counted wherever they are needed."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from bot.domain.duty import Night
from bot.domain.form05 import Solved, Table, table
from bot.domain.improvements import Progress
from bot.domain.paper import Finished
from bot.domain.periods import start_of
from bot.domain.spans import Span
from bot.domain.statistics import Call, Case, Measure, Statistics, promised, statistics
from bot.domain.statistics_words import Asked, What
from bot.domain.team import Team
from bot.services import calendar
from storage import improvements
from storage import statistics as stored
from storage.database import Tx

_DAY = timedelta(days=1)


class Days(Struct, frozen=True):
    """What was recorded of some days."""

    first: date
    last: date
    cases: tuple[Case, ...] = ()
    calls: tuple[Call, ...] = ()
    drills: int = 0  # counted nowhere else


class Given(Struct, frozen=True):
    """What figures and papers are made from: the days asked for so far, as many before them."""

    team: Team
    what: What
    span: Span  # as a whole
    made_at: datetime
    language: str
    now: Days
    then: Days
    agencies: Mapping[int, str] = field(default_factory=dict)
    solved: tuple[Solved, ...] = ()
    improved: Progress = field(default_factory=Progress)

    @property
    def is_running(self) -> bool:
        """Whether it goes on after this: its last day is today or still to come."""
        return self.made_at.astimezone(self.team.zone).date() <= self.span.last

    def counted(self) -> tuple[Statistics, Statistics]:
        """Return the figures of these days, and of those before."""
        policy = self.team.catalog.watch.policy
        measure = Measure(
            self.team.zone,
            Night(policy.night_start, policy.night_end),
            {
                severity.value: int(promised(ladder).total_seconds())
                for severity, ladder in self.team.catalog.ladders.items()
            },
            int(self.made_at.timestamp()),
        )
        now, then = (statistics(days.cases, days.calls, measure) for days in (self.now, self.then))
        return now, then

    def form05(self) -> Table:
        """Return the table of Mẫu 05."""
        return table(self.solved, {kind.code: kind.form_row for kind in self.team.catalog.kinds})


class Made(Struct, frozen=True):
    """A text for the chat, and the papers that follow it, each with the text beneath it."""

    said: Mapping[str, Any]
    papers: tuple[tuple[str, Finished], ...] = ()


async def given(tx: Tx, team: Team, asked: Asked, language: str) -> Given:
    """Return what is asked for, as far as its days have begun; papers speak the team's language."""
    now = asked.span.so_far(tx.now.astimezone(team.zone).date())
    then = asked.span.before if now == asked.span else asked.span.before.as_long_as(now)
    if asked.what is not What.FIGURES:
        language = team.language
    here, before = Days(now.first, now.last), Days(then.first, then.last)
    if asked.what is What.FORM05:
        solved = await _solved(tx, team, now)
        here = replace(here, drills=await stored.drills(tx, *_instants(team, now)))
        return Given(team, asked.what, asked.span, tx.now, language, here, before, solved=solved)
    here, before = await _days(tx, team, now), await _days(tx, team, then)
    names = await stored.agency_names(tx, sorted({case.agency for case in here.cases} - {0}))
    improved = await improvements.progress(tx, calendar.today(tx, team), *_instants(team, now))
    said = (team, asked.what, asked.span, tx.now, language)
    return Given(*said, here, before, names, improved=improved)


async def _days(tx: Tx, team: Team, span: Span) -> Days:
    start, end = _instants(team, span)
    cases = await stored.cases(tx, start, end)
    calls = await stored.calls(tx, start, end)
    drills = await stored.drills(tx, start, end)
    return Days(span.first, span.last, tuple(cases), tuple(calls), drills)


async def _solved(tx: Tx, team: Team, span: Span) -> tuple[Solved, ...]:
    rows = await stored.helped(tx, *_instants(team, span))
    return tuple(
        Solved(
            row.kind,
            row.helped_by,
            row.incidents,
            row.estimated,
            None if row.loss is None else int(row.loss),
        )
        for row in rows
    )


def _instants(team: Team, span: Span) -> tuple[datetime, datetime]:
    return start_of(span.first, team.zone), start_of(span.last + _DAY, team.zone)
