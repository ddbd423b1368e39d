"""Which incident a person means, and which of our questions their words answer."""

from msgspec import Struct

from bot.domain.codes import parted
from bot.domain.errors import Refused
from bot.domain.incident import Incident, Status, needs_ladder
from bot.domain.messages import KINDS, Subject
from bot.domain.people import Person
from bot.domain.words import Asked, is_still
from bot.services import forum, paging
from bot.services.incidents import named
from storage import due, incidents, outbox
from storage.database import Tx

PAGE, STILL = "incident-page", "incident-still"
REFER = "incident-refer"  # it ends an incident, so that bare words are not enough
FORM, SOLVED = "form-question", "report-solved"  # what they ask is not answered as a member
_ASKING = {
    PAGE: Asked.TAKE,
    "incident-nobody": Asked.TAKE,
    "incident-released": Asked.LOST,
    "incident-promise": Asked.PROMISE,
    "incident-assigned": Asked.PROMISE,
    STILL: Asked.STILL,
    "incident-reopened": Asked.OWN,
}
ASKS = (*_ASKING, FORM, SOLVED)


class Question(Struct, frozen=True):
    """What one of our messages asks its reader now."""

    asked: Asked
    incident: Incident


async def replied_to(tx: Tx, chat_id: int, message_id: int | None) -> tuple[str, int] | None:
    """Return (message kind, incident id) of one of our messages about an incident."""
    if message_id is None:
        return None
    row = await outbox.by_message(tx, chat_id, message_id)
    if row is None:
        # The first message of a topic is Telegram's own, and stands for the card.
        incident_id = await forum.incident_in(tx, chat_id, message_id)
        return (forum.CARD, incident_id) if incident_id is not None else None
    if row.subject_id is None or row.kind not in KINDS:
        return None
    about_incident = KINDS[row.kind].subject is Subject.INCIDENT
    return (row.kind, row.subject_id) if about_incident else None


async def last_page(tx: Tx, chat_id: int) -> int | None:
    """Return the incident of the newest page in a chat."""
    row = await outbox.newest(tx, "incident-page", chat_id)
    return row.subject_id if row is not None else None


async def replied_question(
    tx: Tx, person: Person, chat_id: int, message_id: int
) -> Question | None:
    """Return what the message that a member replies to asks; None when it is not the team's."""
    found = await replied_to(tx, chat_id, message_id)
    if found is None or not found[0].startswith("incident-"):
        return None
    return _question(found[0], await incidents.get(tx, found[1]), person)


async def open_question(
    tx: Tx, person: Person, chat_id: int, words: str, *, in_form: bool
) -> Question | None:
    """Return the question that a member's bare words answer: the newest in their chat.

    "Still on it?" waits only for minutes, so the words for it are heard whatever came since. In
    the middle of a form nothing else is, but a page or that question that is newer than the form's.
    """
    if is_still(words) and (asked := await _asked_still(tx, person)):
        return Question(Asked.STILL, asked)
    kinds = (PAGE, STILL, FORM) if in_form else (*_ASKING, SOLVED)
    row = await outbox.newest_sent(tx, kinds, chat_id)
    if row is None or row.kind not in _ASKING:
        return None
    incident = await incidents.get(tx, row.subject_id)
    if in_form and not await _is_pressing(tx, incident, person):
        return None
    return _question(row.kind, incident, person)


async def _asked_still(tx: Tx, person: Person) -> Incident | None:
    for incident in await incidents.owned_by(tx, person.id):
        if await due.waiting(tx, paging.SILENCE, incident.id) is not None:
            return incident
    return None


async def _is_pressing(tx: Tx, incident: Incident, person: Person) -> bool:
    """Tell whether it waits for a word of this person: called and not declined, or asked."""
    if incident.owner_id == person.id:
        return await due.waiting(tx, paging.SILENCE, incident.id) is not None
    return needs_ladder(incident) and not await paging.has_declined(tx, incident.id, person.id)


def _question(kind: str, incident: Incident, person: Person) -> Question:
    if kind == REFER:
        return Question(Asked.REFER, incident)
    asked = _ASKING.get(kind, Asked.TAKE)
    if incident.owner_id == person.id:
        asks_owner = asked in (Asked.PROMISE, Asked.STILL)
        return Question(asked if asks_owner else Asked.OWN, incident)
    if asked is not Asked.TAKE and incident.owner_id is None:
        return Question(Asked.LOST, incident)
    return Question(Asked.WAITS if incident.status is Status.QUEUED else Asked.TAKE, incident)


async def is_called(tx: Tx, incident: Incident, person: Person) -> bool:
    """Tell whether a person was called to an incident that still is nobody's."""
    if not needs_ladder(incident) or person.telegram_id is None:
        return False
    return await outbox.newest(tx, PAGE, person.telegram_id, incident.id) is not None


async def of_id(tx: Tx, incident_id: int) -> Incident:
    """Return an incident by its number; Refused when there is none."""
    return await incidents.get(tx, incident_id)


async def last_shown(tx: Tx, kind: str, chat_id: int) -> Incident | None:
    """Return the incident of the newest message of a kind in a chat, if there is one."""
    row = await outbox.newest_sent(tx, (kind,), chat_id)
    return await incidents.get(tx, row.subject_id) if row is not None else None


async def code_of(tx: Tx, incident_id: int) -> str:
    """Return what people call an incident."""
    return (await incidents.get(tx, incident_id)).code


class Place(Struct, frozen=True):
    """Where words were written: the chat, perhaps under a message, perhaps in a topic."""

    chat_id: int
    reply_to: int | None = None
    topic_id: int | None = None


async def meant(tx: Tx, words: str, place: Place, *, guesses: bool) -> tuple[Incident, str]:
    """Return the incident and the words left over; Refused when it cannot be told which.

    Without a code, a reply or a topic it is the only open one, or, if `guesses`, that of the last
    page.
    """
    pointed = await _pointed_at(tx, words, place)
    if pointed is not None:
        return pointed
    incident_id = await _guessed(tx, place.chat_id, guesses=guesses)
    if incident_id is None:
        raise Refused("refused-which-incident")
    return await incidents.get(tx, incident_id), words.strip()


async def pointed_at(tx: Tx, words: str, place: Place) -> tuple[Incident, str]:
    """Return the incident of a code, reply or topic, and the words left; nothing is guessed."""
    pointed = await _pointed_at(tx, words, place)
    if pointed is None:
        raise Refused("refused-which-incident")
    return pointed


async def _pointed_at(tx: Tx, words: str, place: Place) -> tuple[Incident, str] | None:
    code, rest = parted(words)
    if code:
        return await named(tx, code), rest
    chat_id = place.chat_id
    found = await replied_to(tx, chat_id, place.reply_to)
    found = found or await replied_to(tx, chat_id, place.topic_id)
    return (await incidents.get(tx, found[1]), words.strip()) if found else None


async def _guessed(tx: Tx, chat_id: int, *, guesses: bool) -> int | None:
    page = await last_page(tx, chat_id) if guesses else None
    if page is not None:
        return page
    open_ones = await incidents.open_ones(tx, 2)
    return open_ones[0].id if len(open_ones) == 1 else None
