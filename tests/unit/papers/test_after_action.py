"""The lessons on paper: what the log shows, room to write, and that a drill is one."""

from datetime import date, timedelta
from io import BytesIO

import docx
import pytest
from msgspec.structs import replace

from bot.domain.after_action import Mark, after_action
from bot.domain.course import Course, Line
from bot.domain.improvements import Improvement, ImprovementState
from bot.papers.case_bundle import review as made
from bot.services.after_action_words import MOST, finding, mark, said
from bot.services.after_actions import Review
from bot.texts.length import plain
from bot.texts.values import voice
from tests.unit.domain.test_after_action import QUIET, START, course, line
from tests.unit.texts.examples import CLOSED, TEAM

NOW = START + timedelta(hours=8)
TASK = Improvement(3, 7, CLOSED.code, "Bật sao lưu ngoại tuyến", 1, "Hà", date(2026, 9, 20))
INCIDENT = replace(CLOSED, cause="Dùng lại mật khẩu", action="Khôi phục từ bản sao lưu")


def a_review(*lines: Line, incident=INCIDENT, language="vi", tasks=(TASK,), **more) -> Review:
    given: Course = course(*(lines or QUIET), **more)
    return Review(TEAM, incident, after_action(given), tuple(tasks), NOW, language)


def words_of(review):
    document = docx.Document(BytesIO(made(review).content))
    rows = [" | ".join(c.text for c in row.cells) for t in document.tables for row in t.rows]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *rows])


def told(value, language="vi"):
    return plain(str(voice(TEAM, NOW, language).value(value)))


def test_the_paper_has_every_mark_what_helped_and_what_came_of_it():
    text = words_of(a_review(steps=(4, 8)))
    for part in (
        "BÁO CÁO RÚT KINH NGHIỆM",
        "Sự cố SC-2026-0012",
        "Mã hóa dữ liệu, tống tiền. Mức độ: Khẩn cấp",
        "Có người nhận | 02:02 Thứ Tư 02/09/2026 | 2 phút | Bình",
        "Ngăn chặn xong | 02:40 Thứ Tư 02/09/2026 | 30 phút | Bình",
        "Bình nhận sau 2 phút",
        "4/8 bước của phương án chưa xong",
        "Dùng lại mật khẩu",
        "Bật sao lưu ngoại tuyến | Hà | 20/9/2026 | đang mở",
    ):
        assert part in text
    assert "DIỄN TẬP" not in text


@pytest.mark.parametrize(
    ("language", "words"), [("vi", "GIỮ KÍN · TLP:RED"), ("en", "CONFIDENTIAL · TLP:RED")]
)
def test_what_is_confidential_says_on_its_paper_how_far_it_may_go(language, words):
    kept = a_review(incident=replace(INCIDENT, confidential=True), language=language)
    assert words in words_of(kept)
    assert words not in words_of(a_review(language=language))


def test_a_drill_says_so_on_its_paper_and_in_its_name():
    review = a_review(incident=replace(INCIDENT, drill=True))
    assert words_of(review).count("DIỄN TẬP") == 2
    assert "dien-tap" in made(review).name


def test_what_the_log_does_not_tell_is_open_and_there_is_room_to_write():
    text = words_of(a_review(QUIET[0], tasks=()))
    assert "Có người nhận | (không ghi) | — | —" in text
    assert "Nhật ký không cho thấy điều gì" in text
    assert text.count("\n\t\n") >= 4
    assert text.count("\n |  |  | ") >= 2


def test_what_was_not_needed_is_there_with_its_reason():
    dropped = replace(TASK, state=ImprovementState.DROPPED, reason="đã có\nrồi")
    assert "không cần nữa: đã có rồi" in words_of(a_review(tasks=[dropped]))


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_message_says_the_same_in_few_lines(language):
    steps = [line(30 * n + n, "note", "Bình") for n in range(1, 30)]
    text = told(said(a_review(*QUIET[:3], *steps, language=language)), language)
    assert "SC-2026-0012" in text
    assert "Bật sao lưu ngoại tuyến" in text
    assert len(text) < 4096
    assert text.count("\n• ") <= len(Mark) + 2 * MOST + 2


def test_a_mark_that_follows_at_once_has_no_length():
    passed = a_review().draft.marks[1]
    assert told(mark(passed)) == "• Gọi trực: 02:00 ICT · Bình"


def test_a_finding_with_nobody_to_name_says_nobody():
    lines = (QUIET[0], line(0, "paged", people=["Chi"]), line(9, "paged", people=["Chi"]))
    slowed = after_action(course(*lines, line(11, "taken", "Chi"))).slowed
    assert "không ai" in told(finding(slowed[0])).lower()
