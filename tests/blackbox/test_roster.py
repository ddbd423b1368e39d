"""The roster for people: as text and on paper, and what is shown to whom."""

from datetime import UTC, datetime, timedelta
from io import BytesIO

import docx
import openpyxl
import pytest
from PIL import Image
from sqlalchemy import update

from bot.domain.roster import ShiftState
from bot.domain.watch import WatchState
from bot.services import rosters
from bot.services.messages import tell
from bot.workshop import WORKS, Work
from storage import people as stored
from storage import watches
from storage.tables import due_rows, people
from storage.watch_tables import papers
from tests.watches import a_shift, a_watch

MORNING = datetime(2026, 9, 2, 0, 30, tzinfo=UTC)  # 07:30 in Vietnam
HALF = timedelta(hours=12)


@pytest.fixture
async def watch(world):
    """Three days of two shifts and three posts, from the morning of 2 September."""
    return await a_watch(world, start=MORNING)


def file_of(world, message):
    media = next(kind for kind in ("document", "photo") if kind in message.content)
    held = message.content[media]
    file = held if media == "document" else held[-1]
    return world.playground.files.get(file["file_id"]).content


def papers_of(human):
    return [m for m in human.messages if "document" in m.content or "photo" in m.content]


async def phone(world, human, number):
    async with world.app.database.begin() as tx:
        await tx.run(update(people).where(people.c.id == human.person_id).values(phone=number))


# /roster


async def test_the_roster_of_a_watch_is_text_with_a_key_for_each_paper(world, tung, watch):
    minh = await world.member("Minh")
    await a_shift(world, watch, minh)
    await a_shift(world, watch, tung, post="backup", state=ShiftState.PLANNED)
    await tung.says(f"/roster #{watch.id}")
    shown = tung.sees("Trực lễ Quốc khánh 2/9", with_button="Excel").text
    assert "Thứ Tư 02/09" in shown
    assert "07:30-19:30 · Trực ban: Minh ✓, Trực dự phòng: Tùng, Trực chỉ huy: ⚠️ TRỐNG" in shown
    assert [b.label for b in tung.sees("Quốc khánh 2/9").buttons] == [
        "🖼 Ảnh", "📊 Excel", "📝 Word trình ký",
    ]  # fmt: skip


async def test_the_roster_of_the_coming_week_is_the_watch_and_the_usual_beside_it(
    world, tung, watch
):
    minh, ha = await world.member("Minh"), await world.member("Hà")
    await world.on_duty(ha, hours=24 * 8)
    await a_shift(world, watch, minh)
    await tung.says("/roster")
    lines = tung.sees("Lịch trực", with_button="Ảnh").text.splitlines()
    # The usual officer's week is parted by the watch's one shift at that post.
    assert [line for line in lines if "Hà" in line] == [
        "02:00-07:30 · Trực ban: Hà",
        "19:30-02:00 · Trực ban: Hà",
    ]
    assert [line.split(" · ")[0] for line in lines if "Trực ban: Minh ✓" in line] == ["07:30-19:30"]


@pytest.mark.parametrize(
    ("words", "seen"),
    [
        ("2/9", "07:30-19:30"),
        ("2/9-3/9", "07:30-19:30"),
        ("quốc khánh", "Trực lễ Quốc khánh 2/9"),
        ("15/10", "Chưa có ca trực nào"),
    ],
)
async def test_the_roster_is_asked_for_by_days_or_by_name(world, tung, watch, words, seen):
    await a_shift(world, watch, await world.member("Minh"))
    await tung.says(f"/lichtruc {words}")
    tung.sees(seen, with_button="Ảnh")


@pytest.mark.parametrize("words", ["không có đợt này", "#99", "9/9-1/9/2026", "tuần tới nữa"])
async def test_what_is_no_roster_is_refused_with_an_example(world, tung, watch, words):
    await tung.says(f"/roster {words}")
    said = tung.messages[-1].text
    assert "/roster 2/9" in said or "Không tìm thấy" in said or "Ngày cuối" in said, said


async def test_a_member_sees_what_is_published_and_its_picture_but_no_draft(world, watch):
    minh = await world.member("Minh")
    await a_shift(world, watch, minh)
    draft = await a_watch(world, name="Trực Tết", state=WatchState.DRAFT)
    await minh.says("/roster quốc khánh")
    assert [b.label for b in minh.sees("Trực ban: Minh").buttons] == ["🖼 Ảnh"]
    for words in (f"/roster {watch.id} docx", f"/roster {draft.id}", "/roster tết"):
        await minh.says(words)
        said = minh.messages[-1].text
        assert "chỉ dành cho" in said or "Không tìm thấy" in said or "/roster 2/9" in said, said
        assert "Trực ban: Minh" not in said


