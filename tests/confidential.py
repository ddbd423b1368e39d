"""An incident with a word of its own in every field, and what the group can read of it."""

import pytest

from storage.tables import agencies, systems

CODE = "SC-2026-0001"
PLACE, AGENCY, SYSTEM, WHAT = "phongmaychu", "sokehoach", "vanbanso", "rorihoso"
NOTICED, CONTACT, REPORTER, LINK = "tusangnay", "0911222333", "Nguyễn Tốgiác", "xauxa.top"
NOTE, CAUSE, ACTION, NEWS, REASON = "ghichukin", "nguyennhan", "bienphap", "dienbien", "lydogoi"
SECRETS = (
    *(PLACE, AGENCY, SYSTEM, WHAT, NOTICED, CONTACT, "Tốgiác", LINK, "xauxa[.]top"),
    *(NOTE, CAUSE, ACTION, NEWS, REASON, "Mã hóa dữ liệu", "tống tiền"),
)


@pytest.fixture(name="reporter")
async def reporter_there(world):
    return await world.member(REPORTER, "staff")


async def opens(world, reporter, **told) -> None:
    """Take in a report with a word of its own in every field."""
    async with world.app.database.begin() as tx:
        agency_id = await tx.add(agencies, code="A1", name=AGENCY)
        system_id = await tx.add(systems, code="S1", name=SYSTEM, agency_id=agency_id, level=4)
    told = {"summary": f"{WHAT} hxxp://{LINK}/a", "place": PLACE, "noticed": NOTICED} | told
    told |= {"contact": CONTACT, "agency_id": agency_id, "system_id": system_id}
    await world.receives(reporter, **told)
    await world.settles()


def leaks(world) -> dict[str, str]:
    """Return what the group can read by now of what must not be there, with where it stands."""
    found: dict[str, str] = {}
    for message in world.in_group():
        words = f"{message.text} {' '.join(button.label for button in message.buttons)}"
        found |= {secret: words for secret in SECRETS if secret in words}
    return found
