"""Who is reached by which channel, at which address, how fast and how often."""

from datetime import UTC, datetime, timedelta

import pytest
from pydantic import ValidationError

from bot.domain.channels import (
    ChannelBook,
    ChannelRules,
    Room,
    address,
    backoff,
    chosen,
    places,
    room,
    ways,
)
from bot.domain.people import Person, Role

NOW = datetime(2026, 11, 22, tzinfo=UTC)
OPEN = {"sms": frozenset({"phone"}), "email": frozenset({"email"})}


def person(**known):
    return Person(1, known.pop("telegram_id", 1), "Minh", Role.RESPONDER, **known)


@pytest.mark.parametrize(
    ("phone", "full", "local"),
    [
        ("0912345678", "84912345678", "0912345678"),
        ("0912 345 678", "84912345678", "0912345678"),
        ("+84 912-345-678", "84912345678", "0912345678"),
        ("0084912345678", "84912345678", "0912345678"),
        ("+49 170 1234567", "491701234567", "491701234567"),
    ],
)
def test_a_number_is_written_as_gateways_want_it(phone, full, local):
    assert address("x://{phone}/{phone_local}", person(phone=phone)) == f"x://{full}/{local}"


def test_an_address_cannot_be_broken_out_of():
    evil = person(email="a&to=boss@x.vn/?y")
    assert address("mailto://h?to={email}", evil) == "mailto://h?to=a%26to%3Dboss%40x.vn%2F%3Fy"


@pytest.mark.parametrize("template", ["mailto://h?to=all@x.vn", "json://h/{name}", "json://h/{}"])
def test_an_address_that_is_not_one_persons_is_refused(template):
    with pytest.raises(ValueError, match="write"):
        places(template)


@pytest.mark.parametrize(
    ("known", "by"),
    [
        ({}, ()),
        ({"phone": "0912345678"}, ("sms",)),
        ({"email": "minh@x.vn"}, ("email",)),
        ({"email": "no mailbox", "phone": "—"}, ()),
        ({"phone": "0912345678", "email": "minh@x.vn"}, ("sms", "email")),
    ],
)
def test_who_has_an_address_can_be_reached(known, by):
    assert ways(OPEN, person(**known)) == by


BOTH = {"phone": "0912345678", "email": "minh@x.vn"}


@pytest.mark.parametrize(
    ("known", "wanted", "by"),
    [
        (BOTH, ["telegram"], ("telegram",)),
        (BOTH, ["telegram", "sms"], ("telegram", "sms")),
        (BOTH, ["email"], ("email",)),
        ({}, ["sms"], ("telegram",)),
        (BOTH | {"reachable": False}, ["telegram"], ("sms", "email")),
        (BOTH | {"telegram_id": None}, ["telegram", "sms"], ("sms",)),
        ({"reachable": False}, ["telegram", "sms"], ()),
    ],
)
def test_a_step_calls_by_what_it_names_else_by_whatever_there_is(known, wanted, by):
    assert chosen(OPEN, person(**known), wanted) == by


def test_failures_wait_ever_longer_but_never_for_ever():
    waits = [backoff(n) for n in range(1, 30)]
    assert waits[:3] == [timedelta(seconds=15), timedelta(seconds=30), timedelta(minutes=1)]
    assert waits == sorted(waits)
    assert waits[-1] == timedelta(minutes=5)


@pytest.mark.parametrize(
    ("ages", "flying", "found"),
    [
        ([], 0, Room(2)),
        ([], 1, Room(1)),
        ([], 2, Room(0)),
        ([50, 40], 0, Room(1)),
        ([50, 40, 30], 0, Room(0, NOW + timedelta(seconds=10))),
        ([50, 40, 30, 20], 0, Room(0, NOW + timedelta(seconds=20))),
        ([61, 60, 30], 0, Room(2)),
    ],
)
def test_a_channel_takes_so_many_a_minute_and_so_many_at_once(ages, flying, found):
    sent = [NOW - timedelta(seconds=age) for age in ages]
    assert room(ChannelRules(per_minute=3, at_once=2), sent, flying, NOW) == found


@pytest.mark.parametrize(
    ("model", "values"),
    [
        (ChannelBook, {"telegram_silent": "89s"}),
        (ChannelBook, {"code_lives": "0s"}),
        (ChannelBook, {"fax": {}}),
        (ChannelRules, {"per_minute": 0}),
        (ChannelRules, {"tries": 0}),
        (ChannelRules, {"timeout": "1h"}),
    ],
)
def test_rules_that_cannot_be_meant_are_refused(model, values):
    with pytest.raises(ValidationError):
        model.model_validate(values)
