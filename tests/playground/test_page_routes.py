"""What the page asks for: the board, older messages, menus, the stream, troubles."""

import asyncio
import json

import httpx
import pytest

from bot.playground.board import AT_FIRST, AT_ONCE
from bot.playground.server import serve
from bot.playground.stage import Stage
from bot.playground.troubles import Troubles

JSON = {"Content-Type": "application/json"}


@pytest.fixture
async def far(playground, alice, bot):
    stage = Stage(playground, {"citizen": alice}, bot)
    client = serve(playground, stage=stage)
    async with client as address, httpx.AsyncClient(base_url=f"{address}/playground/") as found:
        yield found


async def done(far, deed, **asked):
    answer = await far.post(deed, json=asked)
    assert answer.status_code == 200, answer.text


async def test_the_board_shows_the_newest_messages_and_older_ones_on_demand(
    far, playground, alice, bot
):
    for number in range(AT_FIRST + AT_ONCE + 5):
        playground.people.say(alice, bot, str(number))
    board = (await far.get("board")).json()
    (chat,) = board["chats"]
    assert [message["text"] for message in chat["messages"]][-1] == str(AT_FIRST + AT_ONCE + 4)
    assert (len(chat["messages"]), chat["more"]) == (AT_FIRST, True)
    place = {"user": alice.id, "chat": bot.id}
    older = (
        await far.get("older", params=place | {"before": chat["messages"][0]["message_id"]})
    ).json()
    assert (len(older["messages"]), older["more"]) == (AT_ONCE, True)
    assert int(older["messages"][-1]["text"]) == int(chat["messages"][0]["text"]) - 1
    oldest = (
        await far.get("older", params=place | {"before": older["messages"][0]["message_id"]})
    ).json()
    assert ([each["text"] for each in oldest["messages"]], oldest["more"]) == (list("01234"), False)


async def test_the_board_says_who_plays_what(far, alice):
    board = (await far.get("board")).json()
    assert [(each["id"], each["role"]) for each in board["people"]][:1] == [(alice.id, "citizen")]
    assert (board["demo"], board["stories"]) == (False, [])


@pytest.mark.parametrize(
    "query", ["", "?user=1&chat=2", "?user=x&chat=1", "?user=700000002&chat=-9"]
)
async def test_a_place_that_is_not_there_is_not_found(far, query):
    assert (await far.get(f"menu{query}")).status_code == 404


async def test_the_narrowest_menu_that_fits_is_offered(far, line, alice, bot):
    scopes = (
        ({"type": "default"}, "a"),
        ({"type": "all_private_chats"}, "b"),
        ({"type": "chat", "chat_id": alice.id}, "c"),
    )
    for scope, name in scopes:
        commands = [{"command": name, "description": name}]
        await line.ok("setMyCommands", commands=commands, scope=scope)
        menu = (await far.get("menu", params={"user": alice.id, "chat": bot.id})).json()
        assert [each["command"] for each in menu] == [name]


async def test_the_stream_tells_what_happens_and_goes_on_where_it_was_left(
    far, playground, alice, bot
):
    board = (await far.get("board")).json()
    after = f"{board['world']}-{board['seq']}"
    playground.people.say(alice, bot, "một")
    first, number = await heard(far, after)
    assert [each["message"]["text"] for each in first if each["kind"] == "message"] == ["một"]
    assert "history" not in first[0]["message"]
    playground.people.say(alice, bot, "hai")
    again, _ = await heard(far, number)
    assert [each["message"]["text"] for each in again if each["kind"] == "message"] == ["hai"]


@pytest.mark.parametrize("after", ["", "another-5", "x"])
async def test_a_page_of_another_world_is_told_to_look_again(far, after):
    async with far.stream("GET", "stream", params={"after": after}) as answer:
        assert "event: anew" in await anext(answer.aiter_text())


async def heard(far, after):
    """The first events of a stream, and the number to go on after."""
    async with asyncio.timeout(5), far.stream("GET", "stream", params={"after": after}) as answer:
        told = await anext(answer.aiter_text())
    head, _, data = told.partition("\ndata: ")
    return json.loads(data), head.removeprefix("id: ")


async def test_the_topics_of_a_group_are_taken_away_and_come_back_as_they_were(
    playground, alice, bot
):
    group = playground.people.add_group("Đội", members=[alice], admins=[bot], forum=True)
    topic = playground.people.add_topic(alice, group, "Ăn trưa")
    troubles = Troubles(Stage(playground, {"lead": alice}, bot, group))
    for away in (True, False):
        troubles.order("plain", on=away)
        assert (group.forum, troubles.on()) == (not away, ["plain"] if away else [])
    troubles.order("plain", on=True)
    troubles.lift()
    assert (group.forum, list(group.topics.values())) == (True, [topic])


async def test_a_group_that_never_had_topics_gets_none_by_the_end_of_troubles(
    playground, alice, bot
):
    group = playground.people.add_group("Đội", members=[alice], admins=[bot])
    troubles = Troubles(Stage(playground, {"lead": alice}, bot, group))
    troubles.order("plain", on=True)
    troubles.lift()
    assert (group.forum, troubles.on()) == (False, [])


async def test_troubles_are_put_on_and_taken_away(far, playground, line, alice):
    await done(far, "trouble", name="flood", on=True)
    assert "429" in await line.refused("sendMessage", chat_id=alice.id, text="x")
    assert (await far.get("backstage")).json() == {"troubles": ["flood"]}
    await done(far, "trouble", name="flood", on=False)
    assert "429" not in str(await line.call("sendMessage", chat_id=alice.id, text="x"))
    await done(far, "trouble", name="down", on=True)
    await done(far, "trouble", name="slow", on=True)
    assert (await far.get("backstage")).json() == {"troubles": ["down", "slow"]}
    await done(far, "trouble")
    assert (await far.get("backstage")).json() == {"troubles": []}


@pytest.mark.parametrize(
    ("deed", "asked"),
    [
        ("trouble", {"name": "nothing", "on": True}),
        ("story", {"name": "nothing"}),
        ("clock", {"seconds": 60}),
        ("bot", {"do": "kill"}),
    ],
)
async def test_what_a_bare_playground_has_not_is_refused(far, deed, asked):
    assert (await far.post(deed, json=asked)).status_code == 400


async def test_only_json_is_taken(far):
    answer = await far.post("trouble", content=b"{}", headers={"Content-Type": "text/plain"})
    assert answer.status_code == 400


async def test_a_file_too_large_for_telegram_is_refused(far, alice, bot):
    told = {"user": alice.id, "chat": bot.id, "content": "A" * (52 << 20)}
    answer = await far.post("send_document", content=json.dumps(told).encode(), headers=JSON)
    assert answer.status_code == 413
