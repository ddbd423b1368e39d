"""A case of which official papers are made in chat, and what is in them."""

from io import BytesIO

import docx
import pytest

from storage.form_tables import case_papers

CODE = "SC-2026-0001"
NOTICE = ("Đội ứng cứu", "Số 1 Trần Phú", "Bệnh án điện tử", "bỏ qua", "gửi")


@pytest.fixture(name="taken")
async def case_taken(world, minh):
    """Minh has taken a case of ransomware that somebody told with an internal address."""
    reporter = await world.member("An", "staff")
    await world.receives(reporter, summary="Máy chủ 192.168.10.5 bị mã hóa, mật khẩu: Abc@12345")
    await world.settles()
    await minh.presses("Tôi nhận")
    return world


async def made(world):
    """Return the newest paper's row and the words in it."""
    row = [row for row in await world.rows(case_papers) if row["state"] == "made"][-1]
    document = docx.Document(BytesIO(row["content"]))
    cells = [cell.text for table in document.tables for cell in table._cells]
    return row, "\n".join([*(p.text for p in document.paragraphs), *cells])


async def fills(person, *answers):
    """Answer one question after the other."""
    for words in answers:
        await person.says(words)
