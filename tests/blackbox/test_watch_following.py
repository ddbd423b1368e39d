"""What shows a published watch follows it: the lead's page, the pinned picture, and its end."""

import pytest

from bot.domain.watch import WatchState
from tests.drafts import NAME, a_draft, is_filled, state_of
from tests.watches import PLAN, a_watch
from tests.world import START


@pytest.fixture
async def published(world, tung, minh, ha):
    """A full watch, published by Tùng."""
    watch = await a_draft(world)
    await is_filled(world, watch, minh, ha)
    await tung.says("/watch publish")
    return watch


def pictures(world):
    return [message for message in world.in_group() if "photo" in message.content]


async def test_the_leads_page_follows_every_answer_in_its_place(world, tung, minh, ha, published):
    page = tung.sees(NAME, "chưa trả lời 8")
    await minh.presses("Tôi trực được tất cả")
    assert tung.sees(NAME, "✅ 4", "chưa trả lời 4").id == page.id
    await ha.presses("❌ Ca")
    assert tung.sees(NAME, "✅ 4", "không trực được 1").id == page.id
    assert len([m for m in tung.messages if "Trả lời: ✅" in m.text]) == 1


async def test_a_page_that_shows_something_else_by_now_is_left_alone(
    world, tung, minh, ha, published
):
    await tung.presses("Xếp tay")
    shown = tung.sees("chọn ngày")
    await minh.presses("Tôi trực được tất cả")
    assert "chọn ngày" in next(m for m in tung.messages if m.id == shown.id).text


async def test_the_picture_is_drawn_anew_once_after_the_last_change(
    world, tung, minh, ha, published
):
    an = await world.member("An")
    (first,) = pictures(world)
    assert world.group.pinned == [first.id]
    await tung.says("/swap give 1 An")
    await world.passes(minutes=8)
    await tung.says("/swap give 3 An")
    await world.passes(minutes=9)
    assert len(pictures(world)) == 1
    await world.passes(minutes=2)
    first, second = pictures(world)
    assert "lịch mới, thay ảnh ghim trước" in (second.text or second.content.get("caption", ""))
    assert world.group.pinned == [second.id]
    await an.says("/confirm 1")
    await world.passes(hours=1)
    assert len(pictures(world)) == 2


async def test_the_last_answer_draws_it_anew_and_the_others_do_not(
    world, tung, minh, ha, published
):
    await minh.presses("Tôi trực được tất cả")
    await world.passes(minutes=11)
    assert len(pictures(world)) == 1
    await ha.presses("Tôi trực được tất cả")
    await world.passes(minutes=11)
    assert len(pictures(world)) == 2


async def test_a_watch_called_off_is_not_pinned_any_more_and_the_group_hears_what_applies(
    world, tung, minh, ha, published
):
    await tung.says("/swap give 1 Hà !")
    await tung.says("/watch gone 1")
    assert world.group.pinned == []
    world.group_sees("Những ngày ấy áp dụng lịch trực thường", "đã bỏ ghim")
    minh.sees("Các ca của bạn trong đợt này không còn nữa. Những ngày ấy")
    await world.passes(minutes=30)
    assert len(pictures(world)) == 1
    tung.sees(NAME, "đã hủy")


async def test_what_applies_instead_is_the_roster_of_another_watch_that_runs(world, tung, minh, ha):
    off = await a_watch(world, name="Trực bão", start=START)
    await a_watch(world, name="Trực lễ", start=START, plan=PLAN)
    await tung.says(f"/watch gone {off.id}")
    assert await state_of(world, off) is WatchState.CANCELLED
    world.group_sees("đã hủy đợt trực Trực bão", "Từ bây giờ áp dụng lịch của Trực lễ")
    assert "đã bỏ ghim" not in world.in_group()[-1].text


async def test_words_on_a_draft_page_are_its_buttons_and_begin_no_report(world, tung, minh):
    watch = await a_draft(world)
    await is_filled(world, watch, minh, None)
    await tung.says("/watch 1")
    await tung.says("xem bảng")
    tung.sees("📋", NAME)
    await tung.says("/watch 1")
    await tung.says("Đề xuất")
    tung.sees("Đang xếp lịch công bằng")
    await tung.says("/watch 1")
    await tung.says("Công bố")
    assert await state_of(world, watch) is not WatchState.CANCELLED
    tung.does_not_see("Bạn muốn báo")
    assert not [m for m in tung.messages if "Chuyện gì đã xảy ra" in m.text]


async def test_words_that_are_no_button_there_are_what_they_were(world, tung, minh):
    await a_draft(world)
    await tung.says("/watch 1")
    await tung.says("máy chủ bị mã hóa")
    tung.does_not_see("Đang xếp lịch")


async def test_what_somebody_leaves_behind_is_empty_on_the_page(world, tung, minh, ha, published):
    await tung.says("/people off Hà")
    await tung.presses("Đúng, cho Hà nghỉ")
    tung.sees(NAME, "Đã xếp 4/8 chỗ, còn trống 4")
