"""Rosters of the tests about papers: a watch of some days, its people and its holes."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from bot.domain.roster import Shift, ShiftState
from bot.domain.roster_table import Member, Roster, days, places
from bot.domain.watch import Plan, Seats, Watch, slots
from bot.domain.watch_policy import Hours

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
START = datetime(2026, 9, 1, 0, 30, tzinfo=UTC)  # 07:30 on 1 September in Vietnam
NAMES = {"commander": "Trực chỉ huy", "primary": "Trực ban", "technical": "Trực kỹ thuật"}
TWELVES = (
    Hours(start=time(7, 30), end=time(19, 30)),
    Hours(start=time(19, 30), end=time(7, 30)),
)
EIGHTS = tuple(Hours(start=time(h), end=time((h + 8) % 24)) for h in (6, 14, 22))
STATES = (ShiftState.CONFIRMED, ShiftState.PLANNED, ShiftState.DECLINED)


PEOPLE = ("Nguyễn Thị Phương Thảo", "Trần Quốc Bảo", "Lê Hoàng Minh Đức")


def a_roster(count=2, people=PEOPLE, *, posts=("commander", "primary"), empty=(), **more):
    """Return a watch's roster whose places are everybody's in turn, but for the `empty` ones."""
    hours, seats = more.pop("hours", TWELVES), more.pop("seats", 1)
    begins = more.pop("begins", START)
    plan = Plan(seats=tuple(Seats(post=post, people=seats) for post in posts), hours=hours)
    watch = Watch(1, "Trực lễ Quốc khánh 2/9", begins, begins + timedelta(days=count), plan)
    wanted = slots(watch, ZONE)
    shifts = [
        Shift(n + 1, s.start, s.end, s.post, n % len(people) + 1, 1, STATES[n % 3])
        for n, s in enumerate(wanted)
        if n not in empty
    ]
    return Roster(
        start=watch.start, end=watch.end, zone=ZONE, language="vi",
        made_at=datetime(2026, 8, 30, 7, 5, tzinfo=UTC),
        posts=tuple((post, NAMES.get(post, post)) for post in posts),
        days=days(places(wanted, shifts), ZONE),
        members={
            n: Member(name, 1000 + n, f"09{n:08}", "Sở Khoa học và Công nghệ")
            for n, name in enumerate(people, start=1)
        },
        title=more.pop("title", watch.name), **more,
    )  # fmt: skip


def named(roster, day, name, *, is_off=True):
    """Return a roster with the name of one of its days."""
    found = date.fromisoformat(f"2026-{day}")
    return replace(
        roster,
        days=tuple(
            replace(each, name=name, is_off=is_off) if each.day == found else each
            for each in roster.days
        ),
    )
