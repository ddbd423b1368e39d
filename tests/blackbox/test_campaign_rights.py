"""Every button of a campaign looks at who presses it, where, and how things stand by then."""

import pytest

from storage.campaign_tables import assignment_asks, assignments, campaigns
from storage.tables import people
from tests.campaigns import a_province

KEPT = (campaigns, assignments, assignment_asks)
NOT_ALLOWED = "Việc này chỉ dành cho thành viên"
ENROL = "?start=enrol"  # whoever is not enrolled is led to the bot, which says how
NOT_YOURS = "Việc này của cơ quan khác"
AGENCY_DEEDS = ("start", "done", "not", "more", "ask", "answers", "order")
TASK = ("task:1", *(f"task:1:{deed}" for deed in AGENCY_DEEDS))
LOOKS = ("campaign:1", "campaigns:0", "givens:1:all:0", "given:1", "plan:0")
DEEDS = (
    *(f"campaign:1:{deed}" for deed in ("closed", "gone", "allaccepted", "copy", "board")),
    *("given:1:accept", "given:1:return", "ask:1:yes", "ask:1:no", "ask:1:why"),
)


@pytest.fixture
async def province(world):
    """Health has asked for more time; Hoa has left the agency since she got her card."""
    province = await a_province(world)
    await province.opens(questions=())
    await province.lan.says("/tasks 1 giahan 30/9 Chưa đủ người")
    async with world.app.database.begin() as tx:
        left = people.c.id == province.hoa.person_id
        await tx.run(people.update().where(left).values(active=False))
    return province


async def refusals(world, human, message, datas):
    """Press all of them, forged where the message has no such key; returns what popped up."""
    said = {}
    for data in datas:
        query = world.playground.people.press(human.user, message, data, forged=True)
        await world.settles()
        toast = world.playground.people.toast(query)
        shown = toast.text or toast.url if toast is not None and toast.alert else "done"
        said[data] = shown
    return said


@pytest.mark.parametrize(
    ("who", "datas", "says"),
    [
        ("stranger", (*TASK, *LOOKS, *DEEDS), ENROL),
        ("hoa", (*TASK, *LOOKS, *DEEDS), ENROL),
        ("nam", TASK, NOT_YOURS),
        ("nam", (*LOOKS, *DEEDS), NOT_ALLOWED),
        ("minh", DEEDS, NOT_ALLOWED),
        ("minh", TASK, NOT_YOURS),
        ("tung", TASK, NOT_YOURS),
    ],
)
async def test_whoever_may_not_is_told_so_and_nothing_changes(world, province, who, datas, says):
    """What is pressed stands in the group, before everybody, with the keys of Lan's own card."""
    card = world.group_sees("📊", with_button="Xem đợt")
    if who == "stranger":
        human = await world.citizen("Người lạ")
        world.playground.people.join(world.group, human.user)
    else:
        human = await world.member("Minh") if who == "minh" else getattr(province, who)
    before = [await world.rows(table) for table in KEPT]
    said = await refusals(world, human, card, datas)
    assert {data: text for data, text in said.items() if says not in text} == {}
    assert [await world.rows(table) for table in KEPT] == before


async def test_an_old_card_says_what_is_no_longer_possible(world, province):
    lan, tung = province.lan, province.tung
    card = lan.sees("Rà quét mã độc", with_button="Đã xong")
    await lan.says("/tasks 1 xong")
    await lan.says("gửi")
    await tung.says("/campaign nhan 1")
    deeds = ("task:1:start", "task:1:done", "task:1:not", "task:1:more")
    said = await refusals(world, lan, card, deeds)
    assert {text for text in said.values() if "Đội đã duyệt kết quả này rồi" not in text} == set()
    await tung.says("/campaign dongluon DY-2026-0001")
    said = await refusals(world, lan, card, deeds)
    assert {text for text in said.values() if "không còn mở" not in text} == set()
    board = world.group_sees("📊", with_button="Xem đợt")
    said = await refusals(world, tung, board, ("given:1:accept", "campaign:1:confirm"))
    assert "không còn mở" in said["given:1:accept"]
    assert "không chờ duyệt" in said["campaign:1:confirm"]


async def test_two_leads_who_decide_at_once_decide_once(world, province):
    await province.tung.presses("Đồng ý")
    assert "Tùng đã trả lời rồi" in (await province.binh.presses("Không đồng ý")).text
    assert [row["granted"] for row in await world.rows(assignment_asks)] == [True]
