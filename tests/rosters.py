"""Rosters of the tests about cover and swaps: one watch, and times as hours from its start."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.catalog import load
from bot.domain.people import Person, Role
from bot.domain.roster import Shift, ShiftState
from bot.domain.trouble import View
from bot.domain.watch import Plan, Seats, Watch, WatchState
from bot.domain.watch_policy import Hours

BOOK = load().watch
VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
START = datetime(2026, 9, 1, 0, 30, tzinfo=UTC)  # 07:30 on 1 September in Vietnam
HOUR = timedelta(hours=1)
ANNA, BINH, CHI, DUNG = 1, 2, 3, 4
TWELVES = (Hours(start="07:30", end="19:30"), Hours(start="19:30", end="07:30"))


def at(hours: float) -> datetime:
    """Return the instant so many hours after the watch begins."""
    return START + hours * HOUR


def a_plan(*posts: str, **more: Any) -> Plan:
    """Return a plan of two shifts a day with one person at each post."""
    seats = tuple(Seats(post=post) for post in posts or ("primary",))
    return Plan(**{"seats": seats, "hours": TWELVES, "two_deep": False} | more)


def a_watch(*posts: str, days: float = 1, **more: Any) -> Watch:
    """Return a published watch with the id 1."""
    given: dict[str, Any] = {"state": WatchState.PUBLISHED, "published_at": at(-240)}
    times = more.pop("start", START), more.pop("end", at(24 * days))
    plan = more.pop("plan", None) or a_plan(*posts)
    return Watch(1, "Trực lễ 2/9", *times, plan, **given | more)


def a_shift(person_id: int, start: float, end: float, post: str = "primary", **more: Any) -> Shift:
    """Return a confirmed shift of the watch; its id says whose it is and when it begins."""
    given: dict[str, Any] = {"watch_id": 1, "state": ShiftState.CONFIRMED}
    shift_id = more.pop("id", person_id * 1000 + int(start))
    return Shift(shift_id, at(start), at(end), post, person_id, **given | more)


def normal(person_id: int, start: float, end: float, post: str = "primary", **more: Any) -> Shift:
    """Return a shift of the normal roster."""
    return a_shift(person_id, start, end, post, watch_id=None, **more)


def a_view(shifts: Sequence[Shift], *watches: Watch, **more: Any) -> View:
    """Return what is seen of a day from the watch's beginning, looked at the day before."""
    given: dict[str, Any] = {
        "start": START,
        "end": at(24),
        "now": at(-24),
        "book": BOOK,
        "zone": VIETNAM,
    }
    return View(shifts=tuple(shifts), watches=watches, **given | more)


def a_person(person_id: int, **more: Any) -> Person:
    """Return a member whose Telegram can be reached."""
    name = f"Người {person_id}"
    given: dict[str, Any] = {
        "telegram_id": 100 + person_id,
        "role": Role.RESPONDER,
        "reachable": True,
    }
    return Person(person_id, name=name, **given | more)
