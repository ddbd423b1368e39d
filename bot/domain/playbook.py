"""The playbook (phương án): what is done about a kind of incident, phase by phase, and what is not.

Promise: an incident keeps the playbook it was taken with; whoever edits the catalog changes what
comes later. A step is done, or does not apply with a reason, once, until that is taken back.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from itertools import pairwise
from typing import Annotated

from msgspec import Struct
from pydantic import AfterValidator, Field, field_validator

from bot.domain.errors import Refused
from bot.domain.incident import PHASES, Status
from bot.domain.kinds import Entry, Names, in_language
from bot.domain.typed import unaccented

STEP_PHASES = (*PHASES, Status.WRAPPING_UP)
"""The phases of a playbook in order; what is received is verified in the same breath."""

GENERAL = "other"  # the kind whose playbook serves a kind that has none
MOST_STEPS = 60
_VERSION = 12


class By(StrEnum):
    """Who does a step."""

    TEAM = "team"  # Đội ứng cứu
    OPERATOR = "operator"  # đơn vị vận hành
    LEAD = "lead"  # chỉ huy Đội
    AGENCY = "agency"  # cơ quan chủ quản


def _is_phase(phase: Status) -> Status:
    if phase not in STEP_PHASES:
        raise ValueError(f"{phase.value} is no phase of a playbook; write {', '.join(STEP_PHASES)}")
    return phase


class Step(Entry):
    """One thing to do: `do` in a line, `how` in detail, and what must `never` be done instead."""

    phase: Annotated[Status, AfterValidator(_is_phase)]
    by: tuple[By, ...] = Field(min_length=1)
    do: Names
    how: Names | None = None
    never: Names | None = None


class Playbook(Entry):
    """The steps for some kinds of incidents, for everybody or for one agency, by its code."""

    code: str = Field(pattern=r"^[a-z][a-z0-9_]{0,31}$")
    names: Names
    kinds: tuple[str, ...] = Field(min_length=1)
    agency: str = ""
    steps: tuple[Step, ...] = Field(min_length=1, max_length=MOST_STEPS)

    @field_validator("steps")
    @classmethod
    def _phase_after_phase(cls, steps: tuple[Step, ...]) -> tuple[Step, ...]:
        places = [STEP_PHASES.index(step.phase) for step in steps]
        for number, (before, after) in enumerate(pairwise(places), start=2):
            if after < before:
                raise ValueError(
                    f"step {number} belongs to an earlier phase than the one before it"
                )
        return steps

    @property
    def version(self) -> str:
        """What tells one text of it from another."""
        return sha256(self.model_dump_json().encode()).hexdigest()[:_VERSION]

    @property
    def phases(self) -> tuple[Status, ...]:
        """The phases it has steps for, in order."""
        return tuple(dict.fromkeys(step.phase for step in self.steps))

    def name(self, language: str) -> str:
        """Return what people call it in that language."""
        return in_language(self.names, language)

    def numbers_of(self, phase: Status) -> tuple[int, ...]:
        """Return the numbers of a phase's steps, counted from 1 through the whole playbook."""
        return tuple(n for n, step in enumerate(self.steps, start=1) if step.phase is phase)

    def step(self, number: int) -> Step:
        """Return a step by its number; Refused when there is none."""
        if not 1 <= number <= len(self.steps):
            raise Refused("refused-no-such-step", number=number, most=len(self.steps))
        return self.steps[number - 1]


def choose(playbooks: Sequence[Playbook], kind: str, agency: str | None) -> Playbook | None:
    """Return the playbook for a kind at an agency: its own, else everybody's, else the general."""
    for wanted in (kind, GENERAL):
        for owner in (agency, ""):
            for playbook in playbooks:
                if owner is not None and playbook.agency == owner and wanted in playbook.kinds:
                    return playbook
    return None


class TickState(StrEnum):
    """What became of a step."""

    DONE = "done"
    SKIPPED = "skipped"  # does not apply, with a reason


class Tick(Struct, frozen=True):
    """Who settled a step, when and how."""

    number: int
    state: TickState
    person_id: int
    name: str
    at: datetime
    reason: str = ""


Ticks = Mapping[int, Tick]


class UnderWay(Struct, frozen=True):
    """The playbook of an incident and what is ticked; `id` is None before anybody has taken it."""

    playbook: Playbook
    ticks: Ticks
    id: int | None = None

    @property
    def progress(self) -> tuple[int, int]:
        """How many steps are settled, of how many."""
        return len(self.ticks), len(self.playbook.steps)

    def open_in(self, phase: Status) -> tuple[int, ...]:
        """Return the numbers of a phase's steps that nobody has settled."""
        return tuple(n for n in self.playbook.numbers_of(phase) if n not in self.ticks)

    @property
    def current(self) -> Status:
        """The first phase with something left to do; the last one when nothing is."""
        phases = self.playbook.phases
        return next((phase for phase in phases if self.open_in(phase)), phases[-1])


def may_settle(code: str, status: Status, phase: Status, *, is_taken: bool) -> None:
    """Refuse a tick for what nobody has taken or has ended; lessons are drawn after the end."""
    if status is Status.CLOSED and phase is Status.WRAPPING_UP:
        return
    if status in (Status.CLOSED, Status.NOT_INCIDENT, Status.DUPLICATE, Status.REFERRED):
        raise Refused("refused-already-ended", code=code, status={"status": status.value})
    if not is_taken:
        raise Refused("refused-not-taken", code=code)


class Deed(StrEnum):
    """What somebody writes about a step."""

    DONE = "done"
    SKIP = "skip"
    BACK = "back"
    CHANGE = "change"


class Said(Struct, frozen=True):
    """A deed, the steps it is about, and why."""

    deed: Deed
    numbers: tuple[int, ...] = ()
    reason: str = ""


_WORDS: tuple[tuple[Deed, str], ...] = (
    (Deed.SKIP, r"khong ap dung|khong can|bo qua|skip|not applicable|n a"),
    (Deed.BACK, r"chua xong|bo danh dau|bo dau|chua|undo|untick|not done"),
    (Deed.DONE, r"da xong|lam xong|da lam|hoan thanh|xong|done|tick"),
)
_SPOKEN = tuple(
    (deed, re.compile(rf"(?:{words}) (?:(?:buoc|muc|viec|step|so) )?(?P<rest>\d.*)"))
    for deed, words in _WORDS
)
_NUMBERS = re.compile(r"\d{1,2}(?:(?: va | and | )\d{1,2})*(?= |$)")
_CHANGES = frozenset({"doi", "doi phuong an", "change", "change playbook"})


def read(text: str) -> Said | None:
    """Return what words say about steps, such as `xong 3`, `xong 3, 4` or `bỏ qua 5 vì …`."""
    plain = unaccented(text)
    if plain in _CHANGES:
        return Said(Deed.CHANGE)
    for deed, pattern in _SPOKEN:
        if (found := pattern.fullmatch(plain)) is None:
            continue
        if (named := _NUMBERS.match(found["rest"])) is None:
            return None
        rest = found["rest"][named.end() :].strip()
        if rest and deed is not Deed.SKIP:
            return None
        numbers = tuple(dict.fromkeys(int(each) for each in re.findall(r"\d+", named[0])))
        return Said(deed, numbers, _as_written(text, rest))
    return None


def _as_written(text: str, rest: str) -> str:
    """Return the end of a text that reads like `rest`, with its accents."""
    words = text.split()
    for start in range(len(words)):
        if rest and unaccented(" ".join(words[start:])) == rest:
            return " ".join(words[start:])
    return rest
