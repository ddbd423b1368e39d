"""What is known for official papers, of a case or of a period: who tells it, and its values."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from msgspec import Struct, field

from bot.domain.kinds import Names


class Source(StrEnum):
    """What the case, the registers and the team's own settings know."""

    ISSUER = "issuer"
    CONTACT_NAME = "contact_name"
    CONTACT_PHONE = "contact_phone"
    CONTACT_MAIL = "contact_mail"
    CODE = "code"
    KIND = "kind"
    OPERATOR = "operator"
    OWNER = "owner"
    SYSTEM = "system"
    LEVEL = "level"
    ADDRESS = "address"
    DESCRIPTION = "description"
    DETECTED = "detected"
    FOUND_BY = "found_by"
    STATE = "state"
    BEYOND = "beyond"
    SERIOUS = "serious"
    TOLD = "told"
    MEASURES = "measures"
    HELP = "help"
    CAUSE = "cause"
    ACTION = "action"
    SOLVED = "solved"
    INITIAL_NUMBER = "initial_number"
    INITIAL_DATE = "initial_date"
    ATTACHMENTS = "attachments"
    CONFIDENTIAL = "confidential"
    STORY = "story"
    HELPERS = "helpers"  # of a period, as is the next
    FOREIGN = "foreign"


class Moment(Struct, frozen=True):
    """Something that happened: the kind of the log's line, its words, and what belongs to it."""

    at: datetime
    kind: str
    words: str = ""
    status: str = ""


class Told(Struct, frozen=True):
    """What was sent before: its name, number and day, and who got it."""

    names: Names
    number: str
    at: datetime
    to: tuple[Names, ...] = ()


Value = str | int | datetime | Names | tuple[Moment, ...] | tuple[Told, ...]


class Facts(Struct, frozen=True):
    """What is known of a case or a period now; a source that knows nothing is not there."""

    code: str
    known: Mapping[Source, Value] = field(default_factory=dict)
    drill: bool = False


Answers = Mapping[str, str]
"""What was answered in chat by field, box by box in lines; empty: left open knowingly."""
