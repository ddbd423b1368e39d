"""Agencies and systems in chat: found without accents, changed, imported and sent as a file."""

import pytest

from storage.register import add_all
from storage.tables import agencies, people, systems
from storage.watch_tables import papers
from tests.blackbox.test_watch_files import sends
from tests.members import answer_to
from tests.world import Human

HEALTH, SCHOOLS = "Sở Y tế", "Sở Giáo dục và Đào tạo"


@pytest.fixture
async def register(world):
    """Two departments of the province, one of them with a contact person, and ten wards."""
    named = [("SYT", HEALTH, "sở"), ("SGD", SCHOOLS, "sở")]
    named += [(f"P{n}", f"Phường {n}", "phường") for n in range(1, 11)]
    async with world.app.database.begin() as tx:
        rows = [{"code": code, "name": name, "kind": kind} for code, name, kind in named]
        await add_all(tx, agencies, rows)
        records = {"code": "HSSK", "name": "Hồ sơ sức khỏe", "agency_id": 1, "level": 3}
        await tx.add(systems, **records)
    lan = await world.member("Lan", "staff")
    async with world.app.database.begin() as tx:
        await tx.run(
            people.update()
            .where(people.c.id == lan.person_id)
            .values(agency_id=1, phone="0912345678")
        )
    return lan


async def test_an_agency_is_found_without_accents_and_says_who_can_be_reached(
    world, register, minh, tung
):
    assert f"{HEALTH} (SYT): 1 đầu mối, 1 hệ thống" in await answer_to(minh, "/agencies so")
    page = await answer_to(minh, "/agencies y te")
    assert f"{HEALTH} · SYT" in page
    assert "• Lan ✅" in page
    assert "0912345678" not in page
    assert "0912345678" in await answer_to(tung, "/agencies syt")
    assert "Chưa có đầu mối nào" in await answer_to(minh, "/coquan giao duc")
    assert "Không có cơ quan nào khớp" in await answer_to(minh, "/agencies hải quan")
    await minh.presses("Hồ sơ sức khỏe", on=minh.sees(HEALTH, "Hồ sơ sức khỏe: cấp độ 3"))
    minh.sees("Hồ sơ sức khỏe · HSSK", "Cơ quan: Sở Y tế", "cấp độ 3")


async def test_a_long_list_is_turned_page_by_page_in_one_message(world, register, minh):
    await minh.says("/agencies phuong")
    before = len(minh.messages)
    minh.sees("Cơ quan: 10 khớp với “phuong” · trang 1/2")
    await minh.presses("Trang sau")
    minh.sees("Cơ quan: 10 khớp với “phuong” · trang 2/2")
    assert len(minh.messages) == before


async def test_an_admin_changes_a_fact_by_dialogue_or_by_words(world, register):
    admin = Human(world, world.admin)
    await admin.says("/agencies syt")
    await admin.presses("Sửa")
    await admin.presses("Cấp trên")
    await admin.says("giáo dục")
    admin.sees(f"{HEALTH} · SYT", f"Cấp trên: {SCHOOLS}")
    assert "Loại: cục" in await answer_to(admin, "/agencies set SYT loại cục")
    assert "không phải cấp độ" in await answer_to(admin, "/systems set HSSK cấpđộ 9")
    assert "cấp độ 4" in await answer_to(admin, "/systems set HSSK cấpđộ 4")


async def test_a_file_that_somebody_sends_is_taken_whole_or_every_line_is_named(world, register):
    admin = Human(world, world.admin)
    await admin.says("/agencies import")
    await sends(world, admin, "code,name,kind\nSYT,Sở Y tế tỉnh,sở\nX Y,,\n", "bad.csv")
    admin.sees("Dòng 3, cột code", "không phải là mã")
    await admin.presses("Gửi lại tệp")
    await sends(
        world, admin, "code,name,kind\nSYT,Sở Y tế tỉnh,sở\nSTC,Sở Tài chính,sở\n", "ok.csv"
    )
    admin.sees("thêm 1, sửa 1, không đổi 0")
    await admin.says("/agencies export")
    admin.sees("Danh sách 13 cơ quan")
    (paper,) = await world.rows(papers)
    assert "SYT,Sở Y tế tỉnh,sở," in paper["content"].decode("utf-8-sig")


async def test_of_two_files_sent_at_once_both_are_read(world, register):
    admin, telegram = Human(world, world.admin), world.playground.people
    for code in ("STC", "SNV"):
        content = f"code,name,kind\n{code},Sở {code},sở\n".encode()
        telegram.send_document(admin.user, world.bot, content, "/agencies import", f"{code}.csv")
    await world.settles()
    assert {"STC", "SNV"} <= {row["code"] for row in await world.rows(agencies)}


async def test_a_file_that_is_no_table_is_called_by_its_own_name(world, register):
    admin = Human(world, world.admin)
    await sends(world, admin, "%PDF", "danh sách.pdf", caption="/agencies import")
    admin.sees("không nhập được “danh sách.pdf”")


async def test_a_register_goes_out_as_a_workbook_and_comes_back_unchanged(world, register, tung):
    await tung.says("/agencies")
    await tung.presses("Xuất Excel")
    tung.sees("Danh sách 12 cơ quan")
    (paper,) = await world.rows(papers)
    assert paper["name"].startswith("agencies-2026-09-02")
    admin = Human(world, world.admin)
    await admin.says("/agencies import")
    await sends(world, admin, paper["content"], "agencies.xlsx")
    admin.sees("thêm 0, sửa 0, không đổi 12")
    await tung.says("/hethong xuất excel")
    tung.sees("Danh sách 1 hệ thống")


async def test_the_head_of_an_agency_is_somebody_the_bot_knows(world, register, tung):
    admin = Human(world, world.admin)
    assert "Bot chưa biết ai là" in await answer_to(admin, "/agencies set SYT thủtrưởng Ông Ba")
    assert "Thủ trưởng: Lan, 0912345678 ✅" in await answer_to(
        admin, "/agencies set SYT thủtrưởng Lan"
    )
    assert "được giao quyền" in await answer_to(tung, "/agencies set SYT tên Sở khác")


async def test_a_new_system_is_entered_in_a_dialogue(world, register, minh):
    admin = Human(world, world.admin)
    await admin.says("/systems new")
    for words in ("Cổng dịch vụ công", "DVC", "sgd", "4", "https://dvc.example.vn", "gửi"):
        await admin.says(words)
    page = await answer_to(minh, "/systems dich vu cong")
    assert "Cấp độ an toàn: cấp độ 4" in page
    assert "Rà quét lỗ hổng: chưa có kết quả nào" in page
