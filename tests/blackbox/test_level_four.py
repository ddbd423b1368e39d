"""Ransomware at a system of level 4, from the report to the signed closing form, in one story."""

import hashlib
import json
from io import BytesIO, StringIO

import docx
import pytest
from rich.console import Console

from bot.cli.sealed import verify
from bot.services.deadlines import DEADLINE
from storage.evidence_files import place
from storage.evidence_tables import evidence
from storage.form_tables import case_papers
from tests.level_four import CODE, SYSTEM, Room, answers
from tests.members import solves_again, waiting
from tests.reporters import PICTURE, sends_photo
from tests.world import a_world

OWED = "cập nhật ngay cho đúng nơi đã nhận"


@pytest.fixture
async def room(database_url, tmp_path):
    async with a_world(database_url, tmp_path) as world:
        yield await Room.gathered(world)


async def test_ransomware_at_level_four_from_the_report_to_the_closing_form(room):
    await is_reported(room)
    await is_taken(room)
    await is_manned(room)
    await is_judged(room)
    await is_worked_on(room)
    await is_recognised_again(room)
    await is_asked_about(room)
    await is_reported_by_law(room)
    await changes(room)
    await is_decided(room)
    await is_solved(room)
    await is_closed_by_law(room)
    await is_sealed(room)


async def is_reported(room):
    """By the department itself, with a picture, in a few answers."""
    mai = room.mai
    await mai.says("Máy chủ bệnh án 10.1.2.3 bị mã hóa, đòi tiền chuộc tại hxxp://tra-tien[.]top/x")
    await mai.presses("Mã hóa dữ liệu, tống tiền")
    await mai.presses(SYSTEM)
    await mai.presses("Vừa xong")
    await sends_photo(room.world, mai, "Màn hình đòi tiền chuộc")
    await mai.presses("Vậy là đủ")
    await mai.presses("Qua Telegram này")
    await mai.presses("Gửi")
    mai.sees("Đã nhận báo cáo của bạn", CODE)
    [kept] = await room.world.rows(evidence)
    assert (kept["state"], kept["sha256"]) == ("kept", hashlib.sha256(PICTURE).hexdigest())


async def is_taken(room):
    """By whoever is on duty, after the first page was slept through."""
    minh, ha = room.minh, room.ha
    minh.sees("KHẨN CẤP", SYSTEM, with_button="Tôi nhận")
    await room.world.passes(minutes=3, seconds=5)
    ha.sees("KHẨN CẤP", CODE)
    await minh.presses("Tôi nhận")
    await minh.presses("1 giờ")
    ha.sees("Minh", "nhận")
    room.mai.sees("có người nhận")
    card = room.card()
    assert "Phương án: 0/21 bước" in card
    assert "(72 giờ): còn" in card
    assert "(5 ngày): còn" in card


async def is_manned(room):
    """Roles by button, somebody brought in though not on duty, and a roll call."""
    minh, ha, dung, tung = room.team
    await minh.says(f"/roles {CODE}")
    await minh.presses("Nhận phụ trách chung")
    await ha.says(f"/roles {CODE}")
    await ha.presses("Nhận thư ký")
    await tung.says(f"/roles {CODE}")
    await tung.presses("Nhận liên lạc với đơn vị")
    minh.sees("phụ trách chung: Minh", "thư ký: Hà", "liên lạc với đơn vị: Tùng")
    await minh.says(f"/page Dũng {CODE} dựng lại máy chủ cơ sở dữ liệu")
    minh.sees("đã gọi Dũng")
    dung.sees("Minh mời bạn cùng xử lý", "dựng lại máy chủ cơ sở dữ liệu")
    await dung.presses("Đang đến")
    minh.sees("Dũng đang đến")
    await minh.says_in_group(f"/rollcall {CODE}")
    await ha.presses("Làm từ xa")
    await tung.says("không thể")
    roll = room.world.group_sees("Điểm danh: 4/4").text
    assert "Có mặt (1): Minh" in roll
    assert "có mặt 1, đang đến 1, từ xa 1, không thể 1" in room.card()


async def is_judged(room):
    """Marked, proposed as serious and so owed to more bodies; the clocks stand on the card."""
    minh = room.minh
    await minh.says(f"/serious {CODE}")
    page = minh.sees("Cấp độ hệ thống theo danh mục: 4", "Điều kiện A chưa đủ")
    await minh.presses("c) Mất toàn vẹn", on=page)
    await minh.presses("Vượt khả năng xử lý", on=page)
    minh.sees("Điều kiện A đủ", "Điều kiện B đủ")
    await minh.presses("Đề xuất nghiêm trọng", on=page)
    card = room.card()
    assert "Đề xuất nghiêm trọng: Minh" in card
    assert "Báo cáo ban đầu, khẩn cấp: ngay" in card
    assert "Thông báo đầu sự cố nghiêm trọng (24 giờ): còn 23 giờ" in card
    room.tung.sees("Quy định là ngay", "Đề xuất nâng cấp")


