"""A person's calendar: read back by the library, and by the lines of the format itself."""

from datetime import UTC, datetime, timedelta

import pytest
from icalendar import Calendar
from msgspec.structs import replace

from bot.domain.agenda import Agenda, Appointment
from bot.domain.roster import ShiftState
from bot.papers.calendar_file import calendar_file, make

START = datetime(2026, 9, 1, 0, 30, tzinfo=UTC)
NOW = datetime(2026, 8, 30, 7, 5, tzinfo=UTC)
SHIFT = Appointment(
    7, START, START + timedelta(hours=12), "Trực ban", ShiftState.CONFIRMED,
    "Trực lễ Quốc khánh 2/9", 3, NOW - timedelta(days=1),
)  # fmt: skip


def an_agenda(*shifts, **more):
    return Agenda("Trần Quốc Bảo", 555, "vi", NOW, shifts, **more)


def events(*shifts):
    return Calendar.from_ical(calendar_file(an_agenda(*shifts))).walk("VEVENT")


def test_a_shift_is_an_event_with_its_times_post_and_watch():
    (event,) = events(SHIFT)
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (SHIFT.start, SHIFT.end)
    assert event["summary"] == "Trực ban · Trực lễ Quốc khánh 2/9"
    assert event["description"] == "Bạn đã xác nhận ca này."
    assert event["status"] == "CONFIRMED"


def test_a_shift_that_changes_keeps_its_identity_and_counts_its_changes():
    later = replace(SHIFT, start=START + timedelta(hours=1), changes=4, changed_at=NOW)
    (before,), (after,) = events(SHIFT), events(later)
    assert before["uid"] == after["uid"] == "shift-7-555@trucban"
    assert (before["sequence"], after["sequence"]) == (3, 4)
    assert after.decoded("last-modified") == NOW
    assert before.decoded("last-modified") < after.decoded("last-modified")


@pytest.mark.parametrize(
    ("state", "watch", "status"),
    [
        (ShiftState.PLANNED, "Trực Tết", "TENTATIVE"),
        (ShiftState.DECLINED, "Trực Tết", "TENTATIVE"),
        (ShiftState.CONFIRMED, "Trực Tết", "CONFIRMED"),
        (ShiftState.PLANNED, "", "CONFIRMED"),
    ],
)
def test_only_what_is_sure_is_confirmed(state, watch, status):
    (event,) = events(replace(SHIFT, state=state, watch=watch))
    assert event["status"] == status


def test_a_shift_nothing_was_said_of_has_no_time_of_change():
    (event,) = events(replace(SHIFT, changes=0, changed_at=None))
    assert "last-modified" not in event
    assert event["sequence"] == 0


def test_the_file_keeps_to_the_format():
    content = calendar_file(an_agenda(SHIFT, replace(SHIFT, number=8, post="a,b;c\nd\\e" * 20)))
    lines = content.split(b"\r\n")
    assert lines[0] == b"BEGIN:VCALENDAR"
    assert lines[-2:] == [b"END:VCALENDAR", b""]
    assert max(map(len, lines)) <= 75
    assert b"\n" not in content.replace(b"\r\n", b"")
    needed = (b"VERSION:2.0", b"METHOD:PUBLISH", b"REFRESH-INTERVAL;VALUE=DURATION:PT1H")
    assert [line for line in needed if line not in lines] == []


def test_somebody_without_shifts_has_an_empty_calendar():
    assert Calendar.from_ical(calendar_file(an_agenda())).walk("VEVENT") == []


def test_in_the_chat_it_is_a_file_by_its_owners_name():
    (paper,) = make(an_agenda(SHIFT))
    assert (paper.name, paper.media) == ("ca-truc-tran-quoc-bao.ics", "document")
