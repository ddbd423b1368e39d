"""Whatever is to be sent, however slow Telegram is and whatever it refuses: its limits are kept.

Telegram's side is the playground's meters, which share nothing with the bot's.
"""

import heapq
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import chain

from hypothesis import given
from hypothesis import strategies as st

from bot.delivery.line import Line, is_free, place_of
from bot.delivery.pacing import Meters, choose
from bot.domain.messages import Op, Priority
from bot.playground import meters as telegram
from bot.playground.refusals import Refusal

START = datetime(2026, 9, 1, 19, 0, tzinfo=UTC)
BOT = 1
CHATS = (11, 12, 13, -21, -22)
CALLS = (
    (Priority.PAGE, Op.SEND),
    (Priority.PRESS, Op.TOAST),
    (Priority.ANSWER, Op.SEND),
    (Priority.CARD, Op.SEND),
    (Priority.CARD, Op.EDIT),
    (Priority.BROADCAST, Op.SEND),
)


@dataclass
class Row:
    id: int
    chat_id: int
    priority: int
    op: str
    created_at: datetime
    not_before: datetime


@dataclass(order=True)
class Moment:
    at: datetime
    id: int
    what: str = field(compare=False)
    row: Row = field(compare=False)
    wait: timedelta = field(compare=False, default=timedelta(0))
    is_flood: bool = field(compare=False, default=False)


somewhere = (st.sampled_from(CHATS), st.sampled_from(CALLS))
single = st.tuples(*somewhere, st.integers(0, 3_000)).map(lambda told: [told])
several = st.tuples(*somewhere, st.integers(2, 25)).map(lambda told: [(*told[:2], 0)] * told[2])
rows = st.lists(single | several, min_size=1, max_size=12).map(lambda parts: [*chain(*parts)])
crowds = st.integers(0, 60).map(lambda n: [(100 + i, CALLS[2], 0) for i in range(n)])
delays = st.lists(st.sampled_from((1, 3, 40, 400, 2_000)), min_size=1, max_size=6)
# Which call is refused with 429 (True), or never reaches Telegram.
storms = st.dictionaries(st.integers(0, 40), st.booleans(), max_size=5)


class Post:
    """The dispatcher's part in one line of time, without a database."""

    def __init__(self, told, delays, storms):
        self.waiting = [
            Row(n, chat, call[0], call[1], at := START + timedelta(milliseconds=after), at)
            for n, (chat, call, after) in enumerate(told)
        ]
        self.delays, self.storms = delays, storms
        self.meters, self.line = Meters(), Line()
        self.there = telegram.Meters(telegram.Limits())
        self.moments: list[Moment] = []
        self.busy, self.sent, self.calls, self.held = set(), [], 0, {}

    def run(self):
        now = START
        while self.waiting or self.moments:
            while self.moments and self.moments[0].at <= now:
                self.happens(heapq.heappop(self.moments))
            again = self.steps(now)
            ahead = [moment.at for moment in self.moments[:1]]
            ahead += [row.not_before for row in self.waiting if row.not_before > now]
            ahead += [again] if again is not None else []
            if ahead:
                now = min(ahead)

    def steps(self, now):
        ripe = [row for row in self.waiting if row.not_before <= now]
        ripe.sort(key=lambda row: (row.priority, row.id))
        chosen, again = choose(ripe, self.meters, self.busy, now, line=self.line)
        self.looks_right(ripe, chosen, now)
        for row in chosen:
            self.waiting.remove(row)
            self.line.leave(row)
            self.leaves(row, now)
        return again

    def looks_right(self, ripe, chosen, now):
        paced = [row for row in chosen if row.op != Op.TOAST]
        assert len({row.chat_id for row in paced}) == len(paced)
        for row in paced:
            assert now >= self.held.get(row.chat_id, now)
            older = [q for q in self.waiting if q.chat_id == row.chat_id and not is_free(q)]
            older = [q for q in older if q.created_at <= now and place_of(q) < place_of(row)]
            assert is_free(row) or not older
        if any(row.priority > Priority.PRESS for row in paced):
            left = [row for row in ripe if row.priority == Priority.PAGE and row not in chosen]
            for page in left:
                same = any(row.chat_id == page.chat_id for row in paced)
                assert not same or any(
                    row.chat_id == page.chat_id and row.priority == Priority.PAGE for row in paced
                )
                assert page.chat_id in self.busy or same or self.meters.opens_at(page, now) > now

    def leaves(self, row, now):
        there, back = (
            timedelta(milliseconds=self.delays[(self.calls + n) % len(self.delays)]) for n in (0, 1)
        )
        self.calls += 1
        if row.op == Op.TOAST:
            self.sent.append(row)
            return
        self.meters.count(row.chat_id, now)
        self.busy.add(row.chat_id)
        heapq.heappush(self.moments, Moment(now + there, row.id, "there", row, back))

    def happens(self, moment):
        row, at = moment.row, moment.at
        if moment.what == "there":
            wait, is_flood = timedelta(0), False
            if self.calls in self.storms:
                is_flood = self.storms.pop(self.calls)
                wait = timedelta(seconds=3)
            else:
                try:
                    self.there.charge(BOT, row.chat_id, 1, at.timestamp())
                except Refusal:
                    raise AssertionError(f"over the limit of {row.chat_id} at {at}") from None
            heapq.heappush(
                self.moments, Moment(at + moment.wait, row.id, "back", row, wait, is_flood)
            )
            return
        self.busy.discard(row.chat_id)
        self.meters.arrived(row.chat_id, at)
        if not moment.wait:
            self.sent.append(row)
            return
        row.not_before = at + moment.wait
        if moment.is_flood:
            self.meters.hold(row.chat_id, at, moment.wait)
            self.held[row.chat_id] = row.not_before
        self.line.wait(row, row.not_before)
        self.waiting.append(row)


@given(told=rows, crowd=crowds, delays=delays, storms=storms)
def test_limits_are_kept_pages_go_first_and_order_holds(told, crowd, delays, storms):
    post = Post([*told, *crowd], delays, storms)
    post.run()
    assert sorted(row.id for row in post.sent) == list(range(len(told) + len(crowd)))
    assert post.there.floods == []
