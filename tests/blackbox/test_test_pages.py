"""Test pages: everybody on a watch proves that a page reaches them; the leads get the table."""

from datetime import timedelta

import pytest

from bot.services.arming import arm_watch
from storage.watch_tables import test_pages as sent_pages
from tests.watches import a_shift, a_watch
from tests.world import START

HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
TEST = "Đây là cuộc gọi THỬ"
TABLE = "Gọi thử đợt “Trực lễ Quốc khánh 2/9”"


@pytest.fixture
async def crew(world):
    return {
        "minh": await world.member("Minh"),
        "ha": await world.member("Hà"),
        "binh": await world.member("Bình", "lead"),
        "nga": await world.member("Nga"),
    }


@pytest.fixture
async def watch(world, crew):
    """Its first shift begins in 30 hours; Minh stands two shifts of it."""
    watch = await a_watch(world, start=START + 30 * HOUR)
    await a_shift(world, watch, crew["minh"])
    await a_shift(world, watch, crew["ha"], after=12 * HOUR)
    await a_shift(world, watch, crew["minh"], after=24 * HOUR)
    await armed(world, watch)
    return watch


async def armed(world, watch):
    async with world.app.database.begin() as tx:
        await arm_watch(tx, world.app.team, watch)


def times(human, words):
    return len([m for m in human.messages if words in (m.text or "")])


async def test_a_day_before_the_first_shift_every_watcher_gets_one(world, crew, watch):
    await world.passes(hours=5, minutes=59)
    crew["minh"].does_not_see(TEST)
    await world.passes(minutes=1)
    for name in ("minh", "ha"):
        said = crew[name].sees(TEST, "không có sự cố nào", with_button="Đã nhận")
        assert "trước 08:10 ICT" in said.text
    assert times(crew["minh"], TEST) == 1
    crew["nga"].does_not_see(TEST)
    crew["binh"].does_not_see(TEST)


@pytest.mark.parametrize("way", ["button", "1", "đã nhận", "ok"])
async def test_whoever_answers_stands_in_the_table_with_the_time_it_took(world, crew, watch, way):
    await world.passes(hours=6)
    await world.passes(seconds=35)
    if way == "button":
        toast = await crew["minh"].presses("Đã nhận")
        assert "sau 35 giây" in toast.text
    else:
        await crew["minh"].says(way)
        crew["minh"].sees("sau 35 giây")
    await crew["ha"].presses("Đã nhận")
    await world.passes(minutes=10)
    table = crew["binh"].sees(TABLE, "tất cả 2 người đã trả lời").text
    assert "✅ Minh · Telegram · 08:00 ICT (sau 35 giây)" in table
    crew["minh"].does_not_see(TABLE)


@pytest.mark.both_databases
async def test_the_silent_go_to_the_leads_by_name(world, crew, watch):
    await world.passes(hours=6)
    await crew["ha"].presses("Đã nhận")
    await world.passes(minutes=9)
    crew["binh"].does_not_see(TABLE)
    await world.passes(minutes=1)
    table = crew["binh"].sees(TABLE, "1/2 người trả lời").text
    assert "❌ Minh · Telegram · không trả lời" in table
    assert table.count("Minh") == 1
    await world.passes(minutes=5)
    await crew["minh"].presses("Đã nhận")
    crew["binh"].sees("Minh đã trả lời cuộc gọi thử", "muộn, lúc 08:15 ICT")


async def test_who_cannot_be_reached_goes_to_the_leads_at_once(world, crew, watch):
    world.playground.people.block(crew["minh"].user, world.bot)
    nam = await world.member("Nam", started=False)
    await a_shift(world, watch, nam, after=36 * HOUR)
    await world.passes(hours=6)
    crew["binh"].sees("Không gọi được 1 người", "Minh")
    crew["binh"].sees("Không gọi được Nam qua Telegram", "cuộc gọi thử")
    await world.passes(minutes=10)
    table = crew["binh"].sees(TABLE, "0/3 người trả lời").text
    for name in ("Minh", "Nam"):
        assert f"⛔ {name} · Telegram · không liên lạc được" in table


