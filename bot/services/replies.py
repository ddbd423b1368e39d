"""Answers from outside Telegram: a code is given with a page, and counts once, for its reader."""

import hmac
import secrets
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from bot.domain.errors import Refused
from bot.domain.incident import Incident
from bot.domain.people import Person, Role, may
from bot.domain.reply_codes import new_code
from bot.domain.team import Team
from bot.services import facts, incidents, onwatch, signs, testpages, veil
from bot.services.facts import IncidentFacts
from bot.services.relieving import must_count
from storage import incidents as stored
from storage import people, reply_codes
from storage.database import Tx
from storage.incidents import Entry
from storage.reply_codes import ReplyCode

INCIDENT, SHIFT, TEST = "incident", "shift", "test"
# Which kinds of message carry a code, and what it answers.
ANSWERED = {
    "incident-page": INCIDENT,
    "incident-assigned": INCIDENT,
    "incident-still": INCIDENT,
    "incident-reopened": INCIDENT,
    "shift-call": SHIFT,
    "shift-still": SHIFT,
    "test-page": TEST,
}


class CodeState(StrEnum):
    """What a code is good for."""

    GOOD = "good"
    USED = "used"
    OVER = "over"
    WRONG = "wrong"


class Reply(Struct, frozen=True):
    """What a code stands for now; whoever has a wrong one learns nothing."""

    state: CodeState
    code: ReplyCode | None = None
    person: Person | None = None
    incident: IncidentFacts | None = None
    post: str | None = None
    is_done: bool = False


def _hashed(team: Team, code: str) -> str:
    return hmac.digest(team.code_key, code.encode(), "sha256").hex()


async def issue(tx: Tx, team: Team, kind: str, person_id: int, about: tuple[int, str]) -> str:
    """Return a new code for a person, about (subject, channel); only its hash is kept."""
    code = new_code(secrets.choice)
    subject_id, channel = about
    expires_at = tx.now + team.catalog.channels.code_lives
    kept = ReplyCode(0, person_id, ANSWERED[kind], subject_id, channel, expires_at, None)
    await reply_codes.add(tx, _hashed(team, code), kept)
    return code


async def look(tx: Tx, team: Team, code: str) -> Reply:
    """Return what a code stands for, without using it."""
    found = await reply_codes.find(tx, _hashed(team, code))
    if found is None:
        return Reply(CodeState.WRONG)
    person = await people.get(tx, found.person_id)
    if not person.active or person.blocked:
        return Reply(CodeState.WRONG)
    incident, post = None, None
    if found.kind == INCIDENT:
        incident = veil.veiled(await facts.incident_facts(tx, team, found.subject_id))
    elif found.kind == SHIFT:
        post = (await must_count(tx, found.subject_id)).post
    if found.used_at is not None:
        state = CodeState.USED
    else:
        state = CodeState.OVER if found.expires_at <= tx.now else CodeState.GOOD
    return Reply(state, found, person, incident, post)


async def answer(tx: Tx, team: Team, code: str) -> Reply:
    """Use a code up and do what its reader means by it; Refused as in Telegram."""
    found = await look(tx, team, code)
    if found.state is not CodeState.GOOD or found.code is None or found.person is None:
        return found
    if not await reply_codes.use(tx, found.code.id):
        return Reply(CodeState.USED, found.code, found.person, found.incident, found.post)
    await _do(tx, team, found.person, found.code)
    return replace(await look(tx, team, code), is_done=True)


async def _do(tx: Tx, team: Team, person: Person, code: ReplyCode) -> None:
    if code.kind == TEST:
        await testpages.answer(tx, person, code.subject_id)
        return
    if not may(person, Role.RESPONDER):
        raise Refused("refused-not-allowed", role={"role": Role.RESPONDER.value})
    if code.kind == INCIDENT:
        await _take(tx, team, person, code)
    else:
        await _be_there(tx, team, person, code.subject_id)


async def _take(tx: Tx, team: Team, person: Person, code: ReplyCode) -> None:
    """Take the incident, or say that one is still on it, and enter by which way."""
    incident: Incident = await stored.get(tx, code.subject_id)
    via = {"via": code.channel}
    await stored.enter(tx, incident.id, Entry("answered-elsewhere", person.id, details=via))
    if incident.owner_id == person.id:
        await incidents.still(tx, team, person, incident.id)
    else:
        await incidents.acknowledge(tx, team, person, incident.id)


async def _be_there(tx: Tx, team: Team, person: Person, shift_id: int) -> None:
    shift = await must_count(tx, shift_id)
    if shift.person_id != person.id:
        raise Refused("refused-reply-in-telegram")
    if shift.checked_in_at is None:
        await onwatch.check_in(tx, team, person, shift_id)
    else:
        await signs.here(tx, team, person, shift_id)
