"""What an incident can be, how bad, and whom else to call: the entries people edit."""

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from bot.domain.ranks import Ranked


def _with_vietnamese(texts: dict[str, str]) -> dict[str, str]:
    if not texts.get("vi", "").strip():
        raise ValueError("the Vietnamese text (vi) is missing")
    return {language: text.strip() for language, text in texts.items()}


Names = Annotated[dict[str, str], AfterValidator(_with_vietnamese)]
"""One text per language code; Vietnamese is always there."""


class Severity(Ranked):
    """How fast people must be woken (mức độ)."""

    LOW = "low"
    NORMAL = "normal"
    HIGH = "high"
    CRITICAL = "critical"


class Entry(BaseModel):
    """One table of a catalog file: unknown fields are mistakes, nothing changes after loading."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def in_language(texts: Names, language: str) -> str:
    """Return the text in that language, in Vietnamese when there is none."""
    return texts.get(language, texts["vi"])


class Kind(Entry):
    """A kind of incident (loại sự cố); `form_row` is its row in the yearly form, Mẫu 05.

    One that does not page waits in the queue for office hours; a confidential one is kept from
    the group from its beginning on.
    """

    code: str = Field(pattern=r"^[a-z][a-z0-9_]{0,31}$")
    names: Names
    severity: Severity
    icon: str = Field(min_length=1, max_length=8)
    form_row: int | None = Field(default=None, ge=1, le=10)
    pages: bool = True
    citizens: bool = True
    confidential: bool = False

    def name(self, language: str) -> str:
        """Return what people call it in that language."""
        return in_language(self.names, language)


class Hotline(Entry):
    """A number to call; shown as unverified while nobody of the team has checked it."""

    code: str = Field(pattern=r"^[a-z0-9][a-z0-9_]{0,31}$")
    number: str = Field(min_length=2, max_length=40)
    names: Names
    note: dict[str, str] = Field(default_factory=dict)
    checked_on: date | None = None

    def name(self, language: str) -> str:
        """Return whose number it is, in that language."""
        return in_language(self.names, language)

    def note_in(self, language: str) -> str:
        """Return how to use it, in that language; empty when there is nothing to say."""
        return self.note.get(language, self.note.get("vi", ""))

    def is_verified(self) -> bool:
        """Tell whether somebody of the team has tried it and written down the day."""
        return self.checked_on is not None
