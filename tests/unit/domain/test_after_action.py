"""What a log shows afterwards: the marks, what helped, what slowed."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.domain.after_action import Mark, after_action
from bot.domain.course import Clock, Course, Line
from bot.domain.slowing import MOST_GAPS

START = datetime(2026, 9, 1, 19, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
NAMES = {"vi": "Thông báo", "en": "Notice"}


def line(minutes, kind, name=None, *, by_reporter=False, **details):
    return Line(START + minutes * MINUTE, kind, name, details, by_reporter)


QUIET = (
    line(0, "received", "Lan", by_reporter=True),
    line(0, "paged", people=["Bình"]),
    line(2, "taken", "Bình"),
    line(10, "note", "Bình"),
    line(25, "phase", "Bình", status="containing"),
    line(40, "phase", "Bình", status="removing"),
    line(60, "resolved", "Bình"),
    line(90, "closed", "Lan"),
)


def course(*lines, **more: Any):
    given: dict[str, Any] = {"until": START + 90 * MINUTE, "within": 3 * MINUTE}
    return Course(lines, **given | {"pause": 30 * MINUTE} | more)


def whats(found):
    return [each.what for each in found]


def only(found, what):
    (one,) = [each for each in found if each.what == what]
    return one.values


def test_each_mark_has_its_time_its_person_and_how_long_it_took():
    marks = {passed.mark: passed for passed in after_action(course(*QUIET)).marks}
    assert list(marks) == list(Mark)
    assert [passed.at for passed in marks.values()] == [
        START + each * MINUTE for each in (0, 0, 2, 10, 40, 60, 90)
    ]
    assert marks[Mark.PAGED].name == "Bình"
    assert (marks[Mark.CONTAINED].after, marks[Mark.CONTAINED].since_report) == (
        30 * MINUTE,
        40 * MINUTE,
    )


def test_what_the_log_does_not_tell_is_left_open_and_time_goes_on_from_the_mark_before():
    marks = {p.mark: p for p in after_action(course(QUIET[0], QUIET[2], QUIET[6])).marks}
    assert marks[Mark.PAGED].at is None
    assert marks[Mark.CONTAINED].at is None
    assert marks[Mark.SOLVED].after == 58 * MINUTE


def test_the_last_solving_counts_and_the_first_taking():
    again = (*QUIET, line(95, "reopened", "Lan"), line(120, "resolved", "Bình"))
    marks = {passed.mark: passed for passed in after_action(course(*again)).marks}
    assert marks[Mark.TAKEN].at == START + 2 * MINUTE
    assert marks[Mark.SOLVED].at == START + 120 * MINUTE


def test_a_quiet_course_helped_and_nothing_slowed_it():
    found = after_action(course(*QUIET, steps=(4, 4), roles=(3, 3), alike=["SC-2026-0009"]))
    assert whats(found.helped) == ["taken-soon", "steps-done", "roles-held", "alike"]
    assert found.slowed == ()


@pytest.mark.parametrize(("minutes", "is_gap"), [(32, False), (33, True)])
def test_longer_than_the_pause_without_a_step_is_a_gap(minutes, is_gap):
    lines = (*QUIET[:3], line(minutes, "note", "Bình"), line(50, "resolved", "Bình"))
    slowed = after_action(course(*lines)).slowed
    assert ("gap" in whats(slowed)) is is_gap


def test_a_gap_says_from_when_to_when_and_who_ended_it():
    lines = (*QUIET[:3], line(100, "note", "Chi"), line(110, "resolved", "Chi"))
    values = only(after_action(course(*lines)).slowed, "gap")
    assert values == {
        "length": 98 * MINUTE,
        "start": START + 2 * MINUTE,
        "end": START + 100 * MINUTE,
        "name": "Chi",
    }


@pytest.mark.parametrize(
    "passive",
    [
        line(30, "still", "Bình"),
        line(30, "evidence-looked", "Bình"),
        line(30, "situation-asked", people=["Bình"]),
        line(30, "report-more", "Lan", by_reporter=True),
        line(30, "paged", people=["Chi"]),
    ],
    ids=lambda each: each.kind,
)
def test_looking_promising_and_being_asked_are_no_steps(passive):
    lines = (*QUIET[:3], passive, line(60, "resolved", "Bình"))
    assert only(after_action(course(*lines)).slowed, "gap")["length"] == 58 * MINUTE


def test_waiting_for_the_reporter_is_no_gap_but_work_begun_anew_may_have_one():
    lines = (*QUIET, line(900, "reopened", "Lan", by_reporter=True), line(960, "resolved", "Bình"))
    slowed = after_action(course(*lines, until=START + 960 * MINUTE)).slowed
    assert only(slowed, "gap")["length"] == 60 * MINUTE
    assert only(slowed, "reopened") == {"count": 1}


def test_an_open_incident_has_its_gap_up_to_now():
    slowed = after_action(course(*QUIET[:4])).slowed
    assert only(slowed, "gap")["length"] == 80 * MINUTE


def test_of_many_gaps_the_longest_are_told_in_order_and_the_rest_counted():
    steps = [line(2 + 40 * n + n * n, "note", "Bình") for n in range(1, 11)]
    slowed = after_action(course(*QUIET[:3], *steps, until=steps[-1].at)).slowed
    gaps = [each.values for each in slowed if each.what == "gap"]
    assert len(gaps) == MOST_GAPS
    assert [gap["start"] for gap in gaps] == sorted(gap["start"] for gap in gaps)
    assert min(gap["length"] for gap in gaps) == 49 * MINUTE
    assert only(slowed, "gaps-more") == {"count": 4}


def test_steps_of_the_ladder_without_an_answer_are_counted_with_who_was_silent():
    lines = (
        QUIET[0],
        line(0, "paged", people=["Bình"]),
        line(3, "paged", people=["Bình", "Chi"]),
        line(8, "paged", people=["An"]),
        line(9, "taken", "Chi"),
        line(20, "resolved", "Chi"),
    )
    found = after_action(course(*lines))
    values = only(found.slowed, "unanswered")
    assert values == {"count": 2, "names": ("Bình", "An"), "length": 9 * MINUTE}
    assert "taken-soon" not in whats(found.helped)


def test_a_call_that_nobody_has_taken_is_unanswered_to_the_end():
    values = only(after_action(course(*QUIET[:2])).slowed, "unanswered")
    assert values == {"count": 1, "names": ("Bình",), "length": 90 * MINUTE}


@pytest.mark.parametrize(
    ("lines", "what", "values"),
    [
        ([line(30, "silent", "Bình")], "owner-silent", {"names": ("Bình",)}),
        ([line(30, "released", "Bình")], "owner-left", {"names": ("Bình",)}),
        ([line(1, "page-refused", "Chi")], "unreachable", {"names": ("Chi",)}),
        ([line(9, "bring-unanswered", people=["An"])], "bring-unanswered", {"names": ("An",)}),
        ([line(1, "nobody-on-duty")], "nobody-on-duty", {"at": START + MINUTE}),
        (
            [line(17, "roles-reminded", roles=["lead", "scribe"])],
            "roles-empty",
            {"count": 2, "at": START + 17 * MINUTE},
        ),
        ([line(12, "asked-reporter", "Bình")], "reporter-silent", {"count": 1}),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_what_slowed_is_named(lines, what, values):
    assert only(after_action(course(*QUIET[:4], *lines)).slowed, what) == values


def test_a_question_that_was_answered_slowed_nothing():
    lines = (
        *QUIET[:4],
        line(12, "asked-reporter", "Bình"),
        line(14, "report-more", "Lan", by_reporter=True),
    )
    assert "reporter-silent" not in whats(after_action(course(*lines)).slowed)


def test_situation_reports_are_missed_when_they_are_asked_for_again():
    asked = [line(n, "situation-asked", people=["Bình"]) for n in (12, 14, 16)]
    told = line(17, "situation", "Bình")
    found = after_action(course(*QUIET[:4], *asked, told, QUIET[6]))
    assert only(found.slowed, "situation-missed") == {"count": 2}
    assert "situation-told" not in whats(found.helped)
    found = after_action(course(*QUIET[:4], asked[0], told, asked[0], QUIET[6]))
    assert only(found.helped, "situation-told") == {"count": 1}


@pytest.mark.parametrize(
    ("done", "part", "what"),
    [(10, "helped", "clock-kept"), (50, "slowed", "clock-late"), (None, "slowed", "clock-open")],
)
def test_a_deadline_by_law_helped_or_slowed(done, part, what):
    done_at = None if done is None else START + done * MINUTE
    found = after_action(course(*QUIET, clocks=[Clock(NAMES, START + 20 * MINUTE, done_at)]))
    assert only(getattr(found, part), what)["clock"] == NAMES


def test_a_deadline_still_to_come_is_neither():
    found = after_action(course(*QUIET, clocks=[Clock(NAMES, START + 900 * MINUTE)]))
    assert not [each for each in (*found.helped, *found.slowed) if each.what.startswith("clock")]


def test_steps_of_the_playbook_that_were_left_are_counted():
    found = after_action(course(*QUIET, steps=(1, 8)))
    assert only(found.slowed, "steps-left") == {"count": 7, "total": 8}
    assert "steps-done" not in whats(found.helped)


def test_nothing_at_all_is_no_error():
    found = after_action(course())
    assert [passed.at for passed in found.marks] == [None] * len(Mark)
    assert (found.helped, found.slowed) == ((), ())
