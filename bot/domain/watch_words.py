"""What people type about a watch: days, times of day, shifts, posts with their people."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, time, timedelta

from bot.domain.errors import Refused
from bot.domain.typed import unaccented
from bot.domain.watch import Seats
from bot.domain.watch_policy import Hours, PostKind, WatchBook

LONGEST_POST = 40
MOST_POSTS = 12
MOST_PEOPLE = 20
MOST_SHIFTS = 12
_SHOWN = 40
_CENTURY = 100
_LEAP_YEARS = 8  # within so many years every day of the calendar comes again
_HOUR = 60
_WHOLE_DAY = 24 * _HOUR

_ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_DAY = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})(?:\s*[/.-]\s*(\d{4}|\d{2}))?", re.ASCII)
_WORDED_DAY = re.compile(r"(?:ngay )?(\d{1,2}) thang (\d{1,2})(?: (?:nam )?(\d{4}))?", re.ASCII)
_NEAR = {"hom nay": 0, "today": 0, "mai": 1, "ngay mai": 1, "tomorrow": 1}
_CLOCK = r"(\d{1,2})\s*(?:[:hg.]\s*(\d{2})?)?"
_ONE_CLOCK = re.compile(_CLOCK, re.ASCII | re.IGNORECASE)
_SPAN = re.compile(
    rf"{_CLOCK}\s*(?:-|–|—|→|đến|tới|den|toi|to)\s*{_CLOCK}",  # noqa: RUF001 dashes people type
    re.ASCII | re.IGNORECASE,
)
_BETWEEN = re.compile(r"[,;+\n]|\s(?:và|va|and)\s", re.IGNORECASE)
# In words such as `2 x trực ban`, `trực ban: 2 người`; \u00d7 is the sign of multiplication.
_COUNT_FIRST = re.compile(
    r"(\d{1,3})\s*(?:[x\u00d7]\s|người|nguoi|people)?\s*([^\d\s].*)", re.IGNORECASE
)
_COUNT_LAST = re.compile(
    r"(.*?[^\d\s:=(\u00d7])\s*(?:[:=(\u00d7]|\sx)?\s*(\d{1,3})"
    r"\s*(?:người|nguoi|people)?\s*\)?",
    re.IGNORECASE,
)


def read_day(text: str, after: date) -> date:
    """Return the day that is meant; without a year the next such day from `after` on."""
    plain = unaccented(text)
    if plain in _NEAR:
        return after + timedelta(days=_NEAR[plain])
    if found := _ISO_DAY.fullmatch(text.strip()):
        return _existing(text, *map(int, found.groups()))
    found = _DAY.fullmatch(text.strip()) or _WORDED_DAY.fullmatch(plain)
    if found is None:
        raise Refused("refused-watch-day", written=text[:_SHOWN])
    day, month, year = (int(part) if part else None for part in found.groups())
    if year is None:
        return _coming(text, month or 0, day or 0, after)
    return _existing(text, year if year >= _CENTURY else 2000 + year, month or 0, day or 0)


def _existing(text: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise Refused("refused-watch-day", written=text[:_SHOWN]) from error


def _coming(text: str, month: int, day: int, after: date) -> date:
    for year in range(after.year, after.year + _LEAP_YEARS + 1):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found >= after:
            return found
    raise Refused("refused-watch-day", written=text[:_SHOWN])


def read_clock(text: str) -> time:
    """Return a time of day written as 7h30, 07:30 or 7; Refused when it is none."""
    found = _ONE_CLOCK.fullmatch(text.strip())
    if found is None:
        raise Refused("refused-watch-hours", written=text[:_SHOWN])
    return _clock(text, found[1], found[2])


def _clock(text: str, hour: str, minute: str | None) -> time:
    hours, minutes = int(hour), int(minute or 0)
    if minutes >= _HOUR or hours * _HOUR + minutes > _WHOLE_DAY:
        raise Refused("refused-watch-hours", written=text[:_SHOWN])
    return time(hours % 24, minutes)


def read_hours(text: str) -> tuple[Hours, ...]:
    """Return the shifts of a day as written: `07:30-19:30, 19:30-07:30`; they may not overlap."""
    parts = _parts(text)
    if not 0 < len(parts) <= MOST_SHIFTS:
        raise Refused("refused-watch-hours", written=text[:_SHOWN])
    hours = tuple(sorted(map(_read_span, parts), key=lambda one: one.start))
    begins = [_minutes(one.start) for one in hours]
    nexts = [*begins[1:], begins[0] + _WHOLE_DAY]
    for one, begun, coming in zip(hours, begins, nexts, strict=True):
        if begun + _length(one) > coming:
            raise Refused("refused-watch-overlap")
    return hours


def _parts(text: str) -> list[str]:
    return [part.strip() for part in _BETWEEN.split(text) if part.strip()]


def _read_span(part: str) -> Hours:
    found = _SPAN.fullmatch(part)
    if found is None:
        raise Refused("refused-watch-hours", written=part[:_SHOWN])
    return Hours(start=_clock(part, found[1], found[2]), end=_clock(part, found[3], found[4]))


def _minutes(at: time) -> int:
    return at.hour * _HOUR + at.minute


def _length(hours: Hours) -> int:
    return (_minutes(hours.end) - _minutes(hours.start)) % _WHOLE_DAY or _WHOLE_DAY


def post_named(written: str, posts: Iterable[PostKind]) -> str | None:
    """Return the code of the post that is called so, accents or not; None when there is none."""
    wanted = unaccented(written)
    for post in posts:
        called = {unaccented(name) for name in (post.code, *post.names.values(), *post.aliases)}
        if wanted in called or f"truc {wanted}" in called:
            return post.code
    return None


def read_seats(text: str, posts: Sequence[PostKind]) -> tuple[Seats, ...]:
    """Return the posts as written: `trực ban 2, chỉ huy`; an unknown one is a post of its own."""
    people: dict[str, int] = {}
    for part in _parts(text):
        name, count = _counted(part)
        code = post_named(name, posts) or _own_post(name, people)
        people[code] = people.get(code, 0) + count
    fit = all(0 < count <= MOST_PEOPLE for count in people.values())
    if not 0 < len(people) <= MOST_POSTS or not fit:
        raise Refused("refused-watch-seats", written=text[:_SHOWN], most=MOST_PEOPLE)
    return tuple(Seats(post=code, people=count) for code, count in people.items())


def _counted(part: str) -> tuple[str, int]:
    if found := _COUNT_FIRST.fullmatch(part):
        return found[2], int(found[1])
    if found := _COUNT_LAST.fullmatch(part):
        return found[1], int(found[2])
    return part, 1


def _own_post(written: str, before: Iterable[str]) -> str:
    """Return the name of a post that only this watch has; written alike, it is the same one."""
    name = " ".join(written.split())
    if not any(map(str.isalpha, name)) or len(name) > LONGEST_POST:
        raise Refused("refused-watch-post", written=name[:_SHOWN], longest=LONGEST_POST)
    return next((known for known in before if unaccented(known) == unaccented(name)), name)


def seats_text(seats: Iterable[Seats], book: WatchBook, language: str) -> str:
    """Return posts with their people as somebody would type them."""
    named = ((book.post(each.post).name(language), each.people) for each in seats)
    return ", ".join(name if people == 1 else f"{name} {people}" for name, people in named)


def hours_text(hours: Iterable[Hours]) -> str:
    """Return the shifts of a day as somebody would type them."""
    return ", ".join(f"{one.start:%H:%M}-{one.end:%H:%M}" for one in hours)
