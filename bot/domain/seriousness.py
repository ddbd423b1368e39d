"""Seriousness (mức nghiêm trọng): what the team has marked, what it proposes, what was decided.

QĐ 05/2017/QĐ-TTg Đ9: an incident is serious when (A) the system is of level 4 or 5, or on the
national list, and one of five effects is there, and (B) its owner cannot handle it alone. The team
only proposes; the decision is the standing body's, and is entered when it comes.
"""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from msgspec import Struct, field
from msgspec.structs import replace

from bot.domain.errors import Refused
from bot.domain.legal_deadlines import Trigger


class Mark(StrEnum):
    """What somebody of the team says is so."""

    INTERRUPTED = "interrupted"  # a) gián đoạn dịch vụ
    SECRETS = "secrets"  # b) dữ liệu tuyệt mật, bí mật nhà nước có khả năng bị tiết lộ
    INTEGRITY = "integrity"  # c) dữ liệu quan trọng mất toàn vẹn, không khôi phục được
    CONTROL = "control"  # d) mất quyền điều khiển hệ thống
    SPREAD = "spread"  # đ) có thể lan rộng, dây chuyền
    LEVEL = "level"  # cấp độ 4, 5, where the register does not know it
    LISTED = "listed"  # trên danh mục hệ thống thông tin quan trọng quốc gia
    BEYOND = "beyond"
    HARM = "harm"
    PERSONAL = "personal"
    SENSITIVE = "sensitive"
    PRESS = "press"


EFFECTS = (Mark.INTERRUPTED, Mark.SECRETS, Mark.INTEGRITY, Mark.CONTROL, Mark.SPREAD)
IMPORTANT_LEVEL = 4
_IMPLIED = {Mark.SENSITIVE: Mark.PERSONAL}
_TRIGGERS = {
    Mark.BEYOND: Trigger.BEYOND,
    Mark.HARM: Trigger.HARM,
    Mark.PERSONAL: Trigger.PERSONAL,
    Mark.SENSITIVE: Trigger.SENSITIVE,
    Mark.PRESS: Trigger.PRESS,
}


class Decision(Struct, frozen=True):
    """What was decided about the seriousness: by whom and when, by which document."""

    serious: bool
    by: str
    at: datetime
    document: str = ""


class Assessment(Struct, frozen=True):
    """How an incident is judged; `marks` say since when, no `detected_at`: as it was reported."""

    marks: Mapping[Mark, datetime] = field(default_factory=dict)
    detected_at: datetime | None = None
    proposed_at: datetime | None = None
    proposed_by: str | None = None
    decision: Decision | None = None


def condition_a(assessment: Assessment, level: int | None) -> bool:
    """Tell whether an important system has one of the five effects."""
    known = level is not None and level >= IMPORTANT_LEVEL
    said = Mark.LISTED in assessment.marks or (level is None and Mark.LEVEL in assessment.marks)
    return (known or said) and not assessment.marks.keys().isdisjoint(EFFECTS)


def condition_b(assessment: Assessment) -> bool:
    """Tell whether it is beyond what its owner can handle alone."""
    return Mark.BEYOND in assessment.marks


def marked(assessment: Assessment, mark: Mark, now: datetime) -> Assessment:
    """Set a mark that is not set, with what it implies; take back one that is."""
    marks = dict(assessment.marks)
    if mark in marks:
        for gone in (mark, *(more for more, less in _IMPLIED.items() if less is mark)):
            marks.pop(gone, None)
    else:
        for new in (mark, *(less for more, less in _IMPLIED.items() if more is mark)):
            marks.setdefault(new, now)
    return replace(assessment, marks=marks)


def proposed(assessment: Assessment, name: str, now: datetime, code: str) -> Assessment:
    """Propose that it is serious; nothing is proposed twice, nor after the decision."""
    if assessment.decision is not None:
        raise Refused("refused-serious-decided", code=code, by=assessment.decision.by)
    if assessment.proposed_at is not None:
        raise Refused("refused-serious-proposed", code=code, name=assessment.proposed_by or "?")
    return replace(assessment, proposed_at=now, proposed_by=name)


def withdrawn(assessment: Assessment, code: str) -> Assessment:
    """Take a proposal back that was not decided yet."""
    if assessment.decision is not None:
        raise Refused("refused-serious-decided", code=code, by=assessment.decision.by)
    if assessment.proposed_at is None:
        raise Refused("refused-serious-not-proposed", code=code)
    return replace(assessment, proposed_at=None, proposed_by=None)


def triggers(assessment: Assessment) -> dict[Trigger, datetime]:
    """Return what the marks, the proposal and the decision set running, and since when."""
    found = {
        trigger: assessment.marks[mark]
        for mark, trigger in _TRIGGERS.items()
        if mark in assessment.marks
    }
    decision = assessment.decision
    if assessment.proposed_at is not None and (decision is None or decision.serious):
        found[Trigger.PROPOSAL] = assessment.proposed_at
    if decision is not None and decision.serious:
        found[Trigger.PROPOSED] = min(decision.at, assessment.proposed_at or decision.at)
    elif decision is None and assessment.proposed_at is not None:
        found[Trigger.PROPOSED] = assessment.proposed_at
    return found
