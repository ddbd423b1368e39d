"""Half-finished dialogues: one open form per person, as a row that survives anything."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from msgspec import Struct
from sqlalchemy import Row, bindparam, delete, select, update

from bot.domain.people import Person
from storage import due, people
from storage.database import Tx
from storage.tables import forms

OPEN, DONE, CANCELLED, EXPIRED = "open", "done", "cancelled", "expired"
REMINDER, EXPIRY = "form-reminder", "form-expiry"
_BY_ID = select(forms).where(forms.c.id == bindparam("form_id"))
_KEEP = (
    update(forms)
    .where(forms.c.id == bindparam("form_id"), forms.c.state == OPEN)
    .values(question=bindparam("asked"), answers=bindparam("given"), updated_at=bindparam("now"))
)
_END = (
    update(forms)
    .where(forms.c.id == bindparam("form_id"), forms.c.state == OPEN)
    .values(state=bindparam("outcome"), answers=bindparam("given"), updated_at=bindparam("now"))
)
_END_ABOUT = _END.values(subject_id=bindparam("about"))
_OPEN_OF = select(forms).where(forms.c.person_id == bindparam("writer_id"), forms.c.state == OPEN)


class FormRow(Struct, frozen=True):
    """An open or ended form as it is stored; `question` names the one being asked."""

    id: int
    person_id: int
    kind: str
    subject_id: int | None
    question: str
    answers: Mapping[str, Any]
    state: str
    created_at: datetime
    updated_at: datetime


def _form(row: Row[Any] | None) -> FormRow | None:
    return FormRow(**row._mapping) if row is not None else None  # noqa: SLF001 Row's documented view


async def open_form(
    tx: Tx, person_id: int, kind: str, question: str, subject_id: int | None = None
) -> FormRow:
    """Start a form for a person; one that is still open is given up first."""
    before = await open_of(tx, person_id)
    if before is not None:
        await end(tx, before.id, CANCELLED)
    values: dict[str, Any] = {
        "kind": kind,
        "question": question,
        "subject_id": subject_id,
        "answers": {},
    }
    form_id = await tx.add(
        forms, person_id=person_id, state=OPEN, created_at=tx.now, updated_at=tx.now, **values
    )
    form = await get(tx, form_id)
    if form is None:
        message = f"form {form_id} vanished inside its own transaction"
        raise LookupError(message)
    return form


async def get(tx: Tx, form_id: int) -> FormRow | None:
    """Return a form by its id."""
    return _form(await tx.one(_BY_ID, {"form_id": form_id}))


async def author(tx: Tx, form: FormRow) -> Person:
    """Return whose form it is."""
    return await people.get(tx, form.person_id)


async def open_of(tx: Tx, person_id: int) -> FormRow | None:
    """Return the form a person is in the middle of, if any."""
    return _form(await tx.one(_OPEN_OF, {"writer_id": person_id}))


async def open_about(tx: Tx, kinds: Collection[str], subject_id: int) -> list[FormRow]:
    """Return the open forms of these kinds about one thing, oldest first."""
    about = (forms.c.state == OPEN, forms.c.kind.in_(kinds), forms.c.subject_id == subject_id)
    rows = await tx.all(select(forms).where(*about).order_by(forms.c.id))
    return [form for row in rows if (form := _form(row)) is not None]


async def keep(tx: Tx, form_id: int, question: str, answers: Mapping[str, Any]) -> None:
    """Store where a form stands now."""
    values = {"form_id": form_id, "asked": question, "given": dict(answers), "now": tx.now}
    await tx.run(_KEEP, values)


async def end(tx: Tx, form_id: int, state: str, subject_id: int | None = None) -> bool:
    """End a form and call off what would still happen to it; False when it was over before.

    What was answered is dropped, since it lives on in what it made, or nowhere.
    """
    for kind in (REMINDER, EXPIRY):
        await due.drop(tx, kind, form_id)
    values: dict[str, Any] = {"form_id": form_id, "outcome": state, "given": {}, "now": tx.now}
    if subject_id is None:
        return await tx.change(_END, values)
    return await tx.change(_END_ABOUT, values | {"about": subject_id})


async def erase(tx: Tx, form_id: int) -> None:
    """Remove every trace of a form (a state secret was about to be typed into it)."""
    await end(tx, form_id, CANCELLED)
    await tx.run(delete(forms).where(forms.c.id == form_id))
