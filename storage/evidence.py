"""Evidence of incidents: which files came, from whom, and what has become of them."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Row, func, select, update

from bot.domain.evidence import Evidence, State
from storage.database import Tx
from storage.evidence_tables import evidence

_COLUMNS = tuple(evidence.c[name] for name in Evidence.__struct_fields__)


def _of(row: Row[Any]) -> Evidence:
    columns = dict(row._mapping)  # noqa: SLF001 Row's documented view
    return Evidence(**columns | {"state": State(row.state)})


async def add(tx: Tx, state: State, **values: Any) -> int | None:  # noqa: ANN401 columns of any type
    """Keep a file that came; None when this incident has it already."""
    known = await tx.one(
        select(evidence.c.id).where(
            evidence.c.incident_id == values["incident_id"],
            evidence.c.unique_id == values["unique_id"],
        )
    )
    if known is not None:
        return None
    return await tx.add(evidence, state=state.value, added_at=tx.now, **values)


async def get(tx: Tx, evidence_id: int) -> Evidence | None:
    """Return one file, or None."""
    row = await tx.one(select(*_COLUMNS).where(evidence.c.id == evidence_id))
    return _of(row) if row is not None else None


async def of_incident(tx: Tx, incident_id: int) -> list[Evidence]:
    """Return an incident's files, oldest first."""
    rows = await tx.all(
        select(*_COLUMNS).where(evidence.c.incident_id == incident_id).order_by(evidence.c.id)
    )
    return [_of(row) for row in rows]


async def change(tx: Tx, evidence_id: int, state: State, **values: Any) -> None:  # noqa: ANN401 columns of any type
    """Remember what has become of a file."""
    await tx.run(
        update(evidence).where(evidence.c.id == evidence_id).values(state=state.value, **values)
    )


async def count(tx: Tx, state: State) -> int:
    """Return how many files of all incidents are in a state."""
    return int(
        await tx.scalar(
            select(func.count()).select_from(evidence).where(evidence.c.state == state.value)
        )
    )


def told(file: Mapping[str, Any]) -> dict[str, Any]:
    """Return the columns that Telegram's own words about a file give."""
    return {
        "media": file["media"],
        "name": file.get("name"),
        "file_id": file["file_id"],
        "unique_id": file["file_unique_id"],
        "size": file.get("size"),
    }
