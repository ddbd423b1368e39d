"""What happens by itself: obligations that open, reminders, heads and leads, the unreachable."""

import pytest

from storage import tables
from storage.campaign_tables import campaigns
from tests.campaigns import NAME, a_province


@pytest.fixture
async def province(world):
    return await a_province(world)


async def changes(world, table, code, **values):
    async with world.app.database.begin() as tx:
        await tx.run(table.update().where(table.c.code == code).values(**values))


async def test_people_are_reminded_then_their_head_then_the_leads(world, province):
    head = await world.member("Giám đốc", "staff")
    await changes(world, tables.agencies, "SYT", head_id=head.person_id)
    await province.opens()
    province.tung.sees("1 cơ quan còn việc mà chưa liên lạc được ai", "Phường 5")
    await world.passes(days=15, hours=8)
    province.lan.sees(
        "🔔 Cơ quan bạn còn 1 việc", NAME, "còn 7 ngày", with_button="Việc của cơ quan"
    )
    await world.passes(days=7)
    province.lan.sees("🔔 Cơ quan bạn còn 1 việc", "hạn hôm nay")
    head.does_not_see(NAME)
    await province.lan.presses("Việc của cơ quan")
    await world.passes(days=4)
    head.sees("⚠️ Cơ quan bạn phụ trách có 1 việc quá hạn", NAME, "quá hạn 4 ngày")
    province.tung.does_not_see("đợt yêu cầu có cơ quan quá hạn")
    await world.passes(days=3)
    province.tung.sees("⚠️ 1 đợt yêu cầu có cơ quan quá hạn", NAME, "3 cơ quan")
    province.binh.sees("⚠️ 1 đợt yêu cầu có cơ quan quá hạn")


async def test_an_obligation_opens_by_itself_for_whoever_has_such_a_system(world, province):
    async with world.app.database.begin() as tx:
        await tx.add(tables.systems, code="HIS", name="Quản lý khám bệnh", agency_id=1, level=3)
    await world.passes(days=11)
    assert await world.rows(campaigns) == []
    await world.passes(days=1, hours=5, minutes=50)
    (campaign,) = await world.rows(campaigns)
    assert (campaign["obligation"], campaign["period"]) == ("backup", "2026-H2")
    province.lan.does_not_see("Sao lưu 3-2-1")
    await world.passes(minutes=15)
    province.lan.sees("Sao lưu 3-2-1", "kỳ 2/2026", "Quản lý khám bệnh", "14/10")
    province.nam.does_not_see("Sao lưu 3-2-1")
    world.group_sees("📊", "Sao lưu 3-2-1", "0/1 đã nộp")
