"""Findings (phát hiện): what is wrong at an agency or a system, open until it is no longer so."""

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct, field
from sqlalchemy import Row, Text, cast, exists, insert, literal, null, select, text, update

from bot.domain.campaign import TO_DO, CampaignState
from storage.assigning import has_contact
from storage.campaign_tables import assignments, campaigns, findings
from storage.columns import BigKey, Document, Instant
from storage.database import Tx
from storage.tables import agencies, systems

NO_CONTACT = "no-contact"


class Finding(Struct, frozen=True):
    """Something found; there is one open finding for each `kind` and `about`."""

    kind: str
    about: str  # what it is about, such as `system:12`
    campaign_id: int | None = None
    assignment_id: int | None = None
    agency_id: int | None = None
    system_id: int | None = None
    params: Mapping[str, Any] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """Under which it is open once."""
        return f"{self.kind}:{self.about}"


async def keep(tx: Tx, found: Finding) -> bool:
    """Keep a finding; False when it is open already, with its facts brought up to date.

    What is known of it is not lost because it is found once more without facts.
    """
    values = {
        name: getattr(found, name)
        for name in ("kind", "key", "campaign_id", "assignment_id", "agency_id", "system_id")
    } | {"params": dict(found.params), "at": tx.now}
    statement = tx.insert(findings).on_conflict_do_nothing(
        index_elements=["key"], index_where=text("closed_at IS NULL")
    )
    if (await tx.run(statement, values)).rowcount == 1:
        return True
    if found.params:
        same = (findings.c.key == found.key, findings.c.closed_at.is_(None))
        await tx.run(update(findings).where(*same).values(params=dict(found.params)))
    return False


async def close(tx: Tx, kind: str, about: str) -> bool:
    """Close a finding that is no longer so; False when none was open."""
    same = (findings.c.key == f"{kind}:{about}", findings.c.closed_at.is_(None))
    return await tx.change(update(findings).where(*same).values(closed_at=tx.now))


async def open_ones(
    tx: Tx,
    *,
    kind: str | None = None,
    agency_id: int | None = None,
    system_id: int | None = None,
    campaign_id: int | None = None,
) -> Sequence[Row[Any]]:
    """Return open findings with the names of `agency` and `system`, oldest first."""
    asked = {
        "kind": kind,
        "agency_id": agency_id,
        "system_id": system_id,
        "campaign_id": campaign_id,
    }
    wanted = [findings.c[name] == value for name, value in asked.items() if value is not None]
    return await tx.all(
        select(findings, agencies.c.name.label("agency"), systems.c.name.label("system"))
        .outerjoin(agencies, agencies.c.id == findings.c.agency_id)
        .outerjoin(systems, systems.c.id == findings.c.system_id)
        .where(findings.c.closed_at.is_(None), *wanted)
        .order_by(findings.c.id)
    )


async def look_for_silence(tx: Tx) -> int:
    """Keep each agency that owes something and has nobody who can be reached, and close the rest.

    Returns how many agencies are newly found.
    """
    owed = (
        exists()
        .where(assignments.c.agency_id == agencies.c.id)
        .where(assignments.c.state.in_([state.value for state in TO_DO]))
        .where(
            assignments.c.campaign_id.in_(
                select(campaigns.c.id).where(campaigns.c.state == CampaignState.OPEN.value)
            )
        )
    )
    known = exists().where(
        findings.c.agency_id == agencies.c.id,
        findings.c.kind == NO_CONTACT,
        findings.c.closed_at.is_(None),
    )
    values: dict[str, Any] = {
        "kind": literal(NO_CONTACT),
        "key": literal(f"{NO_CONTACT}:") + cast(agencies.c.id, Text),
        "agency_id": agencies.c.id,
        "campaign_id": cast(null(), BigKey),
        "params": literal({}, Document),
        "at": literal(tx.now, Instant),
    }
    rows = select(*values.values()).where(owed, ~has_contact(agencies.c.id), ~known)
    new = (await tx.run(insert(findings).from_select(list(values), rows))).rowcount
    reached = has_contact(findings.c.agency_id)
    silent = (findings.c.kind == NO_CONTACT, findings.c.closed_at.is_(None))
    await tx.run(update(findings).where(*silent, reached).values(closed_at=tx.now))
    return new
