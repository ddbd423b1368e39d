"""What bots and people send, as somebody in front of the page sees it."""

import json
import re
import time

import pytest
from playwright.async_api import expect

from bot.playground.server import serve
from bot.playground.stage import Stage
from tests.browser.conftest import PHONE, TOKEN, opened
from tests.playground.conftest import Line

EVIL = '<img src=x onerror="window.hacked=1">'
MANY = 2_000
RINGING = re.compile(r"\bringing\b")
TOO_LARGE = 20 * 1024 * 1024 + 1
DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c63f8cfc0f01f00050001ff56c72f0d0000000049454e44ae426082"
)

LOOKS = (
    ("<b>đậm</b>", "b", "đậm"),
    ("<i>nghiêng</i>", "i", "nghiêng"),
    ("<u>gạch</u>", "u", "gạch"),
    ("<s>bỏ</s>", "s", "bỏ"),
    ("<code>mã</code>", "code", "mã"),
    ("<pre>khối</pre>", "pre", "khối"),
    ("<blockquote>lời</blockquote>sau", "blockquote", "lời"),
    ("🛑🛑 <b>sau biểu tượng</b>", "b", "sau biểu tượng"),
    ("<b>ngoài <i>trong</i></b>", "b > i", "trong"),
    ("<tg-spoiler>kín</tg-spoiler>", ".spoiler", "kín"),
    ('<a href="https://example.vn/x">xem</a>', 'a[href="https://example.vn/x"]', "xem"),
    ("gõ /help nhé", "button.inline", "/help"),
)


@pytest.fixture
def line(playground, bot):
    """The bot's side."""
    return Line(playground, TOKEN)


def keys(*rows):
    return {"inline_keyboard": [list(row) for row in rows]}


async def test_names_and_texts_are_never_markup(playground, bot, browser, alice, group, line):
    alice.first_name, group.title, bot.user.first_name = EVIL, EVIL, EVIL
    async with serve(playground, stage=Stage(playground, {"an": alice}, bot, group)) as address:
        screen = await opened(browser, address)
        button = {"text": EVIL, "callback_data": "a"}
        shown = await line.ok(
            "sendMessage", chat_id=alice.id, text=EVIL, reply_markup=keys([button])
        )
        evil = EVIL.encode()
        playground.people.send_document(alice, bot, evil, EVIL, file_name=f"{EVIL}.html")
        playground.people.say(alice, group, EVIL)
        playground.people.add_topic(alice, group, EVIL)
        await line.ok("pinChatMessage", chat_id=group.id, message_id=2)
        query = playground.people.press(
            alice, playground.private(alice, bot).messages[shown["message_id"]], EVIL
        )
        await line.ok("answerCallbackQuery", callback_query_id=query, text=EVIL, show_alert=True)
        await expect(screen.page.get_by_role("alertdialog")).to_contain_text(EVIL)
        await expect(screen.page.locator(".message .text", has_text=EVIL)).to_have_count(3)
        assert await screen.page.evaluate("window.hacked") is None
        assert await screen.page.locator("img[src=x]").count() == 0
        assert screen.errors == []


async def test_a_file_somebody_sent_never_becomes_a_page_of_this_server(
    playground, bot, alice, screen, address
):
    page = b"<script>document.title = 'hacked'</script>"
    sent = playground.people.send_document(alice, bot, page, file_name="page.html")
    answer = await screen.page.request.get(f"{address}/playground/file/{sent.file_id}")
    assert answer.headers["content-disposition"] == "attachment"
    assert answer.headers["content-security-policy"].startswith("sandbox")
    assert answer.headers["x-content-type-options"] == "nosniff"


async def test_texts_and_buttons_come_live_and_change_in_place(screen, line, alice, playground):
    for written, _, _ in LOOKS:
        await line.ok("sendMessage", chat_id=alice.id, text=written, parse_mode="HTML")
    for _, selector, text in LOOKS:
        found = screen.column("An").locator(f".text {selector}").filter(has_text=text)
        await expect(found.first).to_be_attached()
    colours = [
        {"text": "✋ Nhận", "callback_data": "ack", "style": "primary"},
        {"text": "Không", "callback_data": "no", "style": "danger"},
    ]
    card = await line.ok(
        "sendMessage", chat_id=alice.id, text="Có sự cố", reply_markup=keys(colours)
    )
    await expect(screen.key("An", "Nhận")).to_have_class("key primary")
    before = await line.ok("getUpdates", offset=-1)
    await screen.presses("An", "Nhận")
    # The page needs a moment to hand the press on.
    after = max((one["update_id"] for one in before), default=0) + 1
    (update,) = await line.ok("getUpdates", offset=after, timeout=30)
    assert update["callback_query"]["data"] == "ack"
    query = update["callback_query"]["id"]
    await line.ok("answerCallbackQuery", callback_query_id=query, text="Đã nhận, cảm ơn")
    await expect(screen.column("An").locator(".toasts")).to_contain_text("Đã nhận, cảm ơn")
    place = {"chat_id": alice.id, "message_id": card["message_id"]}
    done = [{"text": "Chép mã", "copy_text": {"text": "SC-2026-0001"}}]
    await line.ok("editMessageText", **place, text="An đã nhận", reply_markup=keys(done))
    await expect(screen.bubbles("An", "An đã nhận").locator(".foot")).to_contain_text("đã sửa")
    await expect(screen.bubbles("An", "Có sự cố")).to_have_count(0)
    await screen.presses("An", "Chép mã")
    await expect(screen.column("An").locator(".toasts")).to_contain_text("SC-2026-0001")


