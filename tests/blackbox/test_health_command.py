"""`/health`: what works, what does not and what to do, for admins and for nobody else."""

import os
from datetime import timedelta
from pathlib import Path

import pytest

from storage import due
from storage.due import Due
from storage.tables import failed_updates, outbox
from tests.members import answer_to
from tests.world import Human, a_world


@pytest.fixture
async def admin(world):
    return Human(world, world.admin)


async def told(admin):
    return await answer_to(admin, "/health")


async def goes_on(world, minutes):
    for _ in range(minutes * 4):
        world.hand.advance(15)
        await world.breathes()


async def test_a_bot_that_is_well_says_so_with_its_figures(world, admin):
    await world.passes(minutes=5)
    said = (await told(admin)).splitlines()
    assert said[0] == "✅ Bot đang hoạt động tốt."
    assert said[1].startswith("🗄 Cơ sở dữ liệu: SQLite, ")
    assert "✈️ Telegram: bot hỏi tin liên tục, lần cuối cách đây chưa đầy một giây" in said
    assert "⏰ Việc đến hạn: không trễ" in said
    assert "📤 Tin chờ gửi: không có" in said
    assert "📪 24 giờ qua: không có tin nào phải bỏ" in said
    assert "🕑 Đồng hồ: lệch chưa đầy một giây so với Telegram" in said
    assert said[-1].endswith("chạy từ 02:00 ICT (5 phút)")
    assert any("TRUCBAN_HEARTBEAT_URL" in line for line in said)


async def test_what_is_stuck_is_told_with_what_to_do(world, admin):
    async with world.app.database.begin() as tx:
        await due.schedule(tx, Due("nonsense", 1, tx.now))
        await due.schedule(tx, Due("make-nonsense", 1, tx.now))
    await goes_on(world, 6)
    said = await told(admin)
    assert said.startswith("⚠️ Có 2 điều cần xem:")
    assert "🔴 Việc đến hạn “nonsense” đã trễ 6 phút (lỗi: KeyError)." in said
    assert "🟠 Tệp đang làm “make-nonsense” đã trễ 6 phút (lỗi: KeyError)." in said
    assert "👉 Tìm dòng due-row-failed trong nhật ký máy chủ" in said
    assert "⏰ Việc đến hạn: cũ nhất trễ 6 phút" in said


async def test_a_page_that_waits_and_what_was_given_up_are_told_with_reasons(world, admin):
    minh, ha = await world.member("Minh"), await world.member("Hà")
    lan = await world.member("Lan", "citizen")
    await world.on_duty(minh)
    await world.on_duty(ha, "backup")
    world.playground.fail("sendMessage", chat=ha.user.id, status=403, times=None)
    world.playground.fail("sendMessage", chat=minh.user.id, status=502, times=None)
    await world.receives(lan)
    await goes_on(world, 4)
    world.playground.people.say(world.admin, world.bot, "/health")
    await goes_on(world, 1)
    said = admin.sees("điều cần xem").text
    assert "🔴 Tin gọi khẩn đã chờ 4 phút 15 giây mà chưa gửi được (" in said
    assert "Không gọi được qua Telegram: Hà (⛔ đã chặn bot)." in said
    assert "📪 24 giờ qua: 1 tin không đến được: người nhận đã chặn bot (1)" in said
    assert "trong đó tin gọi khẩn: " in said
    world.playground.faults.lift()


async def test_after_a_day_what_was_given_up_is_no_longer_told(world, admin):
    async with world.app.database.begin() as tx:
        died = {"kind": "notice", "op": "send", "priority": 4, "params": {}, "chat_id": 1}
        times = {"created_at": tx.now, "not_before": tx.now}
        await tx.add(outbox, state="dead", reason="Bad Request: odd", attempts=1, **died, **times)
    assert "1 tin không đến được: Bad Request: odd (1)" in await told(admin)
    world.hand.advance(timedelta(hours=24, seconds=1).total_seconds())
    await world.settles()
    assert "📪 24 giờ qua: không có tin nào phải bỏ" in await told(admin)


