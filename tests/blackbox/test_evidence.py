"""What proves an incident: files kept and listed, indicators matched, twins merged, exported."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from storage.evidence_tables import evidence
from tests.members import answer_to, solves_again, story
from tests.reporters import DEFACED, PICTURE, entries, sends_photo

CODE = "SC-2026-0001"


@pytest.fixture
async def an(world):
    """Who reports."""
    return await world.member("An", "staff")


async def reports(human, words=DEFACED) -> None:
    await human.says(words)
    await human.presses("Thay đổi giao diện")
    await human.presses("Gửi ngay")


async def test_a_picture_is_kept_listed_and_given_out_with_its_hash(world, minh, tung, an):
    await reports(an, "Trang bị đổi, có hxxp://xau[.]top/a")
    await sends_photo(world, an)
    (row,) = await world.rows(evidence)
    assert row["state"] == "kept"
    await minh.says_in_group(f"/evidence {CODE}")
    minh.sees("Chứng cứ: 1 tệp", "ảnh", "An", row["sha256"])
    world.group_sees("tin nhắn riêng")
    assert len(await entries(world, "evidence-looked")) == 1
    assert "hxxp://xau[.]top/a" in await answer_to(minh, f"/dauhieu {CODE}")
    assert "xau[.]top" in await answer_to(minh, f"/incident {CODE}")
    await minh.says(f"/export {CODE}")
    assert "exported" not in await story(world)
    await tung.says(f"/xuat {CODE}")
    sent = tung.sees("TLP:AMBER", CODE)
    content = sent.content["document"]
    held = world.playground.files.get(content["file_id"]).content
    with ZipFile(BytesIO(held)) as zipped:
        assert zipped.read("evidence/00001-photo.jpg") == PICTURE
    assert (await story(world))[-1] == "exported"
    looks = (await answer_to(tung, f"/evidence {CODE}")).partition("Ai đã xem, đã lấy")[2]
    assert looks.index("Minh xem danh mục") < looks.index("Tùng xuất hồ sơ kèm tệp")


async def test_a_second_report_of_the_same_is_merged_and_its_reporter_hears_the_end(
    world, minh, tung, an
):
    lan = await world.member("Lan", "staff")
    for human in (an, lan):
        await reports(human)
    card = world.group_sees("SC-2026-0002", with_button="Gộp")
    assert f"Có thể trùng với {CODE}" in card.text
    toast = await tung.presses("Gộp", on=card)
    assert CODE in toast.text
    assert (await world.incident(2))["status"] == "duplicate"
    await minh.presses("Tôi nhận")
    await solves_again(minh)
    lan.sees("đã được gộp vào", CODE, "Đã khôi phục")


async def test_another_matter_is_asked_no_more(world, minh, an):
    lan = await world.member("Lan", "staff")
    for human in (an, lan):
        await reports(human)
    await minh.presses("Không phải")
    card = world.group_sees("SC-2026-0002", with_button="Phương án")
    assert "Có thể trùng" not in card.text
    assert (await world.incident(2))["duplicate_of_id"] is None


async def test_no_link_that_somebody_wrote_opens_where_the_team_reads_it(world, minh, tung, an):
    await reports(an, "Trang bị đổi, dẫn tới http://xau.top/a")
    await minh.presses("Tôi nhận")
    await an.says("tệp ở www.xau.top/b", reply_to=an.sees(CODE))
    minh.sees("người báo vừa bổ sung", "www[.]xau[.]top/b")
    await minh.says(f"/note {CODE} đã chặn http://xau.top/c")
    await minh.says(f"/sitrep {CODE}")
    for words in ("máy gọi về xau.top", "bỏ qua", "bỏ qua"):
        await minh.says(words)
    world.group_sees("Báo cáo tình hình", "máy gọi về xau[.]top")
    assert "hxxp://xau[.]top/c" in await answer_to(minh, f"/incident {CODE}")
    assert "xau[.]top" in await answer_to(minh, "/search xau top")
    for human in (minh, tung):
        human.does_not_see("xau.top")
    assert not [m.text for m in world.in_group() if "xau.top" in m.text]
