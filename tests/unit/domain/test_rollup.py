"""The roll-up of a campaign: marks, sums, what is missing, groups."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.rollup import (
    Mark,
    Question,
    Reply,
    alphabetical,
    mark_of,
    roll_up,
    standing,
    summed,
)

DUE = datetime(2027, 6, 24, 16, 59, 59, tzinfo=UTC)  # the last second of the day in Vietnam
DAY = timedelta(days=1)


def reply(agency="Sở A", mark=Mark.DONE, *, due_at=DUE, **more):
    return Reply(agency, mark, due_at, **more)


def answered(code, *answers):
    return [reply(f"Sở {n}", answers={code: answer}) for n, answer in enumerate(answers)]


@pytest.mark.parametrize(
    ("state", "facts", "mark"),
    [
        ("assigned", {}, Mark.SILENT),
        ("assigned", {"reachable": False}, Mark.UNREACHABLE),
        ("assigned", {"opened": True}, Mark.OPENED),
        ("assigned", {"opened": True, "reachable": False}, Mark.OPENED),
        ("started", {"opened": True}, Mark.STARTED),
        ("returned", {"reason": "thiếu tệp", "opened": True}, Mark.RETURNED),
        ("done", {"opened": True}, Mark.DONE),
        ("done", {"late": True}, Mark.LATE),
        ("accepted", {}, Mark.DONE),
        ("accepted", {"late": True}, Mark.LATE),
        ("accepted", {"reason": "không có máy"}, Mark.EXEMPT),
        ("not_applicable", {"reason": "không có máy", "late": True}, Mark.EXEMPT),
    ],
)
def test_a_state_has_its_mark(state, facts, mark):
    assert mark_of(state, **facts) is mark


def test_a_number_of_something_is_a_share_of_the_whole_province():
    question = Question("covered", "number_of", "Máy đã cài")
    found = summed(question, answered("covered", [10, 10], [1, 30], None))
    assert (found.answered, found.total, found.whole, found.permille) == (2, 11, 40, 275)


def test_a_share_is_never_rounded_up_to_all():
    question = Question("covered", "number_of", "Máy đã cài")
    assert summed(question, answered("covered", [9999, 10_000])).permille == 999


def test_nothing_of_nothing_has_no_share():
    assert summed(Question("c", "number_of", "Máy"), answered("c", [0, 0])).permille is None


def test_a_number_bounded_by_another_is_a_part_of_it():
    question = Question("cleaned", "number", "Đã xử lý", of="infected")
    given = [
        reply(answers={"infected": 8, "cleaned": 6}),
        reply(answers={"infected": 0, "cleaned": 0}),
        reply(answers={"infected": 5}),
    ]
    found = summed(question, given)
    assert (found.total, found.whole, found.permille) == (6, 8, 750)


def test_yes_and_no_are_counted_and_no_is_an_answer():
    found = summed(Question("shared", "yes_no", "Đã chia sẻ?"), answered("shared", True, False, ""))
    assert (found.answered, dict(found.counts)) == (2, {"yes": 1, "no": 1})


def test_every_choice_is_counted_in_its_order_and_forgotten_ones_come_last():
    question = Question("product", "choice", "Phần mềm", {"a": "A", "b": "B"})
    found = summed(question, answered("product", "b", "old", "b"))
    assert list(found.counts.items()) == [("a", 0), ("b", 2), ("old", 1)]


def test_days_are_summed_to_the_first_and_the_last():
    found = summed(Question("on", "date", "Ngày"), answered("on", "2027-06-03", "2027-05-30"))
    assert (found.first, found.last) == (date(2027, 5, 30), date(2027, 6, 3))


@pytest.mark.parametrize(
    "kind", ["number", "number_of", "yes_no", "choice", "text", "date", "file"]
)
def test_without_answers_nothing_is_summed(kind):
    assert summed(Question("x", kind, "?"), answered("x", None, "", [])).answered == 0


def test_only_what_is_handed_in_is_summed():
    question = Question("n", "number", "Số máy")
    marks = (Mark.DONE, Mark.LATE, Mark.RETURNED, Mark.STARTED, Mark.EXEMPT)
    given = [reply(f"Sở {mark}", mark, answers={"n": 1}) for mark in marks]
    assert roll_up([question], given, DUE).sums[0].total == 2


def test_the_missing_are_listed_the_longest_overdue_first_then_by_name():
    given = [
        reply("Xã 10", Mark.SILENT),
        reply("Xã 9", Mark.OPENED),
        reply("Xã B", Mark.STARTED, due_at=DUE - DAY),
        reply("Xã C", Mark.EXEMPT),
        reply("Xã D", Mark.LATE),
    ]
    found = roll_up([], given, DUE)
    assert [one.agency for one in found.missing] == ["Xã B", "Xã 9", "Xã 10"]
    assert [one.agency for one in found.late] == ["Xã D"]


@pytest.mark.parametrize(("later", "overdue"), [(timedelta(0), 0), (timedelta(seconds=1), 1)])
def test_the_last_second_is_still_in_time(later, overdue):
    assert standing("", [reply(mark=Mark.SILENT)], DUE + later).overdue == overdue


def test_what_does_not_apply_is_not_asked_for():
    given = [reply("A", Mark.DONE), reply("B", Mark.EXEMPT), reply("C", Mark.SILENT)]
    whole = roll_up([], given, DUE).whole
    assert (whole.all, whole.asked, whole.finished, whole.permille) == (3, 2, 1, 500)


def test_a_campaign_for_nobody_has_no_share():
    found = roll_up([], [], DUE)
    assert (found.whole.all, found.whole.permille, found.groups) == (0, None, ())


def test_groups_come_in_the_order_of_the_vietnamese_alphabet_without_accents():
    given = [reply("A", group="Xã, phường"), reply("B", group="Đơn vị"), reply("C", group="Sở")]
    assert [one.name for one in roll_up([], given, DUE).groups] == ["Đơn vị", "Sở", "Xã, phường"]


def test_numbers_in_names_are_sorted_as_numbers():
    assert sorted(["Phường 10", "Phường 9", "Đội 2"], key=alphabetical) == [
        "Đội 2",
        "Phường 9",
        "Phường 10",
    ]
