"""What the dispatcher makes of rows when Telegram, the clock or the program's version misbehave."""

from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from telegram.error import BadRequest, NetworkError, RetryAfter

from bot.delivery.dispatcher import Dispatcher
from storage.tables import outbox
from tests.storage.posting import TEAM, queued, rows, works

AWAY = NetworkError("httpx.ConnectError: connection refused")
SECOND = timedelta(seconds=1)


async def make_unheard_of(database, **values):
    async with database.begin() as tx:
        await tx.run(outbox.update().where(outbox.c.id == 1).values(kind="of-tomorrow", **values))


async def test_what_is_queued_when_telegram_is_back_does_not_overtake_what_waited(
    database, hours, post, dispatcher
):
    post.trouble = [AWAY]
    await queued(database, "one")
    await works(dispatcher)
    await queued(database, "two")
    await queued(database, "page", kind="alarm")
    hours.now = await works(dispatcher)
    assert post.commands == ["one", "page"]
    for _ in range(2):
        hours.now = await works(dispatcher) or hours.now
    assert post.commands == ["one", "page", "one", "two"]


async def test_the_order_outlives_a_restart(database, hours, post, dispatcher):
    post.trouble = [AWAY]
    await queued(database, "one")
    await works(dispatcher)
    again = Dispatcher(database, TEAM, post)
    await again.recover()
    await queued(database, "two")
    hours.now = await works(again)
    await works(again)
    assert post.commands == ["one", "one", "two"]


async def test_one_chat_that_waits_long_does_not_delay_the_next_try_in_another(
    database, hours, post, dispatcher
):
    post.trouble = [RetryAfter(40), AWAY]
    await queued(database, "one")
    await queued(database, "page", chat_id=6, kind="alarm")
    assert await works(dispatcher) <= hours.now + SECOND


@pytest.mark.parametrize("priority", [0, 2])
async def test_a_kind_nobody_has_heard_of_stops_nothing_and_as_a_page_says_so(
    database, post, dispatcher, priority
):
    await queued(database, "one", "two")
    await make_unheard_of(database, priority=priority)
    await works(dispatcher)
    first, second = await rows(database)
    assert second.state == "sent"
    if priority == 0:
        assert first.state == "sent"
        assert "<code>1</code>" in post.calls[0][1]["text"]
    else:
        assert (first.state, first.reason) == ("dead", "unknown kind")
        assert len(post.calls) == 1


@pytest.mark.parametrize(("priority", "state"), [(0, "pending"), (2, "dead")])
async def test_a_claimed_row_of_a_kind_nobody_has_heard_of_is_settled_at_the_start(
    database, post, priority, state
):
    await queued(database, "one")
    await make_unheard_of(database, priority=priority, state="claimed", attempts=1)
    await Dispatcher(database, TEAM, post).recover()
    (row,) = await rows(database)
    assert (row.state, row.reason) == (state, "outcome unknown")


async def test_a_refusal_counts_once_however_often_it_is_written_down(
    database, hours, post, dispatcher, monkeypatch
):
    async def fails(*_args):
        raise OSError("disk full")

    post.trouble = [RetryAfter(9)]
    await queued(database, "one")
    await dispatcher.step()
    await dispatcher.landed()
    with monkeypatch.context() as patched:
        patched.setattr("storage.outbox.retry", fails)
        for _ in range(3):
            with pytest.raises(OSError, match="disk full"):
                await dispatcher.step()
            hours.now += 2 * SECOND
    await queued(database, "page", kind="alarm")
    hours.now += 3 * SECOND
    await works(dispatcher)
    assert post.commands == ["one", "page"]
    assert dispatcher.tally.held == 1


async def test_what_was_sent_counts_once_however_often_it_is_written_down(
    database, hours, post, dispatcher, monkeypatch
):
    async def fails(*_args):
        raise OSError("disk full")

    post.trouble = [None, BadRequest("chat not found")]
    await queued(database, "one")
    await queued(database, "two", chat_id=6)
    await dispatcher.step()
    await dispatcher.landed()
    with monkeypatch.context() as patched:
        patched.setattr("storage.people.change", fails)
        patched.setattr("bot.delivery.outcomes.lost", fails)
        for _ in range(3):
            with pytest.raises(OSError, match="disk full"):
                await dispatcher.step()
    assert (dispatcher.tally.sent.total(), dispatcher.tally.dead.total()) == (0, 0)
    await works(dispatcher)
    assert (dispatcher.tally.sent.total(), dispatcher.tally.dead.total()) == (1, 1)


@pytest.mark.parametrize(
    ("refusal", "left_out"),
    [
        ("Can't parse entities: unsupported start tag", "parse_mode"),
        ("BUTTON_URL_INVALID", "reply_markup"),
        ("Message is too long", "parse_mode"),
    ],
)
async def test_a_part_that_telegram_refuses_is_left_out_and_the_rest_arrives(
    database, hours, post, dispatcher, refusal, left_out
):
    post.trouble = [BadRequest(refusal), AWAY]
    await queued(database, "one")
    await works(dispatcher)
    hours.now += 5 * SECOND
    await works(dispatcher)
    assert [left_out in params for _, params in post.calls] == [True, False, False]
    assert (await rows(database))[0].state == "sent"


async def test_what_is_refused_again_without_the_part_is_dead(database, post, dispatcher):
    post.trouble = [BadRequest("Can't parse entities"), BadRequest("Can't parse entities")]
    await queued(database, "one")
    await works(dispatcher)
    (row,) = await rows(database)
    assert (row.state, row.reason, len(post.calls)) == ("dead", "markup", 2)


@pytest.mark.parametrize("is_restarted", [False, True])
async def test_a_clock_that_is_set_back_holds_up_nothing(
    database, hours, post, dispatcher, is_restarted
):
    post.trouble = [AWAY, AWAY]
    await queued(database, "one")
    await queued(database, "page", kind="alarm", chat_id=6)
    await works(dispatcher)
    hours.now -= timedelta(hours=1)
    if is_restarted:
        dispatcher = Dispatcher(database, TEAM, post)
        await dispatcher.recover()
    await works(dispatcher)
    hours.now += 3 * SECOND
    await works(dispatcher)
    assert {row.state for row in await rows(database)} == {"sent"}


async def test_people_behind_somebody_with_hundreds_of_messages_are_served_at_once(
    database, post, dispatcher
):
    await queued(database, *(str(n) for n in range(250)))
    for chat_id in range(100, 120):
        await queued(database, "x", chat_id=chat_id)
    await works(dispatcher)
    assert {params["chat_id"] for _, params in post.calls} >= set(range(100, 120))


async def test_an_outcome_outlives_the_transaction_that_failed_to_keep_it(
    database, post, dispatcher
):
    await queued(database, "one")
    await dispatcher.step()
    await dispatcher.landed()
    async with database.begin() as tx:
        await tx.run(text("ALTER TABLE people RENAME TO elsewhere"))
    with pytest.raises(DBAPIError):
        await dispatcher.step()
    async with database.begin() as tx:
        await tx.run(text("ALTER TABLE elsewhere RENAME TO people"))
    await works(dispatcher)
    (row,) = await rows(database)
    assert (row.state, len(post.calls)) == ("sent", 1)
