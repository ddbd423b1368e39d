"""Every kind of message the program sends: how urgent, how long it lives, when it is overtaken.

A row of the outbox names one of these kinds; its text is made when it is sent. A kind may hang on
an incident (`Subject.INCIDENT`), a shift, a form, or on nothing; `overtaken` or `past` then says,
from the facts at that moment, why it no longer matters (or None).
"""

from collections.abc import Callable, Mapping
from datetime import timedelta
from enum import IntEnum, StrEnum
from typing import Any

from msgspec import Struct, field

from bot.domain.incident import ENDED, Incident
from bot.domain.roster import Shift

Params = Mapping[str, Any]
Overtaken = Callable[[Incident, Params], str | None]
Past = Callable[[Shift, Params], str | None]


class Priority(IntEnum):
    """Smaller goes first; a page overtakes everything."""

    PAGE = 0
    PRESS = 1
    ANSWER = 2
    CARD = 3
    REMINDER = 4
    BROADCAST = 5


class Op(StrEnum):
    """What is asked of the channel."""

    SEND = "send"
    EDIT = "edit"
    TOAST = "toast"
    PIN = "pin"
    UNPIN = "unpin"
    OPEN_TOPIC = "open-topic"
    TOPIC = "topic"


TOPIC_OPS = (Op.OPEN_TOPIC, Op.TOPIC)


class Subject(StrEnum):
    """What a message is about, and so which facts its text is made from."""

    INCIDENT = "incident"
    SHIFT = "shift"
    FORM = "form"
    CAMPAIGN = "campaign"
    NOTHING = "nothing"


class IfUnknown(StrEnum):
    """What to do when nobody knows whether the message arrived."""

    AGAIN = "again"
    DROP = "drop"


class Outgoing(Struct, frozen=True):
    """One message to be queued: an intent, not a text. `chat_id` is the person's or the group's.

    By another channel than Telegram it has no chat: `chat_id` is 0.
    """

    kind: str
    chat_id: int
    person_id: int | None = None
    subject_id: int | None = None
    params: Params = field(default_factory=dict)
    op: Op = Op.SEND
    key: str | None = None
    reply_to: int | None = None
    target_id: int | None = None
    after: timedelta = timedelta(0)
    channel: str = "telegram"
    thread_id: int | None = None


def while_unowned(incident: Incident, params: Params) -> str | None:
    """A page matters only as long as nobody has taken the incident."""
    del params
    if incident.status in ENDED:
        return "ended"
    return "taken" if incident.owner_id is not None else None


def while_mine(incident: Incident, params: Params) -> str | None:
    """A question to the owner matters only while that person still owns the incident."""
    if incident.status in ENDED:
        return "ended"
    return None if incident.owner_id == params.get("owner_id") else "owner changed"


def while_open(incident: Incident, params: Params) -> str | None:
    """News for the group about an incident that is over is no news."""
    del params
    return "ended" if incident.status in ENDED else None


def always(incident: Incident, params: Params) -> str | None:
    """The message stays true whatever happens to the incident."""
    del incident, params
    return None


def while_theirs(shift: Shift, params: Params) -> str | None:
    """News about a shift matters only to whoever has it."""
    return None if shift.person_id == params.get("holder_id") else "somebody else's shift"


def while_unanswered(shift: Shift, params: Params) -> str | None:
    """A request to check in matters only until it is done."""
    return "checked in" if shift.checked_in_at is not None else while_theirs(shift, params)


def while_standing(shift: Shift, params: Params) -> str | None:
    """A question to who is on watch matters only until they are relieved."""
    return "relieved" if shift.relieved_at is not None else while_theirs(shift, params)


def any_shift(shift: Shift, params: Params) -> str | None:
    """The message stays true whatever happens to the shift."""
    del shift, params
    return None


class MessageKind(Struct, frozen=True):
    """The rules for one kind; `lives` is counted from the moment it may first be sent."""

    name: str
    priority: Priority
    subject: Subject = Subject.NOTHING
    if_unknown: IfUnknown = IfUnknown.AGAIN
    lives: timedelta | None = None
    overtaken: Overtaken = always
    past: Past = any_shift
    sound: bool = True
    living: bool = False  # its sent copies are edited when the incident changes


_ABOUT = Subject.INCIDENT
_MINUTE = timedelta(minutes=1)
_DAY = timedelta(days=1)

