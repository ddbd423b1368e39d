import pytest
from msgspec.structs import replace

from bot.domain.escalation import Target
from bot.domain.kinds import Severity
from bot.services.facts import Facts
from bot.texts import Rendered
from bot.texts.length import plain
from tests.unit.texts.examples import (
    AGAIN,
    AN,
    BINH,
    CALLING,
    NEW,
    PAGE_KEYS,
    SOLVED,
    TAKEN,
    data,
    labels,
    rendered,
)

DECLINED = replace(NEW, ladder=replace(CALLING, declined=frozenset({BINH})))


def two_lines(said: Rendered) -> list[str]:
    return plain(said.html).split("\n")[:2]


def test_the_lock_screen_shows_how_bad_what_where_and_what_to_do_by_when():
    assert two_lines(rendered("incident-page", NEW)) == [
        "🔴 KHẨN CẤP · Mã hóa dữ liệu, tống tiền · UBND xã A — SC-2026-0012",
        "Bấm “Tôi nhận” trước 02:06 ICT, nếu không sẽ gọi người tiếp theo.",
    ]


def test_the_lock_screen_says_the_same_in_english():
    assert two_lines(rendered("incident-page", NEW, language="en")) == [
        "🔴 CRITICAL · Ransomware · UBND xã A — SC-2026-0012",
        "Press “I take it” before 02:06 ICT, or the next person is called.",
    ]


@pytest.mark.parametrize(
    ("known", "where"),
    [
        ({}, "UBND xã A"),
        ({"agency": None}, "Phòng Văn thư"),
        ({"agency": None, "place": "dòng 1\ndòng 2"}, "dòng 1 dòng 2"),
        ({"agency": None, "place": None}, "Một cửa điện tử"),
    ],
)
def test_where_is_the_best_that_is_known_in_one_line(known, where):
    assert two_lines(rendered("incident-page", replace(NEW, **known)))[0].endswith(
        f"· {where} — SC-2026-0012"
    )


def test_a_page_for_nowhere_leaves_no_gap():
    nowhere = replace(NEW, agency=None, place=None, system=None)
    [first, _] = two_lines(rendered("incident-page", nowhere))
    assert first == "🔴 KHẨN CẤP · Mã hóa dữ liệu, tống tiền — SC-2026-0012"


def test_a_page_has_its_four_keys_in_their_places():
    said = rendered("incident-page", NEW)
    assert data(said) == PAGE_KEYS
    assert labels(said) == [["✋ Tôi nhận", "Không thể"], ["⬆ Chuyển cấp trên", "⋯ Chi tiết"]]
    assert said.keys[0][0].style == "primary"


@pytest.mark.parametrize(
    ("target", "why"),
    [
        (Target.ON_DUTY, "bạn đang trực ban"),
        (Target.BACKUP, "bạn đang trực dự phòng"),
        (Target.COMMANDER, "bạn đang trực chỉ huy"),
        (Target.LEADS, "bạn là chỉ huy Đội"),
        (Target.RESPONDERS, "bạn là thành viên Đội ứng cứu"),
    ],
)
def test_a_page_says_that_it_is_for_you_and_why(target, why):
    said = plain(rendered("incident-page", facts=Facts(incident=NEW, target=target)).html)
    assert f"👉 Tin này gửi riêng bạn: {why}." in said


def test_a_repeated_page_says_how_long_nobody_has_taken_it():
    said = plain(rendered("incident-page", AGAIN).html)
    assert "🔁 Gọi lại lần 2: đã 1 giờ 11 phút chưa ai nhận." in said
    assert "trước 02:06 ICT, nếu không sẽ gọi lại." in said


def test_who_cannot_sees_that_others_are_called_and_can_still_take_it():
    said = rendered("incident-page", DECLINED)
    assert two_lines(said)[1].startswith("Bạn đã báo không thể nhận.")
    assert data(said) == PAGE_KEYS
    assert "không thể nhận" not in rendered("incident-page", DECLINED, person=AN).html


def test_the_owners_copy_says_so_and_offers_to_finish():
    said = rendered("incident-page", TAKEN)
    assert two_lines(said)[0] == "✅ Bạn đã nhận SC-2026-0012 lúc 02:03 ICT."
    assert "Bot sẽ hỏi lại bạn lúc 02:33 ICT." in said.html
    assert data(said) == [["resolve:7", "details:7"]]


def test_every_other_copy_says_who_took_it_and_keeps_only_the_details():
    said = rendered("incident-page", TAKEN, person=AN)
    assert two_lines(said)[0] == (
        "✅ Lê Văn Bình đã nhận SC-2026-0012 lúc 02:03 ICT. Bạn không cần làm gì."
    )
    assert data(said) == [["details:7"]]


def test_a_solved_incident_is_not_offered_to_be_solved_again():
    said = rendered("incident-page", SOLVED)
    assert two_lines(said)[0].startswith("✔ Bạn đã báo xử lý xong SC-2026-0012.")
    assert data(said) == [["details:7"]]


def test_the_copy_of_a_page_that_was_sent_again_is_one_line_without_keys():
    said = rendered("incident-page", facts=Facts(incident=NEW, newer=True))
    assert said.html == "⤵ SC-2026-0012: đã gọi lại, xem tin mới hơn bên dưới."
    assert said.keys == ()


@pytest.mark.parametrize("severity", Severity)
def test_every_severity_is_a_word_beside_its_colour(severity):
    words = rendered("incident-page", replace(NEW, severity=severity)).html
    assert len(words.split(" · ")[0].removeprefix("<b>").split()) > 1


def test_what_was_only_assigned_is_not_called_taken():
    given = replace(TAKEN, taken_at=None)
    card = rendered("incident-card", given).html
    assert "đang chờ trả lời" in card
    assert "nhận lúc" not in card
    page = rendered("incident-page", given)
    assert "đã được giao cho" in page.html
    assert data(page)[0][0] == "ack:7"
