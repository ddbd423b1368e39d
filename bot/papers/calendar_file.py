"""A person's shifts as an iCalendar file: imported once, or followed by its address."""

from datetime import UTC, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.domain.agenda import Agenda, Appointment
from bot.domain.paper import Finished, file_name
from bot.domain.roster import ShiftState
from bot.papers.words import Words, tidy

MADE_BY = "-//Truc Ban//Shifts//VI"
LOOK_AGAIN = timedelta(hours=1)
_UTC = ZoneInfo("UTC")


def make(agenda: Agenda) -> list[Finished]:
    """Return the file as it is sent in the chat."""
    return [Finished(file_name(f"ca truc {agenda.name}", "ics"), calendar_file(agenda))]


def calendar_file(agenda: Agenda) -> bytes:
    """Return a person's shifts; a shift keeps its identity however often it changes."""
    from icalendar import Calendar  # noqa: PLC0415 it takes long to load

    words = Words(agenda.language, _UTC)
    calendar = Calendar()
    calendar.add("prodid", MADE_BY)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    name = words.say("calendar-name", name=tidy(agenda.name))
    for key in ("name", "x-wr-calname"):
        calendar.add(key, name)
    calendar.add("refresh-interval", LOOK_AGAIN, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT1H")
    for appointment in agenda.appointments:
        calendar.add_component(_event(words, agenda, appointment))
    content: bytes = calendar.to_ical()
    return content


def _event(words: Words, agenda: Agenda, shift: Appointment) -> Any:  # noqa: ANN401 loaded late
    from icalendar import Event  # noqa: PLC0415 it takes long to load

    event = Event()
    event.add("uid", f"shift-{shift.number}-{agenda.account}@trucban")
    event.add("sequence", shift.changes)
    event.add("dtstamp", agenda.made_at.astimezone(UTC))
    if shift.changed_at is not None:
        event.add("last-modified", shift.changed_at.astimezone(UTC))
    event.add("dtstart", shift.start.astimezone(UTC))
    event.add("dtend", shift.end.astimezone(UTC))
    post, watch = tidy(shift.post), tidy(shift.watch)
    event.add("summary", f"{post} · {watch}" if watch else post)
    event.add("description", _state(words, shift))
    is_sure = shift.state is ShiftState.CONFIRMED or not watch
    event.add("status", "CONFIRMED" if is_sure else "TENTATIVE")
    event.add("transp", "OPAQUE")
    return event


def _state(words: Words, shift: Appointment) -> str:
    if not shift.watch:
        return words.say("calendar-usual")
    if shift.state is ShiftState.CONFIRMED:
        return words.say("calendar-confirmed")
    if shift.state is ShiftState.DECLINED:
        return words.say("calendar-declined")
    return words.say("calendar-unconfirmed")
