"""Deadlines by law: which run, until when, when people are told; and what the shipped file says."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace
from pydantic import ValidationError

from bot.catalog import CatalogError, load
from bot.domain.errors import Refused
from bot.domain.kinds import Severity
from bot.domain.legal_deadlines import (
    HALF,
    LAST,
    LATE,
    OVERDUE,
    Case,
    Rule,
    Run,
    Told,
    Trigger,
    Unit,
    due_at,
    next_at,
    reminds,
    running,
    shown_left,
    stage,
    stages,
    told_at_once,
)
from bot.domain.legal_forms import read_past
from bot.domain.seriousness import (
    Assessment,
    Decision,
    Mark,
    condition_a,
    condition_b,
    marked,
    proposed,
    triggers,
    withdrawn,
)

SHIPPED = load().deadlines
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
NOON = datetime(2026, 11, 20, 5, 0, tzinfo=UTC)  # a Friday
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def always(day):
    return True


def rule(**fields):
    usual = {
        "code": "notice",
        "names": {"vi": "Thông báo"},
        "trigger": "detected",
        "receivers": {"vi": "ai đó"},
        "basis": "Luật",
        "valid_from": "2017-11-01",
        "length": 5,
        "unit": "day",
    }
    return Rule.model_validate(usual | fields)


AT_ONCE = {"unit": "at_once", "length": 0}


def run(length=72, unit="hour", start=NOON, **fields):
    made = rule(length=length, unit=unit, **fields)
    return Run(made, start, due_at(made, start, ZONE, always))


def codes(*happened, severity=Severity.HIGH, at=NOON):
    case = Case(at, severity, dict.fromkeys(happened, at))
    return set(running(SHIPPED, case, ZONE, always))


def test_both_sets_run_side_by_side_and_what_is_marked_adds_its_own():
    taken = codes(Trigger.DETECTED)
    assert taken == {"notice_2017", "passed_on_2017", "report_2026"}
    assert codes(Trigger.DETECTED, Trigger.BEYOND) - taken == {"initial_2017", "beyond_2026"}
    assert codes(Trigger.DETECTED, Trigger.PROPOSED) - taken == {"first_notice_2026"}
    proposed_ = codes(Trigger.DETECTED, Trigger.PROPOSAL, Trigger.PROPOSED) - taken
    assert proposed_ == {"proposal_2017", "first_notice_2026"}
    assert codes(Trigger.DETECTED, Trigger.ENDED) - taken == {"closing_2017"}
    personal = codes(Trigger.DETECTED, Trigger.PERSONAL, Trigger.SENSITIVE) - taken
    assert personal == {"personal_2026", "subjects_2026"}
    assert codes() == set()


def test_what_happened_before_a_law_is_in_force_knows_only_the_older_ones():
    assert codes(Trigger.DETECTED, at=datetime(2026, 8, 18, 16, 59, tzinfo=UTC)) == {
        "notice_2017",
        "passed_on_2017",
    }
    assert "report_2026" in codes(Trigger.DETECTED, at=datetime(2026, 8, 18, 17, 0, tzinfo=UTC))


def test_the_set_of_2026_is_not_confirmed_and_every_rule_speaks_both_languages():
    unsure = {each.code for each in SHIPPED if not each.confirmed_by}
    assert unsure == {each.code for each in SHIPPED if each.code.endswith("_2026")}
    assert len(unsure) == 8
    for each in SHIPPED:
        assert set(each.names) == set(each.receivers) == {"vi", "en"}


def test_a_law_that_is_no_longer_in_force_and_another_severity_do_not_count():
    case = Case(NOON, Severity.LOW, {Trigger.DETECTED: NOON})
    ended = rule(valid_until="2026-11-19")
    grave = rule(severities=["high", "critical"])
    serious = rule(serious=True)
    assert running([ended, grave, serious], case, ZONE, always) == {}
    case = Case(NOON, Severity.HIGH, {Trigger.DETECTED: NOON, Trigger.PROPOSED: NOON})
    for each in (rule(valid_until="2026-11-20"), grave, serious):
        assert set(running([each], case, ZONE, always)) == {"notice"}


def test_five_days_are_calendar_days_over_any_weekend_and_a_working_day_is_not():
    def works(day):
        return day.weekday() < 5 and day != date(2026, 11, 24)

    assert due_at(rule(), NOON, ZONE, works) == NOON + 5 * DAY
    two = rule(unit="working_day", length=2)
    assert due_at(two, NOON, ZONE, works) == NOON + 5 * DAY  # Monday, then Wednesday
    assert due_at(rule(unit="hour", length=72), NOON, ZONE, works) == NOON + 72 * HOUR
    assert due_at(rule(**AT_ONCE), NOON, ZONE, works) == NOON


@pytest.mark.parametrize(
    "wrong",
    [{"length": 0}, {"unit": "at_once"}, {"valid_until": "2016-01-01"}, {"trigger": "monday"}],
)
def test_a_rule_that_makes_no_sense_is_refused(wrong):
    assert rule().unit is Unit.DAY
    with pytest.raises(ValidationError):
        rule(**wrong)


def test_a_mistake_in_the_file_is_named_with_its_line(tmp_path):
    text = (
        "# ours\n[notice]\nnames = { vi = 'A' }\ntrigger = 'detected'\nlength = 5\nunit = 'days'\n"
        "receivers = { vi = 'B' }\nbasis = 'Luật'\nvalid_from = 2017-11-01\n"
    )
    (tmp_path / "deadlines.toml").write_text(text, encoding="utf-8")
    with pytest.raises(
        CatalogError, match=r"deadlines\.toml, line 6, \[notice\]: 'unit' is 'days'"
    ):
        load(tmp_path)


def test_people_are_told_at_half_at_80_and_95_percent_and_when_it_is_over():
    day = run(24, start=NOON)
    assert [part for part, _ in stages(day, ZONE)] == [HALF, LATE, LAST, OVERDUE]
    assert stages(day, ZONE)[0][1] == NOON + 12 * HOUR
    told = Told()
    now = NOON + 12 * HOUR
    assert reminds(day, told, now, ZONE) == HALF
    told = Told(HALF, now)
    assert reminds(day, told, NOON + 19 * HOUR, ZONE) is None
    assert reminds(day, told, NOON + 24 * HOUR, ZONE) == OVERDUE
    over = Told(OVERDUE, NOON + 24 * HOUR)
    assert reminds(day, over, NOON + 47 * HOUR, ZONE) is None
    assert reminds(day, over, NOON + 48 * HOUR, ZONE) == OVERDUE
    assert reminds(day, over, NOON + 40 * DAY, ZONE) is None


def test_the_first_reminders_of_a_long_deadline_wait_for_the_morning_the_last_ones_do_not():
    three = run(72, start=datetime(2026, 11, 20, 7, 0, tzinfo=UTC))  # 14:00, half is at 02:00
    half, _, last, over = (at.astimezone(ZONE) for _, at in stages(three, ZONE))
    assert (half.hour, half.minute) == (7, 30)
    assert last < over == three.due_at


def test_what_is_due_at_once_is_told_at_once_then_soon_then_daily():
    now = run(**AT_ONCE)
    assert told_at_once(now, NOON, ZONE) == Told()
    assert reminds(now, Told(), NOON, ZONE) == OVERDUE
    told = Told(OVERDUE, NOON)
    assert reminds(now, told, NOON + HOUR / 3, ZONE) is None
    assert next_at(now, told, NOON, ZONE) == NOON + HOUR / 2
    later = Told(OVERDUE, NOON + 2 * HOUR)
    assert next_at(now, later, NOON + 2 * HOUR, ZONE) == NOON + 26 * HOUR


def test_what_only_is_listed_reminds_nobody():
    assert reminds(run(reminds=False, **AT_ONCE), Told(), NOON, ZONE) is None
    assert next_at(run(reminds=False, **AT_ONCE), Told(), NOON, ZONE) is None


def test_one_that_begins_late_is_told_of_only_when_it_presses():
    late = run(72)
    assert told_at_once(late, NOON + 40 * HOUR, ZONE) == Told(stage(late, NOON + 40 * HOUR, ZONE))
    assert told_at_once(late, NOON + 71 * HOUR, ZONE) == Told(0)


@pytest.mark.parametrize(
    ("left", "shown"),
    [(71.9, 71), (48, 48), (1.5, 1), (0.9, 0.75), (0.1, 0), (-3, 0)],
)
def test_the_time_left_is_never_said_to_be_more_than_it_is(left, shown):
    assert shown_left(NOON + left * HOUR, NOON) == shown * HOUR


@pytest.mark.parametrize(
    ("marks", "level", "a", "b"),
    [
        ((Mark.INTERRUPTED, Mark.BEYOND), 4, True, True),
        ((Mark.INTERRUPTED, Mark.BEYOND), 3, False, True),
        ((Mark.INTERRUPTED, Mark.LISTED), 3, True, False),
        ((Mark.INTERRUPTED, Mark.LEVEL), None, True, False),
        ((Mark.INTERRUPTED, Mark.LEVEL), 2, False, False),
        ((Mark.LISTED, Mark.HARM), 5, False, False),
        ((), None, False, False),
    ],
)
def test_the_two_conditions(marks, level, a, b):
    assessment = Assessment(dict.fromkeys(marks, NOON))
    assert (condition_a(assessment, level), condition_b(assessment)) == (a, b)


def test_location_data_is_personal_data_and_no_personal_data_is_no_location_data():
    sensitive = marked(Assessment(), Mark.SENSITIVE, NOON)
    assert set(sensitive.marks) == {Mark.SENSITIVE, Mark.PERSONAL}
    assert set(marked(sensitive, Mark.SENSITIVE, NOON).marks) == {Mark.PERSONAL}
    assert set(marked(sensitive, Mark.PERSONAL, NOON).marks) == set()


def test_a_proposal_is_made_once_and_settled_by_a_decision():
    first = proposed(Assessment(), "Minh", NOON, "SC-2026-0001")
    both = {Trigger.PROPOSAL: NOON, Trigger.PROPOSED: NOON}
    assert triggers(first) == both
    assert triggers(withdrawn(first, "SC-2026-0001")) == {}
    with pytest.raises(Refused, match="refused-serious-proposed"):
        proposed(first, "Hà", NOON, "SC-2026-0001")
    with pytest.raises(Refused, match="refused-serious-not-proposed"):
        withdrawn(Assessment(), "SC-2026-0001")
    yes = replace(first, decision=Decision(serious=True, by="Công an tỉnh", at=NOON + HOUR))
    assert triggers(yes) == both
    assert triggers(Assessment(decision=yes.decision)) == {Trigger.PROPOSED: NOON + HOUR}
    no = replace(first, decision=Decision(serious=False, by="Công an tỉnh", at=NOON + HOUR))
    assert triggers(no) == {}
    with pytest.raises(Refused, match="refused-serious-decided"):
        proposed(yes, "Hà", NOON, "SC-2026-0001")
    with pytest.raises(Refused, match="refused-serious-decided"):
        withdrawn(yes, "SC-2026-0001")


@pytest.mark.parametrize(
    ("words", "local"),
    [
        ("07:30 20/11", "2026-11-20T07:30"),
        ("20/11/2026 07:30", "2026-11-20T07:30"),
        ("lúc 7h30", "2026-11-20T07:30"),
        ("9 giờ", "2026-11-20T09:00"),
        ("22:15", "2026-11-19T22:15"),
        ("22:15 hôm qua", "2026-11-19T22:15"),
        ("23:00 30/6", "2026-06-30T23:00"),
        ("vừa xong", "2026-11-20T12:00"),
    ],
)
def test_moments_that_have_passed_as_people_write_them(words, local):
    assert read_past(words, NOON, ZONE) == datetime.fromisoformat(local).replace(tzinfo=ZONE)


@pytest.mark.parametrize("words", ["sáng nay", "25:00", "07:30 31/2", "20/11", ""])
def test_what_is_no_moment_is_refused(words):
    with pytest.raises(Refused, match="refused-past-time "):
        read_past(words, NOON, ZONE)


@pytest.mark.parametrize(
    "words",
    [
        *("07:30 21/11/2026", "07:30 20/11/2024", "13:00", "22:15 tối nay", "7:30 21/11"),
        *("10:00 ngày mai", "sáng mai 7h", "10:00 tomorrow", "8:00 ngày kia", "23:00 31/12"),
    ],
)
def test_what_is_still_to_come_or_long_ago_is_refused(words):
    with pytest.raises(Refused, match="refused-past-time-when"):
        read_past(words, NOON, ZONE)
