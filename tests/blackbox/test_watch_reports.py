"""Reports of a watch: every day, at its end and on demand, as text and as a document to sign."""

from datetime import timedelta
from io import BytesIO

import pytest
from docx import Document

from bot.domain.watch import Plan, Seats, WatchState
from bot.domain.watch_policy import Hours
from bot.services.arming import arm_watch
from storage.watch_tables import papers, watches
from tests.members import rejects, solves
from tests.watches import a_shift, a_watch
from tests.world import a_world

PLAN = Plan(
    seats=(Seats(post="primary"),),
    hours=(Hours(start="07:30", end="19:30"), Hours(start="19:30", end="07:30")),
    still_asked=False,
)
TWELVE = timedelta(hours=12)


@pytest.fixture
async def nam(world):
    return await world.member("Nam")


@pytest.fixture
async def ha(world):
    return await world.member("Hà")


@pytest.fixture
async def reporter(world):
    return await world.member("Lan", "citizen")


@pytest.fixture
async def watch(world, nam, ha):
    """From 07:30 on 2 September for two days: Nam by day, Hà by night."""
    start = world.clock.now() + timedelta(hours=5.5)
    watch = await a_watch(world, start=start, days=2, plan=PLAN)
    for number in range(4):
        await a_shift(world, watch, (nam, ha)[number % 2], after=number * TWELVE)
    async with world.app.database.begin() as tx:
        await arm_watch(tx, world.app.team, watch)
    return watch


async def first_day(world, nam, ha, reporter):
    """Nam comes 20 minutes late, takes an incident after four and solves it; Hà comes in time."""
    await world.passes(hours=5, minutes=50)
    await nam.says("/checkin")
    await world.passes(minutes=10)
    await world.receives(reporter)
    await world.settles()
    await world.passes(minutes=4)
    await solves(nam)
    await nam.says("/log phòng máy bình thường")
    await world.passes(hours=11, minutes=16)
    await ha.says("/checkin")


async def second_day(world, nam, ha):
    """Both come in time; both hand-overs that fall due are signed but the last."""
    await world.passes(hours=12)
    await nam.says("/checkin")
    await world.passes(hours=12)
    await ha.says("/checkin")


def words_of(content):
    document = Document(BytesIO(content))
    paragraphs = [paragraph.text for paragraph in document.paragraphs]
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join(paragraphs + cells)


async def papers_named(world, name):
    return [row for row in await world.rows(papers) if name in row["name"]]


async def test_the_last_day_is_reported_every_morning(world, watch, nam, ha, tung, reporter):
    await first_day(world, nam, ha, reporter)
    await world.passes(hours=11, minutes=41)
    said = world.group_sees("Báo cáo trực hằng ngày · Trực lễ Quốc khánh 2/9").text
    assert "07:30 Thứ Tư 02/09 → 07:00 Thứ Năm 03/09" in said
    assert "Có người trực: 98,5 % thời gian" in said
    assert "Không có ai: Trực ban, 07:30\N{EN DASH}07:50 ICT, Thứ Tư 02/09 (20 phút)" in said
    assert "1 đúng giờ · 1 muộn · 0 vắng" in said
    assert "Tin gọi trực đã gửi: 2" in said
    assert "trung vị 4 phút, lâu nhất 4 phút" in said
    assert "Sự cố tiếp nhận: 1" in said
    assert "• SC-2026-0001" in said
    assert "Nam" in said
    assert "nhật ký trực: 1" in said
    assert "Bàn giao ca" not in said


async def test_the_leads_get_a_document_for_signature_with_the_same_figures(
    world, watch, nam, ha, tung, reporter
):
    await first_day(world, nam, ha, reporter)
    await world.passes(hours=11, minutes=41)
    tung.sees("Báo cáo trực hằng ngày", "để trình ký")
    nam.does_not_see("để trình ký")
    (paper,) = await papers_named(world, "bao-cao-truc-ngay")
    assert paper["name"].endswith(".docx")
    written = words_of(paper["content"])
    for part in (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "BÁO CÁO",
        "Kết quả trực trong ngày, Trực lễ Quốc khánh 2/9",
        "98,5 %",
        "20 phút",
        "1 lượt đúng giờ, 1 lượt muộn, 0 lượt vắng",
        "Số lần gọi: 1; đã có người nhận: 1.",
        "trung vị 4 phút, lâu nhất 4 phút",
        "SC-2026-0001",
        "VI. NHẬN XÉT, KIẾN NGHỊ",
        "Nơi nhận:",
    ):
        assert part in written, part
    assert "🔴" not in written
    assert len(Document(BytesIO(paper["content"])).inline_shapes) == 1


