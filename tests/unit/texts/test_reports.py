import pytest
from msgspec.structs import replace

from bot.domain.incident import Status
from bot.texts.length import plain
from tests.unit.texts.examples import (
    CLOSED,
    DUPLICATE,
    FRAUD,
    HARMLESS,
    MINUTE,
    NEW,
    NIGHT,
    REFERRED,
    SOLVED,
    TAKEN,
    data,
    rendered,
)


def test_the_receipt_gives_the_code_to_copy_and_says_what_happens_next():
    said = rendered("report-received", NEW)
    assert "<code>SC-2026-0012</code>" in said.html
    assert "Bot đang gọi người trực" in said.html
    assert "<b>trả lời (reply) tin này</b>" in said.html
    [[key]] = said.keys
    assert key.copy == "SC-2026-0012"


def test_the_receipt_for_fraud_says_what_to_do_at_once_and_whom_to_call():
    said = rendered("report-received", FRAUD)
    assert "chuyển cho công an" in said.html
    assert "Gọi ngay cho ngân hàng" in said.html
    assert "156" in said.html
    assert "Bot đang gọi" not in said.html


def test_the_receipt_for_another_kind_in_the_queue_does_not_speak_of_the_police():
    said = rendered("report-received", replace(FRAUD, kind="suggestion"))
    assert "công an" not in said.html
    assert "giờ hành chính" in said.html


def test_an_anonymous_reporter_is_reassured():
    assert "Tên của bạn không được gửi cho ai" in (
        rendered("report-received", replace(NEW, anonymous=True)).html
    )
    assert "Tên của bạn" not in rendered("report-received", NEW).html


def test_a_reporter_hears_that_it_was_taken_but_not_by_whom():
    said = rendered("report-taken", TAKEN)
    assert "lúc 02:03 ICT" in said.html
    assert "Bình" not in said.html


def test_a_reporter_is_asked_whether_it_is_solved_for_them():
    said = rendered("report-solved", SOLVED, action="Khôi phục <từ> bản sao lưu")
    assert "lúc 02:04 ICT" in said.html
    assert "<blockquote>Khôi phục &lt;từ&gt; bản sao lưu</blockquote>" in said.html
    assert data(said) == [["solved:7", "unsolved:7"]]


def test_a_reporter_hears_until_when_an_answer_is_awaited():
    said = rendered("report-solved", replace(SOLVED, due_at=NIGHT + 72 * 60 * MINUTE))
    assert "trước 02:03 ICT ngày 24/11, sự cố được hiểu là đã ổn" in said.html
    assert "được hiểu là đã ổn" not in rendered("report-solved", SOLVED).html


@pytest.mark.parametrize("action", ["", None])
def test_what_was_not_written_down_is_not_said(action):
    assert "Việc đã làm" not in rendered("report-solved", SOLVED, action=action).html


@pytest.mark.parametrize(
    ("incident", "words"),
    [
        (HARMLESS, "không phải sự cố"),
        (DUPLICATE, "trùng với SC-2026-0009"),
        (REFERRED, "chuyển cho cơ quan có thẩm quyền"),
    ],
)
def test_a_rejection_says_what_it_was_and_how_to_object(incident, words):
    said = rendered("report-rejected", incident)
    assert words in plain(said.html)
    assert data(said) == [["unsolved:7"]]


def test_a_rejection_gives_its_reason():
    assert "Lý do: Máy in hết giấy" in rendered("report-rejected", HARMLESS).html


def test_a_rejection_that_was_taken_back_meanwhile_is_not_told():
    said = rendered("report-rejected", replace(NEW, status=Status.RECEIVED))
    assert "tiếp tục được xử lý" in said.html


def test_an_end_is_told_with_a_way_back():
    said = rendered("report-closed", CLOSED)
    assert "đã đóng lúc 02:04 ICT" in said.html
    assert data(said) == [["unsolved:7"]]


def test_a_reporter_hears_that_the_team_opened_it_again_but_not_by_whom():
    said = rendered("report-reopened", NEW, by_lead=True)
    assert "Đội đã mở lại báo cáo <code>SC-2026-0012</code>" in said.html
    assert "ý kiến của bạn" not in said.html


def test_a_reporter_hears_that_the_work_goes_on():
    assert "tiếp tục được xử lý" in rendered("report-reopened", TAKEN).html
