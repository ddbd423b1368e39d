"""Obligations (nghĩa vụ): what agencies must do again and again, and how they are reminded of it.

They are data (`bot/catalog/obligations.toml`): law changes, and provinces differ.
"""

import re
from datetime import date, time
from enum import StrEnum
from typing import Literal, Self

from pydantic import Field, field_validator, model_validator

from bot.domain.audience import Levels, Per
from bot.domain.campaign_questions import Question, in_order
from bot.domain.deadlines import Anchor, AsDeadline, Deadline
from bot.domain.kinds import Entry, Names, in_language
from bot.domain.watch_policy import CODE, DayTime


class Every(StrEnum):
    """How often it comes back."""

    ONCE = "once"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    YEAR = "year"
    TWO_YEARS = "two_years"


TURNS_A_YEAR = {Every.HALF_YEAR: 2, Every.QUARTER: 4}


class Confidence(StrEnum):
    """How sure it is: read in the text of the law, at second hand, or from memory."""

    READ = "R"
    SECOND_HAND = "R2"
    MEMORY = "M"


class Opening(StrEnum):
    """Whether its campaigns open by themselves, are put before the leads first, or neither."""

    AUTO = "auto"
    ASK = "ask"
    OFF = "off"


class Reminders(Entry):
    """When people are reminded: days before, on the day, and after it.

    Overdue every so many working days, after `overdue_for` days once a week; `head_after` and
    `leaders_after` days the agency's head and the team's leads hear of it, 0 never.
    """

    before: tuple[int, ...] = (30, 14, 7, 3, 1)
    on_the_day: bool = True
    overdue_every: int = Field(default=1, ge=1, le=30)
    overdue_for: int = Field(default=14, ge=0, le=365)
    head_after: int = Field(default=3, ge=0, le=365)
    leaders_after: int = Field(default=7, ge=0, le=365)

    @field_validator("before")
    @classmethod
    def _earliest_first(cls, days: tuple[int, ...]) -> tuple[int, ...]:
        if any(not 1 <= each <= 366 for each in days):  # noqa: PLR2004 days of a year
            raise ValueError("write numbers of days from 1 to 366")
        return tuple(sorted(set(days), reverse=True))


USUAL = Reminders()


class CampaignPolicy(Entry):
    """The team's own habits; `work_from` and `work_until` are the hours of agencies."""

    four_eyes: bool = True
    work_from: DayTime = time(8, 0)
    work_until: DayTime = time(17, 0)
    plan_months: int = Field(default=12, ge=1, le=36)
    many_cards: int = Field(default=3, ge=1, le=20)

    @model_validator(mode="after")
    def _is_a_day(self) -> Self:
        if self.work_until <= self.work_from:
            raise ValueError("work_until must be later than work_from")
        return self


