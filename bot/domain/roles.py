"""The roles in an incident: who leads it, who writes it down, who speaks with the agency."""

from collections.abc import Collection
from datetime import timedelta
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from bot.domain.duration import Duration
from bot.domain.kinds import Severity


class CrewRole(StrEnum):
    """One role; each has one person at a time."""

    LEAD = "lead"  # phụ trách chung
    SCRIBE = "scribe"  # thư ký
    LIAISON = "liaison"  # liên lạc với đơn vị


class Rhythm(BaseModel):
    """How often something is asked in an incident of one severity; left out, never.

    What was reported is told to the leads within `digest_every`, together with all other reports.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    roles_within: Duration | None = None
    report_every: Duration | None = None
    digest_every: Duration = timedelta(hours=1)


class CrewBook(BaseModel):
    """The rhythm of each severity."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    critical: Rhythm = Rhythm()
    high: Rhythm = Rhythm()
    normal: Rhythm = Rhythm()
    low: Rhythm = Rhythm()

    def rhythm(self, severity: Severity) -> Rhythm:
        """Return the rhythm of a severity."""
        found: Rhythm = getattr(self, severity.value)
        return found


def empty(held: Collection[CrewRole]) -> tuple[CrewRole, ...]:
    """Return the roles that nobody has."""
    return tuple(role for role in CrewRole if role not in held)
