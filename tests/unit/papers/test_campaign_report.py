"""The roll-up of a campaign on paper: figures, the missing, findings, and room to sign."""

from io import BytesIO

import docx
import pytest

from bot.domain.rollup import Mark, Question
from bot.papers.campaign_papers import report
from bot.papers.campaign_report import document
from bot.services.rollup_facts import Fault
from tests.unit.papers.campaigns import a_campaign, a_reply


def words_of(finished):
    opened = docx.Document(BytesIO(finished.content))
    paragraphs = [paragraph.text for paragraph in opened.paragraphs]
    rows = [" | ".join(cell.text for cell in row.cells) for t in opened.tables for row in t.rows]
    return "\n".join(paragraphs + rows)


@pytest.fixture(scope="module")
def written():
    return words_of(document(a_campaign()))


@pytest.mark.parametrize(
    "part",
    [
        "Kết quả thực hiện Làm sạch mã độc năm 2027",
        "Kính gửi: Ủy ban nhân dân tỉnh",
        "Căn cứ: Công văn số 1234 ngày 25/4/2027.",
        "gồm 8 đầu việc giao cho các cơ quan; hạn báo cáo hết ngày 24/06/2027.",
        "Số liệu tính đến 09:00 Chủ Nhật 27/06/2027.",
        "Đã nộp 2/7 đầu việc (28,5 %), trong đó 1 nộp muộn.",
        "UBND xã | 8 | 2 | 1 | 1 | 5 | 28,5 %",
        "Cộng | 8 | 2 | 1 | 1 | 5 | 28,5 %",
        "1 | Số máy đã cài phần mềm phòng, chống mã độc | 18 trên 20 | 90,0 %",
        "2 | Số máy nhiễm | 8 | —",
        "3 | Số máy đã xử lý | 6 trên 8 | 75,0 %",
        "4 | Đã chia sẻ dữ liệu mã độc? | Có: 2; không: 0 | —",
        "5 | Phần mềm | Loại A: 0\nLoại B: 2 | —",
        "6 | Ngày rà quét | từ 03/06/2027 đến 03/06/2027 | —",
        "7 | Biên bản | 2 trả lời | —",
        "- Xã số 1: Cần tập huấn",
        "Chưa nộp: 5 đầu việc.",
        "5 | Xã số 8 | 24/06/2027 | Chưa có đầu mối | Nguyễn Văn A 0912345678",
        "Nộp muộn: 1 đầu việc.",
        "- Xã số 3: không có máy",
        "1 | Xã số 1 | Số bản sao lưu: 2; cần ít nhất 3.",
        "(Ký số, hoặc chữ ký và dấu)",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    ],
)
def test_it_holds_everything_that_is_to_be_signed(written, part):
    assert part in written


def test_it_is_not_signed_and_has_no_number(written):
    assert "Số: ………/…………" in written
    assert "ngày …… tháng …… năm 2027" in written


def test_the_answers_come_with_it():
    names = [paper.name for paper in report(a_campaign())]
    assert names == ["bao-cao-tong-hop-dy-2027-0007.docx", "ket-qua-dy-2027-0007.xlsx"]


def test_when_all_is_in_nothing_is_missing():
    replies = [a_reply(1), a_reply(2)]
    written = words_of(document(a_campaign(replies, faults=(), basis="", receiver="")))
    assert "Không còn cơ quan nào chưa nộp." in written
    assert "(100,0 %), đều đúng hạn." in written
    assert "Không có vấn đề nào được ghi nhận." in written
    assert "Kính gửi: ……" in written
    assert "Căn cứ" not in written
    assert "Nộp muộn" not in written


def test_a_campaign_without_questions_or_agencies_is_still_a_report():
    written = words_of(document(a_campaign([], questions=())))
    assert "Đã nộp 0/0 đầu việc (—)" in written
    assert "Số liệu tổng hợp" not in written


def test_words_that_say_nothing_are_not_listed():
    question = Question("wishes", "text", "Kiến nghị")
    replies = [a_reply(1, answers={"wishes": "Không."}), a_reply(2, answers={"wishes": "Cần máy"})]
    written = words_of(document(a_campaign(replies, questions=(question,))))
    assert "- Xã số 2: Cần máy" in written
    assert "- Xã số 1" not in written


def test_every_finding_has_its_words():
    found = [
        (Fault("Sở A", "no-contact"), "Chưa có đầu mối nào liên hệ được"),
        (Fault("Sở A", "takeover", {"code": "SC-2027-0001"}), "đã mở sự cố SC-2027-0001"),
        (Fault("Sở A", "never-scanned", {"system": "Cổng <b>"}), "Hệ thống Cổng <b> chưa từng"),
        (
            Fault("Sở A", "backup-rule", {"gap": "slow", "found": None, "wanted": 24}),
            "— giờ; cần không",
        ),
        (Fault("", "weak-password"), "5 | — | Vấn đề khác: weak-password"),
    ]
    written = words_of(document(a_campaign(faults=tuple(fault for fault, _ in found))))
    assert not [said for _, said in found if said not in written]


def test_each_group_has_a_row_and_a_bar():
    replies = [a_reply(1, group="Sở"), a_reply(2, Mark.SILENT, group="")]
    made = document(a_campaign(replies))
    written = words_of(made)
    assert "Sở | 1 | 1 | 0 | 0 | 0 | 100,0 %" in written
    assert "Cơ quan khác | 1 | 0 | 0 | 0 | 1 | 0,0 %" in written
    assert len(docx.Document(BytesIO(made.content)).inline_shapes) == 1


def test_large_sums_have_their_thousands_apart_and_wishes_are_in_order():
    answers = {"covered": [2236, 2303], "wishes": "Cần tập huấn"}
    replies = [a_reply(number, answers=answers) for number in (10, 9, 2)]
    written = words_of(document(a_campaign(replies)))
    assert "6.708 trên 6.909" in written
    places = [written.index(f"- Xã số {number}: Cần tập huấn") for number in (2, 9, 10)]
    assert places == sorted(places)
