"""How calls come in: tokens, methods, forms of parameters."""

import json
from typing import Any

import pytest

from bot.playground import Playground
from bot.playground.description import REQUIRED, load
from bot.playground.envelope import Request
from bot.playground.methods import METHODS
from tests.playground.conftest import TOKEN


async def answered(
    playground: Playground, path: str, body: bytes = b"", kind: str = "", query: str = ""
) -> tuple[int, dict[str, Any]]:
    headers = {"Content-Type": kind} if kind else {}
    answer = await playground.handle(Request("POST", path, query, headers, body))
    return answer.status, json.loads(answer.body)


@pytest.mark.parametrize(
    ("path", "status", "description"),
    [
        ("/bot999:unknown/getMe", 401, "Unauthorized"),
        ("/botnonsense/getMe", 401, "Unauthorized: invalid token specified"),
        (f"/bot{TOKEN}/getEverything", 404, "Not Found: method not found"),
        (f"/bot{TOKEN}/", 404, "Not Found: method not found"),
        ("/elsewhere", 404, "Not Found"),
        (f"/file/bot{TOKEN}/photos/none.jpg", 404, "Not Found"),
        ("/file/bot999:unknown/photos/none.jpg", 401, "Unauthorized"),
    ],
)
@pytest.mark.usefixtures("bot")
async def test_what_is_not_there_is_refused(playground, path, status, description):
    refused = {"ok": False, "error_code": status, "description": description}
    assert await answered(playground, path) == (status, refused)


@pytest.mark.usefixtures("bot")
async def test_method_names_are_the_same_in_any_case(playground):
    status, answer = await answered(playground, f"/bot{TOKEN}/GETME")
    assert (status, answer["result"]["username"]) == (200, "truc_ban_bot")


@pytest.mark.parametrize(
    ("body", "kind", "query"),
    [
        (b"", "", "chat_id={id}&text=xin+ch%C3%A0o"),
        (b"chat_id={id}&text=xin+ch%C3%A0o", "application/x-www-form-urlencoded", ""),
        ('{{"chat_id": {id}, "text": "xin chào"}}'.encode(), "application/json", ""),
        (
            '--B\r\nContent-Disposition: form-data; name="chat_id"\r\n\r\n{id}\r\n--B\r\n'
            'Content-Disposition: form-data; name="text"\r\n\r\nxin chào\r\n--B--\r\n'.encode(),
            "multipart/form-data; boundary=B",
            "",
        ),
    ],
    ids=["query", "form", "json", "multipart"],
)
@pytest.mark.usefixtures("bot")
async def test_parameters_come_in_four_ways(playground, chat, body, kind, query):
    body = body.decode().format(id=chat.id).encode()
    path = f"/bot{TOKEN}/sendMessage"
    _, answer = await answered(playground, path, body, kind, query.format(id=chat.id))
    assert answer["result"]["text"] == "xin chào"


MAY_BE_EMPTY = {("setWebhook", "url")}
REQUIRING = [
    (method, name)
    for method in METHODS
    for name, kind in load().methods[method].items()
    if kind.endswith(REQUIRED) and (method, name) not in MAY_BE_EMPTY
]


@pytest.mark.parametrize(("method", "missing"), REQUIRING)
async def test_no_method_answers_ok_without_a_required_parameter(line, chat, method, missing):
    given = {
        name: chat.id if name in {"chat_id", "from_chat_id"} else 1 if "Integer" in kind else "[]"
        for name, kind in load().methods[method].items()
        if kind.endswith(REQUIRED) and name != missing
    }
    assert (await line.refused(method, **given)).startswith("400 Bad Request: ")


@pytest.mark.parametrize("method", sorted(set(load().methods) - METHODS.keys()))
async def test_a_method_not_covered_says_so(line, playground, method):
    given = {
        name: "1" if kind.startswith(("Integer", "String", "Float", "Boolean")) else "[]"
        for name, kind in load().methods[method].items()
    }
    answer = await line.call(method, **given)
    assert answer["error_code"] == 501
    assert answer["description"].endswith(f"the playground does not cover {method}")
    assert playground.complaints[-1].text == "not covered by the playground"


async def test_an_unknown_parameter_is_passed_over_but_noted(line, playground, chat):
    await line.ok("sendMessage", chat_id=chat.id, text="x", colour="red")
    assert [each.text for each in playground.complaints] == ["unknown parameter colour"]


async def test_a_parameter_that_would_have_no_effect_is_noted(line, playground, chat):
    await line.ok("sendMessage", chat_id=chat.id, text="x", business_connection_id="b")
    assert "business_connection_id is not covered" in playground.complaints[0].text


async def test_an_unknown_field_deep_inside_is_noted(line, playground, chat):
    button = {"text": "x", "callback_data": "y", "shape": "round"}
    markup = {"inline_keyboard": [[button]]}
    await line.ok("sendMessage", chat_id=chat.id, text="x", reply_markup=markup)
    assert [each.text for each in playground.complaints] == [
        "reply_markup.inline_keyboard has no field shape"
    ]


async def test_a_plain_call_leaves_no_complaint(line, playground, chat):
    await line.ok("sendMessage", chat_id=chat.id, text="x", disable_notification=True)
    assert playground.complaints == []


async def test_a_word_where_a_number_belongs_is_refused(line, chat):
    answer = await line.refused("deleteMessage", chat_id=chat.id, message_id="first")
    assert answer == '400 Bad Request: parameter "message_id" must be of type Integer'


@pytest.mark.usefixtures("bot")
async def test_a_body_of_more_than_50_megabytes_is_refused(playground):
    path = f"/bot{TOKEN}/sendDocument"
    status, _ = await answered(playground, path, b"x" * ((50 << 20) + 1), "application/json")
    assert status == 413


async def test_every_exchange_is_kept(line, playground, chat):
    await line.call("sendMessage", chat_id=chat.id, text="")
    exchange = playground.exchanges[-1]
    assert (exchange.method, exchange.status) == ("sendMessage", 400)
