"""A night on duty with the whole bot, lived through in the browser."""

import asyncio
import re

import pytest
import pytest_asyncio
from playwright.async_api import expect
from rich.console import Console

from bot.cli.night import a_night
from bot.cli.sealed import verify
from bot.playground.player import Player
from bot.playground.story import stories
from tests.browser.conftest import PHONE, opened

pytestmark = pytest.mark.timeout(300)

LAN, MINH, HA, TUNG, MAI = "Chị Lan", "Anh Minh", "Chị Hà", "Anh Tùng", "Cô Mai"
ROOM = "Đội ứng cứu sự cố"
WIDE = (1680, 950)
WATCH = "holiday_watch"
CAMPAIGN = "clean_up"
GRAVE = "level_four"


@pytest_asyncio.fixture(loop_scope="session")
async def night():
    """A night on which nobody waits longer than needed."""
    async with a_night(Console(quiet=True)) as (_, night):
        night.stage.pace = 0
        hurrying = asyncio.create_task(night.hurry())
        yield night
        hurrying.cancel()
        assert night.stage.playground.complaints == []
        assert night.stage.playground.meters.floods == []


@pytest_asyncio.fixture(loop_scope="session")
async def screen(browser, night):
    """The page of that night."""
    shown = await opened(browser, night.settings.api_url, WIDE)
    yield shown
    await shown.page.context.close()
    assert shown.errors == []


async def reports(screen, name, text, kind, place):
    """Report by hand, up to the question after the place."""
    await screen.types(name, text)
    await screen.presses(name, "Đồng ý · Tiếng Việt")
    await screen.presses(name, kind)
    await screen.sees(name, "Ở đâu?")
    await screen.types(name, place)


async def resolves(screen, name, kind):
    """Close an incident by hand."""
    await screen.types(name, "/resolve")
    await screen.sees(name, "Nguyên nhân là gì?")
    await screen.types(name, "Lỗ hổng trong phần tải tệp")
    await screen.sees(name, "Đội đã làm gì?")
    await screen.types(name, "Khôi phục từ bản sao lưu, vá lỗ hổng")
    await screen.presses(name, kind)
    await screen.presses(name, "Đội tự xử lý")
    await screen.sees(name, "Kết thúc xử lý")
    await screen.presses(name, "✅ Gửi")


async def moves(screen, label):
    """Press a button of the clock and wait until it has moved."""
    button = screen.page.get_by_role("button", name=label, exact=True)
    await button.click()
    await expect(screen.page.locator("#backstage")).not_to_have_class(re.compile("moving"))


async def test_a_defaced_page_is_reported_by_hand_passed_on_taken_solved_and_seen_by_all(screen):
    text = "Trang chủ phường A bị thay bằng hình lạ"
    await screen.shoots("playground-start")
    await reports(screen, LAN, text, "Thay đổi giao diện", "Cổng thông tin phường A")
    await screen.presses(LAN, "Vừa xong")
    await screen.presses(LAN, "Vậy là đủ")
    await screen.presses(LAN, "Ẩn danh")
    await screen.presses(LAN, "✅ Gửi")
    await screen.sees(LAN, "SC-2026-0001")
    await screen.presses(MINH, "Không thể")
    await screen.sees(MINH, "không thể nhận")
    await screen.presses(HA, "Tôi nhận")
    await screen.sees(LAN, "đã có người nhận")
    await screen.sees(MINH, "Chị Hà đã nhận SC-2026-0001")
    await screen.sees(ROOM, "Chị Hà nhận lúc")
    await screen.presses(HA, "1 giờ")
    await screen.shoots("playground-taken")
    await resolves(screen, HA, "Thay đổi giao diện")
    await screen.presses(LAN, "Đã ổn")
    await screen.sees(LAN, "SC-2026-0001 đã đóng")
    for name in (MINH, HA, ROOM):
        await screen.sees(name, "Đã đóng")


