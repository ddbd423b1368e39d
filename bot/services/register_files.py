"""The registers as files in chat: one that somebody sends is taken over, and one is sent out."""

from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

from bot.domain.answers import File
from bot.domain.cells import ImportRefused, Register
from bot.domain.errors import Refused
from bot.domain.paper import file_name
from bot.domain.people import Person, Role, may
from bot.domain.team import Team
from bot.services import register
from bot.services.exports import Rows, export_rows
from bot.services.messages import tell
from bot.services.sheets import written_text
from storage import due, papers, people
from storage.database import Tx
from storage.due import Due

READ = "make-register-read"  # about the order itself
MAKE = "make-register-file"  # about the order itself
_MOST_BYTES = 20_000_000  # what Telegram lets a bot fetch
_NUMBERS = {Register.AGENCIES: 0, Register.SYSTEMS: 1}
_AGAIN = {Register.AGENCIES: "agency:0:import", Register.SYSTEMS: "system:0:import"}


async def order(tx: Tx, person: Person, what: Register, file: File) -> None:
    """Have a file read into a register; its sender hears what was new, or what is wrong with it."""
    if file.size is not None and file.size > _MOST_BYTES:
        raise Refused("import-file-large", megabytes=str(_MOST_BYTES // 1_000_000))
    params = {
        "what": what.value,
        "file_id": file.file_id,
        "name": file.name or "",
        "person_id": person.id,
    }
    # One for each file: the second of two must not take the place of the first.
    number = int.from_bytes(sha256(repr(sorted(params.items())).encode()).digest()[:7])
    await due.schedule(tx, Due(READ, number, tx.now, params))


async def gather(tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any]) -> str | None:
    """Return the file's name; None when its sender may no longer change the registers."""
    del team, subject_id
    person = await people.get(tx, params["person_id"])
    return params["name"] if may(person, Role.ADMIN) else None


async def keep(
    tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any], made: Sequence[Any]
) -> None:
    """Take the lines over, all or none, and tell the sender."""
    del subject_id
    person, what = await people.get(tx, params["person_id"]), Register(params["what"])
    keys = [[{"label": "button-register-again", "data": _AGAIN[what]}]]
    if isinstance(made, Mapping):
        tell(tx, person, "answer", **made, keys=keys)
        return
    try:
        done = await register.import_rows(tx, team, what, made)
    except ImportRefused as refused:
        said: dict[str, Any] = {"text": refused.text_id, **refused.params}
        tell(tx, person, "answer", **said, keys=keys)
        return
    counts = {"added": done.added, "changed": done.changed, "unchanged": done.unchanged}
    tell(tx, person, "answer", text=f"register-taken-{what}", **counts)


async def give_up(tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any]) -> None:
    """Tell who sent the file that it could not be read."""
    del team, subject_id
    keys = [[{"label": "button-register-again", "data": _AGAIN[Register(params["what"])]}]]
    person = await people.get(tx, params["person_id"])
    tell(tx, person, "answer", text="register-unread", keys=keys)


async def send(tx: Tx, team: Team, person: Person, what: Register) -> None:
    """Send a register to somebody as a CSV file that the import reads back."""
    rows = await export_rows(tx, team, what)
    await _send(tx, team, person, what, "csv", written_text(rows), len(rows) - 1)


async def order_workbook(tx: Tx, person: Person, what: Register) -> None:
    """Have a register made as a workbook for somebody."""
    params = {"what": what.value, "person_id": person.id}
    await due.schedule(tx, Due(MAKE, person.id * len(_NUMBERS) + _NUMBERS[what], tx.now, params))


async def gather_workbook(
    tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any]
) -> Rows | None:
    """Return the register; None when whoever wanted it may no longer have it."""
    del subject_id
    person = await people.get(tx, params["person_id"])
    return await export_rows(tx, team, Register(params["what"])) if may(person, Role.LEAD) else None


async def keep_workbook(
    tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any], made: tuple[bytes, int]
) -> None:
    """Send the workbook to whoever wanted it."""
    del subject_id
    person, what = await people.get(tx, params["person_id"]), Register(params["what"])
    await _send(tx, team, person, what, "xlsx", *made)


async def give_up_workbook(tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any]) -> None:
    """Tell whoever wanted the workbook that it cannot be made."""
    del team, subject_id
    person = await people.get(tx, params["person_id"])
    tell(tx, person, "answer", text="register-not-made")


async def _send(  # noqa: PLR0913, PLR0917 a file, what is in it, and for whom
    tx: Tx, team: Team, person: Person, what: Register, ending: str, content: bytes, count: int
) -> None:
    day = tx.now.astimezone(team.zone)
    paper_id = await papers.add(tx, file_name(f"{what} {day:%Y %m %d}", ending), content)
    tell(tx, person, "paper", text=f"register-sent-{what}", count=count, paper=paper_id)