async def test_the_end_is_reported_once_and_the_watch_is_over(
    world, watch, nam, ha, tung, reporter
):
    await first_day(world, nam, ha, reporter)
    await second_day(world, nam, ha)
    await world.passes(hours=12, minutes=30)
    (row,) = await world.rows(watches)
    assert row["state"] == WatchState.ENDED
    assert row["ended_at"] - watch.end == timedelta(minutes=15)
    said = world.group_sees("Báo cáo kết thúc đợt trực").text
    assert "07:30 Thứ Tư 02/09 → 07:30 Thứ Sáu 04/09" in said
    assert "Có người trực: 99,3 % thời gian" in said
    assert "3 đúng giờ · 1 muộn · 0 vắng" in said
    assert "Bàn giao ca chưa đủ chữ ký: 4" in said
    assert "Trực ban, ca của Nam hết lúc 19:30" in said
    assert "Thay đổi lịch trực: 0" in said
    await world.passes(hours=48)
    ends = [m for m in world.in_group() if "Báo cáo kết thúc đợt trực" in (m.text or "")]
    daily = [m for m in world.in_group() if "hằng ngày" in (m.text or "")]
    assert (len(ends), len(daily)) == (1, 2)
    (paper,) = await papers_named(world, "bao-cao-dot-truc")
    written = words_of(paper["content"])
    assert "Bàn giao ca chưa đủ chữ ký:" in written
    tung.sees("Báo cáo kết thúc đợt trực", "để trình ký")


async def test_a_watch_nobody_came_to_is_told_as_it_was(world, nam, tung):
    watch = await a_watch(world, plan=PLAN, days=1 / 12)
    await a_shift(world, watch, nam, length=timedelta(hours=2))
    async with world.app.database.begin() as tx:
        await arm_watch(tx, world.app.team, watch)
    await world.passes(hours=2, minutes=16)
    said = world.group_sees("Báo cáo kết thúc đợt trực").text
    assert "Có người trực: 0,0 % thời gian" in said
    assert "0 đúng giờ · 0 muộn · 1 vắng" in said
    assert "Không có sự cố mới" in said
    assert "(2 giờ)" in said
    assert "Bàn giao ca: đủ chữ ký" in said


async def test_a_lead_asks_while_the_watch_runs(world, watch, nam, ha, tung, reporter):
    await first_day(world, nam, ha, reporter)
    await tung.says("/log report")
    shown = tung.sees("Báo cáo trực đến lúc này", "Vào ca")
    assert "07:30\N{EN DASH}19:20 ICT, Thứ Tư 02/09" in shown.text
    (paper,) = await papers_named(world, "bao-cao-truc")
    assert "Kết quả trực đến thời điểm báo cáo" in words_of(paper["content"])
    assert not [m for m in world.in_group() if "Báo cáo trực" in (m.text or "")]
    await nam.says("/log report")
    assert "chỉ dành cho" in nam.messages[-1].text


async def test_without_a_watch_there_is_no_report(world, tung, nam):
    await tung.says("/log report")
    assert "Chưa có đợt trực nào" in tung.messages[-1].text
    await tung.says("/log report 7")
    assert "đợt trực" in tung.messages[-1].text
    await world.passes(hours=30)
    assert not [m for m in world.in_group() if "Báo cáo" in (m.text or "")]


async def test_a_cancelled_watch_is_not_reported(world, watch, nam, ha, tung):
    async with world.app.database.begin() as tx:
        await tx.run(watches.update().values(state=WatchState.CANCELLED.value))
    await world.passes(hours=60)
    assert not [m for m in world.in_group() if "Báo cáo" in (m.text or "")]
    await tung.says("/log report 1")
    assert "chưa công bố" in tung.messages[-1].text


async def test_rejected_incidents_are_counted_apart(world, watch, nam, ha, tung, reporter):
    await world.passes(hours=5, minutes=30)
    await world.receives(reporter)
    await rejects(tung)
    await tung.says("/log report 1")
    said = tung.sees("Báo cáo trực đến lúc này", "Vào ca").text
    assert "Sự cố tiếp nhận: 1 (trong đó 1 không phải sự cố" in said
    assert "Không còn sự cố nào đang mở" in said


async def test_a_call_nobody_takes_is_named(world, watch, nam, ha, tung, reporter):
    await world.passes(hours=5, minutes=20)
    await nam.says("/checkin")
    await world.passes(hours=1)
    await world.receives(reporter)
    await world.passes(minutes=30)
    await tung.says("/log report")
    said = tung.sees("Báo cáo trực đến lúc này", "Vào ca").text
    assert "Cuộc gọi chưa ai nhận: 1" in said
    assert "trung vị" not in said


async def test_without_a_group_the_leads_read_it(database_url, tmp_path):
    async with a_world(database_url, tmp_path) as world:
        tung, nam = await world.member("Tùng", "lead"), await world.member("Nam")
        await world.restarts(team_chat=None)
        watch = await a_watch(world, plan=PLAN, days=1)
        await a_shift(world, watch, nam)
        await world.passes(hours=6)
        tung.sees("Báo cáo trực hằng ngày")
        nam.does_not_see("Báo cáo trực hằng ngày")
