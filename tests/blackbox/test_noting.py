"""Notes and words typed in a hurry: which incident they are for, and what they mean."""

import pytest

from storage.tables import timeline
from tests.members import answer_to, owner_of

FIRST, SECOND = "SC-2026-0001", "SC-2026-0002"


@pytest.fixture
async def lan(world):
    return await world.member("Lan", "citizen")


async def notes(world, incident_id=1):
    return [
        row["text"]
        for row in await world.rows(timeline)
        if (row["kind"], row["incident_id"]) == ("note", incident_id)
    ]


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("/note đã rút cáp mạng", "đã rút cáp mạng"),
        (f"/note {FIRST} đã rút cáp mạng", "đã rút cáp mạng"),
        (f"/ghichu {FIRST}\nđã rút cáp\nvà tắt máy", "đã rút cáp\nvà tắt máy"),
        ("/note sc 2026 1 12 máy bị mã hóa", "12 máy bị mã hóa"),
        ("/note Scan xong, không thấy gì", "Scan xong, không thấy gì"),
        ("/note sc2026-1: đã báo cáo", "đã báo cáo"),
    ],
)
async def test_a_note_finds_its_incident_by_code_or_by_the_last_page(world, minh, lan, words, text):
    await world.receives(lan)
    await world.settles()
    await minh.says(words)
    assert await notes(world) == [text]
    assert text.splitlines()[0] in world.group_sees(FIRST, with_button="Chi tiết").text


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("/note", "Hãy ghi nội dung"),
        (f"/note {FIRST}", "Hãy ghi nội dung"),
        ("/note SC-2026-0077 đã xem", "Không tìm thấy"),
        ("/note SC-2026 đã xem", "Không tìm thấy"),
        ("/incident SC-2025-0001", "Không tìm thấy"),
        ("/ack SC-2026-0000", "Không tìm thấy"),
        (f"/assign {FIRST} Hà", "chỉ dành cho"),
        (f"/resolve {FIRST}", "Chỉ người phụ trách"),
        (f"/reject {FIRST}", "Chỉ người phụ trách"),
    ],
)
async def test_what_cannot_be_done_is_refused_with_its_reason(world, minh, lan, words, answer):
    await world.receives(lan)
    await world.settles()
    before = await world.rows(timeline)
    assert answer in await answer_to(minh, words)
    assert await world.rows(timeline) == before


async def test_without_a_page_and_without_a_code_the_bot_asks_which(world, tung, lan):
    assert "sự cố nào" in await answer_to(tung, "/note đã xem")
    assert "sự cố nào" in await answer_to(tung, "/ack")


async def test_a_reply_to_the_card_in_the_group_is_a_note_and_talk_is_not(world, minh, lan):
    await world.receives(lan)
    await world.settles()
    card = world.group_sees(FIRST, with_button="Chi tiết")
    await minh.says_in_group("ai rảnh thì xem giúp")
    stranger = await world.citizen("Người lạ")
    world.playground.people.join(world.group, stranger.user)
    await stranger.says_in_group("tôi cũng thấy vậy", reply_to=card)
    assert await notes(world) == []
    await minh.says_in_group("đang gọi nhà mạng", reply_to=card)
    assert await notes(world) == ["đang gọi nhà mạng"]
    await minh.says_in_group("nhận", reply_to=card)
    assert await owner_of(world) == minh.person_id


@pytest.mark.parametrize("words", ["nhận", "OK", "1", " Tôi nhận. "])
async def test_a_bare_word_takes_the_last_page_only(world, minh, lan, words):
    for _ in range(3):
        await world.receives(lan)
    await world.settles()
    await minh.says(words)
    assert [await owner_of(world, n) for n in (1, 2, 3)] == [None, None, minh.person_id]
    await minh.says(words, reply_to=minh.sees(FIRST, with_button="hận"))
    assert [await owner_of(world, n) for n in (1, 2)] == [minh.person_id, None]


async def test_ok_to_a_page_somebody_else_took_says_who_has_it(world, minh, tung, lan):
    await world.receives(lan)
    await world.settles()
    await tung.says(f"/ack {FIRST}")
    assert "Tùng đã nhận" in await answer_to(minh, "ok")
    assert await owner_of(world) == tung.person_id


async def test_a_typed_answer_to_still_on_it_counts_like_the_button(world, minh, lan):
    await world.receives(lan)
    await world.settles()
    await minh.presses("hận")
    await world.passes(minutes=30, seconds=5)
    question = minh.sees("còn đang xử lý", with_button="Còn")
    assert "vẫn đang xử lý" in await answer_to(minh, "ok", reply_to=question)
    await world.passes(minutes=10)
    assert await owner_of(world) == minh.person_id
    await world.passes(minutes=21)
    await minh.says("đang khôi phục từ bản sao lưu", reply_to=minh.sees("còn đang xử lý"))
    await world.passes(minutes=10)
    assert await owner_of(world) == minh.person_id


async def test_a_reply_to_a_page_takes_it_even_in_the_middle_of_a_form(world, minh, lan):
    await world.receives(lan)
    await world.settles()
    await minh.presses("hận")
    await minh.says("/resolve")
    await world.receives(lan)
    await world.settles()
    await minh.says("nhận", reply_to=minh.sees(SECOND, with_button="hận"))
    assert await owner_of(world, 2) == minh.person_id
    await minh.says("ổ cứng hỏng")
    minh.sees("Đội đã làm gì")
