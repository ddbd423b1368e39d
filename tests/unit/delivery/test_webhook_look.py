"""A webhook is well only while Telegram says so; one turned elsewhere is turned back."""

from datetime import UTC, datetime, timedelta

import pytest
from telegram.error import NetworkError

from bot.delivery.webhook import EVERY, WebhookLook

HERE = "https://bot.example.vn/telegram"
NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


class Telegram:
    """Answers what the test says, and counts the questions."""

    def __init__(self):
        self.now = NOON
        self.info = {"url": HERE, "pending_update_count": 0}
        self.error = None
        self.asked = 0
        self.set_again = 0

    async def call(self, method, params):
        assert (method, params) == ("getWebhookInfo", {})
        self.asked += 1
        if self.error is not None:
            raise self.error
        return self.info

    async def listen(self):
        self.set_again += 1
        self.info = {"url": HERE, "pending_update_count": 0}

    def failed(self, seconds, pending=1):
        when = self.now.timestamp() - seconds
        told = {"last_error_date": when, "last_error_message": "Wrong response: 502"}
        self.info = {"url": HERE, "pending_update_count": pending, **told}


@pytest.fixture
def telegram():
    return Telegram()


@pytest.fixture
def look(telegram):
    return WebhookLook(telegram.call, HERE, telegram.listen, lambda: telegram.now)


async def after_a_minute(telegram, look):
    telegram.now += MINUTE
    return await look.step()


async def test_it_is_asked_once_a_minute_and_not_at_the_start(telegram, look):
    assert await look.step() == NOON + EVERY
    assert (telegram.asked, look.fetched_at) == (0, None)
    assert await after_a_minute(telegram, look) == NOON + 2 * MINUTE
    await look.step()
    assert (telegram.asked, look.fetched_at) == (1, NOON + MINUTE)


@pytest.mark.parametrize(
    ("seconds", "pending", "is_well"),
    [(10, 1, False), (179, 5, False), (10, 0, True), (180, 1, True)],
)
async def test_calls_that_fail_while_updates_wait_mean_that_none_gets_through(
    telegram, look, seconds, pending, is_well
):
    telegram.now += MINUTE
    telegram.failed(seconds, pending)
    await look.step()
    assert (look.fetched_at is not None) is is_well


async def test_a_problem_is_logged_once_and_again_when_it_returns(telegram, look, caplog):
    telegram.error = NetworkError("no way")
    for _ in range(3):
        await after_a_minute(telegram, look)
    assert [(r.message, r.error) for r in caplog.records] == [("webhook-broken", "no way")]
    telegram.error = None
    await after_a_minute(telegram, look)
    telegram.error = NetworkError("no way")
    await after_a_minute(telegram, look)
    assert len(caplog.records) == 2
    assert look.fetched_at == NOON + 4 * MINUTE


async def test_a_webhook_that_points_elsewhere_is_set_again(telegram, look):
    telegram.info = {"url": "", "pending_update_count": 3}
    await after_a_minute(telegram, look)
    assert (telegram.set_again, look.fetched_at) == (1, None)
    await after_a_minute(telegram, look)
    assert (telegram.set_again, look.fetched_at) == (1, NOON + 2 * MINUTE)