@pytest.mark.both_databases
async def test_a_lead_gets_every_form_by_a_key(world, tung, watch):
    minh = await world.member("Minh")
    await phone(world, minh, "0912345678")
    await a_shift(world, watch, minh)
    await tung.says(f"/roster {watch.id}")
    for label in ("Ảnh", "Excel", "Word"):
        await tung.presses(label, on=tung.sees("Quốc khánh", with_button=label))
    picture, sheet, letter = (file_of(world, message) for message in papers_of(tung))
    assert Image.open(BytesIO(picture)).format == "PNG"
    assert openpyxl.load_workbook(BytesIO(sheet)).sheetnames == ["Lịch trực", "import"]
    tables = docx.Document(BytesIO(letter)).tables
    assert "0912345678" in [cell.text for row in tables[-2].rows for cell in row.cells]
    tung.sees("dự thảo để trình ký")


async def test_a_form_is_typed_as_well(world, tung, watch):
    await a_shift(world, watch, await world.member("Minh"))
    await tung.says("/roster xlsx 2/9")
    tung.sees("Đang tạo")
    (message,) = papers_of(tung)
    assert message.content["document"]["file_name"] == "lich-truc-2026-09-02.xlsx"


async def test_asked_for_in_the_group_it_comes_there_and_without_telephone_numbers(
    world, tung, watch
):
    minh = await world.member("Minh")
    await phone(world, minh, "0912345678")
    await a_shift(world, watch, minh)
    await tung.says_in_group(f"/roster docx {watch.id}")
    content = file_of(world, world.group_sees("dự thảo để trình ký"))
    tables = docx.Document(BytesIO(content)).tables
    said = [cell.text for table in tables for row in table.rows for cell in row.cells]
    assert "Minh" in said
    assert "0912345678" not in said
    assert papers_of(tung) == []


@pytest.mark.parametrize("data", ["roster:pdf:w1", "roster:png:x", "roster:png:20260231-20260301"])
async def test_a_forged_key_orders_nothing(world, tung, watch, data):
    await tung.says("/roster")
    message = tung.sees("Lịch trực", with_button="Ảnh")
    query = world.playground.people.press(tung.user, message, data, forged=True)
    await world.settles()
    assert "không còn dùng được" in world.playground.people.toast(query).text
    assert papers_of(tung) == []


# rosters.order


async def test_a_published_watch_is_pinned_in_the_group_as_a_picture(world, watch):
    await a_shift(world, watch, await world.member("Minh"))
    async with world.app.database.begin() as tx:
        await rosters.order(tx, world.app.team, watch, to="team", pin=True)
    await world.settles()
    message = world.group_sees("Trực lễ Quốc khánh 2/9")
    assert "photo" in message.content
    assert world.group.pinned == [message.id]


async def test_the_same_order_twice_at_once_is_made_once_and_another_is_made_too(world, watch):
    tung, ha = await world.member("Tùng", "lead"), await world.member("Hà", "lead")
    async with world.app.database.begin() as tx:
        for human in (tung, tung, ha):
            person = await stored.get(tx, human.person_id)
            await rosters.order(tx, world.app.team, watch, to=person, form="xlsx")
    await world.settles()
    assert [len(papers_of(human)) for human in (tung, ha)] == [1, 1]


async def test_a_watch_that_was_called_off_is_not_made_into_a_picture(world, watch):
    async with world.app.database.begin() as tx:
        await rosters.order(tx, world.app.team, watch, to="team")
        await watches.change(tx, watch, state=WatchState.CANCELLED.value)
    await world.settles()
    assert await world.rows(papers) == []
    (row,) = [row for row in await world.rows(due_rows) if row["kind"] == rosters.MAKE]
    assert row["state"] == "done"


async def test_a_paper_that_cannot_be_made_is_given_up_and_said_so(world, tung, watch, monkeypatch):
    made = []

    def fails(order):
        made.append(order)
        raise ValueError("no font")

    work = WORKS[rosters.MAKE]
    monkeypatch.setitem(WORKS, rosters.MAKE, Work(work.gather, fails, work.keep, work.give_up))
    await tung.says(f"/roster png {watch.id}")
    for _ in range(15):
        await world.passes(minutes=1)
    tung.sees("chưa tạo được bản lịch", "Trực lễ Quốc khánh 2/9")
    assert len(made) == 8
    await world.passes(hours=2)
    assert len(made) == 8


# rosters.effective


async def test_the_effective_roster_shows_who_really_stands_there(world, watch):
    minh, ha, an = [await world.member(name) for name in ("Minh", "Hà", "An")]
    await a_shift(world, watch, minh)
    await a_shift(world, watch, ha, post="backup", length=HALF / 2)
    gone = await a_shift(world, watch, an, post="commander")
    async with world.app.database.begin() as tx:
        await tx.run(update(people).where(people.c.id == gone.person_id).values(active=False))
    async with world.app.database.begin() as tx:
        found = await rosters.effective(tx, world.app.team, watch.start, watch.start + HALF)
        person = await stored.get(tx, minh.person_id)
        tell(tx, person, "answer", text="oncall-day", day="2/9", lines=found)
    await world.settles()
    shown = minh.sees("Lịch trực 2/9").text
    assert "Trực ban: Minh ✓" in shown
    assert "Trực dự phòng: Hà ✓ (07:30-13:30), ⚠️ TRỐNG (13:30-19:30)" in shown
    assert "Trực chỉ huy: ⚠️ TRỐNG" in shown
    assert "An" not in shown
