import pytest
from msgspec.structs import replace

from bot.services.facts import Entry
from bot.texts.length import plain
from tests.unit.texts.examples import AN, CLOSED, MINUTE, NEW, NIGHT, SOLVED, TAKEN, data, rendered


def told(*entries: Entry) -> list[str]:
    lines = plain(rendered("incident-details", replace(TAKEN, timeline=entries)).html).split("\n")
    return lines[lines.index("Nhật ký") + 1 :]


def entry(kind: str, text: str | None = None, by: str | None = "Bình", **details: object) -> Entry:
    return Entry(NIGHT + MINUTE, kind, by, text, details)


def test_details_show_everything_that_is_known():
    known = replace(NEW, noticed="sáng nay", cause="mật khẩu yếu", action="đổi", helped_by="A05")
    said = plain(rendered("incident-details", known).html)
    for fact in (
        "Hệ thống: Một cửa điện tử (cấp độ 3)",
        "Nơi xảy ra: Phòng Văn thư",
        "Phát hiện: sáng nay",
        "Liên hệ: 0912 345 678",
        "Người báo: Trần Thị B (UBND xã A)",
        "Nguyên nhân: mật khẩu yếu",
        "Đã xử lý: đổi",
        "Đơn vị hỗ trợ: A05",
    ):
        assert fact in said


@pytest.mark.parametrize(
    ("kept", "language", "said"),
    [
        ("own", "vi", "Đơn vị hỗ trợ: Đội tự xử lý"),
        ("own", "en", "Helped by: The team alone"),
        ("national", "vi", "Đơn vị hỗ trợ: Cơ quan điều phối quốc gia"),
        ("VNPT", "vi", "Đơn vị hỗ trợ: VNPT"),
    ],
)
def test_who_helped_is_said_in_words(kept, language, said):
    known = replace(NEW, helped_by=kept)
    html = rendered("incident-details", known, language=language).html
    assert said in plain(html)


def test_what_is_not_known_leaves_no_line():
    bare = replace(NEW, noticed=None, contact=None, place=" ", system=None, reporter=None)
    said = plain(rendered("incident-details", bare).html)
    assert "Phát hiện" not in said
    assert "Liên hệ" not in said
    assert "Nơi xảy ra" not in said
    assert "Người báo" not in said
    assert "Nhật ký" not in said


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (entry("received", "như trên"), "Bình gửi báo cáo sự cố"),
        (entry("report-file", media="photo", name=None), "Bình gửi tệp ảnh"),
        (entry("report-file", media="document", name="log <1>.txt"), "Bình gửi tệp log <1>.txt"),
        (entry("report-file", media="hologram"), "Bình gửi tệp hologram"),
        (entry("paged", by=None, people=["Bình", "An"]), "Gọi Bình, An"),
        (entry("paged", by=None, people=[]), "Gọi chưa có ai"),
        (entry("promised", until=NIGHT.isoformat()), "Bình hẹn báo lại lúc 02:03 ICT"),
        (entry("assigned", to="An"), "Bình giao cho An"),
        (entry("severity", to="high"), "Bình đổi mức độ: 🟠 Cao"),
        (entry("phase", status="containing"), "Bình chuyển sang: đang ngăn chặn"),
        (entry("rejected", "giấy", status="not_incident"), "Bình kết luận: không phải sự cố: giấy"),
        (entry("note", "dòng 1\ndòng 2"), "Bình ghi chú: dòng 1 dòng 2"),
        (entry("closed", by=None), "Đóng sự cố (Bot)"),
        (entry("from-the-future"), "Bình: from-the-future"),
        (
            entry("form-sent", "Mẫu 03, bản 1", number="12/BC-ĐƯCSC"),
            "Bình ghi đã gửi văn bản: Mẫu 03, bản 1",
        ),
        (
            entry("update-owed", None, None, what={"vi": "chủ quản hệ thống"}),
            "Có thay đổi sau khi báo cáo, phải cập nhật: chủ quản hệ thống",
        ),
    ],
)
def test_the_log_tells_each_line_in_words(line, words):
    assert told(line) == [f"02:04 ICT {words}"]


def test_a_reporter_without_a_name_is_called_the_reporter():
    assert told(Entry(NIGHT, "note", None, "x", {}, by_reporter=True)) == [
        "02:03 ICT Người báo ghi chú: x"
    ]


@pytest.mark.parametrize(
    ("incident", "person", "keys"),
    [
        (NEW, AN, [["ack:7", "decline:7"], ["confide:7"]]),
        (
            TAKEN,
            5,
            [
                ["resolve:7", "reject:7"],
                ["escalate:7", "release:7"],
                ["relay:7", "confide:7"],
                ["phase:7:responding", "phase:7:containing"],
                ["phase:7:removing", "phase:7:recovering"],
                ["phase:7:checking"],
            ],
        ),
        (SOLVED, 5, [["reject:7"], ["escalate:7", "release:7"], ["relay:7", "confide:7"]]),
        (TAKEN, AN, [["confide:7"]]),
        (replace(TAKEN, confidential=True), AN, [["lift:7:ask"]]),
        (CLOSED, 5, [[None]]),
    ],
)
def test_details_offer_what_their_reader_can_do(incident, person, keys):
    assert data(rendered("incident-details", incident, person=person)) == keys


def test_a_log_too_long_for_telegram_is_cut_and_says_so():
    story = tuple(entry("note", "x" * 240) for _ in range(20))
    said = rendered("incident-details", replace(TAKEN, timeline=story))
    assert len(plain(said.html)) <= 4096
    assert said.html.endswith("… (còn nữa)")
