"""getUpdates: offsets, pollers, what is kept and for how long."""

import asyncio
from collections.abc import Coroutine
from typing import Any

import pytest

from bot.playground import HandClock, Playground
from bot.playground.accounts import Bot, User
from bot.playground.hours import no_wait
from bot.playground.refusals import Misuse
from tests.playground.conftest import TOKEN, Line


def say(playground: Playground, alice: User, bot: Bot, *words: str) -> None:
    for word in words:
        playground.people.say(alice, bot, word)


def texts(updates: list[dict[str, Any]]) -> list[str]:
    return [update["message"]["text"] for update in updates]


async def test_updates_come_again_until_an_offset_confirms_them(line, playground, alice, bot):
    say(playground, alice, bot, "a", "b", "c")
    first = await line.ok("getUpdates")
    assert texts(first) == ["a", "b", "c"]
    assert await line.ok("getUpdates") == first
    assert texts(await line.ok("getUpdates", offset=first[1]["update_id"])) == ["b", "c"]
    assert await line.ok("getUpdates", offset=first[2]["update_id"] + 1) == []
    assert await line.ok("getUpdates") == []


async def test_update_ids_follow_each_other(line, playground, alice, bot):
    say(playground, alice, bot, "a", "b")
    one, two = await line.ok("getUpdates")
    assert two["update_id"] == one["update_id"] + 1


async def test_a_limit_cuts_the_answer_and_confirms_nothing(line, playground, alice, bot):
    say(playground, alice, bot, "a", "b")
    assert texts(await line.ok("getUpdates", limit=1)) == ["a"]
    assert texts(await line.ok("getUpdates", limit=1)) == ["a"]


async def test_at_most_100_updates_come_at_once(line, playground, alice, bot):
    say(playground, alice, bot, *map(str, range(101)))
    assert len(await line.ok("getUpdates", limit=500)) == 100


async def test_a_negative_offset_keeps_the_last_ones(line, playground, alice, bot):
    say(playground, alice, bot, "a", "b", "c")
    assert texts(await line.ok("getUpdates", offset=-1)) == ["c"]
    assert texts(await line.ok("getUpdates")) == ["c"]


@pytest.mark.parametrize(("ahead", "kept"), [(10, 0), (11, 3)])
async def test_an_offset_far_beyond_the_end_is_passed_over(
    line, playground, alice, bot, ahead, kept
):
    say(playground, alice, bot, "a", "b", "c")
    updates = await line.ok("getUpdates", offset=bot.queue.next_id + ahead)
    assert len(updates) == kept


async def test_after_an_idle_week_the_numbers_jump_and_nothing_is_lost(
    line, playground, alice, bot
):
    bot.queue.jump(5)
    say(playground, alice, bot, "a")
    assert [update["update_id"] for update in await line.ok("getUpdates", offset=1)] == [5]


async def test_messages_wait_24_hours(line, playground, alice, bot, clock):
    say(playground, alice, bot, "a")
    clock.advance(86_399)
    assert len(await line.ok("getUpdates")) == 1
    clock.advance(1)
    assert await line.ok("getUpdates") == []


async def test_presses_wait_150_seconds(line, playground, alice, chat, clock):
    markup = {"inline_keyboard": [[{"text": "Nhận", "callback_data": "ack"}]]}
    await line.ok("sendMessage", chat_id=chat.id, text="x", reply_markup=markup)
    playground.people.press(alice, playground.transcript(chat)[-1], "ack")
    clock.advance(149)
    (update,) = await line.ok("getUpdates")
    assert update["callback_query"]["data"] == "ack"
    clock.advance(1)
    assert await line.ok("getUpdates") == []


async def test_allowed_updates_are_remembered_and_count_when_the_update_is_made(
    line, playground, alice, bot
):
    await line.ok("getUpdates", allowed_updates=["callback_query"])
    say(playground, alice, bot, "unwanted")
    await line.ok("getUpdates", allowed_updates=[])
    say(playground, alice, bot, "wanted")
    assert texts(await line.ok("getUpdates")) == ["wanted"]


