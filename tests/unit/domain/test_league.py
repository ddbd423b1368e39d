"""The league table: on time before late before owed, equals share a rank."""

from datetime import UTC, datetime, timedelta

from bot.domain.league import league
from bot.domain.rollup import Mark, Reply

DUE = datetime(2027, 6, 24, 16, 59, 59, tzinfo=UTC)
DAY = timedelta(days=1)
AFTER = DUE + 3 * DAY


def reply(agency, mark, early=0, due_at=DUE):
    return Reply(agency, mark, due_at, done_at=due_at - early * DAY)


def ranks(*replies, now=AFTER):
    return [(place.rank, place.record.agency) for place in league(replies, now)]


def test_on_time_comes_before_late_and_late_before_owed():
    assert ranks(reply("A", Mark.SILENT), reply("B", Mark.LATE), reply("C", Mark.DONE)) == [
        (1, "C"),
        (2, "B"),
        (3, "A"),
    ]


def test_equals_share_a_rank_and_the_earlier_stands_higher():
    assert ranks(reply("A", Mark.DONE, 1), reply("B", Mark.DONE, 9), reply("C", Mark.LATE)) == [
        (1, "B"),
        (1, "A"),
        (3, "C"),
    ]


def test_many_campaigns_are_one_record():
    given = [reply("A", Mark.DONE), reply("A", Mark.LATE), reply("A", Mark.SILENT)]
    (place,) = league(given, AFTER)
    assert (place.record.on_time, place.record.late, place.record.owed) == (1, 1, 1)
    assert place.record.asked == 3


def test_one_of_two_on_time_beats_one_of_three():
    halves = [reply("A", Mark.DONE), reply("A", Mark.LATE)]
    thirds = [reply("B", Mark.DONE), reply("B", Mark.LATE), reply("B", Mark.LATE)]
    assert ranks(*thirds, *halves) == [(1, "A"), (2, "B")]


def test_while_there_is_time_nobody_is_ranked_for_it():
    assert ranks(reply("A", Mark.SILENT), reply("B", Mark.DONE), now=DUE) == [(1, "B")]


def test_what_does_not_apply_counts_for_nobody():
    assert ranks(reply("A", Mark.EXEMPT)) == []


def test_agencies_of_one_name_are_two():
    twins = [Reply("Xã Tân Lập", Mark.DONE, DUE, agency_id=number) for number in (1, 2)]
    assert len(league(twins, AFTER)) == 2


def test_names_with_numbers_stand_in_their_order():
    given = [Reply(f"Xã {n}", Mark.LATE, DUE, agency_id=n) for n in (10, 9, 1)]
    assert ranks(*given) == [(1, "Xã 1"), (1, "Xã 9"), (1, "Xã 10")]
