"""The words on papers: plain text in the team's language, days and times on the team's clocks."""

import unicodedata
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from msgspec import Struct

from bot.domain.roster_table import Roster
from bot.texts.fluent import Value, message, safe
from bot.texts.length import plain
from bot.texts.values import zone_name


class Words(Struct, frozen=True):
    """One paper's language and clocks."""

    language: str
    zone: ZoneInfo

    def say(self, text_id: str, **values: str | int) -> str:
        """Return a text without markup."""
        ready: dict[str, Value] = {
            name: safe(value) if isinstance(value, str) else value for name, value in values.items()
        }
        return plain(message(self.language, text_id, ready))

    def weekday(self, day: date) -> str:
        """Return the name of a day of the week."""
        return self.say(f"weekday-{day.isoweekday()}")

    def long_date(self, day: date) -> str:
        """Return a date as officials write it: January and February have two figures, March one."""
        values = {"day": day.day, "month": day.month, "year": day.year}
        if day.month <= 2:  # noqa: PLR2004 February
            return self.say("paper-long-date-padded", **values)
        return self.say("paper-long-date", **values)

    def long_moment(self, at: datetime) -> str:
        """Return hour, minute and date as officials write them."""
        local = at.astimezone(self.zone)
        date_words = self.long_date(local.date())
        said = {"hour": local.hour, "minute": local.minute}
        return self.say("paper-long-moment", **said, date=date_words)

    def date(self, day: date, *, year: bool = False) -> str:
        """Return a day and its month, with the year when asked for."""
        if year:
            return self.say("paper-date-year", day=day.day, month=day.month, year=day.year)
        return self.say("paper-date", day=day.day, month=day.month)

    def clock(self, at: datetime) -> str:
        """Return the time of day."""
        return f"{at.astimezone(self.zone):%H:%M}"

    def moment(self, at: datetime) -> str:
        """Return time of day, weekday and date."""
        local = at.astimezone(self.zone)
        return f"{self.clock(at)} {self.weekday(local.date())} {self.date(local.date(), year=True)}"

    def span(self, start: datetime, end: datetime) -> str:
        """Return the times of a shift."""
        return f"{self.clock(start)}\N{EN DASH}{self.clock(end)}"

    def ends_later(self, start: datetime, end: datetime) -> int:
        """Return how many days later a shift ends; midnight still belongs to the day it ends."""
        last = (end - timedelta(microseconds=1)).astimezone(self.zone).date()
        return (last - start.astimezone(self.zone).date()).days

    def zone_words(self, at: datetime) -> str:
        """Return the time zone's name and its distance from UTC."""
        local = at.astimezone(self.zone)
        minutes = round((local.utcoffset() or timedelta(0)).total_seconds() / 60)
        hours, rest = divmod(abs(minutes), 60)
        sign = "+" if minutes >= 0 else "\N{MINUS SIGN}"
        offset = f"UTC{sign}{hours}" + (f":{rest:02}" if rest else "")
        name = zone_name(self.zone, local)
        return f"{name} ({offset})" if not name.startswith("UTC") else offset

    def period(self, roster: Roster) -> str:
        """Return from when to when a roster goes, on which clocks."""
        start, end = self.moment(roster.start), self.moment(roster.end)
        zone = self.zone_words(roster.start)
        return self.say("roster-period", start=start, end=end, zone=zone)

    def made(self, roster: Roster) -> str:
        """Return how old a paper is."""
        day = self.date(roster.made_at.astimezone(self.zone).date(), year=True)
        return self.say("roster-made", date=day, clock=self.clock(roster.made_at))

    def issuer(self, roster: Roster) -> str:
        """Return the team's name as it stands on its documents."""
        return tidy(roster.letterhead.issuer) or self.say("roster-team")

    def title(self, roster: Roster) -> str:
        """Return the heading: the watch's name behind what it is."""
        title = self.say("roster-title")
        return f"{title} · {tidy(roster.title)}" if roster.title else title


def tidy(words: str) -> str:
    """Return what a person wrote on one line, composed, without characters no paper can show."""
    composed = unicodedata.normalize("NFC", words)
    return " ".join("".join(c if c.isprintable() else " " for c in composed).split())
