"""`trucban verify`: whether every timeline is still as it was written, with papers and evidence."""

from zoneinfo import ZoneInfo

from rich.console import Console

from bot.clock import Clock
from bot.config import Settings
from bot.domain.seals import Fault, Found, code
from bot.services.sealing import Looked, look
from storage import seals
from storage.database import Database, Tx
from storage.migrate import upgrade

SHOWN = 7
WHAT = {
    Fault.CHANGED: "line {id} of {incident} was changed, or a line before it is missing or added",
    Fault.BACKDATED: "line {id} of {incident} says an earlier time than the line before it",
    Fault.PAPER: "the paper of line {id} of {incident} is gone or no longer what it was",
    Fault.VERSION: "the paper {paper}, version {id}, is gone or no longer what it was",
    Fault.FILE: "the evidence of line {id} of {incident} is gone or no longer what it was",
    Fault.CUT: "the timeline of {incident} was cut off after line {id}: later ones are missing",
    Fault.GONE: "the whole timeline of {incident} is missing; its last line was line {id}",
    Fault.HEAD: "the head of {incident}, whose last line is {id}, does not fit: it was changed or"
    " removed, or lines are missing or sealed anew",
    Fault.ORPHAN: "{incident} has a timeline up to line {id}",
    Fault.ENDING: "{incident} has ended, or not, otherwise than its timeline says up to line {id}",
    Fault.SEVERITY: "{incident} has another severity than its timeline says up to line {id}",
    Fault.CONFIDENTIAL: "{incident} is confidential, or not, otherwise than its timeline says"
    " up to line {id}",
    Fault.DRILL: "{incident} is a drill, or not, otherwise than its timeline says up to line {id}",
    Fault.ANCHOR: "anchor {id}: lines or papers that it stands for are missing, added or made anew",
}


async def verify(settings: Settings, screen: Console) -> int:
    """Say what was looked at and what does not fit; returns 1 when something does not."""
    await upgrade(settings.database_url)
    database = Database(settings.database_url, Clock().now)
    await database.open(alone=False)
    try:
        async with database.read() as tx:
            looked = await look(tx, settings.data)
            faults = [await _said(tx, each) for each in looked.found]
    finally:
        await database.close()
    for line in [*faults, *_summary(looked, settings.zone)]:
        screen.print(line, markup=False, highlight=False)
    return 1 if faults else 0


async def _said(tx: Tx, found: Found) -> str:
    incident = await _name(tx, found.incident_id) if found.incident_id else ""
    return f"✗ {WHAT[found.fault].format(id=found.id, incident=incident, paper=found.paper)}"


async def _name(tx: Tx, incident_id: int) -> str:
    """Return an incident's code, or its number in the database when it is gone, too."""
    known = await seals.code_of(tx, incident_id)
    return known or f"incident {incident_id}, which is gone itself,"


def _summary(looked: Looked, zone: ZoneInfo) -> list[str]:
    mark = "✗" if looked.found else "✓"
    said = [f"{mark} {looked.lines} lines of {looked.incidents} timelines were looked at"]
    if looked.unsealed:
        said.append(f"  {looked.unsealed} of them are older than the seals and cannot be judged")
    if looked.newest:
        said.append(f"  {looked.newest} of them are newer than the last anchor: what happens to")
        said.append(
            "  them shows by seals and heads; from the next anchor on by the group's code, too"
        )
    if looked.anchors:
        said.append("  the newest anchors; compare their codes with the group's messages:")
    for each in looked.anchors[-SHOWN:]:
        at = each.at.astimezone(zone).strftime("%d/%m/%Y %H:%M")
        said.append(f"  {at}  {code(each.digest)}  {each.lines} lines")
    return said
