"""How a team keeps watch: its posts, patterns of shifts, and the times of its reminders.

The figures are the team's own (`bot/catalog/watch.toml`), never the law's: officials and police
follow their own statutes, so that a limit is only ever a warning.
"""

from datetime import time, timedelta
from typing import Annotated

from pydantic import BeforeValidator, Field, field_validator

from bot.domain.duration import Duration
from bot.domain.escalation import Target
from bot.domain.kinds import Entry, Names, in_language

SHORTEST_PAUSE = timedelta(minutes=1)
CODE = r"^[a-z][a-z0-9_]{0,31}$"


class PostKind(Entry):
    """A post of a watch; `paged_as` is the target of a ladder that finds its people.

    `checks`: whoever stands there looks at the checklist.
    """

    code: str = Field(pattern=CODE)
    names: Names
    aliases: tuple[str, ...] = ()
    paged_as: Target | None = None
    deep: bool = False  # counts for two-deep cover
    checks: bool = False

    def name(self, language: str) -> str:
        """Return what the post is called."""
        return in_language(self.names, language)


def _day_time(written: object) -> object:
    return time.fromisoformat(written) if isinstance(written, str) else written


DayTime = Annotated[time, BeforeValidator(_day_time)]


class Hours(Entry):
    """One shift of a day on the team's clocks; an end no later than its start is the next day's."""

    start: DayTime
    end: DayTime


class Pattern(Entry):
    """A way to divide a day into shifts, such as three of eight hours."""

    code: str = Field(pattern=CODE)
    names: Names
    shifts: tuple[Hours, ...] = Field(min_length=1)

    def name(self, language: str) -> str:
        """Return what the pattern is called."""
        return in_language(self.names, language)


class Check(Entry):
    """One thing a watcher looks at in every shift, such as a console."""

    code: str = Field(pattern=CODE)
    names: Names

    def name(self, language: str) -> str:
        """Return what is to be looked at."""
        return in_language(self.names, language)


class WatchPolicy(Entry):
    """Every length of time and every habit of keeping watch.

    `notices` count back from a shift's start, `swap_reminders` and `loud` too; times of day are on
    the team's clocks; `still_every` of zero asks nobody "still there?".
    """

    offer_before: Duration = timedelta(days=30)
    offer_again: Duration = timedelta(days=14)
    offer_at: DayTime = time(8, 0)
    days_around: int = Field(default=1, ge=0, le=7)
    notices: tuple[Duration, ...] = (timedelta(hours=24), timedelta(hours=1))
    confirm_within: Duration = timedelta(hours=24)
    checkin_opens: Duration = timedelta(minutes=15)
    checkin_late: Duration = timedelta(minutes=10)
    still_every: Duration = timedelta(hours=4)
    still_within: Duration = timedelta(minutes=15)
    still_margin: Duration = timedelta(hours=1)
    still_at_night: bool = False
    night_start: DayTime = time(22, 0)
    night_end: DayTime = time(6, 0)
    test_before: Duration = timedelta(hours=24)
    test_within: Duration = timedelta(minutes=10)
    handover_within: Duration = timedelta(minutes=15)
    rest: Duration = timedelta(hours=12)
    gaps_ahead: Duration = timedelta(days=14)
    gaps_at: DayTime = time(8, 0)
    loud: tuple[Duration, ...] = (timedelta(hours=48), timedelta(hours=24), timedelta(hours=2))
    gap_repeat: Duration = timedelta(hours=1)
    swap_approval: bool = True
    swap_urgent: Duration = timedelta(hours=24)
    swap_others_after: Duration = timedelta(minutes=5)
    swap_reminders: tuple[Duration, ...] = (
        timedelta(days=7),
        timedelta(days=3),
        timedelta(days=1),
        timedelta(hours=12),
    )
    remind_from: DayTime = time(8, 0)
    remind_until: DayTime = time(20, 0)
    daily_report_at: DayTime = time(7, 0)

    @field_validator("checkin_late", "still_within", "gap_repeat", "handover_within")
    @classmethod
    def _repeats(cls, length: timedelta) -> timedelta:
        """Refuse what would be said again and again without a pause."""
        if length < SHORTEST_PAUSE:
            raise ValueError("it is repeated after so long, which must be at least 1m")
        return length

    @field_validator("notices", "loud", "swap_reminders")
    @classmethod
    def _longest_first(cls, lengths: tuple[timedelta, ...]) -> tuple[timedelta, ...]:
        return tuple(sorted(lengths, reverse=True))


class Letterhead(Entry):
    """Who issues the documents prepared for signature; what is empty is left to be filled in."""

    superior: str = ""  # cơ quan chủ quản
    issuer: str = ""  # cơ quan ban hành
    place: str = ""  # địa danh
    number: str = ""  # số, ký hiệu
    signer: str = ""  # chức vụ của người ký
    signed_by: str = ""
    copies: tuple[str, ...] = ()  # nơi nhận


class WatchBook(Entry):
    """All of `watch.toml`: policy, posts, patterns, the checklist of a shift and the letterhead."""

    policy: WatchPolicy
    posts: tuple[PostKind, ...]
    patterns: tuple[Pattern, ...]
    checks: tuple[Check, ...] = ()
    letterhead: Letterhead = Letterhead()

    def post(self, code: str) -> PostKind:
        """Return a post; one no longer in the catalog is shown by its code and paged by nobody."""
        for post in self.posts:
            if post.code == code:
                return post
        return PostKind.model_construct(code=code, names={"vi": code})

    def posts_that_check(self) -> frozenset[str]:
        """Return the posts that look at the checklist; where none says so, the officers on duty."""
        found = frozenset(post.code for post in self.posts if post.checks)
        return found or self.posts_for(Target.ON_DUTY)

    def posts_for(self, target: Target) -> frozenset[str]:
        """Return the codes of the posts behind a ladder's target."""
        return frozenset(post.code for post in self.posts if post.paged_as is target)