async def test_members_whom_no_page_reaches_are_named_ten_at_most(world, admin):
    for number in range(12):
        await world.member(f"Người {number:02}", started=False)
    said = await told(admin)
    assert "Người 00 (⚠ chưa mở bot)" in said
    assert "Người 09" in said
    assert "Người 10" not in said
    assert "và 2 nữa." in said


async def test_updates_that_failed_are_counted(world, admin):
    async with world.app.database.begin() as tx:
        await tx.add(failed_updates, update_id=1, at=tx.now, raw="{}", traceback="?")
    assert "🟠 24 giờ qua có 1 thao tác bị lỗi." in await told(admin)


@pytest.mark.parametrize(("seconds", "word"), [(-3605, "chậm"), (3605, "nhanh")])
async def test_a_clock_that_is_off_is_told_with_what_to_do(world, admin, seconds, word):
    there = world.playground.now
    world.playground.now = lambda: there() - seconds
    world.hand.advance(15)
    await world.breathes()
    assert f"🟠 Đồng hồ máy chủ {word} 1 giờ so với Telegram." in await told(admin)


async def test_a_backup_beside_the_database_is_told_and_an_old_one_is_a_warning(world, admin):
    assert "💾 Hai ngày qua không có bản sao lưu nào" in await told(admin)
    backup = Path(world.app.database.url.database).with_name("trucban-backup.db")
    backup.write_bytes(b"")
    for days, is_warned in ((1, False), (3, True)):
        made = (world.clock.now() - timedelta(days=days)).timestamp()
        os.utime(backup, (made, made))
        said = await told(admin)
        assert "💾 Bản sao lưu mới nhất: trucban-backup.db, 02:00 ICT" in said
        assert ("💾 Hai ngày qua không có" in said) is is_warned


async def test_an_outside_watch_that_takes_no_ping_is_told(database_url, tmp_path):
    nobody = "http://127.0.0.1:9/x"
    async with a_world(database_url, tmp_path, heartbeat_url=nobody) as world:
        admin = Human(world, world.admin)
        assert "📡 Giám sát bên ngoài: chưa báo được nhịp nào" in await told(admin)
        await goes_on(world, 6)
        said = await told(admin)
        assert "🟠 Nơi giám sát bên ngoài đã 6 phút không nhận nhịp báo" in said
        assert world.app.heartbeat is not None
        world.app.heartbeat.pinged_at = world.clock.now()
        assert "✅ Bot đang hoạt động tốt." in await told(admin)


async def test_a_webhook_is_told_as_one(database_url, tmp_path):
    hook = {"webhook_url": "http://127.0.0.1:9", "webhook_secret": "s"}
    async with a_world(database_url, tmp_path) as world:
        admin = Human(world, world.admin)
        told_of = world.app.settings.model_copy(update=hook)
        world.app.condition._settings = told_of
        world.app.condition.ear = None
        assert "gửi tin đến webhook, chưa kiểm tra được lần nào" in await told(admin)


async def test_in_the_group_the_answer_comes_in_private(world, admin):
    await admin.says_in_group("/suckhoe")
    world.group_sees("Đã gửi vào tin nhắn riêng")
    admin.sees("Cơ sở dữ liệu")


async def test_it_is_told_in_the_readers_language(world, admin):
    await world.member("Xa", started=False)
    await admin.says("/language")
    await admin.presses("English")
    said = await told(admin)
    assert said.startswith("⚠️ To look at: 1")
    assert "🗄 Database: SQLite" in said
    assert "⏰ Things due: none is late" in said


@pytest.mark.parametrize("role", ["citizen", "staff", "responder", "lead"])
async def test_nobody_but_admins_may_ask(world, role):
    an = await world.member("An", role)
    said = await answer_to(an, "/health")
    assert "Việc này chỉ dành cho" in said
    assert "Cơ sở dữ liệu" not in said


@pytest.mark.both_databases
async def test_on_either_database_there_is_an_answer(world, admin):
    assert "Việc đến hạn" in await told(admin)
    metrics = (await world.app.metrics()).decode()
    assert "trucban_well 1.0" in metrics
    assert 'trucban_messages_sent_total{priority="answer"}' in metrics
