"""One incident in all its states, and a short way to render it."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from bot import catalog
from bot.domain.escalation import Target
from bot.domain.incident import Status
from bot.domain.kinds import Severity
from bot.domain.playbook import UnderWay
from bot.domain.team import Team
from bot.services.facts import Entry, Facts, IncidentFacts, LadderFacts
from bot.services.room_facts import RoomFacts
from bot.texts import Rendered, render

TEAM = Team(catalog.load(), ZoneInfo("Asia/Ho_Chi_Minh"), "vi", -100)
NIGHT = datetime(2026, 11, 20, 19, 3, tzinfo=UTC)  # 02:03 on the 21st in Vietnam
MINUTE = timedelta(minutes=1)
BINH, AN = 5, 6

CALLING = LadderFacts(
    next_at=NIGHT + 3 * MINUTE,
    round=0,
    repeats=False,
    paged=("Lê Văn Bình",),
    next_targets=(Target.ON_DUTY, Target.BACKUP),
    next_names=("Lê Văn Bình", "Nguyễn An"),
)
NEW = IncidentFacts(
    id=7,
    code="SC-2026-0012",
    kind="ransomware",
    severity=Severity.CRITICAL,
    status=Status.RECEIVED,
    summary="Máy chủ báo mọi tệp đổi đuôi .locked",
    opened_at=NIGHT,
    place="Phòng Văn thư",
    agency="UBND xã A",
    system="Một cửa điện tử",
    level=3,
    reporter="Trần Thị B",
    reporter_agency="UBND xã A",
    contact="0912 345 678",
    ladder=CALLING,
    files=2,
    patience=30 * MINUTE,
)
TAKEN = replace(
    NEW,
    status=Status.VERIFYING,
    ladder=None,
    owner_id=BINH,
    owner="Lê Văn Bình",
    taken_at=NIGHT,
    asked_at=NIGHT + 30 * MINUTE,
)
PROMISED = replace(TAKEN, promised_at=NIGHT + 15 * MINUTE, asked_at=NIGHT + 15 * MINUTE)
SOLVED = replace(TAKEN, status=Status.WRAPPING_UP, resolved_at=NIGHT + MINUTE, asked_at=None)
CLOSED = replace(SOLVED, status=Status.CLOSED, ended_at=NIGHT + MINUTE, ended_by="Lê Văn Bình")
DUPLICATE = replace(CLOSED, status=Status.DUPLICATE, duplicate_of="SC-2026-0009")
REFERRED = replace(CLOSED, status=Status.REFERRED, reason="Thuộc thẩm quyền công an")
HARMLESS = replace(CLOSED, status=Status.NOT_INCIDENT, reason="Máy in hết giấy")
FRAUD = replace(
    NEW, kind="online_fraud", severity=Severity.NORMAL, status=Status.QUEUED, ladder=None
)
NOTE = Entry(NIGHT + 10 * MINUTE, "note", "Lê Văn Bình", "đã cô lập\nmáy chủ", {})
AGAIN = replace(NEW, ladder=replace(CALLING, repeats=True, round=2), opened_at=NIGHT - 71 * MINUTE)
ROOM = RoomFacts(playbook=UnderWay(TEAM.catalog.playbooks[0], {}, 1))
ROOM_PAGES = (
    *("incident-playbook", "incident-deadlines", "incident-assessment"),
    *("incident-roll-ask", "incident-roll-call", "incident-roles", "incident-situation"),
    "incident-bring-in",
)
PAGE_KEYS = [["ack:7", "decline:7"], ["escalate:7", "details:7"]]
CARD_KEYS = [["ack:7", "escalate:7"], ["resolve:7", "details:7"]]


def rendered(
    kind: str,
    incident: IncidentFacts | None = None,
    facts: Facts | None = None,
    *,
    person: int | None = BINH,
    language: str = "vi",
    **params: object,
) -> Rendered:
    """Return what `person` sees of a row at NIGHT."""
    room = ROOM if kind in ROOM_PAGES else None
    known = facts or Facts(incident=incident, target=Target.ON_DUTY, room=room)
    row = {"id": 1, "kind": kind, "params": params, "person_id": person, "subject_id": 7}
    return render(row, known, TEAM, NIGHT, language)


def labels(said: Rendered) -> list[list[str]]:
    """Return the words on the keys, row by row."""
    return [[key.label for key in row] for row in said.keys]


def data(said: Rendered) -> list[list[str | None]]:
    """Return what the keys send back, row by row."""
    return [[key.data for key in row] for row in said.keys]
