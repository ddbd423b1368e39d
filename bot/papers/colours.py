"""The colours of every paper of the roster: soft ones for people, loud ones for what is wrong."""

import colorsys
from collections.abc import Mapping

from bot.domain.roster_table import Day, Roster

SATURDAY = 5
INK, GREY, RED, GREEN = "#1D2530", "#5B6675", "#D02A1E", "#157F3C"
HEADING, GRID, RULE = "#22364F", "#E3E8EE", "#8A97A6"
OFF, WEEKEND, PLAIN = ("#FCE0DC", "#FEF3F1"), ("#FBEBC4", "#FFFAEC"), ("#EDF1F6", "#FFFFFF")
_GOLDEN = 0.618034  # of the circle: two that follow each other never look alike


def of_people(roster: Roster) -> Mapping[int, str]:
    """Give everybody a soft colour of their own, in the order in which they come."""
    people = dict.fromkeys(stay.person_id for stay in roster.stays() if stay.person_id is not None)
    return {person_id: _soft(number) for number, person_id in enumerate(people)}


def _soft(number: int) -> str:
    lightness = (0.86, 0.79, 0.91)[number % 3]
    parts = colorsys.hls_to_rgb((0.55 + number * _GOLDEN) % 1, lightness, 0.62)
    return "#" + "".join(f"{round(part * 255):02X}" for part in parts)


def of_day(day: Day) -> tuple[str, str]:
    """Return the colour of a day and the paler one of its shifts."""
    if day.is_off:
        return OFF
    # A weekend that is worked has a name and is not off.
    is_free = day.day.weekday() >= SATURDAY and not day.name
    return WEEKEND if is_free else PLAIN
