"""What a queued row's parameters mean to its reader: instants, lengths of time, names of things."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any
from zoneinfo import ZoneInfo

from bot.domain.confidence import KEPT_BACK
from bot.domain.indicators import disarmed
from bot.domain.kinds import in_language
from bot.domain.team import Team
from bot.texts.fluent import Html, TextError, Value, known_language, message, safe
from bot.texts.length import plain, shorten

RESERVED = frozenset(
    {
        *("text", "keys", "files", "language", "alert", "press"),
        *("paper", "pin", "holder_id", "swaps", "kept"),
    }
)
UNITS = (
    ("days", timedelta(days=1)),
    ("hours", timedelta(hours=1)),
    ("minutes", timedelta(minutes=1)),
    ("seconds", timedelta(seconds=1)),
)
LONGEST_LINE = 300
# The zone data names these only "+07"; people there say ICT.
_INDOCHINA = frozenset(
    f"Asia/{city}"
    for city in ("Bangkok", "Ho_Chi_Minh", "Hanoi", "Phnom_Penh", "Saigon", "Vientiane")
)


@dataclass(frozen=True)
class Voice:
    """One reader: their language, the team's zone and catalog, and the instant of reading."""

    team: Team
    now: datetime
    language: str

    def say(self, text_id: str, **values: Any) -> Html:  # noqa: ANN401 whatever the text asks for
        """Return a text as HTML, its values resolved and escaped."""
        ready = {name: self.value(value) for name, value in values.items()}
        return message(self.language, text_id, ready)

    def word(self, text_id: str, values: Mapping[str, Any] | None = None) -> str:
        """Return a text without markup, for labels and toasts."""
        return plain(self.say(text_id, **values or {}))

    def value(self, value: object) -> Value:
        """Return a value as it is put into a text: safe, or a number."""
        if isinstance(value, bool):
            return Html("yes" if value else "no")
        if isinstance(value, int | Html):
            return value
        if isinstance(value, str):
            return safe(value)
        if value is None:
            return Html("none")
        if isinstance(value, Mapping):
            return self._tagged(value)
        raise TextError(f"a text cannot show {value!r}")

    def time(self, at: datetime) -> Html:
        """Return an instant on the team's clocks, with the day unless it is today."""
        local, today = at.astimezone(self.team.zone), self.now.astimezone(self.team.zone)
        clock = f"{local:%H:%M} {zone_name(self.team.zone, local)}"
        if local.date() == today.date():
            return safe(clock)
        which = "instant-day" if local.year == today.year else "instant-year"
        day = {"day": local.day, "month": local.month, "year": local.year}
        return self.say(which, clock=clock, **day)

    def period(self, start: datetime, end: datetime) -> Html:
        """Return from when until when on the team's clocks, always with the days of the week."""
        first, last = (at.astimezone(self.team.zone) for at in (start, end))
        said = {
            "first": self.day(first),
            "start": f"{first:%H:%M}",
            "last": self.day(last),
            "end": f"{last:%H:%M}",
            "zone": zone_name(self.team.zone, first),
        }
        if first.date() == last.date():
            del said["last"]
            return self.say("period-day", **said)
        return self.say("period-days", **said)

    def day(self, local: date) -> Html:
        """Return a day with its day of the week."""
        weekday = self.say(f"weekday-{local.isoweekday()}")
        return self.say("weekday-day", weekday=weekday, day=local.day, month=local.month)

    def moment(self, at: datetime) -> Html:
        """Return an instant that somebody has told, whole, with its day of the week."""
        local = at.astimezone(self.team.zone)
        weekday = self.say(f"holiday-weekday-{local.isoweekday()}")
        day = {"day": local.day, "month": local.month, "year": local.year}
        return self.say("moment", clock=safe(f"{local:%H:%M}"), weekday=weekday, **day)

    def duration(self, length: timedelta) -> Html:
        """Return a length of time in words, its two largest units."""
        parts: list[Html] = []
        rest = abs(length)
        for unit, one in UNITS:
            count, rest = divmod(rest, one)
            if count:
                parts.append(self.say(f"duration-{unit}", count=count))
            elif parts:
                break
        return Html(" ".join(parts[:2])) if parts else self.say("duration-none")

    def waited(self, since: datetime) -> Html:
        """Return how long ago something was, in words."""
        return self.duration(self.now - since)

    def kind(self, code: str) -> Html:
        """Return the name of a kind of incident; the unknown one not in the reporter's words."""
        if code in {"unknown", KEPT_BACK}:
            return self.say(f"kind-{code}")
        return safe(self.team.catalog.kind(code).name(self.language))

    def icon(self, code: str) -> str:
        """Return the sign of a kind of incident."""
        return "🔒" if code == KEPT_BACK else self.team.catalog.kind(code).icon

    def check(self, code: str) -> Html:
        """Return what a watcher looks at; one no longer in the catalog is shown by its code."""
        known = {check.code: check for check in self.team.catalog.watch.checks}
        return safe(known[code].name(self.language) if code in known else code)

    def severity(self, code: str) -> Html:
        """Return a severity with its colour, never the colour alone."""
        return self.say(f"severity-{code}")

    @cached_property
    def _tags(self) -> Mapping[str, Callable[[Any], Value]]:
        return {
            "instant": lambda at: self.time(datetime.fromisoformat(at)),
            "moment": lambda at: self.moment(datetime.fromisoformat(at)),
            "period": lambda ends: self.period(*map(datetime.fromisoformat, ends)),
            "duration": lambda seconds: self.duration(timedelta(seconds=seconds)),
            "kind": self.kind,
            "severity": self.severity,
            "severity_icon": self.severity,
            "status": lambda code: self.say(f"status-{kebab(code)}"),
            "role": lambda code: self.say(f"role-{code}"),
            "post": lambda code: safe(self.team.catalog.watch.post(code).name(self.language)),
            "check": self.check,
            "names": lambda names: safe(in_language(names, self.language)),
            "list": lambda values: self._joined(values, ", "),
            "lines": lambda values: self._joined(values, "\n"),
        }

    def _tagged(self, value: Mapping[str, Any]) -> Value:
        if "text" in value:
            return self.say(value["text"], **parameters(value))
        if len(value) == 1:
            tag, content = next(iter(value.items()))
            if tag in self._tags:
                return self._tags[tag](content)
        raise TextError(f"a text cannot show {dict(value)!r}")

    def _joined(self, values: Sequence[Any], between: str) -> Html:
        return Html(between.join(str(self.value(value)) for value in values))


def voice(team: Team, now: datetime, language: str | None) -> Voice:
    """Return the voice for a reader whose language may be one that has no texts."""
    return Voice(team, now, known_language(language or team.language))


def parameters(params: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is meant for the text: everything but the reserved names."""
    return {name: value for name, value in params.items() if name not in RESERVED}


def kebab(code: str) -> str:
    """Return a code as it is written in the ids of texts."""
    return code.replace("_", "-")


def one_line(text: str) -> str:
    """Return what a person wrote without its line breaks, for places that hold one line.

    However much they wrote, it pushes nothing else out of the message; no link in it opens.
    """
    return shorten(disarmed(" ".join(text.split())), LONGEST_LINE)


def zone_name(zone: ZoneInfo, local: datetime) -> str:
    """Return the zone's name as people there know it."""
    if zone.key in _INDOCHINA:
        return "ICT"
    name = local.tzname() or "UTC"
    return f"UTC{name}" if name[0] in "+-" else name
