"""Flood limits."""

import pytest

from bot.playground import Limits, Playground
from bot.playground.accounts import Bot, User
from tests.playground.conftest import TOKEN, Line


@pytest.fixture
def bot(metered):
    return metered.add_bot(TOKEN, "truc_ban_bot")


@pytest.fixture
def line(metered, bot):
    return Line(metered, bot.token)


def begin(playground: Playground, bot: Bot, count: int) -> list[User]:
    people = [playground.people.add_user(f"P{number}") for number in range(count)]
    for person in people:
        playground.people.start(person, bot)
    return people


async def statuses(line: Line, chats: list[int]) -> list[int]:
    sent = [await line.answer("sendMessage", chat_id=each, text="x") for each in chats]
    return [answer.status for answer in sent]


async def test_a_short_burst_into_one_chat_passes_and_more_does_not(line, metered, bot, clock):
    (alice,) = begin(metered, bot, 1)
    assert await statuses(line, [alice.id] * 4) == [200, 200, 200, 429]
    answer = await line.answer("sendMessage", chat_id=alice.id, text="x")
    assert answer.headers["Retry-After"] == "1"
    clock.advance(1)
    assert await statuses(line, [alice.id] * 2) == [200, 429]


async def test_a_refusal_says_how_long_in_words_and_in_figures(line, metered, bot):
    (alice,) = begin(metered, bot, 1)
    await statuses(line, [alice.id] * 3)
    assert await line.call("sendMessage", chat_id=alice.id, text="x") == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 1",
        "parameters": {"retry_after": 1},
    }


async def test_one_message_a_second_into_a_chat_always_passes(line, metered, bot, clock):
    (alice,) = begin(metered, bot, 1)
    for _ in range(120):
        assert await statuses(line, [alice.id]) == [200]
        clock.advance(1)


async def test_thirty_a_second_pass_over_all_chats(line, metered, bot, clock):
    people = begin(metered, bot, 31)
    assert await statuses(line, [each.id for each in people]) == [200] * 30 + [429]
    clock.advance(1)
    assert await statuses(line, [people[30].id]) == [200]


async def test_twenty_a_minute_pass_into_a_group_edits_included(line, metered, bot, clock):
    alice = metered.people.add_user("Alice")
    group = metered.people.add_group("Tổ trực", members=[alice, bot])
    sent = await line.ok("sendMessage", chat_id=group.id, text="0")
    for number in range(1, 20):
        clock.advance(1)
        where = {"chat_id": group.id, "message_id": sent["message_id"]}
        await line.ok("editMessageText", **where, text=str(number))
    refused = await line.call("editMessageText", **where, text="20")
    assert refused["parameters"] == {"retry_after": 41}
    clock.advance(40)
    assert await statuses(line, [group.id]) == [429]
    clock.advance(1)
    assert await statuses(line, [group.id]) == [200]


async def test_an_album_counts_each_of_its_items(line, metered, bot):
    alice = metered.people.add_user("Alice")
    group = metered.people.add_group("Tổ trực", members=[alice, bot])
    photo = metered.people.send_photo(alice, group, b"photo").file_id
    media = [{"type": "photo", "media": photo}] * 10
    for _ in range(2):
        await line.ok("sendMediaGroup", chat_id=group.id, media=media)
    assert (await line.call("sendMediaGroup", chat_id=group.id, media=media))["error_code"] == 429


async def test_answers_to_presses_are_never_counted(line, metered, bot):
    (alice,) = begin(metered, bot, 1)
    markup = {"inline_keyboard": [[{"text": "x", "callback_data": "x"}]]}
    await line.ok("sendMessage", chat_id=alice.id, text="x", reply_markup=markup)
    message = metered.transcript(metered.private(alice, bot))[-1]
    for _ in range(50):
        query = metered.people.press(alice, message, "x")
        assert await line.ok("answerCallbackQuery", callback_query_id=query)


async def test_a_refused_call_for_another_reason_costs_nothing(line, metered, bot):
    (alice,) = begin(metered, bot, 1)
    for _ in range(10):
        await line.refused("sendMessage", chat_id=alice.id, text="")
    assert await statuses(line, [alice.id]) == [200]


async def test_floods_and_peaks_are_kept(line, metered, bot, clock):
    alice, bob = begin(metered, bot, 2)
    await statuses(line, [alice.id] * 4)
    clock.advance(10)
    await statuses(line, [bob.id])
    assert [(flood.chat_id, flood.retry_after) for flood in metered.meters.floods] == [
        (alice.id, 1)
    ]
    assert metered.meters.peak(bot.id, alice.id).per_second == 3
    assert metered.meters.peak(bot.id, bob.id).per_minute == 1
    assert metered.meters.peak(bot.id).per_minute == 4


async def test_limits_can_be_other_numbers_or_off(clock):
    strict = Playground(now=clock, limits=Limits(private_burst=1))
    free = Playground(now=clock, limits=None)
    for playground, expected in ((strict, [200, 429]), (free, [200, 200])):
        bot = playground.add_bot(TOKEN, "truc_ban_bot")
        (alice,) = begin(playground, bot, 1)
        assert await statuses(Line(playground), [alice.id] * 2) == expected
    assert free.meters.peak(bot.id).per_second == 2