async def is_worked_on(room):
    """Steps ticked, notes with a file, situation reports in their rhythm."""
    minh, world = room.minh, room.world
    await minh.says(f"/playbook {CODE}")
    await minh.presses("1", on=minh.sees("Phương án"))
    await minh.says(f"/playbook {CODE} xong 2, 3")
    assert "Phương án: 3/21 bước" in room.card()
    await room.ha.says(f"/note {CODE} Máy chủ tải mã độc từ hxxps://kho-ma[.]top/khoa.exe")
    await sends_photo(world, room.dung, f"/note {CODE} Thư đòi tiền trên máy chủ")
    await world.passes(minutes=16)
    await minh.says(f"/note {CODE} Đang lấy ảnh bộ nhớ máy chủ thứ ba")
    await world.passes(minutes=15)
    await minh.presses("Báo cáo ngay")
    await answers(minh, "3 máy chủ bị mã hóa", "đã ngắt mạng, lấy ảnh bộ nhớ", "cần ổ cứng")
    world.group_sees("Báo cáo tình hình", "Cần hỗ trợ: cần ổ cứng")
    room.tung.sees("Báo cáo tình hình", "3 máy chủ bị mã hóa")


async def is_recognised_again(room):
    """A second report names the same address: merged, and its reporter will hear the end."""
    lan = room.lan = await room.world.citizen("Lan")
    await lan.says("Máy tôi tự tải tệp lạ từ kho-ma.top rồi bị khóa")
    await lan.presses("Tiếng Việt")
    await lan.presses("Mã hóa dữ liệu, tống tiền")
    await lan.presses("Gửi ngay")
    card = room.world.group_sees("SC-2026-0002", with_button="Gộp")
    assert f"Có thể trùng với {CODE}" in card.text
    await room.tung.presses("Gộp", on=card)
    assert (await room.world.incident(2))["status"] == "duplicate"
    await room.tung.says(f"/indicators {CODE}")
    room.tung.sees("tra-tien[.]top", "kho-ma[.]top")


async def is_asked_about(room):
    """Through the bot, both ways, a picture as well; all of it in the log."""
    tung, mai, world = room.tung, room.mai, room.world
    await tung.says(f"/ask {CODE} Bản sao lưu gần nhất ở đâu, từ lúc nào?")
    asked = mai.sees("Tùng (Đội ứng cứu) hỏi", "Bản sao lưu gần nhất")
    await mai.says("Ổ rời trong két, 22 giờ tối qua", reply_to=asked)
    tung.sees("Ổ rời trong két")
    await sends_photo(world, mai, "Ảnh ổ sao lưu")
    assert "Người báo trả lời" in room.card()
    kinds = await room.story()
    assert kinds.count("asked-reporter") == 1
    assert [row["state"] for row in await world.rows(evidence)] == ["kept"] * 3


async def is_reported_by_law(room):
    """Form 03 drafted from the case, sent by a person, entered with its receipt."""
    tung = room.tung
    await tung.says(f"/form {CODE} 03")
    await answers(tung, "Đội ứng cứu tỉnh", "Số 1 Trần Phú", "0238 3844 001", "doi@example.vn")
    await answers(tung, "Cơ quan điều phối quốc gia", "có", "gửi")
    shown = tung.sees("[TBSC] Báo cáo ban đầu sự cố SC-2026-0001", SYSTEM).text
    assert "Đã che 1 địa chỉ nội bộ" in shown
    await room.sends_paper(tung, "12/BC-ĐƯCSC", "VNCERT/CC nhận 02:50, số 77")
    tung.sees("Thời hạn đã xong: Báo cáo ban đầu, khẩn cấp")
    for code in ("beyond_2026", "proposal_2017", "first_notice_2026"):
        await room.enters(tung, code, "13/BC-ĐƯCSC", "PA05 nhận 02:55")
    assert "Báo cáo ban đầu, khẩn cấp" not in room.card()
    room.minh.does_not_see(OWED)


async def changes(room):
    """What changes is owed to whoever has got the report, and to nobody else."""
    minh, tung = room.minh, room.tung
    await room.world.passes(minutes=10)
    await minh.presses("đ) Có thể lan rộng", on=minh.sees("Mức nghiêm trọng"))
    owed = minh.sees(OWED, "chủ quản hệ thống, đơn vị chuyên trách, cơ quan điều phối quốc gia")
    assert "thêm: đ) Có thể lan rộng" in owed.text
    assert {"update_2017:1", "update_2026:1"} <= {
        code for code, state in (await room.clocks()).items() if state == "open"
    }
    await room.enters(tung, "update_2017:1", "14/BC-ĐƯCSC", "VNCERT/CC nhận qua điện thoại")
    await room.enters(tung, "update_2026:1", "14/BC-ĐƯCSC", "PA05 nhận qua điện thoại")
    assert "Cập nhật cho nơi đã nhận" not in room.card()


