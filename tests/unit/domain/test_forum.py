"""A topic is made true one call at a time, and every status has a face."""

import pytest

from bot.domain.forum import (
    SIGNS,
    Forum,
    Look,
    Step,
    Topic,
    after,
    icon_of,
    link_to,
    look_of,
    next_step,
    sign_of,
    wanted_icons,
)
from bot.domain.incident import ENDED, OPEN, Status

NEW, LATER = Look("SC-2026-0012 · Mã hóa", "11"), Look("SC-2026-0012 · Mã hóa", "22")


@pytest.mark.parametrize(
    ("topic", "status", "step"),
    [
        (Topic(None, NEW), Status.RECEIVED, Step.OPEN),
        (Topic(None, NEW), Status.CLOSED, None),
        (Topic(7, NEW), Status.RECEIVED, None),
        (Topic(7, LATER), Status.VERIFYING, Step.CHANGE),
        (Topic(7, NEW), Status.CLOSED, Step.CLOSE),
        (Topic(7, LATER), Status.CLOSED, Step.CHANGE),
        (Topic(7, NEW, is_closed=True), Status.CLOSED, None),
        (Topic(7, NEW, is_closed=True), Status.RECEIVED, Step.REOPEN),
    ],
)
def test_one_thing_is_done_to_a_topic_at_a_time(topic, status, step):
    assert next_step(topic, NEW, status) == step


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("topic", [Topic(7, LATER), Topic(7, LATER, is_closed=True), Topic(7, NEW)])
def test_few_steps_make_any_topic_true(topic, status):
    steps = []
    while (step := next_step(topic, NEW, status)) is not None:
        steps.append(step)
        topic = after(topic, step, NEW)
        assert len(steps) <= 2
    assert (topic.look, topic.is_closed) == (NEW, status in ENDED)


def test_every_status_has_a_sign_and_what_is_over_has_none_of_what_goes_on():
    assert SIGNS.keys() == set(Status)
    assert {sign_of(status) for status in OPEN} & {sign_of(status) for status in ENDED} == set()
    assert len({sign_of(status) for status in Status}) == len(Status)


@pytest.mark.parametrize(
    ("icons", "icon"),
    [
        ({"✅": "5", "🏁": "6"}, "5"),
        ({"🏁": "6"}, "6"),
        ({"💘": "7"}, None),
        ({}, None),
        (None, None),
    ],
)
def test_an_icon_is_the_best_of_those_that_telegram_offers(icons, icon):
    assert icon_of(Status.CLOSED, icons) == icon


def test_an_icon_is_known_with_or_without_the_mark_for_colour():
    assert icon_of(Status.RESPONDING, {"⚡": "5"}) == "5"
    assert wanted_icons({"⚡": "5", "💘": "7"}) == {"⚡": "5"}


@pytest.mark.parametrize(
    ("icons", "look"),
    [
        ({"✅": "5"}, Look("SC-2026-0012 · Mã hóa", "5")),
        ({}, Look("✅ SC-2026-0012 · Mã hóa")),
    ],
)
def test_without_icons_the_name_begins_with_an_emoji(icons, look):
    assert look_of("SC-2026-0012 ·\nMã hóa", Status.CLOSED, icons) == look


@pytest.mark.parametrize("letter", ["x", "ạ", "😀"])
def test_a_name_fits_whatever_a_kind_is_called(letter):
    name = look_of(letter * 200, Status.CLOSED, None).name
    assert len(name.encode("utf-16-le")) <= 256
    assert name.endswith("…")


@pytest.mark.parametrize(
    ("forum", "takes", "lacks"),
    [
        (Forum(), False, False),
        (Forum(is_forum=False, may_manage=False), False, False),
        (Forum(is_forum=True), True, False),
        (Forum(is_forum=True, may_manage=True), True, False),
        (Forum(is_forum=True, may_manage=False), False, True),
    ],
)
def test_topics_need_a_forum_and_no_refusal_so_far(forum, takes, lacks):
    assert (forum.takes_topics, forum.lacks_the_right) == (takes, lacks)


def test_a_topic_has_an_address_for_members():
    assert link_to(-1001234567890, 42) == "https://t.me/c/1234567890/42"
