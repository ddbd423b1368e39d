"""The deadlines of campaigns as a calendar file: whole days, each known again when it moves."""

from datetime import date, timedelta
from typing import Any

from bot.domain.paper import Finished, file_name
from bot.domain.year_plan import Planned, YearPlan
from bot.papers.words import Words, tidy

MADE_BY = "-//Truc Ban//Campaigns//VI"
LOOK_AGAIN = timedelta(hours=12)
_ONE_DAY = timedelta(days=1)


def calendar_file(plan: YearPlan) -> Finished:
    """Return the deadlines as an iCalendar file: whole days, each known again when it moves."""
    from icalendar import Calendar  # noqa: PLC0415 it takes long to load

    words = Words(plan.language, plan.zone)
    book = Calendar()
    for key, value in (("prodid", MADE_BY), ("version", "2.0"), ("calscale", "GREGORIAN")):
        book.add(key, value)
    book.add("method", "PUBLISH")
    for key in ("name", "x-wr-calname"):
        book.add(key, words.say("plan-calendar"))
    book.add("refresh-interval", LOOK_AGAIN, parameters={"VALUE": "DURATION"})
    for one in (each for line in plan.lines() for each in line):
        book.add_component(_event(plan, one, "due", one.due_on, words))
        if one.rollup_on is not None:
            book.add_component(_event(plan, one, "rollup", one.rollup_on, words))
    content: bytes = book.to_ical()
    return Finished(file_name(f"ke hoach dot yeu cau {plan.first:%Y-%m}", "ics"), content)


def _event(plan: YearPlan, one: Planned, what: str, day: date, words: Words) -> Any:  # noqa: ANN401 loaded late
    from icalendar import Event  # noqa: PLC0415 it takes long to load

    event = Event()
    event.add("uid", f"campaign-{one.key}-{what}@trucban")
    event.add("dtstamp", plan.made_at)
    event.add("dtstart", day)
    event.add("dtend", day + _ONE_DAY)
    event.add("summary", words.say(f"plan-event-{what}", name=tidy(one.name)))
    starts = words.date(one.starts_on, year=True)
    event.add("description", words.say("plan-event-from", day=starts))
    event.add("transp", "TRANSPARENT")
    return event