async def test_pictures_and_files_go_up_and_come_down(screen, alice, bot, playground, tmp_path):
    chooser = screen.column("An").locator("input[type=file]")
    await chooser.set_input_files([{"name": "m.png", "mimeType": "image/png", "buffer": DOT}])
    await expect(screen.column("An").locator(".photo img")).to_be_visible()
    await chooser.set_input_files(
        [{"name": "nhật ký.txt", "mimeType": "text/plain", "buffer": b"log"}]
    )
    await expect(screen.column("An").locator(".file")).to_contain_text("nhật ký.txt")
    async with screen.page.expect_download() as saving:
        await screen.column("An").locator(".file").click()
    download = await saving.value
    assert download.suggested_filename == "nhật ký.txt"
    large = tmp_path / "lớn.bin"
    with large.open("wb") as file:
        file.truncate(TOO_LARGE)
    await chooser.set_input_files(large)
    await expect(screen.column("An").locator(".toasts")).to_contain_text("20 MB")
    kinds = [each.kind for each in playground.transcript(playground.private(alice, bot))]
    assert kinds == ["text", "photo", "document"]


async def test_replies_forwards_reactions_and_the_menu_go_by_keyboard_alone(
    screen, line, alice, group, playground
):
    menu = [{"command": "help", "description": "Mọi việc có thể làm"}]
    await line.ok("setMyCommands", commands=menu)
    await line.ok("sendMessage", chat_id=alice.id, text="Bạn còn xử lý chứ?")
    keyboard, column = screen.page.keyboard, screen.column("An")
    await column.get_by_role("button", name="Thêm", exact=True).last.focus()
    await keyboard.press("Enter")
    await keyboard.press("Enter")
    await expect(column.locator(".reactions")).to_have_text("👍")
    await column.get_by_role("button", name="Thêm", exact=True).last.focus()
    await keyboard.press("Enter")
    await screen.page.get_by_role("menuitem", name="Trả lời").focus()
    await keyboard.press("Enter")
    await keyboard.insert_text("Vẫn đang làm")
    await keyboard.press("Enter")
    await expect(screen.bubbles("An", "Vẫn đang làm").locator(".quote")).to_contain_text(
        "còn xử lý"
    )
    await column.get_by_role("button", name="Thêm", exact=True).last.focus()
    await keyboard.press("Enter")
    await screen.page.get_by_role("menuitem", name="Đội").press("Enter")
    await expect(screen.bubbles("Đội", "Vẫn đang làm").locator(".origin")).to_contain_text("An")
    await column.get_by_role("button", name="Lệnh").focus()
    await keyboard.press("Enter")
    await expect(screen.page.get_by_role("menuitem")).to_contain_text("Mọi việc có thể làm")
    await keyboard.press("Enter")
    await screen.sees("An", "/help")


async def test_the_group_has_topics_pins_and_links_that_open_the_bot(
    screen, line, alice, group, playground
):
    topic = await line.ok("createForumTopic", chat_id=group.id, name="SC-2026-0001")
    thread = topic["message_thread_id"]
    await screen.column("Đội").get_by_role("tab").first.click()
    link = [{"text": "Liên kết", "url": "https://t.me/watch_bot?start=abc"}]
    sent = await line.ok(
        "sendMessage",
        chat_id=group.id,
        message_thread_id=thread,
        text="Thẻ",
        reply_markup=keys(link),
    )
    await line.ok("pinChatMessage", chat_id=group.id, message_id=sent["message_id"])
    await expect(screen.column("Đội").get_by_role("tab").last).to_contain_text("1")
    await expect(screen.bubbles("Đội", "Thẻ")).to_have_count(0)
    await expect(screen.column("Đội").locator(".pin")).to_be_hidden()
    way = {"text": "Vào chủ đề", "url": f"https://t.me/c/{-group.id - 10**12}/{thread}"}
    await line.ok("sendMessage", chat_id=group.id, text="Sự cố mới", reply_markup=keys([way]))
    await screen.presses("Đội", "Vào chủ đề")
    await screen.sees("Đội", "Thẻ")
    await expect(screen.column("Đội").locator(".pin")).to_contain_text("Thẻ")
    await screen.presses("Đội", "Liên kết")
    await screen.sees("An", "/start abc")
    await line.ok("closeForumTopic", chat_id=group.id, message_thread_id=thread)
    await expect(screen.column("Đội").get_by_role("tab").last).to_contain_text("🔒")


