"""The plan of campaigns: twelve months as a picture, a row for each duty."""

from collections.abc import Sequence
from datetime import date, timedelta

from bot.domain.paper import Finished, file_name
from bot.domain.year_plan import Planned, YearPlan
from bot.papers.canvas import Canvas, Ink, fitted, shown, width
from bot.papers.colours import GREY, GRID, HEADING, INK, RED, RULE
from bot.papers.words import Words, tidy

MARGIN, NAMES, MONTH = 28.0, 400.0, 104.0
TOP, HEAD, ROW, FOOT = 116.0, 54.0, 62.0, 64.0
BAR, OPEN, ROLLUP = "#8FB8DE", "#4F9D69", "#7A5195"
_NAME, _SMALL, _DAY = Ink(17), Ink(15, GREY), Ink(13, INK, bold=True)
_ONE_DAY = timedelta(days=1)


def picture(plan: YearPlan) -> Finished:
    """Return the plan as a PNG picture."""
    name = file_name(f"ke hoach dot yeu cau {plan.first:%Y-%m}", "png")
    return Finished(name, _Sheet(plan).drawn(), "photo")


class _Sheet:
    """One picture."""

    def __init__(self, plan: YearPlan) -> None:
        self._plan = plan
        self._words = Words(plan.language, plan.zone)
        self._lines = plan.lines()
        self._left = MARGIN + NAMES
        self._right = self._left + MONTH * (len(plan.months) - 1)
        self._end = TOP + HEAD + ROW * max(1, len(self._lines))
        self._canvas = Canvas(self._right + MARGIN, self._end + FOOT)

    def drawn(self) -> bytes:
        """Return the finished picture."""
        self._title()
        self._months()
        for number, line in enumerate(self._lines):
            self._line(line, TOP + HEAD + number * ROW)
        if not self._lines:
            middle = (MARGIN + self._right) / 2, TOP + HEAD + ROW / 2
            self._canvas.words(*middle, self._words.say("plan-nothing"), _NAME, at="center")
        self._today()
        self._legend()
        return self._canvas.png()

    def _title(self) -> None:
        plan, words = self._plan, self._words
        issuer = tidy(plan.issuer) or words.say("roster-team")
        self._canvas.words(MARGIN, 26, shown(issuer).upper(), Ink(17, GREY, bold=True))
        last = plan.end - _ONE_DAY
        title = words.say("plan-title", first=f"{plan.first:%m/%Y}", last=f"{last:%m/%Y}")
        self._canvas.words(MARGIN, 68, title, Ink(30, bold=True))
        day = words.date(plan.made_at.astimezone(plan.zone).date(), year=True)
        made = words.say("roster-made", date=day, clock=words.clock(plan.made_at))
        self._canvas.words(self._right, 26, made, Ink(16, GREY), at="right")

    def _months(self) -> None:
        self._canvas.box((MARGIN, TOP, self._right - MARGIN, HEAD), HEADING)
        white = Ink(17, "#FFFFFF", bold=True)
        self._canvas.words(MARGIN + 14, TOP + HEAD / 2, self._words.say("plan-duty"), white)
        for number, month in enumerate(self._plan.months[:-1]):
            left = self._left + number * MONTH
            if number % 2:
                self._canvas.box((left, TOP + HEAD, MONTH, self._end - TOP - HEAD), "#F4F6F9")
            said = f"{month:%m}" if number and month.month > 1 else f"{month:%m/%Y}"
            self._canvas.words(left + MONTH / 2, TOP + HEAD / 2, said, white, at="center")

    def _at(self, day: date) -> float:
        """Return where the morning of a day stands; months are equally wide."""
        months = self._plan.months
        if day >= months[-1]:
            return self._right
        if day < months[0]:
            return self._left
        number = max(n for n, month in enumerate(months) if month <= day)
        length = (months[number + 1] - months[number]).days
        return self._left + (number + (day - months[number]).days / length) * MONTH

    def _line(self, line: Sequence[Planned], top: float) -> None:
        lines = fitted(shown(tidy(line[0].name)), _NAME, NAMES - 20, 2)
        at = top + ROW / 2 - (len(lines) - 1) * 11
        for words in lines:
            self._canvas.words(MARGIN + 8, at, words, _NAME)
            at += 22
        free = self._left
        for one in line:
            free = self._span(one, top, free)
        self._canvas.line((MARGIN, top + ROW), (self._right, top + ROW), GRID)

    def _span(self, one: Planned, top: float, free: float) -> float:
        """Draw one campaign; its day is written where nothing stands yet, up to `free`."""
        first, due = self._at(one.starts_on), self._at(one.due_on + _ONE_DAY)
        wide = max(due - first, 4)
        self._canvas.box((due - wide, top + 12, wide, 20), OPEN if one.is_open else BAR)
        if self._plan.first <= one.due_on < self._plan.end:
            self._canvas.box((due - 3, top + 8, 5, 28), RED)
        if one.rollup_on is not None and self._plan.first <= one.rollup_on < self._plan.end:
            self._canvas.box((self._at(one.rollup_on + _ONE_DAY) - 3, top + 8, 5, 28), ROLLUP)
        said = f"{one.due_on:%d/%m}"
        long = width(said, _DAY)
        left = min(max(due - long / 2, self._left), self._right - long)
        if left < free or one.due_on >= self._plan.end:
            return free
        self._canvas.words(left, top + 48, said, _DAY)
        return left + long + 6

    def _today(self) -> None:
        plan = self._plan
        at = self._at(plan.made_at.astimezone(plan.zone).date())
        self._canvas.line((at, TOP + HEAD), (at, self._end), RULE)

    def _legend(self) -> None:
        left, at = MARGIN, self._end + 32
        for colour, key in (
            (BAR, "planned"), (OPEN, "open"), (RED, "due"), (ROLLUP, "rollup"), (RULE, "today")
        ):  # fmt: skip
            wide = 26 if colour in (BAR, OPEN) else 5
            self._canvas.box((left, at - 9, wide, 18), colour)
            words = self._words.say(f"plan-legend-{key}")
            self._canvas.words(left + wide + 8, at, words, _SMALL)
            left += wide + 8 + width(words, _SMALL) + 26
