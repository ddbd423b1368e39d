"""The public holidays of Vietnam, as the `holidays` package counts them.

The package takes a third of a second to load, so it is loaded when a day is first asked about.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

from bot.domain.calendar import Holiday, PublicHolidays, Swap

# The package would otherwise follow the language of the machine.
_SPEECHES = {"vi": "vi", "en": "en_US"}
_TET = {"vi": "Tết Nguyên Đán", "en_US": "Lunar New Year"}
# "(nghỉ bù)", "(dự kiến)" and their like say how a day came to be off, not what is celebrated.
_REMARK = re.compile(r" \([^()]*\)$")
# The day before New Year's Eve is called the 29th also in years whose month has 29 days.
_AND = "; "  # between the names of a day that has two
_TWENTY_NINTH = re.compile(r"29 (Tết|of Lunar New Year)")


def public_holidays(years: Iterable[int], language: str) -> PublicHolidays:
    """Return what is known of these years, named in the reader's language.

    The package learns the state's plan year by year, and with it the swaps: the last year that has
    one is the last that is planned. What it says of later years is the law's rule alone.
    """
    speech = _SPEECHES.get(language, "vi")
    wanted = tuple(years)
    swaps = tuple(swap for swap in _swaps() if {swap.off.year, swap.worked.year} & {*wanted})
    swapped = {swap.off for swap in swaps}
    found = {
        day: holiday
        for year in wanted
        for day, holiday in _of_year(year, speech).items()
        if day not in swapped
    }
    return PublicHolidays(found, swaps, planned_until())


def planned_until() -> int:
    """Return the last year whose official plan the package has."""
    return max(_plans())


@cache
def _plans() -> Mapping[int, Any]:
    from holidays.countries.vietnam import VietnamStaticHolidays  # noqa: PLC0415 see above

    return VietnamStaticHolidays.special_public_holidays


@cache
def _of_year(year: int, speech: str) -> dict[date, Holiday]:
    from holidays import country_holidays  # noqa: PLC0415 see above

    named = country_holidays("VN", years=year, language=speech)
    return {day: _holiday(name, speech) for day, name in sorted(named.items())}


def _holiday(name: str, speech: str) -> Holiday:
    plain = _TWENTY_NINTH.sub(_TET[speech], name)
    parts = (_REMARK.sub("", part) for part in plain.split(_AND))
    feasts = (_TET[speech] if _TET[speech] in part else part for part in parts)
    return Holiday(plain, tuple(dict.fromkeys(feasts)))


@cache
def _swaps() -> tuple[Swap, ...]:
    return tuple(_written_swaps())


def _written_swaps() -> Iterator[Swap]:
    """Yield the swaps of every plan, written as (month, day, month, day worked[, its year])."""
    for year, plan in _plans().items():
        several: tuple[Any, ...] = plan if isinstance(plan[0], tuple) else (plan,)
        for month, day, worked_month, worked_day, *rest in several:
            worked_year = rest[0] if rest else year
            yield Swap(date(year, month, day), date(worked_year, worked_month, worked_day))
