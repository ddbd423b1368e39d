"""Who is paged while a watch runs: its posts, its own posts' names, and never nobody."""

from datetime import timedelta

import pytest

from tests.ladders import paged
from tests.watches import a_shift, a_watch

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


@pytest.fixture
async def dan(world):
    return await world.member("Dân", "citizen")


@pytest.fixture
async def crew(world):
    names = ("Minh", "Hà", "Nga", "Cường")
    return {name: await world.member(name) for name in names}


async def test_the_posts_of_the_watch_are_called_and_not_the_normal_roster(world, crew, tung, dan):
    await world.on_duty(crew["Cường"])
    watch = await a_watch(world)
    for name, post in (("Minh", "primary"), ("Hà", "technical"), ("Nga", "commander")):
        await a_shift(world, watch, crew[name], post=post)
    await world.receives(dan)
    await world.settles()
    assert await paged(world) == [crew["Minh"].user.id]
    crew["Minh"].sees("bạn đang trực ban")
    await world.passes(minutes=3, seconds=1)
    assert await paged(world) == [*[crew["Minh"].user.id] * 2, crew["Hà"].user.id]
    crew["Hà"].sees("bạn đang trực dự phòng")
    await world.passes(minutes=5, seconds=1)
    called = await paged(world)
    assert crew["Nga"].user.id in called
    assert tung.user.id in called
    assert crew["Cường"].user.id not in called


async def test_a_post_of_their_own_is_called_only_where_the_catalog_says_as_what(world, crew, dan):
    watch = await a_watch(world)
    await a_shift(world, watch, crew["Minh"])
    await a_shift(world, watch, crew["Hà"], post="Trực cổng dịch vụ công")
    await world.receives(dan)
    await world.passes(minutes=9)
    called = await paged(world)
    assert crew["Minh"].user.id in called
    assert crew["Hà"].user.id not in called


async def test_two_at_a_post_are_both_called(world, crew, dan):
    watch = await a_watch(world)
    for name in ("Minh", "Hà"):
        await a_shift(world, watch, crew[name])
    await world.receives(dan)
    await world.settles()
    assert await paged(world) == [crew["Minh"].user.id, crew["Hà"].user.id]


async def test_where_the_watch_has_nobody_at_a_post_the_normal_roster_has(world, crew, dan):
    await world.on_duty(crew["Cường"], "backup")
    watch = await a_watch(world)
    await a_shift(world, watch, crew["Minh"])
    await world.receives(dan)
    await world.passes(minutes=3, seconds=1)
    assert await paged(world) == [*[crew["Minh"].user.id] * 2, crew["Cường"].user.id]


@pytest.mark.parametrize("roster", ["empty", "all blocked"])
async def test_without_anybody_the_leads_are_called_at_once(world, crew, tung, dan, roster):
    watch = await a_watch(world)
    if roster == "all blocked":
        await a_shift(world, watch, crew["Minh"])
        world.playground.people.block(crew["Minh"].user, world.bot)
        await world.settles()
    await world.receives(dan)
    await world.settles()
    assert tung.user.id in await paged(world)
    world.group_sees("không có ai trực ban để gọi")


async def test_who_has_not_checked_in_is_called_all_the_same(world, crew, dan):
    watch = await a_watch(world)
    await a_shift(world, watch, crew["Minh"])
    await world.passes(minutes=30)
    await world.receives(dan)
    await world.settles()
    assert await paged(world) == [crew["Minh"].user.id]


async def test_who_leaves_is_called_after_who_came_until_they_are_relieved(world, crew, dan):
    watch = await a_watch(world)
    await a_shift(world, watch, crew["Minh"], length=HOUR)
    await a_shift(world, watch, crew["Hà"], after=HOUR, length=HOUR)
    await world.settles()
    await crew["Minh"].says("/checkin")
    await world.passes(hours=1, minutes=5)
    await world.receives(dan)
    await world.settles()
    assert await paged(world) == [crew["Hà"].user.id, crew["Minh"].user.id]
    await crew["Hà"].says("/checkin")
    await world.receives(dan)
    await world.settles()
    assert await paged(world, 2) == [crew["Hà"].user.id]
