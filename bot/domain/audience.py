"""Whom a campaign addresses: agencies by kind, systems by level, or those that were chosen."""

from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field

HIGHEST_LEVEL = 5


class Per(StrEnum):
    """What one assignment is about: a whole agency, or one of its systems."""

    AGENCY = "agency"
    SYSTEM = "system"


class Audience(BaseModel):
    """Who is addressed; what is left empty does not narrow it. JSON and back gives the same.

    `kinds` and `but_kinds` are kinds of agencies as the register writes them, accents and capitals
    apart. With `levels` an agency is meant when it has a system of such a level; where each system
    has its own assignment, only those systems are.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    kinds: tuple[str, ...] = ()
    but_kinds: tuple[str, ...] = ()
    levels: tuple[int, ...] = ()
    agency_ids: tuple[int, ...] = ()
    system_ids: tuple[int, ...] = ()


class Levels(BaseModel):
    """Levels of systems (cấp độ) as a catalog writes them: from the lowest to the highest."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    least: int = Field(default=1, ge=1, le=HIGHEST_LEVEL)
    most: int = Field(default=HIGHEST_LEVEL, ge=1, le=HIGHEST_LEVEL)
