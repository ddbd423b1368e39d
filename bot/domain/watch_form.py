"""The planning of a watch as a dialogue: its name and days, its shifts, posts and habits."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from msgspec import Struct

from bot.domain.answers import State
from bot.domain.errors import Refused
from bot.domain.form import Form, Question, Takes
from bot.domain.roster import Post
from bot.domain.typed import Choice
from bot.domain.watch import LONGEST, Plan, Seats
from bot.domain.watch_policy import Hours, WatchBook
from bot.domain.watch_words import hours_text, read_day, read_hours, read_seats, seats_text

WATCH, ROSTER_FILE = "watch", "rosterfile"
LONGEST_NAME = 80
_LAST = "last"
_YES, _NO = "yes", "no"


class Days(Struct, frozen=True):
    """A time worth a watch, such as a holiday with the days around it; both ends belong to it."""

    name: str
    first: date
    last: date

    @property
    def code(self) -> str:
        """Return what its button sends."""
        return f"d{self.first:%Y%m%d}"


class Offers(Struct, frozen=True):
    """What can be chosen by a button: times near by, and the plan of the last watch."""

    days: Sequence[Days] = ()
    last: Plan | None = None


class Wanted(Struct, frozen=True):
    """What a new watch is to be: its name, first and last day, and plan."""

    name: str
    first: date
    last: date
    plan: Plan


def watch_form(
    book: WatchBook, offers: Offers, language: str, today: date, so_far: State | None = None
) -> Form:
    """Return the questions about a new watch; the last day is read after the first `so_far`."""
    begun = so_far or State(question="name")
    return Form(
        WATCH,
        (
            Question(
                "name", Takes.TEXT, _times(offers.days), words=("tên", "name"), check=check_name
            ),
            *_days(offers, begun, today),
            Question(
                "hours",
                Takes.TEXT,
                patterns(book, language),
                words=("ca", "giờ", "hours"),
                check=lambda text: refuse_unread(read_hours(text)),
            ),
            Question(
                "seats",
                Takes.TEXT,
                _posts(book, offers.last, language),
                words=("vị trí", "posts"),
                check=lambda text: refuse_unread(read_seats(text, book.posts)),
            ),
            Question("deep", Takes.CHOICE, yes_no("deep"), 2, words=("hai người", "two")),
            Question("still", Takes.CHOICE, yes_no("still"), 2, words=("hỏi", "ask")),
        ),
    )


def _days(offers: Offers, begun: State, today: date) -> tuple[Question, ...]:
    """Return the questions about the first and the last day of a time of one's own."""
    is_own = _is_own(offers)
    return (
        Question(
            "first",
            Takes.TEXT,
            ask_if=is_own,
            words=("ngày", "từ ngày", "days"),
            check=lambda text: check_first(text, today),
        ),
        Question(
            "last",
            Takes.TEXT,
            ask_if=is_own,
            follows="first",
            check=lambda text: check_last(text, read_day(begun.answer("first").text, today), today),
        ),
    )


def _times(days: Sequence[Days]) -> tuple[Choice, ...]:
    return tuple(
        Choice(each.code, caption=_with_days(each), words=_called(each.name)) for each in days
    )


def _called(name: str) -> tuple[str, ...]:
    """Return what a time is called, with the year at its end and without."""
    return name, name.rstrip("0123456789 ")


def _with_days(days: Days) -> str:
    return f"{days.name}: {days.first:%d/%m} → {days.last:%d/%m/%Y}"


def _chosen_days(state: State, offers: Offers) -> Days | None:
    code = state.answer("name").choice
    return next((each for each in offers.days if each.code == code), None)


def _is_own(offers: Offers) -> Callable[[State], bool]:
    return lambda state: _chosen_days(state, offers) is None


def patterns(book: WatchBook, language: str) -> tuple[Choice, ...]:
    """Return the usual shifts of a day as choices."""
    return tuple(
        Choice(
            each.code,
            caption=f"{each.name(language)} ({hours_text(each.shifts)})",
            words=(*each.names.values(), *_shorthand(each.shifts)),
        )
        for each in book.patterns
    )


