"""Which rows may go: Telegram's limits, order within a chat, pages before everything."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count, pairwise

import pytest

from bot.delivery.line import Line
from bot.delivery.pacing import CALM, Limits, Meters, choose, seeded
from bot.domain.messages import Op, Priority

NOW = datetime(2026, 9, 1, 19, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)
GROUP = -100
_ids = count(1)


@dataclass
class Row:
    chat_id: int
    priority: int = Priority.ANSWER
    op: str = Op.SEND
    created_at: datetime = NOW
    id: int = 0

    def __post_init__(self):
        self.id = next(_ids)


def goes(meters, row, now):
    """Send a row, and have it answered at once."""
    if row.op != Op.TOAST:
        meters.count(row.chat_id, now)
        meters.arrived(row.chat_id, now)


def drain(rows, meters, *, limit=10_000):
    """Send everything as early as allowed; returns (row, instant) in order of sending."""
    now, sent, waiting = NOW, [], list(rows)
    for _ in range(limit):
        waiting.sort(key=lambda row: (row.priority, row.id))
        chosen, again = choose(waiting, meters, (), now)
        for row in chosen:
            goes(meters, row, now)
        sent += [(row, now) for row in chosen]
        waiting = [row for row in waiting if row not in chosen]
        if not waiting:
            return sent
        now = again if again is not None and again > now else now
    raise AssertionError("never done")


def peak(instants, window):
    return max(sum(1 for other in instants if at <= other < at + window) for at in instants)


def test_one_chat_gets_a_short_burst_and_then_one_a_second():
    sent = drain([Row(5) for _ in range(10)], Meters())
    instants = [at for _, at in sent]
    assert instants[2] == NOW
    assert peak(instants, SECOND) <= Limits().burst
    assert instants[-1] - instants[0] >= timedelta(seconds=7)


def test_a_group_gets_no_more_than_twenty_a_minute():
    sent = drain([Row(GROUP) for _ in range(60)], Meters())
    assert peak([at for _, at in sent], timedelta(minutes=1)) <= 20


def test_a_group_keeps_a_part_of_its_minute_for_pages():
    cards = [Row(GROUP, Priority.CARD) for _ in range(40)]
    meters = Meters()
    now = NOW
    for _ in range(200):
        chosen, again = choose(cards, meters, (), now)
        for row in chosen:
            goes(meters, row, now)
        cards = [row for row in cards if row not in chosen]
        if again is not None and again - now > 5 * SECOND:
            break
        now = again or now
    page = Row(GROUP, Priority.PAGE)
    chosen, again = choose([page, *cards], meters, (), now)
    assert chosen == [page] or (again is not None and again - now <= 2 * SECOND)


@pytest.mark.parametrize("priority", [Priority.CARD, Priority.REMINDER, Priority.BROADCAST])
def test_what_nobody_waits_for_leaves_room_to_pages_and_answers(priority):
    meters = Meters()
    chosen, _ = choose([Row(chat, priority) for chat in range(1, 61)], meters, (), NOW)
    for row in chosen:
        goes(meters, row, NOW)
    later = NOW + SECOND / 2
    assert len(chosen) == Limits().overall - Limits().kept
    page, answer, other = Row(101, Priority.PAGE), Row(102), Row(103, priority)
    assert choose([page, answer, other], meters, (), later)[0] == [page, answer]
    assert (meters.room(Priority.PAGE, later), meters.room(priority, later)) == (4, 0)


def test_a_pace_of_one_call_a_second_is_kept_for_whatever_it_is():
    meters = Meters(Limits(overall=1))
    assert len(choose([Row(1, Priority.BROADCAST)], meters, (), NOW)[0]) == 1


def test_all_chats_together_stay_under_thirty_a_second():
    sent = drain([Row(chat) for chat in range(1, 121)], Meters())
    assert peak([at for _, at in sent], SECOND) <= 30
    assert sent[-1][1] - NOW <= timedelta(seconds=5)


def test_what_is_chosen_but_not_sent_has_used_up_nothing():
    meters = Meters()
    for _ in range(5):
        assert choose([Row(5)], meters, (), NOW)[0]
    assert meters.chats == {}


def test_a_call_that_took_long_counts_from_its_return():
    meters = Meters()
    for _ in range(3):
        meters.count(5, NOW)
    meters.arrived(5, NOW + 2 * SECOND)
    _, again = choose([Row(5)], meters, (), NOW + 2 * SECOND)
    for _ in range(2):
        meters.count(5, NOW + 4 * SECOND)
    _, later = choose([Row(5)], meters, (), NOW + 4 * SECOND)
    assert again is not None
    assert later is not None
    assert later >= NOW + 5 * SECOND


def test_order_is_kept_within_a_chat():
    rows = [Row(5) for _ in range(6)]
    assert [row.id for row, _ in drain(rows, Meters())] == [row.id for row in rows]


def test_a_page_overtakes_everything():
    rows = [Row(chat, Priority.BROADCAST) for chat in range(1, 100)]
    page = Row(1000, Priority.PAGE)
    chosen, _ = choose(sorted([*rows, page], key=lambda r: (r.priority, r.id)), Meters(), (), NOW)
    assert chosen[0] is page


def test_answers_to_presses_cost_nothing():
    meters = Meters()
    toasts = [Row(5, Priority.PRESS, Op.TOAST) for _ in range(50)]
    chosen, again = choose(toasts, meters, (), NOW)
    assert (len(chosen), again) == (50, None)
    assert choose([Row(5)], meters, (), NOW)[0]


def test_a_chat_with_a_call_in_the_air_waits_for_it():
    chosen, again = choose([Row(5), Row(6)], Meters(), {5}, NOW)
    assert [row.chat_id for row in chosen] == [6]
    assert again is None


@pytest.mark.parametrize(("refusals", "gap"), [(1, 1.05), (2, 2.1), (3, 3.15)])
def test_after_too_many_requests_the_chat_is_held_and_then_slower(refusals: int, gap: float):
    meters = Meters()
    for each in range(refusals):
        meters.hold(5, NOW - each * SECOND, 10 * SECOND)
    rows = [Row(5) for _ in range(4)]
    sent = drain(rows, meters)
    instants = [at for _, at in sent]
    assert instants[0] == NOW + 10 * SECOND
    assert {b - a for a, b in pairwise(instants)} == {gap * SECOND}


def test_another_chat_does_not_wait_for_a_held_one():
    meters = Meters()
    meters.hold(5, NOW, 10 * SECOND)
    chosen, _ = choose([Row(5), Row(6)], meters, (), NOW)
    assert [row.chat_id for row in chosen] == [6]


def test_a_restart_does_not_forget_what_was_sent():
    meters = seeded(Limits(), [(5, NOW - timedelta(milliseconds=n)) for n in (30, 20, 10)])
    chosen, again = choose([Row(5)], meters, (), NOW)
    assert chosen == []
    assert again is not None
    assert again > NOW


def test_edits_in_a_group_keep_their_distance():
    sent = drain([Row(GROUP, Priority.CARD, Op.EDIT) for _ in range(3)], Meters())
    instants = [at for _, at in sent]
    assert all(b - a >= Limits().edit_gap for a, b in pairwise(instants))


def test_a_chat_that_was_refused_long_ago_has_its_pace_again():
    meters = Meters()
    meters.hold(5, NOW - CALM - SECOND, 10 * SECOND)
    assert len({at for _, at in drain([Row(5) for _ in range(3)], meters)}) == 1


def test_a_group_that_was_refused_gets_less_in_a_minute_afterwards():
    meters = Meters()
    meters.hold(GROUP, NOW, SECOND)
    sent = drain([Row(GROUP, Priority.PAGE) for _ in range(30)], meters)
    assert peak([at for _, at in sent], timedelta(minutes=1)) <= 15


def test_two_chats_refused_at_once_mean_the_bot_and_halve_its_pace_for_a_minute():
    meters = Meters()
    meters.hold(1, NOW, SECOND)
    meters.hold(2, NOW, SECOND)
    sent = drain([Row(chat) for chat in range(3, 63)], meters)
    assert peak([at for _, at in sent], SECOND) <= 15
    alone = Meters()
    alone.hold(1, NOW, SECOND)
    assert len(choose([Row(chat) for chat in range(3, 63)], alone, (), NOW)[0]) == 30


def test_a_call_in_the_air_counts_until_it_is_back():
    meters = Meters()
    for chat in range(1, 30):
        meters.count(chat, NOW - timedelta(minutes=5))
    rows = [Row(chat) for chat in range(101, 111)]
    assert len(choose(rows, meters, (), NOW)[0]) == 1
    for chat in range(1, 30):
        meters.arrived(chat, NOW)
    assert len(choose(rows, meters, (), NOW)[0]) == 1
    assert len(choose(rows, meters, (), NOW + SECOND)[0]) == 10


def test_nobody_waits_for_all_that_somebody_else_gets():
    rows = [Row(chat) for chat in range(1, 101) for _ in range(30)]
    sent = drain(rows, Meters())
    first: dict[int, datetime] = {}
    for row, at in sent:
        first.setdefault(row.chat_id, at)
    assert max(first.values()) <= NOW + 4 * SECOND


def test_what_only_changes_the_looks_leaves_room_for_what_is_new():
    edits = [Row(GROUP, Priority.CARD, Op.EDIT) for _ in range(30)]
    meters = Meters()
    sent = [at for _, at in drain(edits, meters)]
    assert peak(sent, timedelta(minutes=1)) <= 10
    now = sent[-1] + timedelta(milliseconds=10)
    card, page = Row(GROUP, Priority.CARD), Row(GROUP, Priority.PAGE)
    assert choose([*edits[-1:], card], meters, (), now)[0] in ([card], [])
    assert meters.opens_at(page, now) <= meters.opens_at(card, now) < meters.opens_at(edits[0], now)


def test_what_waits_for_another_try_is_not_overtaken_by_what_came_later():
    line = Line()
    first, later, page = Row(5), Row(5), Row(5, Priority.PAGE)
    toast, urgent = Row(5, Priority.PRESS, Op.TOAST), Row(5, Priority.PRESS)
    line.wait(first, NOW + 8 * SECOND)
    assert choose([later], Meters(), (), NOW, line=line) == ([], NOW + 8 * SECOND)
    for free in (page, toast, urgent):
        assert choose([free, later], Meters(), (), NOW, line=line)[0] == [free]
    assert choose([Row(6)], Meters(), (), NOW, line=line)[0]
    line.leave(first)
    assert choose([later], Meters(), (), NOW, line=line)[0] == [later]


def test_the_line_forgets_who_never_comes():
    line = Line()
    first, later = Row(5), Row(5)
    line.wait(first, NOW)
    assert choose([later], Meters(), (), NOW, line=line)[0] == []
    assert choose([later], Meters(), (), NOW + 3 * SECOND, line=line)[0] == [later]


def test_a_page_that_waits_for_another_try_holds_up_nobody():
    line = Line()
    line.wait(Row(5, Priority.PAGE), NOW + 8 * SECOND)
    assert choose([Row(5)], Meters(), (), NOW, line=line)[0]
