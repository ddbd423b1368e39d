"""More time and questions: asked by agencies, decided and answered by the team, relayed to both."""

from datetime import date
from typing import Any

from sqlalchemy import Row

from bot.domain import campaign as rules
from bot.domain.errors import Refused
from bot.domain.people import Person
from bot.domain.periods import end_of
from bot.domain.team import Team
from bot.services import boards, task_cards
from bot.services.assignments import Held, contact_people, held, own
from bot.services.messages import leads, tell, tell_team
from bot.services.task_words import day_words
from storage import assignments, campaigns, people
from storage.assignments import EXTENSION, QUESTION
from storage.database import Tx

Key = dict[str, Any]

_SHOWN = 10


async def check_may_ask_more(tx: Tx, person: Person, assignment_id: int) -> Held:
    """Return what more time is asked for; Refused when that makes no sense any more."""
    found = await own(tx, person, assignment_id)
    rules.start(found.campaign, found.assignment, tx.now)
    for row in await assignments.asks(tx, assignment_id=assignment_id):
        if row.kind == EXTENSION and row.answered_at is None:
            raise Refused("refused-task-waits")
    return found


async def ask_more(
    tx: Tx, team: Team, person: Person, assignment_id: int, until: date, words: str
) -> None:
    """Ask the leads for a later deadline; the old one holds until they agree."""
    found = await check_may_ask_more(tx, person, assignment_id)
    until_at = end_of(until, team.zone)
    rules.extend(found.campaign, found.assignment, until_at, tx.now)
    ask_id = await assignments.add_ask(
        tx, assignment_id, EXTENSION, person.id, words.strip(), until_at
    )
    await _log(tx, found, "asked-more", person, until=until_at.isoformat())
    await task_cards.refresh(tx, assignment_id)
    said = await card(tx, team, ask_id)
    for lead in await leads(tx):
        tell(tx, lead, "campaign-notice", **said)
    day = day_words(team, until_at, tx.now)
    tell(tx, person, "answer", text="task-more-asked", day=day)


async def ask(tx: Tx, team: Team, person: Person, assignment_id: int, words: str) -> None:
    """Bring a question before the team: into its group, or without one to its leads."""
    found = await own(tx, person, assignment_id)
    ask_id = await assignments.add_ask(tx, assignment_id, QUESTION, person.id, words.strip())
    await _log(tx, found, "asked", person)
    await task_cards.refresh(tx, assignment_id)
    said = await card(tx, team, ask_id)
    if team.chat_id is not None:
        tell_team(tx, team, "campaign-notice", **said)
    else:
        for lead in await leads(tx):
            tell(tx, lead, "campaign-notice", **said)
    tell(tx, person, "answer", text="task-question-sent")


async def card(tx: Tx, team: Team, ask_id: int) -> dict[str, Any]:
    """Return a request or a question as the team reads it, with what can be done about it."""
    row = await assignments.ask(tx, ask_id)
    found = await held(tx, row.assignment_id)
    author = (await people.of_ids(tx, [row.person_id])).get(row.person_id)
    said = {
        "name": found.campaign.name,
        "code": found.campaign.code,
        "about": found.concerns,
        "by": author.name if author else "?",
        "words": row.words,
        "number": ask_id,
    }
    if row.kind == QUESTION:
        keys = [[_key("button-ask-answer", ask_id, "answer")]]
        return {"text": "ask-question", **said, "keys": keys}
    yes = _key("button-ask-grant", ask_id, "yes", style="success")
    no = [_key("button-ask-refuse", ask_id, "no"), _key("button-ask-refuse-why", ask_id, "why")]
    days = {
        "due": day_words(team, found.assignment.due_at, tx.now),
        "day": day_words(team, row.until_at, tx.now),
    }
    return {"text": "ask-more", **said, **days, "keys": [[yes], no]}


