"""Which incident a person means: by its code, by what they reply to, or by their last page."""

from bot.domain.errors import Refused
from bot.domain.incident import Incident
from bot.domain.messages import KINDS, Subject
from bot.services.incidents import named
from storage import incidents, outbox
from storage.database import Tx


async def replied_to(tx: Tx, chat_id: int, message_id: int | None) -> tuple[str, int] | None:
    """Return (message kind, incident id) of one of our messages about an incident."""
    if message_id is None:
        return None
    row = await outbox.by_message(tx, chat_id, message_id)
    if row is None or row.subject_id is None or KINDS[row.kind].subject is not Subject.INCIDENT:
        return None
    return row.kind, row.subject_id


async def last_page(tx: Tx, chat_id: int) -> int | None:
    """Return the incident of the newest page in a chat."""
    row = await outbox.newest(tx, "incident-page", chat_id)
    return row.subject_id if row is not None else None


async def meant(tx: Tx, words: str, chat_id: int, reply_to: int | None) -> tuple[Incident, str]:
    """Return the incident and the words left over; Refused when it cannot be told which."""
    head, _, rest = words.strip().partition(" ")
    if head.upper().startswith("SC"):
        return await named(tx, head), rest.strip()
    found = await replied_to(tx, chat_id, reply_to)
    incident_id = found[1] if found else await last_page(tx, chat_id)
    if incident_id is None:
        raise Refused("refused-which-incident")
    return await incidents.get(tx, incident_id), words.strip()
