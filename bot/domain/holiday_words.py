"""What is written behind `/holidays`: a year, a day, or what is to become of a day."""

import re
from datetime import date
from enum import StrEnum

from msgspec import Struct

from bot.domain.calendar import FIRST_YEAR, LAST_YEAR, is_written_as_day, read_day
from bot.domain.errors import Refused
from bot.domain.typed import unaccented

LONGEST_NAME, LONGEST_DOCUMENT = 120, 80
# A number, perhaps a year, and who issued it: 1234/TB-BNV, 28/2026/QH16, 33/2023/QĐ-UBND.
_DOCUMENT = re.compile(r"(?<![\w/.-])\d+[A-Za-z]?/(?:\d{4}/)?[^\W\d_][^\s/]*")
# Words that lead from the name to the document and belong to neither.
_LEADING_IN = frozenset({"theo", "so", "van", "ban", "by", "under", "no"})


class Deed(StrEnum):
    """What can be asked about one day."""

    SHOW = "show"
    OFF = "off"
    WORK = "work"
    RESET = "reset"
    WATCH = "watch"
    NO_WATCH = "nowatch"


_DEEDS = {
    word: deed
    for deed, words in {
        Deed.OFF: ("off", "nghi"),
        Deed.WORK: ("work", "lam", "lamviec", "lambu"),
        Deed.RESET: ("reset", "bo", "xoa"),
        Deed.WATCH: ("watch", "truc"),
        Deed.NO_WATCH: ("nowatch", "khongtruc"),
    }.items()
    for word in words
}


class Asked(Struct, frozen=True):
    """A day and what is to be done with it; `name` is what stands before the document."""

    day: date
    deed: Deed
    name: str = ""
    document: str = ""


def read_year(written: str) -> int | None:
    """Return a year of the calendar, None when it is none."""
    if not (written.isascii() and written.isdecimal() and len(written) <= len(str(LAST_YEAR))):
        return None
    return int(written) if FIRST_YEAR <= int(written) <= LAST_YEAR else None


def read(words: str) -> int | Asked:
    """Return the year or the day that is asked for; Refused when it is neither."""
    first, _, rest = words.strip().partition(" ")
    year, day = read_year(first), read_day(first)
    if year is not None and not rest:
        return year
    if day is None:
        if is_written_as_day(first):
            raise Refused("refused-no-such-day", written=first)
        raise Refused("refused-holidays-usage")
    verb, _, more = rest.strip().partition(" ")
    if not verb:
        return Asked(day, Deed.SHOW)
    deed = _DEEDS.get(unaccented(verb))
    if deed is None:
        raise Refused("refused-holidays-usage")
    return Asked(day, deed, *name_and_document(more))


def name_and_document(written: str) -> tuple[str, str]:
    """Part a name from the document behind it, such as "Nghỉ Tết theo 1234/TB-BNV ngày 1/12"."""
    said = " ".join(written.split())
    found = _DOCUMENT.search(said)
    words = said[: found.start()].split() if found else said.split()
    while found and words and unaccented(words[-1]) in ("", *_LEADING_IN):
        words.pop()
    name, document = " ".join(words).rstrip(" ,;:("), said[found.start() :] if found else ""
    if len(name) > LONGEST_NAME or len(document) > LONGEST_DOCUMENT:
        raise Refused("refused-holiday-long", name=LONGEST_NAME, document=LONGEST_DOCUMENT)
    return name, document.rstrip(" ).;,")