KINDS: dict[str, MessageKind] = {
    kind.name: kind
    for kind in (
        MessageKind("incident-page", Priority.PAGE, _ABOUT, overtaken=while_unowned, living=True),
        MessageKind(
            "incident-team-page", Priority.PAGE, _ABOUT, overtaken=while_unowned, living=True
        ),
        MessageKind("incident-nobody", Priority.PAGE, _ABOUT, overtaken=while_unowned, living=True),
        MessageKind("incident-unreachable", Priority.PAGE, _ABOUT, overtaken=while_unowned),
        MessageKind("incident-assigned", Priority.PAGE, _ABOUT, overtaken=while_mine),
        MessageKind("incident-bring-in", Priority.PAGE, _ABOUT, overtaken=while_open),
        MessageKind("incident-help", Priority.PAGE, _ABOUT, overtaken=while_open),
        MessageKind("incident-reopened", Priority.PAGE, _ABOUT, overtaken=while_mine),
        MessageKind("incident-still", Priority.PAGE, _ABOUT, overtaken=while_mine),
        MessageKind("incident-released", Priority.ANSWER, _ABOUT, overtaken=while_open),
        MessageKind("toast", Priority.PRESS, if_unknown=IfUnknown.DROP, lives=_MINUTE),
        MessageKind("answer", Priority.ANSWER, lives=_DAY),
        MessageKind("form-question", Priority.ANSWER, Subject.FORM, lives=_DAY),
        MessageKind("incident-promise", Priority.ANSWER, _ABOUT, overtaken=while_mine),
        MessageKind("incident-refer", Priority.ANSWER, _ABOUT, overtaken=while_open),
        MessageKind("incident-details", Priority.ANSWER, _ABOUT, lives=_DAY),
        MessageKind("incident-file", Priority.ANSWER, lives=_DAY),
        MessageKind("report-received", Priority.ANSWER, _ABOUT),
        MessageKind("report-question", Priority.ANSWER, _ABOUT, overtaken=while_open),
        MessageKind("report-taken", Priority.ANSWER, _ABOUT, overtaken=while_open),
        MessageKind("report-solved", Priority.ANSWER, _ABOUT),
        MessageKind("report-reopened", Priority.ANSWER, _ABOUT),
        MessageKind("report-rejected", Priority.ANSWER, _ABOUT),
        MessageKind("report-closed", Priority.ANSWER, _ABOUT),
        MessageKind("incident-card", Priority.CARD, _ABOUT, sound=False, living=True),
        MessageKind("incident-nudge", Priority.CARD, _ABOUT, sound=False),
        MessageKind("incident-topic", Priority.CARD, _ABOUT),
        MessageKind("incident-pointer", Priority.CARD, _ABOUT, sound=False),
        MessageKind("incident-deadlines", Priority.ANSWER, _ABOUT, sound=False, living=True),
        MessageKind("incident-assessment", Priority.ANSWER, _ABOUT, sound=False, living=True),
        MessageKind("incident-playbook", Priority.ANSWER, _ABOUT, sound=False, living=True),
        MessageKind("incident-roll-ask", Priority.ANSWER, _ABOUT, overtaken=while_open),
        MessageKind("incident-roll-call", Priority.ANSWER, _ABOUT, living=True),
        MessageKind("incident-roles", Priority.ANSWER, _ABOUT, sound=False, living=True),
        MessageKind("incident-situation", Priority.ANSWER, _ABOUT, overtaken=while_open),
        MessageKind("incident-sitrep", Priority.CARD, _ABOUT, sound=False),
        MessageKind("incident-sitrep-first", Priority.ANSWER, _ABOUT),
        MessageKind("shift-call", Priority.PAGE, Subject.SHIFT, past=while_unanswered),
        MessageKind("shift-notice", Priority.REMINDER, Subject.SHIFT, past=while_theirs),
        MessageKind("shift-still", Priority.PAGE, Subject.SHIFT, past=while_standing),
        MessageKind("shift-missing", Priority.PAGE, Subject.SHIFT),
        MessageKind("test-page", Priority.PAGE, lives=_DAY),
        MessageKind("alarm", Priority.PAGE),
        MessageKind("notice", Priority.REMINDER),
        MessageKind("paper", Priority.ANSWER),
        MessageKind("paper-anew", Priority.CARD, sound=False),
        MessageKind("watch-page", Priority.ANSWER, lives=_DAY),
        MessageKind("swap-card", Priority.REMINDER),
        MessageKind("swap-call", Priority.PAGE),
        MessageKind("pin", Priority.CARD),
        MessageKind("campaign-card", Priority.BROADCAST, Subject.CAMPAIGN),
        MessageKind("campaign-page", Priority.ANSWER, Subject.CAMPAIGN, lives=_DAY),
        MessageKind("campaign-reminder", Priority.REMINDER, Subject.CAMPAIGN, lives=_DAY / 2),
        MessageKind("campaign-board", Priority.CARD, Subject.CAMPAIGN, sound=False),
        MessageKind("campaign-notice", Priority.REMINDER),
        MessageKind("broadcast", Priority.BROADCAST, if_unknown=IfUnknown.DROP, sound=False),
    )
}

LIVING = tuple(kind.name for kind in KINDS.values() if kind.living)
