"""The dialogues of the registers: one fact of an agency or a system changed, or a new one entered.

What is told goes through the same checks as an imported file.
"""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Row

from bot.domain import register_form as asked
from bot.domain.answers import State
from bot.domain.cells import ImportRefused, Register
from bot.domain.errors import Refused
from bot.domain.form import Form
from bot.domain.people import Person, Role
from bot.domain.team import Team
from bot.services import register, register_files
from bot.services.messages import tell
from bot.services.register_lists import agency_meant, system_meant
from bot.services.register_pages import show_agency, show_system
from storage import people, register_facts
from storage.database import Tx
from storage.forms import FormRow
from storage.register import change_all
from storage.tables import agencies

# Somebody has taken it out of the register meanwhile.
HOPELESS = frozenset({"refused-register-gone"})


async def build_agency(tx: Tx, team: Team, person: Person, subject_id: int | None) -> Form:
    """Return what can be changed of an agency."""
    del team, person, subject_id
    return asked.agency_form(await register_facts.agency_kinds(tx))


async def build_new_agency(tx: Tx, team: Team, person: Person, subject_id: int | None) -> Form:
    """Return the questions about a new agency."""
    del team, person, subject_id
    return asked.new_agency_form(await register_facts.agency_kinds(tx))


async def build_system(tx: Tx, team: Team, person: Person, subject_id: int | None) -> Form:
    """Return what can be changed of a system."""
    del tx, team, person, subject_id
    return asked.system_form()


async def build_new_system(tx: Tx, team: Team, person: Person, subject_id: int | None) -> Form:
    """Return the questions about a new system."""
    del tx, team, person, subject_id
    return asked.new_system_form()


async def build_agencies_file(tx: Tx, team: Team, person: Person, subject_id: int | None) -> Form:
    """Return the question for a file of agencies."""
    del tx, team, person, subject_id
    return asked.file_form(asked.AGENCIES_FILE)


async def build_systems_file(tx: Tx, team: Team, person: Person, subject_id: int | None) -> Form:
    """Return the question for a file of systems."""
    del tx, team, person, subject_id
    return asked.file_form(asked.SYSTEMS_FILE)


async def finish_agency(
    tx: Tx, team: Team, person: Person, row: FormRow, state: State
) -> int | None:
    """Change the one fact, and show the agency as it is now."""
    kinds = await register_facts.agency_kinds(tx)
    agency = await check_agency(tx, row.subject_id or 0)
    field = state.answer("field").choice or ""
    await change_agency(tx, team, person, agency, field, asked.told(state, field, kinds))
    return None


async def finish_system(
    tx: Tx, team: Team, person: Person, row: FormRow, state: State
) -> int | None:
    """Change the one fact, and show the system as it is now."""
    system = await check_system(tx, row.subject_id or 0)
    field = state.answer("field").choice or ""
    await change_system(tx, team, person, system, field, asked.told(state, field))
    return None


async def finish_new_agency(
    tx: Tx, team: Team, person: Person, row: FormRow, state: State
) -> int | None:
    """Enter the agency, and show it."""
    del row
    kinds = await register_facts.agency_kinds(tx)
    values = {key: asked.told(state, key, kinds) for key in ("code", "name", "kind", "parent")}
    known = await register_facts.agency_lines(tx)
    if any(one.code.casefold() == values["code"].casefold() for one in known):
        raise Refused("refused-register-code-taken", code=values["code"])
    if values["parent"]:
        values["parent"] = (await agency_meant(tx, values["parent"])).code
    await _take(tx, team, Register.AGENCIES, values)
    await show_agency(tx, team, person, (await agency_meant(tx, values["code"])).id)
    return None


async def finish_new_system(
    tx: Tx, team: Team, person: Person, row: FormRow, state: State
) -> int | None:
    """Enter the system, and show it."""
    del row
    values = {key: asked.told(state, key) for key in ("code", "name", "agency", "level", "url")}
    known = await register_facts.system_lines(tx)
    if any(one.code.casefold() == values["code"].casefold() for one in known):
        raise Refused("refused-register-code-taken", code=values["code"])
    values["agency"] = (await agency_meant(tx, values["agency"])).code
    await _take(tx, team, Register.SYSTEMS, values)
    await show_system(tx, team, person, (await system_meant(tx, values["code"])).id)
    return None


async def finish_file(tx: Tx, team: Team, person: Person, row: FormRow, state: State) -> int | None:
    """Have the file read; Refused when words were sent instead of one."""
    del team
    files = state.answer("file").files
    if not files:
        raise Refused("refused-register-file")
    await register_files.order(tx, person, Register(row.kind), files[0])
    tell(tx, person, "answer", text="register-reading")
    return None


async def change_agency(
    tx: Tx, team: Team, person: Person, agency: Row[Any], field: str, value: str
) -> None:
    """Change one fact of an agency, and show the agency as it is now."""
    if field == "head":
        head_id = (await _head(tx, value)).id if value else None
        await change_all(tx, agencies, [(agency.id, {"head_id": head_id})])
    else:
        if field == "parent" and value:
            value = (await agency_meant(tx, value)).code
        values = {"code": agency.code, "name": agency.name, field: value}
        await _take(tx, team, Register.AGENCIES, values)
    await show_agency(tx, team, person, agency.id)


async def change_system(
    tx: Tx, team: Team, person: Person, system: Row[Any], field: str, value: str
) -> None:
    """Change one fact of a system, and show the system as it is now."""
    known = {"code": system.code, "name": system.name, "agency": system.agency_code}
    if field == "agency":
        value = (await agency_meant(tx, value)).code
    await _take(tx, team, Register.SYSTEMS, {**known, field: value})
    await show_system(tx, team, person, system.id)


async def _head(tx: Tx, words: str) -> Person:
    """Return the one person meant, who must be known to the bot."""
    found = [one for one in await people.find(tx, words) if one.role > Role.CITIZEN]
    if not found:
        raise Refused("refused-register-head", name=words[:60])
    if len(found) > 1:
        names = {"list": [one.name for one in found[:5]]}
        raise Refused("refused-register-several", words=words[:60], count=len(found), names=names)
    return found[0]


async def check_agency(tx: Tx, agency_id: int) -> Row[Any]:
    """Return an agency; Refused when it is not in the register."""
    row = await register_facts.agency(tx, agency_id)
    if row is None:
        raise Refused("refused-register-gone")
    return row


async def check_system(tx: Tx, system_id: int) -> Row[Any]:
    """Return a system; Refused when it is not in the register."""
    row = await register_facts.system(tx, system_id)
    if row is None:
        raise Refused("refused-register-gone")
    return row


async def _take(tx: Tx, team: Team, what: Register, values: Mapping[str, str]) -> None:
    """Take over one line as if it were imported; what is wrong with it is said without a line."""
    rows = [(1, list(values)), (2, list(values.values()))]
    try:
        await register.import_rows(tx, team, what, rows)
    except ImportRefused as refused:
        problem = refused.problems[0]
        reason = {"text": problem.reason, **problem.params}
        raise Refused("refused-register-value", reason=reason) from refused
