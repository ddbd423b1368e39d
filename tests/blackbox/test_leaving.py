"""Who leaves while they are called, and what strangers and the blocked get from a press."""

import csv

import pytest

from bot.domain.cells import Register
from bot.services.exports import export_rows
from bot.services.register import import_file
from storage.tables import ladders, outbox, people
from tests.world import a_world

FIRST = "SC-2026-0001"


@pytest.fixture
async def lan(world):
    return await world.member("Lan", "citizen")


async def paged(world):
    return [
        row["chat_id"]
        for row in await world.rows(outbox)
        if (row["kind"], row["op"]) == ("incident-page", "send")
    ]


async def replaces(lead, leaver, successor):
    await lead.says(f"/people replace {leaver.user.first_name} {successor.user.first_name}")


async def test_the_one_who_takes_over_is_called_at_once_instead(world, minh, ha, tung, lan):
    binh = await world.member("Bình")
    await world.receives(lan)
    await world.settles()
    await replaces(tung, minh, binh)
    binh.sees(FIRST, with_button="Tôi nhận")
    assert await paged(world) == [minh.user.id, binh.user.id]
    (ladder,) = [row for row in await world.rows(ladders) if row["live"]]
    assert minh.person_id in ladder["declined"]
    await binh.presses("Tôi nhận")
    assert (await world.incident())["owner_id"] == binh.person_id


async def test_a_successor_out_of_reach_passes_the_call_on(world, minh, ha, tung, lan):
    binh = await world.member("Bình")
    world.playground.people.block(binh.user, world.bot)
    await world.receives(lan)
    await world.settles()
    await replaces(tung, minh, binh)
    assert await paged(world) == [minh.user.id, ha.user.id]


async def test_who_is_switched_off_while_called_passes_the_call_on(world, minh, ha, tung, lan):
    await world.receives(lan)
    await world.settles()
    await tung.says("/people off Minh")
    await tung.presses("cho Minh nghỉ")
    assert await paged(world) == [minh.user.id, ha.user.id]


async def test_who_becomes_staff_while_called_passes_the_call_on(world, ha, tung, lan):
    minh = await world.member("Minh")
    await world.on_duty(minh, hours=0.02)  # nobody loses the role while shifts are to come
    await world.receives(lan)
    await world.settles()
    await world.passes(minutes=2)
    await tung.says("/people role Minh staff")
    assert await paged(world) == [minh.user.id, ha.user.id]


async def test_somebody_else_who_leaves_changes_nothing(world, minh, ha, tung, lan):
    await world.receives(lan)
    await world.settles()
    before = await world.rows(ladders)
    await tung.says("/people off Hà")
    await tung.presses("cho Hà nghỉ")
    assert await world.rows(ladders) == before


async def test_an_import_that_takes_the_role_away_passes_the_call_on(world, tung, lan, tmp_path):
    await world.receives(lan)
    await world.settles()
    assert tung.user.id in await paged(world)
    file = tmp_path / "people.csv"
    columns = "telegram_id,name,role,agency,phone,email,language"
    file.write_text(f"{columns}\n{tung.user.id},Tùng,staff,,,,vi\n", encoding="utf-8")
    async with world.app.database.begin() as tx:
        await import_file(tx, world.app.team, "people", file)
    (ladder,) = [row for row in await world.rows(ladders) if row["live"]]
    assert ladder["declined"] == [tung.person_id]


# Who is on duty


async def test_the_roster_shows_nobody_who_was_switched_off_and_marks_the_unreachable(
    world, minh, ha, tung
):
    world.playground.people.block(ha.user, world.bot)
    ghost = await world.member("Bóng", started=False)
    await world.on_duty(ghost, "commander")
    await tung.says("/oncall")
    listed = tung.sees("Lịch trực").text.splitlines()
    assert [line for line in listed if "Minh" in line and "⚠" not in line and "⛔" not in line]
    assert [line for line in listed if "Hà" in line and "đã chặn bot" in line]
    assert [line for line in listed if "Bóng" in line and "chưa mở bot" in line]
    await tung.says("/people off Minh")
    await tung.presses("cho Minh nghỉ")
    await tung.says("/oncall")
    assert "Minh" not in tung.sees("Lịch trực").text


async def test_an_exported_roster_can_be_imported_again(world, minh, ha, tung, tmp_path):
    await tung.says("/people off Minh")
    await tung.presses("cho Minh nghỉ")
    async with world.app.database.begin() as tx:
        rows = await export_rows(tx, world.app.team, Register.ROSTER)
        file = tmp_path / "roster.csv"
        with file.open("w", newline="", encoding="utf-8") as opened:
            csv.writer(opened).writerows(rows)
        done = await import_file(tx, world.app.team, "roster", file)
    assert (done.added, done.unchanged) == (0, 1)


async def test_the_first_welcome_of_an_admin_has_their_name(database_url, tmp_path):
    async with a_world(database_url, tmp_path) as world:
        chat = world.playground.private(world.admin, world.bot)
        said = "\n".join(m.text for m in world.playground.transcript(chat))
        assert "Chào <" not in said
        assert f"Chào {world.admin.id}" not in said
        assert "Quản trị" in said


# Strangers and the blocked


async def test_a_stranger_who_presses_is_led_to_where_joining_is_explained(world, minh, lan):
    await world.receives(lan)
    await world.settles()
    card = world.group_sees(FIRST, with_button="Nhận")
    stranger = await world.citizen("Người lạ")
    world.playground.people.join(world.group, stranger.user)
    toast = await stranger.presses("Nhận", on=card)
    assert (toast.text, toast.url) == ("", "https://t.me/trucban_bot?start=enrol")
    await stranger.starts("enrol")
    stranger.sees("liên kết mời")


async def test_a_member_of_a_lower_role_is_told_in_words(world, minh, lan):
    await world.receives(lan)
    await world.settles()
    clerk = await world.member("Chi", "staff")
    toast = await clerk.presses("Nhận", on=world.group_sees(FIRST, with_button="Nhận"))
    assert (toast.alert, toast.url) == (True, None)
    assert "thành viên Đội ứng cứu" in toast.text


async def test_who_is_blocked_hears_only_that(world, minh, lan):
    await world.receives(lan)
    await world.settles()
    async with world.app.database.begin() as tx:
        gone = people.update().where(people.c.id == lan.person_id).values(blocked=True)
        await tx.run(gone)
    toast = await lan.presses("Nhận", on=world.group_sees(FIRST, with_button="Nhận"))
    assert toast.text == "Bot hiện không nhận thao tác của bạn."
    assert toast.url is None
