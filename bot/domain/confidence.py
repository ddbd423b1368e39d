"""Confidentiality (giữ kín) of an incident: who needs to know, and what everybody else is told.

Everybody else is told its code, how bad it is and how it stands. What is not named here as told
stays back, so that whatever is added later stays back too.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from bot.domain.people import Person, Role, may
from bot.domain.typed import unaccented

KEPT_BACK = "confidential"  # stands for the kind of incident
IN_PRIVATE: Mapping[str, str] = {"text": "kept-in-private"}

# Of the incident itself.
TOLD_FACTS = frozenset(
    {
        *("id", "code", "severity", "status", "opened_at", "owner_id", "owner", "taken_at"),
        *("promised_at", "asked_at", "patience", "resolved_at", "ended_at", "due_at", "ladder"),
        *("duplicate_of", "drill", "confidential"),
    }
)
# Of its room: how far it is and who has come.
TOLD_ROOM = frozenset({"progress", "roll", "roles"})
# Messages that have words without the rest; any other says only that there is something.
SPEAKING = frozenset(
    {
        *("incident-card", "incident-page", "incident-team-page", "incident-nobody"),
        *("incident-nudge", "incident-help", "incident-unreachable", "incident-released"),
        *("incident-roll-ask", "incident-roll-call", "incident-roles"),
        *("incident-topic", "incident-pointer", "incident-sitrep", "incident-sitrep-first"),
    }
)
# Of what a message itself carries: names of the team, counts, instants, states, its own texts.
_NAMES = frozenset({"name", "by"})
_LISTS = frozenset({"names", "unreachable", "via", "people"})
_PLAIN = frozenset({"text", "language", "press", "code", "other"})
_FILES = frozenset({"files", "file_id", "media", "paper"})
_TAGS = frozenset({"instant", "moment", "duration", "severity", "severity_icon", "status", "role"})


class Wish(StrEnum):
    """What somebody wants of an incident's confidentiality."""

    KEEP = "keep"
    LIFT = "lift"


_WORDS = {
    **dict.fromkeys(("", "on", "yes", "bat", "co", "giu kin", "keep", "confidential"), Wish.KEEP),
    **dict.fromkeys(("off", "no", "tat", "bo", "thoi", "thoi giu kin", "bo giu kin"), Wish.LIFT),
    **dict.fromkeys(("khong giu kin", "khong", "lift", "not confidential"), Wish.LIFT),
    **dict.fromkeys(("cho ca doi xem", "let the team see it"), Wish.LIFT),
}


def wish(words: str) -> Wish | None:
    """Return what is meant by the words behind the command, None when nobody can tell."""
    return _WORDS.get(unaccented(words))


def may_see(person: Person, *, is_owner: bool, is_called: bool, is_brought_in: bool) -> bool:
    """Tell whether somebody needs to know what a confidential incident is about.

    That is who leads the team, owns it, was brought in or given a role, and, while nobody has
    taken it, who was called to do so.
    """
    if not may(person, Role.RESPONDER):
        return False
    return may(person, Role.LEAD) or is_owner or is_called or is_brought_in


def told_kind(kind: str, *, confidential: bool) -> str:
    """Return the kind of incident as lists for many readers name it."""
    return KEPT_BACK if confidential else kind


def tlp(*, confidential: bool) -> str:
    """Return the marking of what is taken out about it: how far it may be passed on."""
    return "TLP:RED" if confidential else "TLP:AMBER"


def told_params(params: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a message carries, with everything kept back that people may have written."""
    shown = {name: value for name, value in params.items() if name not in _FILES}
    return {name: value if name == "keys" else _told(name, value) for name, value in shown.items()}


def _told(name: str, value: Any) -> Any:  # noqa: ANN401 whatever a row carries
    is_name = isinstance(value, str) and name in _PLAIN | _NAMES
    if is_name or value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, Mapping) and len(value) == 1:
        tag, content = next(iter(value.items()))
        is_own = tag in _TAGS or (tag == "text" and isinstance(content, str))
        if is_own or (tag == "list" and (name in _LISTS or _is_numbers(content))):
            return value
    return dict(IN_PRIVATE)


def _is_numbers(values: object) -> bool:
    return isinstance(values, list) and all(str(value).isdecimal() for value in values)
