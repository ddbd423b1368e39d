"""Which rows may go: Telegram's limits, order within a chat, pages before everything."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count, pairwise

from bot.delivery.pacing import Limits, Meters, choose, seeded
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


def drain(rows, meters, *, limit=10_000):
    """Send everything as early as allowed; returns (row, instant) in order of sending."""
    now, sent, waiting = NOW, [], list(rows)
    for _ in range(limit):
        waiting.sort(key=lambda row: (row.priority, row.id))
        chosen, again = choose(waiting, meters, (), now)
        for row in chosen:
            meters.count(row.chat_id, now)
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
            meters.count(row.chat_id, now)
        cards = [row for row in cards if row not in chosen]
        if again is not None and again - now > 5 * SECOND:
            break
        now = again or now
    page = Row(GROUP, Priority.PAGE)
    chosen, again = choose([page, *cards], meters, (), now)
    assert chosen == [page] or (again is not None and again - now <= 2 * SECOND)


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


def test_after_too_many_requests_the_chat_is_held_and_then_slower():
    meters = Meters()
    meters.hold(5, NOW + 10 * SECOND)
    rows = [Row(5) for _ in range(4)]
    sent = drain(rows, meters)
    instants = [at for _, at in sent]
    assert instants[0] == NOW + 10 * SECOND
    assert all(b - a >= 2 * SECOND for a, b in pairwise(instants))


def test_another_chat_does_not_wait_for_a_held_one():
    meters = Meters()
    meters.hold(5, NOW + 10 * SECOND)
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
