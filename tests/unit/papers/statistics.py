"""Made-up months for the papers of statistics."""

from datetime import UTC, datetime, timedelta
from typing import Any

from bot.catalog import load
from bot.domain.form05 import Solved
from bot.domain.spans import read_span
from bot.domain.statistics import Call, Case
from bot.domain.statistics_words import What
from bot.domain.team import Team
from bot.services.statistics_facts import Days, Given
from tests.rosters import VIETNAM

TEAM = Team(load(), VIETNAM, "vi", None)
MADE_AT = datetime(2026, 10, 1, 0, 30, tzinfo=UTC)
_BEGUN = datetime(2026, 9, 1, 1, 0, tzinfo=UTC)
_KINDS = ("malware", "phishing", "malware", "ransomware", "malware", "phishing", "online_fraud")
_SEVERITIES = ("high", "normal", "high", "critical", "high", "normal", "low")
_SOURCES = ("citizen", "staff", "staff", "team", "anonymous")


def cases(count):
    """Return incidents over a month, more by day than by night."""
    found = []
    for number in range(count):
        at = _BEGUN + timedelta(hours=number * 29 % 700)
        status = "not_incident" if number % 9 == 8 else "closed"
        solved = None if status == "not_incident" else 3600 + number * 1700
        found.append(
            Case(
                int(at.timestamp()),
                _KINDS[number % 7],
                _SEVERITIES[number % 7],
                number % 4,
                _SOURCES[number % 5],
                status,
                number % 7 != 6,
                40 + number * 23,
                solved,
                number % 11 == 10,
            )
        )
    return tuple(found)


def calls(count):
    """Return pages to three people."""
    names = ("Nguyễn Văn Nam", "Trần Thị Hà", "Lê Minh")
    at = int(_BEGUN.timestamp())
    return tuple(
        Call(number % 3, names[number % 3], at + number * 9000, 1 + number % 2)
        for number in range(count)
    )


SOLVED = (
    Solved("malware", "own", 12, 3, 45_000_000),
    Solved("malware", "Viettel Cyber Security", 2, 1, 120_000_000),
    Solved("phishing", "own", 9),
    Solved("ransomware", "national", 1, 1, 1_500_000_000),
    Solved("data_theft", "abroad", 1),
    Solved("intrusion", None, 2),
    Solved("fault", "own", 5),
)


def given(what=What.FIGURES, words="tháng 9", incidents=31, **more):
    """Return what the papers of a span are made from."""
    made_at = more.pop("made_at", MADE_AT)
    span = read_span(words, made_at.astimezone(VIETNAM).date())
    now = span.so_far(made_at.astimezone(VIETNAM).date())
    then = span.before if now == span else span.before.as_long_as(now)
    values: dict[str, Any] = {
        "team": TEAM,
        "language": "vi",
        "now": Days(now.first, now.last, cases(incidents), calls(incidents // 2)),
        "then": Days(then.first, then.last, cases(incidents // 2), calls(3)),
        "agencies": {1: "Sở Y tế", 2: "UBND huyện A", 3: "Sở Thông tin và Truyền thông"},
        "solved": SOLVED if what is What.FORM05 else (),
    }
    return Given(what=what, span=span, made_at=made_at, **values | more)
