"""A campaign of the tests about papers: the clean-up of a province, with every kind of answer."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.catalog import load
from bot.domain.league import league
from bot.domain.rollup import FINISHED, Mark, Question, Reply, roll_up
from bot.domain.team import Team
from bot.services.rollup_facts import Compiled, Fault

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
TEAM = Team(load(), ZONE, "vi", None)
DUE = datetime(2027, 6, 24, 16, 59, 59, tzinfo=UTC)  # the last second of the day in Vietnam
MADE_AT = datetime(2027, 6, 27, 2, 0, tzinfo=UTC)
QUESTIONS = (
    Question("covered", "number_of", "Số máy đã cài phần mềm phòng, chống mã độc"),
    Question("infected", "number", "Số máy nhiễm"),
    Question("cleaned", "number", "Số máy đã xử lý", of="infected"),
    Question("shared", "yes_no", "Đã chia sẻ dữ liệu mã độc?"),
    Question("product", "choice", "Phần mềm", {"a": "Loại A", "b": "Loại B"}),
    Question("scanned", "date", "Ngày rà quét"),
    Question("proof", "file", "Biên bản"),
    Question("wishes", "text", "Kiến nghị"),
)
ANSWERS = {
    "covered": [9, 10],
    "infected": 4,
    "cleaned": 3,
    "shared": True,
    "product": "b",
    "scanned": "2027-06-03",
    "proof": ["bienban.pdf"],
    "wishes": "Cần tập huấn",
}


def a_reply(number, mark=Mark.DONE, group="UBND xã", **more):
    """Return what one agency has done; whoever is finished has answered everything."""
    given = {
        "done_at": DUE - timedelta(days=3) if mark is Mark.DONE else None,
        "answers": ANSWERS if mark in FINISHED else {},
        "contacts": ("Nguyễn Văn A 0912345678",),
        "agency_id": number,
    }
    return Reply(more.pop("agency", f"Xã số {number}"), mark, DUE, group, **given | more)


def everybody():
    """Return one agency for each mark."""
    return [
        a_reply(number, mark, reason="không có máy" if mark is Mark.EXEMPT else "")
        for number, mark in enumerate(Mark, start=1)
    ]


def a_campaign(replies=None, team=TEAM, **more):
    """Return a campaign three days after its deadline."""
    given = everybody() if replies is None else replies
    facts = {
        "basis": "Công văn số 1234 ngày 25/4/2027",
        "receiver": "Ủy ban nhân dân tỉnh",
        "table": league(given, MADE_AT),
        "faults": (Fault("Xã số 1", "backup-rule", {"gap": "copies", "found": 2, "wanted": 3}),),
    }
    return Compiled(
        team,
        1,
        "DY-2027-0007",
        more.pop("name", "Làm sạch mã độc năm 2027"),
        datetime(2027, 5, 1, 1, 0, tzinfo=UTC),
        DUE,
        more.pop("rollup_at", DUE + timedelta(days=5)),
        roll_up(more.pop("questions", QUESTIONS), given, MADE_AT),
        **facts | more,
    )
