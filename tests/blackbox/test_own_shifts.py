"""One's own shifts: what can be done about each, and the calendar as a file and at an address."""

from datetime import UTC, datetime, timedelta

import pytest
from icalendar import Calendar
from sqlalchemy import update

from bot.domain.roster import ShiftState
from storage import people as stored
from storage import shifts as stored_shifts
from storage.tables import people
from tests.watches import a_shift, a_watch
from tests.world import a_world

MORNING = datetime(2026, 9, 2, 0, 30, tzinfo=UTC)  # 07:30 in Vietnam
HALF = timedelta(hours=12)


@pytest.fixture
async def watch(world):
    """Three days of two shifts and three posts, from the morning of 2 September."""
    return await a_watch(world, start=MORNING)


def file_of(world, message):
    return world.playground.files.get(message.content["document"]["file_id"]).content


def papers_of(human):
    return [m for m in human.messages if "document" in m.content]


async def test_ones_own_shifts_with_their_state_and_what_can_be_done(world, watch):
    minh = await world.member("Minh")
    await world.on_duty(minh, "backup", hours=3)
    open_one = await a_shift(world, watch, minh, after=HALF, state=ShiftState.PLANNED)
    sure = await a_shift(world, watch, minh, after=2 * HALF)
    await minh.says("/shifts")
    message = minh.sees("3 ca trực của bạn")
    assert "Lịch trực thường xuyên\n• Thứ Tư 02/09 02:00-05:00, Trực dự phòng" in message.text
    assert f"Trực ban (ca {open_one.id}): chưa xác nhận" in message.text
    assert f"✅ Thứ Năm 03/09 07:30-19:30, Trực ban (ca {sure.id})" in message.text
    assert [b.data for b in message.buttons] == [
        f"confirm:{open_one.id}", f"cannot:{open_one.id}", f"cannot:{sure.id}", "shifts:ics",
    ]  # fmt: skip
    await minh.presses(f"✅ Ca {open_one.id}", on=message)
    await minh.says("/catruc")
    assert f"✅ Thứ Tư 02/09 19:30-07:30, Trực ban (ca {open_one.id})" in minh.messages[-1].text


async def test_a_shift_that_is_about_to_begin_can_be_checked_in_from_the_list(world, watch):
    minh = await world.member("Minh")
    shift = await a_shift(world, watch, minh)
    await world.passes(hours=5, minutes=20)
    await minh.says("/shifts")
    await minh.presses("Vào ca", on=minh.sees("1 ca trực của bạn"))
    async with world.app.database.read() as tx:
        assert (await stored_shifts.get(tx, shift.id)).checked_in_at is not None


async def test_who_has_no_shift_is_told_so(world):
    minh = await world.member("Minh")
    await minh.says("/shifts")
    minh.sees("chưa có ca trực nào")


async def test_the_calendar_comes_as_a_file(world, watch):
    minh = await world.member("Minh")
    shift = await a_shift(world, watch, minh)
    await minh.says("/shifts")
    await minh.presses("Thêm vào lịch")
    (message,) = papers_of(minh)
    assert message.content["document"]["file_name"] == "ca-truc-minh.ics"
    (event,) = Calendar.from_ical(file_of(world, message)).walk("VEVENT")
    assert event["summary"] == "Trực ban · Trực lễ Quốc khánh 2/9"
    assert event["uid"] == f"shift-{shift.id}-{minh.user.id}@trucban"
    minh.does_not_see("calendar/")


async def test_the_address_is_printed_where_people_can_reach_it(database_url, tmp_path):
    public = {"http": "127.0.0.1:0", "public_url": "https://trucban.example.vn"}
    async with a_world(database_url, tmp_path, **public) as world:
        minh = await world.member("Minh")
        await minh.says("/shifts ics")
        first = _link(minh)
        await minh.says("/shifts ics")
        assert _link(minh) == first
        await minh.says("/shifts ics new")
        second = _link(minh)
        assert second != first
        assert await world.app.calendar(_token(first)) is None
        assert b"BEGIN:VCALENDAR" in (await world.app.calendar(_token(second)) or b"")


def _link(human):
    words = human.sees("https://trucban.example.vn/calendar/").text.split()
    return next(word for word in words if word.startswith("https://"))


def _token(link):
    return link.rpartition("/")[2].removesuffix(".ics")


async def test_without_a_public_address_only_an_admin_hears_of_the_path(database_url, tmp_path):
    async with a_world(database_url, tmp_path, http="127.0.0.1:0") as world:
        minh, chief = await world.member("Minh"), await world.member("Sếp", "admin")
        for human in (minh, chief):
            await human.says("/shifts ics")
        minh.does_not_see("/calendar/")
        chief.sees("/calendar/", "TRUCBAN_PUBLIC_URL")


async def test_whoever_leaves_the_team_takes_no_calendar_along(world, watch, tung):
    minh = await world.member("Minh")
    await a_shift(world, watch, minh)
    await minh.says("/shifts ics")
    async with world.app.database.read() as tx:
        token = await stored.calendar_token(tx, minh.person_id)
    assert b"SUMMARY" in (await world.app.calendar(token) or b"")
    async with world.app.database.begin() as tx:
        await tx.run(update(people).where(people.c.id == minh.person_id).values(active=False))
    assert await world.app.calendar(token) is None
    assert await world.app.calendar("") is None
