"""A case of ransomware as its papers see it, for tests of papers."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from bot.catalog import load
from bot.domain.case_facts import Facts, Moment, Source, Told
from bot.domain.watch_policy import Letterhead
from bot.services.case_papers import Order

BOOK = load().forms
MADE_AT = datetime(2026, 11, 22, 0, 30, tzinfo=UTC)
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
LETTERHEAD = Letterhead(
    superior="Công an tỉnh A",
    issuer="Đội ứng cứu sự cố an toàn thông tin mạng",
    place="Thành phố A",
    number="Số: ……/BC-ĐƯCSC",
    signer="Đội trưởng",
    copies=("Như trên", "Lưu: VT"),
)
KNOWN: dict[Source, Any] = {
    Source.ISSUER: LETTERHEAD.issuer,
    Source.CONTACT_NAME: "Nguyễn Thị Hằng",
    Source.CONTACT_PHONE: "0912 345 678",
    Source.CODE: "SC-2026-0001",
    Source.OPERATOR: "Sở Y tế & Dân số",
    Source.OWNER: "Ủy ban nhân dân tỉnh A",
    Source.SYSTEM: "Hệ thống quản lý bệnh viện <HIS>",
    Source.LEVEL: 4,
    Source.ADDRESS: "https://his.soyte.example.vn (203.0.113.7), máy chủ 10.1.2.3",
    Source.DESCRIPTION: "Máy chủ 192.168.10.5 bị mã hóa, có tệp đòi tiền.\nMật khẩu: Abc@12345",
    Source.DETECTED: MADE_AT - timedelta(hours=3),
    Source.FOUND_BY: "notice",
    Source.STATE: "doing",
    Source.MEASURES: (
        Moment(MADE_AT - timedelta(hours=2), "step-done", "Ngắt mạng máy chủ bị mã hóa"),
        Moment(MADE_AT - timedelta(hours=1), "step-done", "Lưu bản sao ổ đĩa trước khi xử lý"),
    ),
    Source.TOLD: (Told({"vi": "Thông báo sự cố"}, "11/TB", MADE_AT - timedelta(hours=1)),),
    Source.STORY: (
        Moment(MADE_AT - timedelta(hours=3), "received", "Máy chủ bị mã hóa"),
        Moment(MADE_AT - timedelta(hours=2), "taken"),
        Moment(MADE_AT - timedelta(hours=2), "phase", "", "containing"),
        Moment(MADE_AT - timedelta(hours=1), "note", "Kẻ tấn công vào từ fd00::5 qua VPN"),
    ),
}
ANSWERS = {
    "reporter_address": "Số 1 đường Trần Phú",
    "told": "Cơ quan điều phối quốc gia\nbáo miệng cho PA05",
    "confidential": "Có",
    "isp": "",
}


PERIOD: dict[Source, Any] = {
    Source.ISSUER: LETTERHEAD.issuer,
    Source.CONTACT_NAME: "Nguyễn Thị Hằng",
    Source.HELPERS: "- Viettel Cyber Security (2)",
    Source.FOREIGN: "none",
}


def periodic(figures, *, known=None, answers=None, version=1):
    """Return what Mẫu 05 is made from, with figures of its days."""
    given = order("05", known=known or PERIOD, answers=answers or {}, version=version)
    return replace(given, figures=figures)


def order(code="03", *, template=None, known=None, answers=None, letterhead=LETTERHEAD, version=1):
    """Return what a paper is made from."""
    [form] = [form for form in BOOK.forms if form.code == code]
    if template is not None:
        form = form.model_copy(update={"template": str(template)})
    return Order(
        form,
        BOOK.of(form.fields),
        tuple(each.name("vi") for each in BOOK.to(form)),
        Facts("SC-2026-0001", KNOWN if known is None else known),
        ANSWERS if answers is None else answers,
        version,
        MADE_AT,
        ZONE,
        letterhead,
    )
