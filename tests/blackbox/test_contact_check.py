"""How somebody is reached: seen, confirmed, corrected and given up, by button and by typing."""

import pytest

from bot.domain.contact_round import Round
from bot.services import calendar, contact_check
from storage.campaign_tables import campaign_log


@pytest.fixture
async def contact(world):
    return await world.member("Mai", "staff")


async def test_details_are_shown_and_confirmed_by_one_button(world, contact):
    await contact.says("/contact")
    contact.sees("Thông tin liên hệ của bạn", "Họ tên: Mai", "Điện thoại: (chưa có)")
    await contact.presses("Đúng cả")
    contact.sees("Cảm ơn bạn")
    events = [(row["event"], row["person_id"]) for row in await world.rows(campaign_log)]
    assert ("contact-confirmed", contact.person_id) in events


async def test_a_detail_is_corrected_by_typing_as_the_button_says(contact):
    await contact.says("/lienhe")
    await contact.presses("Cần sửa")
    contact.sees("/contact phone 0912 345 678")
    await contact.says("/contact phone 0988 777 666")
    contact.sees("Đã sửa số điện thoại: 0988 777 666")
    await contact.says("/contact phone của tôi")
    contact.sees("Số điện thoại chỉ gồm chữ số")
    await contact.says("/contact")
    contact.sees("Điện thoại: 0988 777 666")
    await contact.says("/contact gì đó")
    contact.sees("Mình chưa hiểu")


async def test_the_leads_hear_of_who_is_not_responsible_any_more(world, contact):
    lead = await world.member("Tùng", "lead")
    await contact.says("/contact")
    await contact.presses("không còn phụ trách")
    lead.sees("Mai", "báo không còn phụ trách")
    contact.sees("Đã báo Thường trực Đội")


async def test_what_is_asked_and_its_result_can_be_read(world, contact):
    lead = await world.member("Tùng", "lead")
    async with world.app.database.begin() as tx:
        found = Round("2027", calendar.today(tx, world.app.team))
        await contact_check._begin(tx, world.app.team, found)
    await world.settles()
    contact.sees("Kiểm tra thông tin liên hệ hằng năm", "Họ tên: Mai", with_button="Đúng cả")
    await contact.says("/contact email mai@tinh.gov.vn")
    await world.passes(days=2)
    lead.sees(
        "Kết quả kiểm tra",
        "• Mai ((chưa có)): thư điện tử: (chưa có) → mai@tinh.gov.vn",
        "Chưa trả lời",
    )
