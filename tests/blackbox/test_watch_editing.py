"""The plan of a draft is changed in a dialogue; who still fits stays, the others are named."""

from bot.domain.watch import WatchState
from storage.watch_tables import watches
from tests.drafts import NAME, a_draft, is_filled, state_of, who_stands


async def edited(lead, *answers: tuple[str, str]) -> None:
    """Open the plan of the only draft, answer anew what is named, and send."""
    await lead.says("/watch 1")
    await lead.presses("Sửa kế hoạch")
    for question, answer in answers:
        await lead.says("sửa")
        await lead.says(question)
        await lead.says(answer)
    await lead.says("gửi")


async def test_the_plan_is_shown_whole_and_sent_unchanged_changes_nothing(world, tung, minh, ha):
    watch = await a_draft(world)
    await is_filled(world, watch, minh, ha)
    before = (await world.rows(watches)), await who_stands(world)
    await tung.says("/watch 1")
    await tung.presses("Sửa kế hoạch")
    tung.sees("10/09/2026", "11/09/2026", "07:30-19:30, 19:30-07:30", "Trực ban, Trực dự phòng")
    await tung.presses("Gửi")
    tung.sees("Không ca nào đã xếp bị bỏ")
    assert (await world.rows(watches), await who_stands(world)) == before


async def test_a_day_less_takes_its_shifts_off_and_names_them(world, tung, minh, ha):
    watch = await a_draft(world)
    await is_filled(world, watch, minh, ha)
    await edited(tung, ("ngày cuối", "10/9"))
    tung.sees("4 ca đã xếp không còn chỗ", "Thứ Sáu 11/09 07:30-19:30, Trực ban: Minh")
    assert [begins for begins, *_ in await who_stands(world)] == ["10/09 07:30"] * 2 + [
        "10/09 19:30"
    ] * 2
    tung.sees(NAME, "Đã xếp đủ 4/4")


async def test_another_post_and_more_people_leave_who_is_there(world, tung, minh, ha):
    watch = await a_draft(world)
    await is_filled(world, watch, minh, ha)
    await edited(tung, ("vị trí", "trực ban 2, dự phòng, chỉ huy"))
    tung.sees("Không ca nào đã xếp bị bỏ")
    tung.sees(NAME, "Đã xếp 8/16 chỗ")


async def test_other_shifts_leave_nobody_where_no_shift_is_the_same(world, tung, minh, ha):
    watch = await a_draft(world)
    await is_filled(world, watch, minh, ha)
    await edited(tung, ("ca", "06:00-14:00, 14:00-22:00, 22:00-06:00"))
    tung.sees("8 ca đã xếp không còn chỗ")
    assert await who_stands(world) == []
    tung.sees(NAME, "06:00-14:00, 14:00-22:00, 22:00-06:00")


async def test_several_things_are_changed_at_once_also_the_name(world, tung, minh, ha):
    await a_draft(world)
    await edited(tung, ("tên", "Trực bão số 5"), ("từ ngày", "9/9"), ("hai người", "không"))
    (row,) = await world.rows(watches)
    assert (row["name"], row["plan"]["two_deep"]) == ("Trực bão số 5", False)
    tung.sees("Trực bão số 5", "Luôn có hai người xử lý được: không")
    tung.sees("Trực bão số 5", "Đã xếp 0/12")


async def test_days_that_do_not_follow_each_other_are_refused_and_nothing_changes(
    world, tung, minh
):
    await a_draft(world)
    await edited(tung, ("từ ngày", "15/9"))
    tung.sees("Ngày cuối phải từ ngày đầu trở đi")
    (row,) = await world.rows(watches)
    assert f"{row['start_at']:%d/%m}" == "10/09"


async def test_what_is_published_meanwhile_keeps_its_plan(world, tung, minh, ha):
    watch = await a_draft(world)
    await is_filled(world, watch, minh, ha)
    await tung.says("/watch 1")
    await tung.presses("Sửa kế hoạch")
    son = await world.member("Sơn", "lead")
    await son.says("/watch publish")
    await tung.says("gửi")
    tung.sees("không còn là bản nháp")
    assert await state_of(world, watch) is WatchState.PUBLISHED
    await tung.says("/watch edit 1")
    tung.sees("không còn là bản nháp")