async def test_a_watch_published_late_is_tested_at_once_and_only_once(world, crew):
    watch = await a_watch(world, start=START + 3 * HOUR)
    await a_shift(world, watch, crew["minh"])
    for _ in range(2):
        await armed(world, watch)
        await world.settles()
    await armed(world, watch)
    await world.passes(hours=1)
    assert times(crew["minh"], TEST) == 1


async def test_a_second_press_and_somebody_elses_are_refused(world, crew, watch):
    await world.passes(hours=6)
    page = crew["minh"].sees(TEST)
    await crew["minh"].presses("Đã nhận", on=page)
    toast = await crew["minh"].presses("Đã nhận", on=page)
    assert "đã trả lời cuộc gọi thử này rồi" in toast.text
    people = world.playground.people
    press = people.press(crew["ha"].user, crew["ha"].messages[-1], "testpage:1", forged=True)
    await world.settles()
    assert "không phải của bạn" in people.toast(press).text


@pytest.mark.parametrize("command", ["/testpage", "/goithu"])
async def test_anybody_of_the_team_may_test_themselves(world, crew, command):
    await crew["nga"].says(command)
    crew["nga"].sees("cuộc gọi THỬ bạn vừa yêu cầu", "không có sự cố nào")
    await world.passes(seconds=7)
    toast = await crew["nga"].presses("Đã nhận")
    assert "sau 7 giây" in toast.text
    await world.passes(minutes=11)
    crew["binh"].does_not_see("Gọi thử")


async def test_a_lead_tests_the_whole_watch_whenever_they_want(world, crew, watch):
    await crew["binh"].says("/testpage all")
    crew["binh"].sees("Đã gọi thử 2 người của đợt “Trực lễ Quốc khánh 2/9”", "Sau 10 phút")
    for name in ("minh", "ha"):
        await crew[name].presses("Đã nhận")
    await world.passes(minutes=10)
    crew["binh"].sees(TABLE, "tất cả 2 người")
    await crew["binh"].says("/goithu tất cả")
    await world.passes(minutes=10)
    table = crew["binh"].sees(TABLE, "0/2 người trả lời").text
    assert table.count("·") == 4
    assert len(await world.rows(sent_pages)) == 4


async def test_nobody_is_tested_again_while_there_is_time_to_answer(world, crew, watch):
    await crew["binh"].says("/testpage all")
    await world.passes(minutes=3)
    await crew["binh"].says("/testpage all")
    crew["binh"].sees("Đã gọi thử 2 người cách đây 3 phút", "đến 02:10 ICT")
    assert times(crew["minh"], TEST) == times(crew["ha"], TEST) == 1
    await a_shift(world, watch, crew["nga"], after=36 * HOUR)
    await crew["binh"].says("/testpage all")
    crew["binh"].sees("Đã gọi thử 1 người", "Không gọi lại 2 người đã được gọi thử lúc 02:00")
    assert times(crew["nga"], TEST) == 1
    await world.passes(minutes=7)
    await crew["binh"].says("/testpage all")
    assert times(crew["minh"], TEST) == 2


async def test_nobody_tests_themselves_twice_at_once(world, crew):
    await crew["nga"].says("/testpage")
    await crew["nga"].says("/testpage")
    crew["nga"].sees("Bot đã gọi thử bạn cách đây 1 phút")
    await crew["nga"].presses("Đã nhận")
    await crew["nga"].says("/testpage")
    assert times(crew["nga"], "cuộc gọi THỬ bạn vừa yêu cầu") == 2


async def test_nobody_else_tests_others_and_without_a_watch_there_is_nobody_to_test(world, crew):
    await crew["nga"].says("/testpage all")
    crew["nga"].sees("chỉ dành cho thành viên được giao quyền")
    await crew["binh"].says("/testpage all")
    crew["binh"].sees("Không có đợt trực nào")
    await crew["binh"].says("/testpage Nga")
    crew["binh"].sees("/testpage all")
    crew["nga"].does_not_see("cuộc gọi THỬ")
