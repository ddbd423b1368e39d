"""What proves an incident: files kept and listed, indicators matched, twins merged, exported."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from storage.evidence_files import place
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


async def test_one_file_is_given_to_whoever_asks_under_a_name_that_nothing_opens(world, minh, an):
    await reports(an)
    await sends_photo(world, an)
    (row,) = await world.rows(evidence)
    await minh.says(f"/evidence {CODE}")
    toast = await minh.presses("⬇ ảnh")
    assert "tin nhắn riêng" in toast.text
    sent = minh.sees("mã độc", row["sha256"]).content["document"]
    assert sent["file_name"] == "00001-photo.jpg.bin"
    assert world.playground.files.get(sent["file_id"]).content == PICTURE
    (given,) = await entries(world, "evidence-given")
    assert (given["person_id"], given["details"]["sha256"]) == (minh.person_id, row["sha256"])
    assert "Minh lấy tệp ảnh" in await answer_to(minh, f"/evidence {CODE}")
    assert "Đã giao cho Minh tệp" in await answer_to(minh, f"/incident {CODE}")


async def test_a_file_is_not_given_to_who_does_not_need_to_know_also_by_an_old_button(
    world, minh, tung, an
):
    lan = await world.member("Lan")
    await reports(an)
    await sends_photo(world, an)
    await minh.presses("Tôi nhận")
    await lan.says(f"/evidence {CODE}")
    await tung.says(f"/confidential {CODE}")
    assert CODE in (await lan.presses("⬇ ảnh")).text
    lan.does_not_see("mã độc")
    assert await entries(world, "evidence-given") == []
    await minh.says(f"/evidence {CODE}")
    await minh.presses("⬇ ảnh")
    minh.sees("mã độc", CODE)


async def test_a_kept_file_that_is_gone_or_was_never_here_is_said(world, minh, an):
    await reports(an)
    await sends_photo(world, an)
    (row,) = await world.rows(evidence)
    await minh.says(f"/evidence {CODE}")
    place(world.settings.data, row["sha256"]).unlink()
    await minh.presses("⬇ ảnh")
    minh.sees("không gửi được ảnh", "trucban verify")
    async with world.app.database.begin() as tx:
        await tx.run(evidence.update().values(state="lost"))
    assert "không được lưu ở đây" in (await minh.presses("⬇ ảnh")).text
    assert await entries(world, "evidence-given") == []
