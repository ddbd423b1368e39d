"""What is written behind `/stats`: figures of a span, its report, or the table of Mẫu 05."""

from datetime import date
from enum import StrEnum

from msgspec import Struct

from bot.domain.codes import parted
from bot.domain.spans import Span, Unit, month_of, part_of, read_span
from bot.domain.typed import unaccented

_MOST_WORDS = 3
_FIVE = frozenset({"05", "5"})
_JUNE = 6


class What(StrEnum):
    """What can be asked for."""

    FIGURES = "figures"
    REPORT = "report"  # of a month, for signature
    FORM05 = "form05"  # Mẫu 05, of six months or a year


_NAMED = {
    words: what
    for what, written in {
        What.REPORT: ("bao cao", "bao cao thang", "report", "monthly report"),
        What.FORM05: (
            *("mau 05", "mau05", "mau 5", "mau5", "mau so 05", "mau so 5"),
            *("form 05", "form05", "form 5", "form5", "m05"),
        ),
    }.items()
    for words in written
}


class Asked(Struct, frozen=True):
    """What is wanted, and of which days."""

    what: What
    span: Span


def read(words: str, today: date) -> Asked:
    """Return what is asked for; Refused when the days behind it are none."""
    parts = words.split()
    for count in range(min(len(parts), _MOST_WORDS), 0, -1):
        what = _NAMED.get(unaccented(" ".join(parts[:count])))
        if what is not None:
            return _with(what, _rest(parts, count, what), today)
    return Asked(What.FIGURES, read_span(words, today))


def of_form05(words: str) -> str | None:
    """Return the words for `/stats` when somebody asks for Mẫu 05 among an incident's papers.

    It is about a period and not about an incident, whose code is passed over.
    """
    _, left = parted(words)
    parts = left.split()
    for count in range(min(len(parts), _MOST_WORDS), 0, -1):
        said = unaccented(" ".join(parts[:count]))
        if said in _FIVE or _NAMED.get(said) is What.FORM05:
            return " ".join(["mau05", *parts[count:]])
    return None


def _rest(parts: list[str], count: int, what: What) -> str:
    """Return the words behind; "báo cáo tháng 9" is a report of the month 9."""
    if what is What.REPORT and count > 1 and unaccented(parts[count - 1]) == "thang":
        is_numbered = len(parts) > count
        return " ".join(parts[count - 1 :]) if is_numbered else ""
    return " ".join(parts[count:])


def _with(what: What, rest: str, today: date) -> Asked:
    if rest:
        return Asked(what, read_span(rest, today))
    if what is What.REPORT:
        return Asked(what, month_of(today).before)
    return Asked(what, part_of(today, Unit.HALF if today.month <= _JUNE else Unit.YEAR))