class Obligation(Entry):
    """One duty: who has it, on what basis, how often and by when, and what is asked about it.

    `due` and `rollup` have one deadline, or one for each turn of a year; `opens_before` days
    before the deadline the campaign is opened. `valid_from` and `valid_until` bound the deadlines.
    """

    code: str = Field(pattern=CODE)
    names: Names
    why: Names
    basis: str = Field(min_length=3)
    confidence: Confidence
    valid_from: date | None = None
    valid_until: date | None = None
    opening: Opening = Opening.AUTO
    per: Per = Per.AGENCY
    kinds: tuple[str, ...] = ()
    but_kinds: tuple[str, ...] = ()
    levels: Levels | None = None
    every: Every
    due: tuple[AsDeadline, ...] = Field(min_length=1)
    rollup: tuple[AsDeadline, ...] = ()
    on_working_day: bool = False  # a deadline on a day off moves to the working day before
    opens_before: int = Field(default=30, ge=1, le=366)
    questions: tuple[Question, ...] = ()
    evidence: dict[str, str] = Field(default_factory=dict)
    reminders: str = "usual"
    receiver: Names
    feeds: Literal["scan", "hunt", "drill", "backup", "dossier", "contacts", "malware"] | None = (
        None
    )

    @field_validator("due", "rollup", mode="before")
    @classmethod
    def _one_or_more(cls, written: object) -> object:
        return (written,) if isinstance(written, str) else written

    @field_validator("questions")
    @classmethod
    def _ordered(cls, questions: tuple[Question, ...]) -> tuple[Question, ...]:
        return in_order(questions)

    @model_validator(mode="after")
    def _turns_fit(self) -> Self:
        turns = TURNS_A_YEAR.get(self.every, 1)
        for field, deadlines in (("due", self.due), ("rollup", self.rollup)):
            if len(deadlines) not in (1, turns) and deadlines:
                raise ValueError(f"{field} has {len(deadlines)} deadlines; write 1 or {turns}")
        if any(each.anchor is Anchor.AFTER for each in self.due):
            raise ValueError("due cannot be counted after another deadline")
        dated = [each for each in (*self.due, *self.rollup) if each.anchor is Anchor.DATE]
        if (self.every is Every.ONCE) != bool(self.due[0].year):
            raise ValueError('a whole date such as "by 30/6/2027" belongs to every = "once"')
        if self.every in (Every.WEEK, Every.MONTH) and dated:
            raise ValueError(
                "write by day 5, by weekday 5 or end of period, not a date of the year"
            )
        return self

    def name(self, language: str) -> str:
        """Return what it is called."""
        return in_language(self.names, language)

    def why_in(self, language: str) -> str:
        """Return why it is asked."""
        return in_language(self.why, language)

    def receiver_in(self, language: str) -> str:
        """Return who gets the roll-up."""
        return in_language(self.receiver, language)

    def evidence_in(self, language: str) -> str:
        """Return what is to be shown, empty when nothing is."""
        return self.evidence.get(language, self.evidence.get("vi", ""))

    def deadline(self, turn: int) -> Deadline:
        """Return the deadline of a turn of the year, counted from 0."""
        found: Deadline = self.due[turn if len(self.due) > 1 else 0]
        return found

    def second_deadline(self, turn: int) -> Deadline | None:
        """Return the deadline of the roll-up, if there is one."""
        found: Deadline | None = None
        if self.rollup:
            found = self.rollup[turn if len(self.rollup) > 1 else 0]
        return found


_KEYS = (
    (re.compile(r"(?P<year>\d{4})"), Every.YEAR),
    (re.compile(r"(?P<year>\d{4}-\d{4})"), Every.TWO_YEARS),
    (re.compile(r"(?P<year>\d{4})-H(?P<number>\d)"), Every.HALF_YEAR),
    (re.compile(r"(?P<year>\d{4})-Q(?P<number>\d)"), Every.QUARTER),
    (re.compile(r"(?P<year>\d{4})-0?(?P<number>\d{1,2})"), Every.MONTH),
    (re.compile(r"(?P<year>\d{4})-W0?(?P<number>\d{1,2})"), Every.WEEK),
    (re.compile(r"(?P<year>\d{4})-\d{2}-\d{2}"), Every.ONCE),
)


class CampaignBook(Entry):
    """All of `obligations.toml`: habits, ways of reminding, names of periods, the obligations.

    In `labels`, `{year}` and `{number}` stand for those of the period.
    """

    labels: dict[Every, Names] = Field(default_factory=dict)
    policy: CampaignPolicy = CampaignPolicy()
    reminders: dict[str, Reminders] = Field(default_factory=dict)
    obligations: tuple[Obligation, ...] = ()

    def label(self, key: str, language: str) -> str:
        """Return what a period is called by its key, such as 2026-H1."""
        for shape, every in _KEYS:
            found = shape.fullmatch(key)
            if found and every in self.labels:
                return in_language(self.labels[every], language).format(**found.groupdict())
        return key

    def obligation(self, code: str) -> Obligation | None:
        """Return an obligation, None when it is no longer in the catalog."""
        return next((each for each in self.obligations if each.code == code), None)

    def reminders_for(self, name: str) -> Reminders:
        """Return a way of reminding by its name; the usual one when there is none."""
        return self.reminders.get(name, self.reminders.get("usual", USUAL))
