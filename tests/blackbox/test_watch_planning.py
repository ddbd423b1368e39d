"""A lead plans a watch in a few answers, and finds every watch again."""

from datetime import UTC, datetime

import pytest

from bot.domain.watch import WatchState
from storage.tables import forms
from storage.watch_tables import watches
from tests.drafts import NAME, a_draft
from tests.reporters import forges, open_forms
from tests.watches import a_watch


async def test_a_watch_is_planned_by_typing(world, tung):
    await tung.says("/watch new")
    for answer in ("Trực bão", "10/9", "11/9", "7h30-19h30, 19h30-7h30", "trực ban 2, gác cổng"):
        await tung.says(answer)
    await tung.says("có")
    await tung.says("không")
    tung.sees("Đợt trực mới", "Trực bão", "10/9", "trực ban 2, gác cổng")
    await tung.says("gửi")
    tung.sees("Trực bão", "bản nháp", "Trực ban 2, gác cổng", "0/12", with_button="Xếp tay")
    [watch] = await world.rows(watches)
    assert (watch["start_at"], watch["end_at"]) == (
        datetime(2026, 9, 10, 0, 30, tzinfo=UTC),
        datetime(2026, 9, 12, 0, 30, tzinfo=UTC),
    )
    assert watch["state"] == WatchState.DRAFT
    assert (watch["plan"]["two_deep"], watch["plan"]["still_asked"]) == (True, False)
    assert await open_forms(world) == []


async def test_a_holiday_is_planned_by_buttons(world, tung):
    await tung.says("/dottruc")
    tung.sees("Chưa có đợt trực nào")
    await tung.presses("Lập đợt trực mới")
    await tung.presses("Ngày Văn hóa Việt Nam 2026")
    await tung.presses("06:00-14:00")
    await tung.presses("Trực chỉ huy, Trực ban, Trực dự phòng")
    await tung.presses("Có, luôn hai người")
    await tung.presses("Có hỏi")
    tung.sees("Đợt trực mới", "23/11 → 25/11/2026", "Có hỏi")
    await tung.presses("Gửi")
    tung.sees("Ngày Văn hóa Việt Nam 2026", "Thứ Hai 23/11", "06:00-14:00", "0/27")


async def test_a_half_told_plan_survives_a_kill_and_can_be_dropped(world, tung):
    await tung.says("/watch new")
    await tung.says("Trực bão")
    await world.dies()
    await world.comes_back()
    await tung.says("10/9")
    await tung.says("11/9")
    tung.sees("Một ngày chia ca thế nào?")
    await tung.presses("Hủy")
    tung.sees("chưa lập đợt trực nào")
    assert await world.rows(watches) == []


async def test_an_answer_that_cannot_be_is_asked_again(world, tung):
    await tung.says("/watch new")
    for answer, reason in (
        ("Trực bão", None),
        ("hôm kia", "không phải ngày"),
        ("1/9/2026", "đã qua"),
        ("10/9", None),
        ("9/9/2026", "từ ngày đầu trở đi"),
        ("9/9", "từ ngày đầu trở đi"),
        ("10/9/2027", "dài tối đa"),
        ("11/9", None),
        ("06:00-14:00, 13:00-22:00", "chồng lên nhau"),
        ("07:30-07:30", None),
        ("trực ban 99", "Tôi chưa hiểu"),
    ):
        await tung.says(answer)
        if reason is not None:
            tung.sees(reason)
    [form] = [row for row in await world.rows(forms) if row["state"] == "open"]
    assert form["question"] == "seats"


async def test_a_watch_planned_twice_is_one(world, tung):
    for _ in range(2):
        await tung.says("/watch new")
        for answer in ("Trực bão", "10/9", "10/9", "whole_day", "usual", "có", "có", "gửi"):
            await tung.says(answer)
    assert len(await world.rows(watches)) == 1


async def test_the_list_leads_to_each_watch(world, tung):
    await a_draft(world)
    await a_draft(world, name="Trực bão số 9")
    await a_watch(world)
    await tung.says("/watch")
    tung.sees(NAME, "Trực bão số 9", "bản nháp", "Trực lễ Quốc khánh 2/9", "đang trực")
    await tung.presses("№2")
    tung.sees("Trực bão số 9", with_button="Công bố")
    await tung.says("/watch 1")
    tung.sees(NAME, with_button="Công bố")
    await tung.says("/watch bao so 9")
    assert "Trực bão số 9" in tung.messages[-1].text
    await tung.says("/watch truc")
    tung.sees("Có nhiều đợt trực phù hợp")
    await tung.says("/watch Tết")
    tung.sees("Không tìm thấy đợt trực này")


async def test_members_and_strangers_cannot_plan(world, tung, minh):
    draft = await a_draft(world)
    await minh.says("/watch")
    minh.sees("chỉ dành cho thành viên được giao quyền")
    for data in (
        "watch:1",
        "watch:1:publish",
        "slot:1:0",
        "fill:1:0:1",
        "watchday:1:0",
        "watch:0:new",
    ):
        assert "chỉ dành cho" in (await forges(world, minh, data)).text
    [watch] = await world.rows(watches)
    assert (watch["id"], watch["state"]) == (draft.id, WatchState.DRAFT)


@pytest.mark.parametrize(
    "data",
    ["watch:9", "watch:1:dance", "slot:1:99", "fill:1:99:1", "watchday:1:99", "fill:1:0:4711"],
)
async def test_forged_and_stale_presses_are_refused_in_words(world, tung, data):
    await a_draft(world)
    toast = await forges(world, tung, data)
    assert toast.text
    assert "gặp lỗi" not in toast.text