async def show_waiting(tx: Tx, team: Team, person: Person, campaign_id: int) -> int:
    """Send somebody of the team what waits for an answer in a campaign; returns how much it is."""
    rows = await assignments.asks(tx, campaign_id=campaign_id)
    for row in rows[:_SHOWN]:
        tell(tx, person, "answer", **await card(tx, team, row.id))
    return len(rows)


def _key(label: str, ask_id: int, action: str, **more: Any) -> Key:  # noqa: ANN401
    return {"label": label, "data": f"ask:{ask_id}:{action}", **more}


async def open_ask(tx: Tx, ask_id: int, kind: str) -> Row[Any]:
    """Return what waits for an answer; Refused with who has answered when somebody has."""
    row = await assignments.ask(tx, ask_id)
    if row.kind != kind:
        raise Refused("refused-unknown-button")
    if row.answered_at is not None:
        known = (await people.of_ids(tx, [row.answered_by_id])).get(row.answered_by_id)
        raise Refused("refused-ask-answered", name=known.name if known else "?")
    return row


async def must_be_question(tx: Tx, ask_id: int) -> None:
    """Refuse what is no question, or is answered already."""
    await open_ask(tx, ask_id, QUESTION)


async def must_be_request(tx: Tx, ask_id: int) -> None:
    """Refuse what is no request for more time, or is decided already."""
    await open_ask(tx, ask_id, EXTENSION)


async def decide(
    tx: Tx, team: Team, person: Person, ask_id: int, *, granted: bool, answer: str = ""
) -> Held:
    """Agree to more time or not; all contact persons of the agency hear it."""
    row = await open_ask(tx, ask_id, EXTENSION)
    found = await held(tx, row.assignment_id)
    before = after = found.assignment
    if granted:
        after = rules.extend(found.campaign, before, row.until_at, tx.now)
        await assignments.save(tx, before, after)
    if not await assignments.answer_ask(tx, ask_id, person.id, answer=answer, granted=granted):
        raise Refused("refused-ask-answered", name="?")
    await _log(tx, found, "more-granted" if granted else "more-refused", person)
    await task_cards.refresh(tx, after.id)
    await boards.refresh(tx, team, found.campaign.id)
    said = {
        **found.words,
        "text": "task-more-granted" if granted else "task-more-refused",
        "day": day_words(team, after.due_at, tx.now),
        "answer": answer.strip() or None,
        "keys": _page(found),
    }
    for one in await contact_people(tx, after.agency_id):
        tell(tx, one, "campaign-notice", **said)
    return found


async def answer(tx: Tx, team: Team, person: Person, ask_id: int, words: str) -> Held:
    """Relay the team's answer to all contact persons of the agency; the group sees it too."""
    row = await open_ask(tx, ask_id, QUESTION)
    found = await held(tx, row.assignment_id)
    if not await assignments.answer_ask(tx, ask_id, person.id, answer=words.strip()):
        raise Refused("refused-ask-answered", name="?")
    await _log(tx, found, "answered", person)
    await task_cards.refresh(tx, found.assignment.id)
    said = {"question": row.words, "answer": words.strip(), "name": found.campaign.name}
    for one in await contact_people(tx, found.assignment.agency_id):
        tell(
            tx,
            one,
            "campaign-notice",
            text="task-question-answered",
            **said,
            keys=_page(found),
        )
    if team.chat_id is not None:
        told = {"by": person.name, "about": found.concerns, **said}
        tell_team(tx, team, "campaign-notice", text="ask-answered", **told)
    return found


def _page(found: Held) -> list[list[Key]]:
    number = found.assignment.id
    label = {"label": "button-task-page", "args": {"number": number}}
    return [[{**label, "data": f"task:{number}"}]]


async def _log(tx: Tx, found: Held, event: str, person: Person, **params: Any) -> None:  # noqa: ANN401 facts
    await campaigns.enter(
        tx,
        event,
        campaign_id=found.campaign.id,
        assignment_id=found.assignment.id,
        person_id=person.id,
        **params,
    )