async def test_a_bot_that_is_registered_later_is_there_at_once_and_can_join(screen, address):
    told = {"token": "2:LATER", "username": "later_bot", "name": "Later"}
    await screen.page.request.post(f"{address}/playground/add_bot", data=told)
    await expect(screen.column("An").get_by_label("Bot", exact=True)).to_contain_text("Later")
    await screen.column("Đội").get_by_role("button", name="Thêm: Đội").click()
    await screen.page.get_by_role("menuitem", name="Thêm vào nhóm: Later").click()
    await expect(screen.column("Đội").locator(".service").last).to_contain_text("Later đã vào nhóm")


async def test_a_message_with_sound_rings_and_a_folded_column_counts(screen, line, alice):
    await line.ok("sendMessage", chat_id=alice.id, text="nhẹ", disable_notification=True)
    await screen.sees("An", "nhẹ")
    await expect(screen.column("An")).not_to_have_class(RINGING)
    await line.ok("sendMessage", chat_id=alice.id, text="chuông")
    await expect(screen.column("An")).to_have_class(RINGING)
    await screen.column("An").get_by_role("button", name="Thêm: An").click()
    await screen.page.get_by_role("menuitem", name="Thu gọn khung").click()
    await line.ok("sendMessage", chat_id=alice.id, text="khi thu gọn")
    await expect(screen.column("An").locator(".spine .badge")).to_have_text("1")
    await screen.column("An").get_by_role("button", name="Mở khung: An").click()
    await screen.sees("An", "khi thu gọn")
    await expect(screen.column("An").locator(".badge").last).to_be_hidden()


async def test_a_phone_shows_one_column_and_changes_by_tabs(browser, address, line, boris, bot):
    screen = await opened(browser, address, PHONE, locale="en-GB", color_scheme="dark")
    await expect(screen.column("An")).to_be_visible()
    await expect(screen.column("Bình")).to_be_hidden()
    await screen.page.locator("#tabs").get_by_role("button", name="Bình").click()
    await expect(screen.column("An")).to_be_hidden()
    await expect(
        screen.column("Bình").get_by_role("button", name="Start", exact=True)
    ).to_be_visible()
    wide = await screen.page.evaluate("document.documentElement.scrollWidth")
    assert wide <= PHONE[0]
    await screen.page.get_by_role("button", name="Tiếng Việt").click()
    start = screen.column("Bình").get_by_role("button", name="Bắt đầu", exact=True)
    await start.click()
    await screen.sees("Bình", "/start")
    assert screen.errors == []


@pytest.mark.timeout(180)
async def test_five_columns_of_two_thousand_messages_stay_smooth(
    browser, playground, bot, record_property
):
    people = [playground.people.add_user(f"Người {number}") for number in range(5)]
    for person in people:
        playground.people.start(person, bot)
        chat = playground.private(person, bot)
        for number in range(MANY):
            text = f"Tin số {number}: " + "chữ " * (number % 23)
            playground.post(chat, bot.user if number % 3 else person, {"text": text})
    stage = Stage(playground, {person.first_name: person for person in people}, bot)
    line = Line(playground, TOKEN)
    async with serve(playground, stage=stage) as address:
        began = time.perf_counter()
        screen = await opened(browser, address)
        await screen.sees("Người 4", f"Tin số {MANY - 1}")
        opening = time.perf_counter() - began
        slowest = await screen.page.evaluate(_SCROLL)
        began = time.perf_counter()
        for number in range(100):
            for person in people:
                await line.ok("sendMessage", chat_id=person.id, text=f"Mới {number}")
        await screen.sees("Người 4", "Mới 99")
        appending = time.perf_counter() - began
        count = await screen.page.evaluate("document.querySelectorAll('.message').length")
        frames = await screen.page.evaluate(_FRAMES)
    measured = {"opening": opening, "scroll": slowest, "append": appending, "bubbles": count}
    record_property("smooth", json.dumps(measured | {"frame": frames}))
    assert opening < 5
    assert appending < 10
    assert count < 1_500


# Scrolls one column up to its first messages, frame by frame, and times each frame.
_SCROLL = """async () => {
  const list = document.querySelector(".scroller");
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  let worst = 0, last = performance.now(), frames = 0;
  for (; frames < 120; frames += 1) {
    list.scrollTop -= 1500;
    await frame();
    const at = performance.now();
    worst = Math.max(worst, at - last);
    last = at;
  }
  const shown = list.querySelectorAll(".message").length;
  list.scrollTop = list.scrollHeight;
  await frame();
  return { worst, frames, shown };
}"""

_FRAMES = """async () => {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  await frame();
  const began = performance.now();
  for (let number = 0; number < 30; number += 1) await frame();
  return (performance.now() - began) / 30;
}"""