async def test_ransomware_climbs_by_the_clocks_buttons_until_the_commander_takes_it(screen, night):
    text = "Máy tính phòng Kế toán bị mã hóa hết"
    await reports(screen, MAI, text, "Mã hóa dữ liệu, tống tiền", "Phòng Kế toán")
    await screen.presses(MAI, "Gửi ngay")
    await screen.sees(MINH, "KHẨN CẤP")
    await expect(screen.bubbles(HA, "KHẨN CẤP")).to_have_count(0)
    await expect(screen.page.locator(".next")).to_contain_text("gọi người tiếp theo · SC-2026-0001")
    await moves(screen, "+3 phút")
    await screen.sees(HA, "KHẨN CẤP")
    await expect(screen.bubbles(TUNG, "KHẨN CẤP")).to_have_count(0)
    await moves(screen, "Tới việc kế tiếp")
    await screen.sees(TUNG, "KHẨN CẤP")
    await screen.sees(ROOM, "Chưa ai nhận sau 8 phút")
    await screen.shoots("playground-escalated")
    await screen.presses(TUNG, "Tôi nhận")
    await screen.sees(MAI, "đã có người nhận")
    await screen.presses(TUNG, "1 giờ")
    await resolves(screen, TUNG, "Mã hóa dữ liệu, tống tiền")
    await screen.presses(MAI, "Đã ổn")
    await screen.sees(MAI, "SC-2026-0001 đã đóng")
    for name in (MINH, HA, TUNG, ROOM):
        await screen.sees(name, "Đã đóng")


async def test_a_bot_that_is_killed_goes_on_where_it_was_and_loses_nothing(screen, night):
    text = "Không vào được trang dịch vụ công"
    await reports(screen, LAN, text, "Từ chối dịch vụ (DoS)", "dichvucong.example.vn")
    await screen.sees(LAN, "Bạn phát hiện lúc nào?")
    await screen.page.get_by_role("button", name="Giết bot").click()
    banner = screen.page.locator("#banner")
    await expect(banner).to_contain_text("kill -9")
    await screen.presses(LAN, "Gửi ngay")
    await expect(banner).to_contain_text("1 tin đang đợi bot")
    await banner.get_by_role("button", name="Chạy lại bot").click()
    await screen.sees(LAN, "SC-2026-0001")
    await screen.sees(MINH, "CAO")
    await expect(banner).to_contain_text("Không mất tin nào")
    assert night.puppet.is_running


async def test_telegram_goes_down_and_what_waits_is_sent_when_it_is_back(screen, night):
    await screen.types(LAN, "/help")
    await screen.sees(LAN, "/report")
    trouble = screen.page.locator(".trouble")
    await trouble.locator("summary").click()
    await trouble.get_by_role("switch", name="Telegram sập").check()
    await screen.types(LAN, "/hotline")
    await expect(screen.page.locator("#banner")).to_contain_text("Telegram đang sập")
    await screen.page.locator("#banner").get_by_role("button", name="Hết trục trặc").click()
    await expect(screen.page.locator("#banner")).to_be_hidden()
    await expect(screen.bubbles(LAN, "/hotline").last).to_be_visible()
    await expect(screen.column(LAN).locator(".message.theirs")).to_have_count(2)


async def test_a_story_is_told_by_one_click_and_can_be_followed_on_a_phone(browser, night):
    screen = await opened(browser, night.settings.api_url, PHONE, color_scheme="dark")
    night.stage.pace = 0.05
    await screen.page.get_by_role("button", name="Người trực không liên lạc được").click()
    await expect(screen.page.locator(".telling")).to_contain_text("Hết chuyện")
    await screen.page.locator("#tabs").get_by_role("button", name=HA).click()
    await screen.sees(HA, "Bạn đã nhận SC-2026-0001")
    await screen.shoots("playground-phone")
    await screen.page.context.close()
    assert screen.errors == []


async def test_the_stories_can_be_played_one_after_the_other(night):
    # The long ones say much in the group, which takes twenty messages a minute: own nights.
    for story in stories().values():
        if story.name not in {WATCH, CAMPAIGN, GRAVE}:
            await Player(night.stage).play(story)


async def test_a_campaign_is_told_from_the_bots_proposal_to_its_roll_up(night):
    await Player(night.stage).play(stories()[CAMPAIGN])


async def test_a_grave_night_is_told_to_its_closing_report_and_its_log_is_whole(night):
    await Player(night.stage).play(stories()[GRAVE])
    assert await verify(night.settings, Console(quiet=True)) == 0


async def test_a_holiday_watch_is_kept_to_its_end_and_its_papers_are_there(browser, night):
    await Player(night.stage).play(stories()[WATCH])
    screen = await opened(browser, night.settings.api_url, WIDE)
    await screen.sees(TUNG, "Bảng chấm trực")
    await screen.shoots("playground-watch")
    async with screen.page.expect_download() as saving:
        await screen.column(TUNG).locator(".file").last.click()
    assert (await saving.value).suggested_filename.endswith(".xlsx")
    picture = screen.column(ROOM).locator(".photo img").first
    await picture.scroll_into_view_if_needed()
    await expect(picture).to_have_js_property("complete", value=True)
    assert await picture.evaluate("image => image.naturalWidth") > 1000
    await screen.page.context.close()
    assert screen.errors == []