async def is_decided(room):
    """By the standing body: entered by a lead; the next version of form 03 tells it to all."""
    tung = room.tung
    await room.world.passes(minutes=10)
    await tung.says(f"/serious {CODE}")
    await tung.presses("Ghi quyết định")
    await answers(tung, "nghiêm trọng", "Công an tỉnh", "vừa xong", "88/QĐ-CAT", "gửi")
    assert "SỰ CỐ NGHIÊM TRỌNG theo quyết định của Công an tỉnh" in room.card()
    tung.sees(OWED, "có quyết định là sự cố nghiêm trọng")
    await tung.says(f"/form {CODE} 03")
    await tung.says("gửi")
    await room.sends_paper(tung, "15/BC-ĐƯCSC", "VNCERT/CC nhận 03:40, số 78")
    tung.sees("Thời hạn đã xong: Cập nhật cho nơi đã nhận")
    versions = [row["version"] for row in await room.world.rows(case_papers)]
    assert versions == [1, 2]


async def is_solved(room):
    """The owner says so, the reporter agrees, and whoever reported the same hears it."""
    minh, mai = room.minh, room.mai
    await solves_again(minh, "Khôi phục từ bản sao ngoại tuyến, đổi mật khẩu")
    await mai.presses("Đã ổn")
    mai.sees("đã đóng")
    room.lan.sees("đã được gộp vào", CODE, "Khôi phục từ bản sao")
    assert (await room.world.incident(1))["status"] == "closed"
    assert await waiting(room.world, "situation") == []
    room.tung.sees(OWED, "đã xử lý xong")


async def is_closed_by_law(room):
    """Form 04 refers to the initial report, and ends the last clocks that run."""
    tung = room.tung
    await tung.says(f"/form {CODE} 04")
    await answers(tung, "Giữ bản sao ngoại tuyến; tập huấn nhận diện thư giả", "gửi")
    assert tung.sees("[TBSC] Báo cáo kết thúc ứng phó sự cố SC-2026-0001")
    await room.sends_paper(tung, "20/BC-ĐƯCSC", "VNCERT/CC nhận 03:30, số 80")
    tung.sees("Thời hạn đã xong", "Báo cáo kết thúc ứng phó (5 ngày)")
    paper = docx.Document(BytesIO((await room.world.rows(case_papers))[-1]["content"]))
    words = "\n".join(each.text for each in paper.paragraphs)
    assert "báo cáo ban đầu số 15/BC-ĐƯCSC" in words
    for code in ("report_2026", "update_2026:2"):
        await room.enters(tung, code, "21/BC-ĐƯCSC", "PA05 nhận 03:35")
    for code in ("notice_2017", "passed_on_2017"):
        number = await room.number_of(code)
        await tung.says(f"/deadlines {CODE} bỏ qua {number} đã nêu trong báo cáo ban đầu")
    assert "open" not in (await room.clocks()).values()
    assert await waiting(room.world, DEADLINE) == []


async def is_sealed(room):
    """Everything is in one file with its hashes, and the log is as it was written."""
    await room.tung.says(f"/export {CODE}")
    with room.zipped(room.tung.sees("TLP:AMBER", CODE)) as case:
        names = case.namelist()
        lines = json.loads(case.read("timeline.json"))["lines"]
        assert case.read(next(n for n in names if n.startswith("evidence/"))) == PICTURE
    assert len([name for name in names if name.endswith(".docx") and "ban-" in name]) == 3
    told = [line["kind"] for line in lines]
    assert told == (await room.story())[: len(told)]
    assert set(TOLD) <= set(told)
    await room.world.passes(hours=5)
    screen = Console(quiet=True)
    assert await verify(room.world.settings, screen) == 0
    await a_forged_file_shows(room)


async def a_forged_file_shows(room):
    """A paper or a piece of evidence that is not what its line says is named, and nothing else."""
    world, words = room.world, StringIO()
    world.is_forged = True
    screen = Console(file=words, width=200)
    [kept, *_] = await world.rows(evidence)
    file = place(world.settings.data, kept["sha256"])
    file.chmod(0o600)
    file.write_bytes(b"another picture")
    async with world.app.database.begin() as tx:
        await tx.run(case_papers.update().where(case_papers.c.id == 1).values(content=b"forged"))
    assert await verify(world.settings, screen) == 1
    said = words.getvalue()
    assert said.count("the paper of line") == 1
    assert said.count("the evidence of line") == len(await world.rows(evidence))
    assert "newer than the last anchor" not in said


TOLD = (
    *("received", "paged", "taken", "evidence-kept", "role-taken", "brought-in", "presence"),
    *("roll-call", "marked", "serious-proposed", "step-done", "note", "situation"),
    *("asked-reporter", "report-more", "form-made", "form-sent", "deadline-done", "update-owed"),
    *("decided-serious", "resolved", "closed", "deadline-waived"),
)
