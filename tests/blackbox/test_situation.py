"""Situation reports: asked in their rhythm, told to everybody in one message, missed, put off."""

import pytest

from storage.tables import timeline
from tests.members import answer_to, solves_again, story, waiting
from tests.reporters import forges, open_forms

CODE = "SC-2026-0001"


@pytest.fixture
async def taken(world, minh, tung):
    """Minh has taken a case of ransomware, which is critical."""
    await world.receives(await world.member("An", "staff"), "ransomware")
    await world.settles()
    await minh.presses("Tôi nhận")
    return world


async def works(world, owner, minutes):
    """Let time pass while the owner says something halfway, so that nobody asks after them."""
    await world.passes(minutes=minutes / 2)
    await owner.says("vẫn đang xử lý")
    await world.passes(minutes=minutes / 2)


async def test_three_short_answers_go_to_the_group_and_the_leads(taken, minh, tung):
    await works(taken, minh, 31)
    asked = minh.sees("đến giờ báo cáo tình hình")
    await minh.presses("Báo cáo ngay", on=asked)
    for words in ("ba máy bị mã hóa", "đã ngắt mạng", "cần thêm ổ cứng"):
        await minh.says(words)
    for seen in (taken.group_sees("Báo cáo tình hình"), tung.sees("Báo cáo tình hình")):
        assert "Tình hình: ba máy bị mã hóa" in seen.text
        assert "Cần hỗ trợ: cần thêm ổ cứng" in seen.text
    assert "situation" in await story(taken)


async def test_two_reports_that_are_missing_are_told_to_the_leads_and_it_ends_with_the_work(
    taken, minh, tung
):
    for _ in range(4):
        await works(taken, minh, 31)
    tung.sees("chưa gửi báo cáo tình hình sau 2 lần hỏi")
    await solves_again(minh)
    assert await waiting(taken, "situation") == []
    assert (await forges(taken, minh, "sitlater:1:30")).alert


async def test_it_can_be_put_off_and_sent_in_one_line_by_whoever_has_a_part(taken, minh, ha, tung):
    await works(taken, minh, 31)
    assert "hỏi lại sau" in (await minh.presses("Để sau 2 giờ")).text
    assert "Chỉ người phụ trách" in await answer_to(ha, f"/sitrep {CODE} ổn")
    assert "đã gửi" in await answer_to(minh, f"/tinhhinh {CODE} đã khôi phục hai máy")
    tung.sees("Tình hình: đã khôi phục hai máy")


async def test_an_owner_who_is_asked_after_is_asked_for_a_report_only_afterwards(taken, minh):
    await taken.passes(minutes=31)
    await minh.presses("Còn", on=minh.sees("còn đang xử lý", with_button="Còn"))
    minh.does_not_see("đến giờ báo cáo tình hình")
    await taken.passes(minutes=5)
    minh.sees("đến giờ báo cáo tình hình")


async def test_a_silent_owner_loses_it_and_is_not_asked_for_a_report(taken, minh):
    await taken.passes(minutes=40)
    minh.does_not_see("đến giờ báo cáo tình hình")
    assert (await taken.incident())["owner_id"] is None
    await minh.presses("Tôi nhận")
    assert len(await waiting(taken, "situation")) == 1


async def test_who_leads_it_without_owning_it_is_asked_in_time(taken, minh, ha):
    await ha.says(f"/roles {CODE}")
    await ha.presses("Nhận phụ trách chung")
    await taken.passes(minutes=31)
    ha.sees("đến giờ báo cáo tình hình")
    minh.sees("còn đang xử lý")


@pytest.mark.parametrize("ended_by", ["somebody else", "its owner"])
async def test_a_half_written_report_is_kept_when_the_incident_ends(taken, minh, tung, ended_by):
    writer = tung if ended_by == "its owner" else minh
    await writer.says(f"/sitrep {CODE}")
    await writer.says("ba máy bị mã hóa, mật khẩu: Abc@12345")
    await writer.says("đã ngắt mạng")
    await solves_again(tung if ended_by == "somebody else" else minh)
    told = writer.sees(CODE, "báo cáo tình hình bạn đang viết dở", "giữ trong nhật ký")
    assert "đã bỏ" not in told.text
    assert await open_forms(taken) == []
    [line] = [row for row in await taken.rows(timeline) if row["kind"] == "unfinished"]
    assert line["person_id"] == writer.person_id
    assert line["text"].startswith("ba máy bị mã hóa")
    assert line["text"].endswith(" · đã ngắt mạng")
    assert "Abc@12345" not in line["text"]
    assert "viết dở, chưa gửi báo cáo tình hình" in await answer_to(tung, f"/incident {CODE}")


async def test_of_a_report_without_a_word_nothing_is_kept(taken, minh, tung):
    await minh.says(f"/sitrep {CODE}")
    await solves_again(tung)
    minh.sees(CODE, "đã bỏ")
    assert "unfinished" not in await story(taken)


async def test_what_can_no_longer_be_sent_is_kept_at_the_last_question_too(taken, minh, ha, tung):
    await minh.says(f"/sitrep {CODE}")
    await minh.says("ba máy bị mã hóa")
    await minh.says("đã ngắt mạng")
    await tung.says(f"/assign {CODE} Hà")
    await minh.says("cần ổ cứng")
    told = minh.messages[-1].text
    assert "Chỉ người phụ trách" in told
    assert "giữ trong nhật ký" in told
    [line] = [row for row in await taken.rows(timeline) if row["kind"] == "unfinished"]
    assert line["text"] == "ba máy bị mã hóa · đã ngắt mạng · cần ổ cứng"


async def test_words_on_the_end_are_kept_when_their_owner_loses_the_incident(taken, minh):
    await minh.says(f"/resolve {CODE}")
    await minh.says("lộ mật khẩu quản trị")
    await minh.presses("Chi tiết")
    await minh.presses("Trả lại")
    minh.sees(CODE, "phần báo xử lý xong", "giữ trong nhật ký")
    [line] = [row for row in await taken.rows(timeline) if row["kind"] == "unfinished"]
    assert line["text"] == "lộ mật khẩu quản trị"


async def test_a_receipt_is_kept_when_somebody_else_has_settled_the_deadline(taken, minh, tung):
    await minh.says(f"/deadlines {CODE}")
    await minh.presses("✔ 3. Đã gửi", on=minh.sees("Thời hạn theo quy định"))
    for words in ("vừa xong", "thư điện tử", "12/BC-ĐƯCSC"):
        await minh.says(words)
    await tung.says(f"/deadlines {CODE} bỏ qua 3 đã báo qua điện thoại")
    for words in ("PA05 nhận 02:40", "gửi"):
        await minh.says(words)
    assert "giữ trong nhật ký" in minh.messages[-1].text
    [line] = [row for row in await taken.rows(timeline) if row["kind"] == "unfinished"]
    assert line["text"] == "12/BC-ĐƯCSC · PA05 nhận 02:40"


async def test_a_report_left_for_another_dialogue_is_kept_and_one_called_off_is_not(taken, minh):
    await minh.says(f"/sitrep {CODE}")
    await minh.says("ba máy bị mã hóa")
    await minh.says(f"/resolve {CODE}")
    minh.sees("Chưa gửi báo cáo tình hình bạn đang viết dở", "giữ trong nhật ký", "Nguyên nhân")
    [line] = [row for row in await taken.rows(timeline) if row["kind"] == "unfinished"]
    assert line["text"] == "ba máy bị mã hóa"
    await minh.says("lộ mật khẩu")
    await minh.says("hủy")
    assert (await story(taken)).count("unfinished") == 1
