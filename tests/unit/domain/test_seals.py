"""The chain of seals: every change of a line shows, and only where it was made."""

from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace

from bot.domain.seals import Fault, Line, anchor, broken, code, seal

START = datetime(2026, 9, 2, 2, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def chain(count=5):
    lines, before = [], ""
    for n in range(count):
        line = Line(7, START + n * MINUTE, "note", 3, f"dòng {n}", {"n": n}, -100, 50 + n, n + 1)
        before = seal(before, line)
        lines.append(replace(line, seal=before))
    return lines


def faults(lines):
    return [(found.fault, found.id) for found in broken(lines)]


def test_a_chain_as_it_was_written_is_whole():
    assert faults(chain()) == []
    assert faults([]) == []


@pytest.mark.parametrize(
    "changed",
    [
        {"incident_id": 8},
        {"at": START + MINUTE * 2 + timedelta(microseconds=1)},
        {"kind": "resolved"},
        {"person_id": None},
        {"text": "dòng 2."},
        {"text": None},
        {"details": {"n": 3}},
        {"details": {}},
        {"chat_id": -101},
        {"message_id": 53},
    ],
)
def test_any_change_of_a_line_shows_at_that_line(changed):
    lines = chain()
    lines[2] = replace(lines[2], **changed)
    assert faults(lines) == [(Fault.CHANGED, 3)]


def test_a_missing_line_shows_at_the_line_behind_it():
    lines = chain()
    del lines[2]
    assert faults(lines) == [(Fault.CHANGED, 4)]


def test_an_added_line_shows_unless_it_is_sealed_and_then_the_line_behind_it_does():
    lines = chain()
    forged = Line(7, START + MINUTE, "note", 3, "chưa từng có", id=9)
    assert faults([*lines[:2], forged, *lines[2:]])[0] == (Fault.CHANGED, 9)
    sealed = replace(forged, seal=seal(lines[1].seal, forged))
    assert faults([*lines[:2], sealed, *lines[2:]]) == [(Fault.CHANGED, 3)]


def test_two_lines_in_each_others_place_show():
    lines = chain()
    lines[1], lines[2] = lines[2], lines[1]
    assert (Fault.CHANGED, 3) in faults(lines)


def test_a_sealed_line_that_says_an_earlier_time_shows_and_a_clock_set_right_does_not():
    lines = chain(1)
    for back, wanted in ((timedelta(minutes=59), []), (timedelta(minutes=61), [Fault.BACKDATED])):
        late = Line(7, START - back, "note", id=2)
        late = replace(late, seal=seal(lines[0].seal, late))
        assert [found.fault for found in broken([*lines, late])] == wanted


def test_the_order_of_keys_and_the_zone_of_a_time_are_no_part_of_a_seal():
    one = Line(7, START, "note", details={"a": 1, "b": 2})
    zone = START.astimezone().tzinfo
    assert seal("", one) == seal("", replace(one, details={"b": 2, "a": 1}))
    assert seal("", one) == seal("", replace(one, at=START.astimezone(zone)))


def test_an_anchor_stands_for_every_seal_and_for_the_anchor_before():
    seals = [line.seal for line in chain()]
    whole = anchor("before", seals)
    assert whole != anchor("other", seals)
    assert whole != anchor("before", seals[:-1])
    assert whole != anchor("before", reversed(seals))


def test_the_code_people_compare_is_the_beginning_of_the_digest():
    digest = anchor("", ["x"])
    assert code(digest).replace("-", "").lower() == digest[:16]