def _shorthand(shifts: Sequence[Hours]) -> tuple[str, ...]:
    """Return what people write for shifts of equal length: `2x12`, `2 ca`, `24h`."""
    count, hours = len(shifts), 24 // len(shifts)
    whole = ("24h", "24 giờ", "cả ngày") if count == 1 else ()
    return (f"{count}x{hours}", f"{count} x {hours}", f"{count} {hours}", f"{count} ca", *whole)


def _posts(book: WatchBook, last: Plan | None, language: str) -> tuple[Choice, ...]:
    return seats_of(({_LAST: last.seats} if last else {}) | presets(book), book, language)


def seats_of(
    lists: Mapping[str, Sequence[Seats]], book: WatchBook, language: str
) -> tuple[Choice, ...]:
    """Return lists of posts as choices."""
    return tuple(
        Choice(code, caption=seats_text(each, book, language)) for code, each in lists.items()
    )


def presets(book: WatchBook) -> dict[str, tuple[Seats, ...]]:
    """Return posts to choose from: those that every ladder knows, those that act, all."""
    lists = {
        "usual": [post.code for post in book.posts if post.code in set(Post)],
        "deep": [post.code for post in book.posts if post.deep],
        "all": [post.code for post in book.posts],
    }
    different: dict[str, tuple[Seats, ...]] = {}
    for code, posts in lists.items():
        seats = tuple(Seats(post=post) for post in posts)
        if seats and seats not in different.values():
            different[code] = seats
    return different


def usual_plan(book: WatchBook, last: Plan | None) -> Plan:
    """Return the plan of a watch begun at one tap: that of the last one, or what is at hand."""
    if last is not None:
        return last
    pattern = next((each for each in book.patterns if each.code == "two_twelves"), book.patterns[0])
    return Plan(seats=next(iter(presets(book).values())), hours=pattern.shifts)


def yes_no(key: str) -> tuple[Choice, ...]:
    """Return yes and no to one of the habits."""
    return (
        Choice(_YES, f"form-watch-{key}-yes", words=("có", "yes", "đúng", "ok")),
        Choice(_NO, f"form-watch-{key}-no", words=("không", "no", "thôi")),
    )


def check_name(text: str) -> None:
    """Refuse a name that is not one line of some letters."""
    if not 0 < len(text.strip()) <= LONGEST_NAME or "\n" in text.strip():
        raise Refused("refused-watch-name", longest=LONGEST_NAME)


def check_first(text: str, today: date) -> None:
    """Refuse a first day that is over."""
    if read_day(text, today) < today:
        raise Refused("refused-watch-past")


def check_last(text: str, first: date, today: date) -> None:
    """Refuse a last day that does not follow the first, or too late after it."""
    last = read_day(text, first)
    if last < first:
        raise Refused("refused-watch-backwards")
    if last - first >= LONGEST:
        if read_day(text, today) < first:  # "30/8" after "1/9" is a slip, not the next year's day
            raise Refused("refused-watch-backwards")
        raise Refused("refused-watch-long", days=LONGEST.days)


def refuse_unread(read: object) -> None:
    """What could not be read has been refused by now."""
    del read


def wanted(state: State, book: WatchBook, offers: Offers, began: date) -> Wanted:
    """Return what the answers come to; `began` is the day on which the person began to answer."""
    days = _chosen_days(state, offers)
    if days is None:
        first = read_day(state.answer("first").text, began)
        last = read_day(state.answer("last").text, first)
        days = Days(state.answer("name").text.strip(), first, last)
    plan = Plan(
        seats=_seats(state, book, offers.last),
        hours=_hours(state, book),
        two_deep=state.answer("deep").choice == _YES,
        still_asked=state.answer("still").choice == _YES,
    )
    return Wanted(days.name, days.first, days.last, plan)


def _seats(state: State, book: WatchBook, last: Plan | None) -> tuple[Seats, ...]:
    answer = state.answer("seats")
    if answer.choice == _LAST and last is not None:
        return last.seats
    chosen = presets(book).get(answer.choice or "")
    return chosen or read_seats(answer.text, book.posts)


def _hours(state: State, book: WatchBook) -> tuple[Hours, ...]:
    answer = state.answer("hours")
    for each in book.patterns:
        if each.code == answer.choice:
            return each.shifts
    return read_hours(answer.text)


def file_form() -> Form:
    """Return the question for the file of a roster."""
    return Form(ROSTER_FILE, (Question("file", Takes.ANY),), confirm=False)