async def test_reactions_come_only_when_asked_for(line, playground, alice, chat):
    await line.ok("sendMessage", chat_id=chat.id, text="x")
    message = playground.transcript(chat)[-1]
    playground.people.react(alice, message, "👍")
    assert await line.ok("getUpdates", allowed_updates=["message_reaction"]) == []
    playground.people.react(alice, message)
    (update,) = await line.ok("getUpdates")
    assert update["message_reaction"]["old_reaction"] == [{"type": "emoji", "emoji": "👍"}]
    assert update["message_reaction"]["new_reaction"] == []


async def test_people_react_only_with_what_telegram_offers_and_each_with_their_own(
    line, playground, alice, chat
):
    await line.ok("sendMessage", chat_id=chat.id, text="x")
    message = playground.transcript(chat)[-1]
    with pytest.raises(Misuse, match="📌"):
        playground.people.react(alice, message, "📌")
    playground.people.react(alice, message, "✍", "⚡")
    seen = [(each["emoji"], each["user"]) for each in message.as_seen()["reactions"]]
    assert seen == [("✍", alice.id), ("⚡", alice.id)]


@pytest.fixture
def held():
    """A playground in which a long poll waits for the hand on the clock."""
    clock = HandClock()
    playground = Playground(now=clock, wait=clock.wait, limits=None)
    bot = playground.add_bot(TOKEN, "truc_ban_bot")
    return playground, clock, bot, Line(playground)


async def turns() -> None:
    """Give everything that is ready its turn."""
    for _ in range(5):
        await no_wait(0)


async def begun(call: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
    task = asyncio.create_task(call)
    await turns()
    return task


async def test_a_long_poll_wakes_when_something_arrives(held):
    playground, _, bot, line = held
    poll = await begun(line.ok("getUpdates", timeout=30))
    assert not poll.done()
    playground.people.start(playground.people.add_user("Alice"), bot)
    assert texts(await poll) == ["/start"]


async def test_a_long_poll_ends_empty_when_its_time_is_over(held):
    _, clock, _, line = held
    poll = await begun(line.ok("getUpdates", timeout=30))
    clock.advance(29)
    await turns()
    assert not poll.done()
    clock.advance(1)
    assert await poll == []


async def test_a_second_poller_ends_the_one_that_is_held(held):
    playground, _, bot, line = held
    older = await begun(line.call("getUpdates", timeout=30))
    newer = await begun(line.ok("getUpdates", timeout=30))
    refused = await older
    assert refused["error_code"] == 409
    assert refused["description"] == (
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance"
        " is running"
    )
    playground.people.start(playground.people.add_user("Alice"), bot)
    assert len(await newer) == 1


async def test_two_pollers_get_the_same_updates_while_there_are_any(held):
    playground, _, bot, line = held
    playground.people.start(playground.people.add_user("Alice"), bot)
    assert await line.ok("getUpdates", timeout=30) == await line.ok("getUpdates", timeout=30)


async def test_setting_a_webhook_ends_the_held_poll_and_forbids_further_ones(held):
    _, _, _, line = held
    poll = await begun(line.refused("getUpdates", timeout=30))
    await line.ok("setWebhook", url="http://127.0.0.1:1/hook")
    assert await poll == "409 Conflict: terminated by setWebhook request"
    assert await line.refused("getUpdates") == (
        "409 Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to"
        " delete the webhook first"
    )


async def test_a_poller_that_goes_away_leaves_nothing_behind(held):
    _, _, bot, line = held
    poll = await begun(line.ok("getUpdates", timeout=30))
    poll.cancel()
    await asyncio.gather(poll, return_exceptions=True)
    assert bot.queue.held is None
    assert await line.ok("getUpdates") == []


async def test_without_a_way_to_wait_an_empty_poll_answers_at_once(line):
    assert await asyncio.wait_for(line.ok("getUpdates", timeout=50), 5) == []
