"""The daily work with incidents: lists, details, severity, ending; and what no chat may show."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.services import closing
from storage import people as people_
from storage.database import Database
from storage.tables import incidents, outbox, timeline
from tests.members import answer_to

FIRST = "SC-2026-0001"


@pytest.fixture
async def lan(world):
    return await world.member("Lan", "citizen")


async def test_the_list_is_empty_then_tells_each_open_incident_and_then_that_there_are_more(
    world, minh, lan
):
    assert "Không có sự cố" in await answer_to(minh, "/incidents")
    await world.receives(lan, place="Phường A")
    await world.settles()
    await minh.presses("hận")
    listed = await answer_to(minh, "/suco")
    assert all(part in listed for part in (FIRST, "Phường A", "Minh", "đang xác minh"))
    await world.receives(lan, "online_fraud", times=21, place="x" * 300)
    await world.settles()
    listed = await answer_to(minh, "/incidents")
    assert "20 sự cố" in listed
    assert "Còn nữa" in listed
    assert "SC-2026-0022" in listed
    assert FIRST not in listed


async def test_details_come_in_private_with_the_reporters_photos(world, minh, lan):
    await lan.says("Trang chủ bị thay hình")
    world.playground.people.send_photo(lan.user, world.bot, b"one", "ảnh màn hình")
    await world.settles()
    await lan.presses("Thay đổi giao diện")
    await lan.presses("Gửi ngay")
    await minh.says_in_group(f"/incident {FIRST}")
    minh.sees(FIRST, "Trang chủ bị thay hình", "Nhật ký")
    (photo,) = [m for m in minh.messages if m.kind == "photo"]
    assert photo.file_id
    assert [m for m in world.in_group() if m.kind == "photo"] == []
    world.group_sees("tin nhắn riêng")


async def test_the_severity_is_changed_by_word_or_button_and_nonsense_is_refused(
    world, minh, tung, lan
):
    await world.receives(lan, "defacement")
    await world.settles()
    assert "Không có mức" in await answer_to(tung, f"/severity {FIRST} urgent")
    assert "đang ở đúng mức này" in await answer_to(tung, f"/mucdo {FIRST} HIGH")
    await tung.says(f"/severity {FIRST} low")
    assert (await world.incident())["severity"] == "low"
    await tung.says(f"/severity {FIRST}")
    await tung.presses("🔴")
    assert (await world.incident())["severity"] == "critical"
    assert "🔴" in world.group_sees(FIRST, with_button="Chi tiết").text


async def test_resolving_from_the_group_asks_in_private_and_nothing_in_the_group(world, minh, lan):
    await world.receives(lan)
    await world.settles()
    await minh.presses("hận")
    card = world.group_sees(FIRST, with_button="Xử lý xong")
    await minh.says_in_group("/resolve", reply_to=card)
    world.group_sees("trong tin nhắn riêng")
    minh.sees("Nguyên nhân là gì")
    for words in ("mật khẩu yếu", "đổi mật khẩu"):
        await minh.says(words)
    await minh.presses("Mã hóa")
    await minh.presses("tự xử lý")
    await minh.presses("Gửi")
    found = await world.incident()
    assert (found["status"], found["action"]) == ("wrapping_up", "đổi mật khẩu")
    assert [m.text for m in world.in_group() if "Nguyên nhân là gì" in m.text] == []


async def test_a_form_for_an_incident_somebody_ended_meanwhile_changes_nothing(
    world, minh, tung, lan
):
    await world.receives(lan)
    await world.settles()
    await minh.presses("hận")
    await minh.says("/resolve")
    for words in ("mật khẩu yếu", "đổi mật khẩu"):
        await minh.says(words)
    await minh.presses("Mã hóa")
    await minh.presses("tự xử lý")
    summary = minh.sees("Xem lại", with_button="Gửi")
    async with world.app.database.begin() as tx:
        lead = await people_.get(tx, tung.person_id)
        told = {"outcome": "not_incident", "reason": "diễn tập"}
        await closing.reject(tx, world.app.team, lead, 1, told)
    await world.settles()
    toast = await minh.presses("Gửi", on=summary)
    assert toast.alert
    found = await world.incident()
    assert (found["status"], found["action"]) == ("not_incident", None)


async def _reports_anonymously(world, secret):
    await secret.says("Trưởng phòng dùng máy cơ quan đào tiền ảo")
    await secret.presses("Tiếng Việt")
    await secret.presses("Mã độc")
    for button in ("Bỏ qua", "Vừa", "Vậy là đủ", "Ẩn danh"):
        await secret.presses(button)
    await secret.presses("Gửi")
    world.playground.people.send_photo(secret.user, world.bot, b"x", "ảnh chụp màn hình")
    await world.settles()
    await secret.says("Máy ở tầng hai", reply_to=secret.sees(FIRST))


async def test_an_anonymous_reporter_is_named_in_no_chat_but_their_own(world, minh, ha, tung):
    name, username = "Nguyễn Thị Bí Mật", "bimat1990"
    secret = await world.citizen(name, username=username)
    await _reports_anonymously(world, secret)
    assert (await world.incident())["anonymous"]
    await minh.presses("hận")
    await minh.says(f"/incident {FIRST}")
    await minh.presses("Xin hỗ trợ", on=minh.sees(FIRST, with_button="Xin hỗ trợ"))
    await _solved(minh)
    await secret.presses("Chưa ổn")
    await _solved(minh)
    await secret.presses("Đã ổn")
    await secret.presses("Sự cố lại xảy ra")
    for words in (f"/incident {FIRST}", "/incidents", f"/block {FIRST}", "/people"):
        await tung.says(words)
    await world.passes(minutes=5)
    chats = [*world.playground.groups.values(), *world.playground.privates.values()]
    for chat in (chat for chat in chats if chat is not secret.chat):
        for message in chat.messages.values():
            shown = f"{message.text} {[version.text for version in message.history]}"
            assert name not in shown
            assert username not in shown
    for row in await world.rows(outbox):
        if row["chat_id"] != secret.user.id:
            assert name not in str(row["params"])
            assert username not in str(row["params"])


async def _solved(human):
    await human.says("/resolve")
    for words in ("máy bị cài mã đào", "gỡ và cài lại"):
        await human.says(words)
    await human.presses("Mã độc")
    await human.presses("tự xử lý")
    await human.presses("Gửi")


async def test_the_same_updates_again_change_nothing(world, minh, ha, lan):
    raws = []
    fetch = world.app.intake._fetch

    async def fetch_and_remember(offset):
        raws.extend(found := await fetch(offset))
        return found

    world.app.intake._fetch = fetch_and_remember
    await lan.says("Trang chủ bị thay hình")
    await lan.presses("Thay đổi giao diện")
    await lan.presses("Gửi ngay")
    await minh.presses("Không thể")
    await ha.presses("hận")
    await ha.presses("1 giờ")
    await ha.says("/note đang khôi phục")
    before = await _everything(world.app.database)
    assert len(raws) >= 7
    await world.app.intake.take_in([*raws, *reversed(raws)])
    await world.settles()
    await world.restarts()
    await world.app.intake.take_in([raw for raw in raws for _ in range(2)])
    await world.settles()
    after = await _everything(world.app.database)
    assert [row for row in after if row in before] == before
    new = [row for row in after if row not in before]
    assert {row[0] for row in new} <= {"outbox"}, new


async def _everything(database: Database):
    """Return every row of what people's deeds change, as (table, columns)."""
    async with database.read() as tx:
        return [
            (table.name, *row)
            for table in (incidents, timeline, outbox)
            for row in await tx.all(select(table).order_by(table.c.id))
        ]


async def test_an_estimate_holds_the_question_back_until_its_end(world, minh, lan):
    await world.receives(lan)
    await world.settles()
    await minh.presses("hận")
    await minh.presses("1 giờ")
    promised = (await world.incident())["promised_at"]
    assert timedelta(minutes=59) < promised - world.clock.now() <= timedelta(minutes=60)
    await world.passes(minutes=58)
    minh.does_not_see("còn đang xử lý")
    await world.passes(minutes=3)
    minh.sees("còn đang xử lý")
