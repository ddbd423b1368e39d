"""How serious people say it is: `/severity`, in the words that buttons and cards show."""

import re

from bot.domain.errors import Refused
from bot.domain.kinds import Severity
from bot.domain.typed import Choice, Shown, chosen, unaccented

_WORDS = {
    Severity.CRITICAL: ("khẩn cấp", "khẩn", "rất cao"),
    Severity.HIGH: ("cao",),
    Severity.NORMAL: ("trung bình", "vừa", "thường", "bình thường", "medium", "moderate"),
    Severity.LOW: ("thấp", "nhẹ", "minor"),
}
SEVERITIES = tuple(
    Choice(each.value, f"severity-{each.value}", words=_WORDS[each]) for each in reversed(Severity)
)
"""Worst first, as the buttons stand."""
_AROUND = re.compile(r"^(?:(?:len|xuong|la|muc do nghiem trong|nghiem trong|muc do|muc|to) )+")
_AFTER = re.compile(r" (?:severity|priority)$")
_LONGEST = 20  # of what is said back


def severity_of(words: str, shown: Shown) -> Severity:
    """Return the severity that somebody means; Refused with those there are."""
    plain = _AFTER.sub("", _AROUND.sub("", unaccented(words)))
    found = chosen(plain, SEVERITIES, loosely=False, shown=shown)
    if found is None:
        there = {"list": [{"severity": choice.code} for choice in SEVERITIES]}
        raise Refused("refused-severity", word=words[:_LONGEST], severities=there)
    return Severity(found)
