"""The report of a watch on paper: all figures, a chart, and room to sign."""

import dataclasses
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from docx import Document
from msgspec.structs import replace
from PIL import Image

from bot.catalog import load
from bot.domain.stood import Arrival, Stay
from bot.domain.team import Team
from bot.domain.watch import slots
from bot.domain.watch_figures import Facts, Received, Wait, days, figures
from bot.papers.watch_chart import Labels, Point, chart
from bot.papers.watch_papers import report
from bot.services.log_lines import Line
from bot.services.report_facts import Kind, Open, Report, Unsigned
from bot.worker import a_process
from tests.rosters import ANNA, BINH, VIETNAM, a_watch, at

TEAM = Team(load(), VIETNAM, "vi", None)
WATCH = a_watch(days=3)
MINUTE = timedelta(minutes=1)
LABELS = Labels("Sự cố", "Phút", "trung vị", "lâu nhất", "Không có")


def stay(person, start, end):
    return Stay(person, person, "primary", at(start), at(end))


FACTS = Facts(
    slots(WATCH, VIETNAM),
    [stay(ANNA, 0, 30), stay(BINH, 31, 72)],
    [(at(0), Arrival.ON_TIME), (at(12), Arrival.LATE), (at(24), Arrival.MISSED)],
    [at(1), at(2)],
    [Wait(1, at(1), at(1) + 3 * MINUTE), Wait(2, at(26), at(26) + 90 * MINUTE)],
    [
        Received(1, "deface", "high", "closed", at(1)),
        Received(2, "ransomware", "critical", "verifying", at(26)),
    ],
    [at(5)],
)


def a_report(kind=Kind.FINAL, team=TEAM, **more):
    by_day = tuple(
        (day, figures(FACTS, start, end)) for day, start, end in days(at(0), at(72), VIETNAM)
    )
    given: dict[str, Any] = {"figures": figures(FACTS, at(0), at(72)), "days": by_day, "open": ()}
    return Report(team, kind, WATCH, at(73), **given | more)


def words_of(finished):
    document = Document(BytesIO(finished.content))
    paragraphs = [paragraph.text for paragraph in document.paragraphs]
    rows = [" | ".join(cell.text for cell in row.cells) for t in document.tables for row in t.rows]
    return "\n".join(paragraphs + rows)


def test_it_holds_every_figure_of_the_period():
    written = words_of(report(a_report()))
    for part in (
        "Kết quả đợt trực Trực lễ 2/9",
        "Thời gian: từ 07:30 Thứ Ba 01/09/2026 đến 07:30 Thứ Sáu 04/09/2026, giờ ICT (UTC+7).",
        "Tỷ lệ thời gian có người trực theo lịch: 98,6 %.",
        "Trực ban | 13:30 Thứ Tư 02/09/2026\n14:30 Thứ Tư 02/09/2026 | 1 giờ 0 phút | 0/1",
        "Vào ca: 1 lượt đúng giờ, 1 lượt muộn, 1 lượt vắng.",
        "Nhật ký trực có 1 dòng",
        "Đã gửi 2 tin gọi trực.",
        "Số lần gọi: 2; đã có người nhận: 2.",
        "trung vị 46 phút, lâu nhất 1 giờ 30 phút",
        "Loại sự cố | Khẩn cấp | Cao | Cộng",
        "Cộng | 1 | 1 | 2",
        "01/09 | 1/1/0 | 100,0 % | 1 | 2 | 3 phút | 3 phút",
        "Lịch trực không thay đổi.",
        "Các ca đã bàn giao đều đủ chữ ký.",
        "Không còn sự cố nào đang mở",
    ):
        assert part in written, part


def test_what_is_open_unsigned_and_changed_is_listed():
    one = Open("SC-2026-0002", "ransomware", "critical", "UBND xã", "verifying", None)
    given = {"text": "log-given", "post": {"post": "primary"}, "former": "An", "to": "Bình"}
    change = Line(at(30), given | {"why": " (ốm)"}, 0)
    unsigned = (Unsigned("primary", at(12), "An"),)
    made = report(a_report(open=(one,), more_open=True, unsigned=unsigned, changes=(change,)))
    written = words_of(made)
    assert "SC-2026-0002 | Khẩn cấp |" in written
    assert "| UBND xã | đang xác minh | chưa có ai" in written
    assert "Danh sách chỉ nêu 1 sự cố mới nhất." in written
    assert "- Trực ban, ca của An, hết ca 19:30 Thứ Ba 01/09/2026" in written
    assert "- 13:30 Thứ Tư 02/09/2026: Đổi ca Trực ban: An → Bình" in written


def test_a_quiet_watch_is_reported_without_empty_tables():
    quiet = figures(Facts(), at(0), at(72))
    made = report(a_report(figures=quiet, days=()))
    written = words_of(made)
    assert "Không có vị trí nào cần trực" in written
    assert "Không tiếp nhận sự cố nào." in written
    assert "Không phải gọi trực lần nào." in written
    assert len(Document(BytesIO(made.content)).inline_shapes) == 0


def test_calls_that_nobody_took_have_no_median():
    untaken = figures(replace(FACTS, waits=[Wait(1, at(1))]), at(0), at(72))
    assert "Số lần gọi: 1; chưa có lần nào có người nhận." in words_of(
        report(a_report(figures=untaken))
    )


@pytest.mark.parametrize(
    ("kind", "title", "name"),
    [
        (Kind.DAILY, "Kết quả trực trong ngày", "bao-cao-truc-ngay-truc-le-2-9-2026-09-04.docx"),
        (Kind.INTERIM, "đến thời điểm báo cáo", "bao-cao-truc-truc-le-2-9-2026-09-04.docx"),
        (Kind.FINAL, "Kết quả đợt trực", "bao-cao-dot-truc-truc-le-2-9-2026-09-04.docx"),
    ],
)
def test_each_kind_has_its_title_and_its_file(kind, title, name):
    made = report(a_report(kind))
    assert title in words_of(made)
    assert made.name == name


def test_a_team_that_speaks_english_gets_an_english_paper():
    written = words_of(report(a_report(team=dataclasses.replace(TEAM, language="en"))))
    assert "Somebody was there in 98.6 % of the planned time." in written
    assert "Kind of incident | Critical | High | Total" in written


def test_the_same_report_is_the_same_file():
    assert words_of(report(a_report())) == words_of(report(a_report()))


@pytest.mark.parametrize("count", [1, 5, 92])
def test_a_chart_is_drawn_for_any_number_of_days(count):
    first = at(0).date()
    points = [
        Point(first + timedelta(days=n), n % 4, n * MINUTE, 2 * n * MINUTE) for n in range(count)
    ]
    picture = Image.open(BytesIO(chart(points, LABELS)))
    assert picture.format == "PNG"
    assert picture.width > picture.height > 400


def test_a_chart_of_nothing_says_so():
    quiet = chart([Point(at(0).date(), 0)], LABELS)
    busy = chart([Point(at(0).date(), 1, MINUTE, MINUTE)], LABELS)
    assert quiet != busy


@pytest.mark.timeout(180)  # a new process, and matplotlib's first look for fonts
def test_it_can_be_made_in_a_process_of_its_own():
    with a_process() as pool:
        made = pool.submit(report, a_report()).result(timeout=150)
    assert words_of(made) == words_of(report(a_report()))
