"""Statistics as one picture for a phone: few bars, the longest first, every number written out."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from bot.domain.paper import Finished, file_name
from bot.domain.statistics import Statistics
from bot.papers.canvas import Canvas, Ink, fitted, shown, width
from bot.papers.colours import GREY, GRID, HEADING, INK
from bot.papers.statistics_speech import Speech
from bot.services.statistics_facts import Given
from bot.services.statistics_words import BLOCK, blocks, kind_texts, length, share

WIDE, MARGIN = 720.0, 30.0
NAME, GAP = 250.0, 14.0  # the column of names, and what is left free behind it
BAR, ROW, LEAD, PANEL, TOP, FOOT = 28.0, 43.0, 24.0, 60.0, 106.0, 20.0
SHORTEST = 3.0  # a bar of nothing is a line
MOST, MOST_PARTS = 6, 4  # bars of a panel, panels in a document
TITLE, HEAD = Ink(30, INK, bold=True), Ink(25, HEADING, bold=True)
LABEL, NUMBER, SMALL = Ink(22), Ink(22, INK, bold=True), Ink(19, GREY)
USUAL, DARK = "#7FA6CF", "#22364F"


class Bar(Struct, frozen=True):
    """One bar: its name, its length, of that the dark part, and what is written at its end."""

    name: str
    value: float
    number: str
    dark: float = 0


class Panel(Struct, frozen=True):
    """Some bars of one measure below a heading."""

    title: str
    bars: Sequence[Bar]


def picture(given: Given, now: Statistics) -> Finished:
    """Return the picture."""
    speech = Speech(given)
    panels = [panel for panel in _panels(speech, now) if panel.bars]
    title = speech.say("stats-chart-title", span=speech.span)
    note = speech.days(given.now.first, given.now.last)
    return Finished(
        file_name(f"thong ke {given.now.first} {given.now.last}", "png"),
        drawn(title, note, panels),
        "photo",
    )


def chart(given: Given, now: Statistics) -> bytes:
    """Return the bars alone, for a document that has its own heading."""
    return drawn(
        "", "", [panel for panel in _panels(Speech(given), now) if panel.bars][:MOST_PARTS]
    )


def drawn(title: str, note: str, panels: Sequence[Panel]) -> bytes:
    """Draw the panels one below the other."""
    top = TOP if title else MARGIN
    high = top + FOOT + sum(PANEL + sum(map(_high, panel.bars)) for panel in panels)
    canvas = Canvas(WIDE, high)
    if title:
        line = fitted(shown(title), TITLE, WIDE - 2 * MARGIN, 1)[0]
        canvas.words(MARGIN, 40, line, TITLE)
        canvas.words(MARGIN, 78, shown(note), SMALL)
    at = top
    for panel in panels:
        at = _panel(canvas, panel, at)
    return canvas.png()


def _panel(canvas: Canvas, panel: Panel, at: float) -> float:
    canvas.line((MARGIN, at), (WIDE - MARGIN, at), GRID)
    canvas.words(MARGIN, at + 30, fitted(shown(panel.title), HEAD, WIDE - 2 * MARGIN, 1)[0], HEAD)
    at += PANEL
    left = MARGIN + NAME + GAP
    room = WIDE - MARGIN - left - GAP - max(width(bar.number, NUMBER) for bar in panel.bars)
    longest = max(1, *(bar.value for bar in panel.bars))
    for bar in panel.bars:
        middle = at + _high(bar) / 2 - 8
        names = _name(bar)
        for number, name in enumerate(names):
            line = middle + LEAD * (number - (len(names) - 1) / 2)
            canvas.words(MARGIN + NAME, line, name, LABEL, at="right")
        wide = max(SHORTEST, room * bar.value / longest)
        canvas.box((left, middle - BAR / 2, wide, BAR), USUAL)
        if bar.dark:
            canvas.box((left, middle - BAR / 2, room * bar.dark / longest, BAR), DARK)
        canvas.words(left + wide + GAP, middle, bar.number, NUMBER)
        at += _high(bar)
    return at


def _name(bar: Bar) -> tuple[str, ...]:
    return fitted(shown(bar.name), LABEL, NAME, 2)


def _high(bar: Bar) -> float:
    return ROW + LEAD * (len(_name(bar)) - 1)


def _panels(speech: Speech, now: Statistics) -> Iterator[Panel]:
    yield Panel(speech.say("stats-chart-kinds"), _kinds(speech, now))
    yield Panel(speech.say("stats-chart-taken"), _taken(speech, now))
    yield Panel(speech.say("stats-chart-kept"), _kept(speech, now))
    if now.all.incidents:
        yield Panel(speech.say("stats-chart-hours"), _hours(speech, now))
    yield Panel(speech.say("stats-chart-people"), _people(speech, now))


def _kinds(speech: Speech, now: Statistics) -> list[Bar]:
    bars = [
        Bar(speech.shown(name), group.incidents, str(group.incidents))
        for name, group in kind_texts(now)
    ]
    if len(bars) > MOST:
        rest = int(sum(bar.value for bar in bars[MOST - 1 :]))
        bars[MOST - 1 :] = [Bar(speech.say("stats-others"), rest, str(rest))]
    return bars


def _taken(speech: Speech, now: Statistics) -> list[Bar]:
    return [
        Bar(
            speech.shown({"severity": group.key}),
            group.taken.median,
            speech.shown(length(group.taken.median)),
        )
        for group in now.severities
        if group.taken.median is not None
    ]


def _kept(speech: Speech, now: Statistics) -> list[Bar]:
    return [
        Bar(
            speech.shown({"severity": one.severity}),
            one.asked,
            speech.shown(share(one.kept, one.asked)),
            one.kept,
        )
        for one in now.kept
        if one.asked
    ]


def _hours(speech: Speech, now: Statistics) -> list[Bar]:
    return [
        Bar(
            speech.say("stats-chart-hour", start=number * BLOCK, end=(number + 1) * BLOCK),
            count,
            str(count),
        )
        for number, count in enumerate(blocks(now.hours))
    ]


def _people(speech: Speech, now: Statistics) -> list[Bar]:
    return [
        Bar(
            one.name,
            one.pages,
            speech.say("stats-chart-night", count=one.pages, night=one.by_night)
            if one.by_night
            else str(one.pages),
            one.by_night,
        )
        for one in now.called[:MOST]
    ]
