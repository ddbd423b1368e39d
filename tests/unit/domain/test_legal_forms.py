"""When something was sent, as people tell it: never before its time began to count."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.answers import Part, from_json
from bot.domain.errors import Refused
from bot.domain.legal_forms import sending, sent_form
from bot.domain.turn import begin, edited, typed

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
NOON = datetime(2026, 11, 20, 5, 0, tzinfo=UTC)  # a Friday


def answers_when(words, now, since):
    """Return a dialogue about what was sent, its first question answered at `now`."""
    form = sent_form(now, ZONE, signed=False, since=since)
    return typed(form, begin(form), Part(chat_id=1, message_id=2, text=words)).state


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("10:00", "2026-11-20T10:00:37"),
        ("10:01", "2026-11-20T10:01"),
        ("vừa xong", "2026-11-20T12:00"),
    ],
)
def test_what_was_sent_was_sent_in_the_minute_its_time_began_or_later(words, meant):
    since = datetime(2026, 11, 20, 10, 0, 37, tzinfo=ZONE)
    at = sending(answers_when(words, NOON, since), NOON, ZONE, since)["sent_at"]
    assert at == datetime.fromisoformat(meant).replace(tzinfo=ZONE)


def test_what_was_sent_before_its_time_began_is_refused_with_both_times():
    since = datetime(2026, 11, 20, 10, 0, 37, tzinfo=ZONE)
    with pytest.raises(Refused, match="refused-before-start") as refused:
        answers_when("9:59", NOON, since)
    assert refused.value.params["at"] == {"moment": "2026-11-20T02:59:00+00:00"}
    assert refused.value.params["start"] == {"moment": since.isoformat()}
    state = answers_when("10:00", NOON, since)
    with pytest.raises(Refused, match="refused-before-start"):
        sending(state, NOON, ZONE, since + timedelta(minutes=1))


def test_yesterday_stays_the_day_it_was_when_it_was_said():
    late = datetime(2026, 11, 20, 23, 50, tzinfo=ZONE)
    state = answers_when("10:00 hôm qua", late, None)
    kept = from_json(state.question, state.to_json())
    sent = sending(kept, late + timedelta(hours=1), ZONE)
    assert sent["sent_at"] == datetime(2026, 11, 19, 10, 0, tzinfo=ZONE)


def test_a_time_that_is_edited_is_read_anew():
    state = answers_when("10:00", NOON, None)
    turn = edited(state, Part(chat_id=1, message_id=2, text="11:00"))
    assert turn is not None
    at = sending(turn.state, NOON, ZONE)["sent_at"]
    assert at == datetime(2026, 11, 20, 11, 0, tzinfo=ZONE)
