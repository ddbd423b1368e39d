"""Paging: a ladder is climbed for every incident that nobody has taken, until somebody does."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from bot.domain import escalation
from bot.domain.escalation import Ladder, Policy, Target
from bot.domain.incident import WORKING, Incident, Status, needs_ladder, release
from bot.domain.people import Person, Role
from bot.domain.promises import next_morning, silent_from
from bot.domain.roster import on_duty
from bot.domain.team import Team
from bot.services import calling, elsewhere, unfinished
from bot.services.messages import instant, leads, tell, tell_team
from storage import due, facts, incidents, ladders, outbox, people, roster
from storage.database import Tx
from storage.due import Due
from storage.incidents import Entry

LADDER, STILL, SILENCE, QUEUE = "ladder", "still", "silence", "queue"
REFUSED = "page-refused"  # written by the dispatcher
_LOOKED_AT = 50
OF_POSTS = (Target.ON_DUTY, Target.BACKUP, Target.COMMANDER)
can_be_paged = calling.can_be_paged


async def wait_for_owner(
    tx: Tx, team: Team, incident: Incident, without: int | None = None
) -> None:
    """See to it that what nobody owns is not forgotten: by a ladder, or by the daily queue."""
    if needs_ladder(incident):
        await start(tx, team, incident, without)
    else:
        at = next_morning(tx.now, team.zone)
        await due.schedule(tx, Due(QUEUE, incident.id, at))


async def start(tx: Tx, team: Team, incident: Incident, without: int | None = None) -> None:
    """Begin a ladder from today's policy; its first step runs at once unless it waits.

    Whoever has just said they can't is left out.
    """
    policy = team.catalog.ladders[incident.severity]
    await stop(tx, incident.id)
    declined = frozenset() if without is None else frozenset({without})
    ladder, first_at = escalation.start(incident.id, policy, tx.now, declined)
    await ladders.add(tx, ladder, first_at)
    if first_at <= tx.now:
        await _climb(tx, team, ladder)
    else:
        await due.schedule(tx, Due(LADDER, incident.id, first_at))


async def stop(tx: Tx, incident_id: int) -> None:
    """End the ladder of an incident, if one is live."""
    ladder = await ladders.live(tx, incident_id)
    if ladder is not None:
        await ladders.keep(tx, escalation.stop(ladder))
        await due.drop(tx, LADDER, incident_id)


async def climb_due(tx: Tx, team: Team, incident_id: int, params: Mapping[str, Any]) -> None:
    """Run the step that has come due."""
    del params
    incident = await incidents.get(tx, incident_id)
    ladder = await ladders.live(tx, incident_id)
    if ladder is None:
        return
    if needs_ladder(incident):
        await _climb(tx, team, ladder)
    else:
        await ladders.keep(tx, escalation.stop(ladder))


async def decline(tx: Tx, team: Team, incident: Incident, person: Person) -> None:
    """Leave a person out of the ladder; the next step runs at once if nobody else was asked."""
    ladder = await ladders.live(tx, incident.id)
    if ladder is not None:
        await ladders.keep(tx, escalation.decline(ladder, person.id))
        await _pass_on_if_deserted(tx, team, incident.id)


async def has_declined(tx: Tx, incident_id: int, person_id: int) -> bool:
    """Tell whether a person has said "I can't" to the live ladder, or ever where there is none."""
    ladder = await ladders.live(tx, incident_id)
    if ladder is not None:
        return person_id in ladder.declined
    lines = await facts.last(tx, incident_id, _LOOKED_AT, "declined")
    return any(line.person_id == person_id for line in lines)


async def hurry(tx: Tx, team: Team, person: Person, incident_id: int) -> bool:
    """Run the next step now; False when no ladder is live, or nobody is left to be called."""
    ladder = await ladders.live(tx, incident_id)
    if ladder is None or ladder.step >= len(ladder.policy.steps):
        return False
    await incidents.enter(tx, incident_id, Entry("escalated", person.id))
    await _climb(tx, team, ladder)
    return True


async def page_refused(tx: Tx, team: Team, outbox_id: int, params: Mapping[str, Any]) -> None:
    """Telegram refused a page: other channels and the next person follow at once, all are told."""
    via = await elsewhere.instead_of(tx, team, outbox_id)
    incident = await incidents.get(tx, params["incident_id"])
    person = await people.get(tx, params["person_id"])
    await incidents.enter(
        tx, incident.id, Entry("page-refused", person.id, details={"reason": params["reason"]})
    )
    if incident.owner_id == person.id and incident.status in WORKING:
        if not via:
            await set_free(tx, team, incident, without=person.id)
    elif not needs_ladder(incident):
        return
    text = "incident-unreachable-elsewhere" if via else "incident-unreachable"
    reason, names = {"text": reason_text(params["reason"])}, elsewhere.names(via)
    said: dict[str, Any] = {"name": person.name, "reason": reason, "via": names, "text": text}
    tell_team(tx, team, "incident-unreachable", incident.id, **said)
    for lead in await leads(tx):
        if lead.id != person.id and lead.reachable is not False:
            tell(tx, lead, "incident-unreachable", incident.id, **said)
    await _pass_on_if_deserted(tx, team, incident.id)


def reason_text(reason: str) -> str:
    """Return the text that says why somebody cannot be reached."""
    known = {"blocked", "deactivated", "never started", "is a bot"}
    return f"unreachable-{reason.replace(' ', '-')}" if reason in known else "unreachable-other"


async def policy_of(tx: Tx, team: Team, incident: Incident) -> Policy:
    """Return the policy it was paged by; what waited in the queue never was, so today's."""
    ladder = await ladders.newest(tx, incident.id)
    return ladder.policy if ladder is not None else team.catalog.ladder(incident.severity)


async def watch_owner(tx: Tx, team: Team, incident: Incident) -> None:
    """Ask the owner again when their estimate, or the policy's time without a word, is over."""
    await due.drop(tx, SILENCE, incident.id)
    policy = await policy_of(tx, team, incident)
    at = silent_from(incident, policy.acknowledge_expires)
    if at is None:
        await due.drop(tx, STILL, incident.id)
    else:
        await due.schedule(tx, Due(STILL, incident.id, at, {"owner_id": incident.owner_id}))


async def await_answer(tx: Tx, team: Team, incident: Incident) -> datetime:
    """Give whoever was assigned some minutes to answer; returns when others are called."""
    await watch_owner(tx, team, incident)
    until = tx.now + (await policy_of(tx, team, incident)).answer_within
    await due.schedule(tx, Due(SILENCE, incident.id, until, {"owner_id": incident.owner_id}))
    return until


async def unwatch_owner(tx: Tx, incident_id: int) -> None:
    """Stop asking: nobody works on it any more."""
    await due.drop(tx, STILL, incident_id)
    await due.drop(tx, SILENCE, incident_id)


async def ask_still(tx: Tx, team: Team, incident_id: int, params: Mapping[str, Any]) -> None:
    """Ask the silent owner whether they are still on it, unless there was a word meanwhile."""
    incident = await incidents.get(tx, incident_id)
    if incident.owner_id is None or incident.owner_id != params["owner_id"]:
        return
    policy = await policy_of(tx, team, incident)
    at = silent_from(incident, policy.acknowledge_expires)
    if at is None:
        return
    if at > tx.now:
        await due.schedule(tx, Due(STILL, incident_id, at, params))
        return
    until = tx.now + policy.answer_within
    owner = await people.get(tx, incident.owner_id)
    said = {"owner_id": owner.id, "until": instant(until)}
    tell(tx, owner, "incident-still", incident_id, **said)
    await incidents.enter(tx, incident_id, Entry("still-asked", owner.id))
    await due.schedule(tx, Due(SILENCE, incident_id, until, {"owner_id": owner.id}))


async def silence(tx: Tx, team: Team, incident_id: int, params: Mapping[str, Any]) -> None:
    """The owner stayed silent: the incident is nobody's again and the ladder starts anew."""
    incident = await incidents.get(tx, incident_id)
    if incident.owner_id is None or incident.owner_id != params["owner_id"]:
        return
    owner = await people.get(tx, incident.owner_id)
    await incidents.enter(tx, incident_id, Entry("silent", owner.id))
    tell_team(tx, team, "incident-nudge", incident_id, text="nudge-silent", name=owner.name)
    tell(tx, owner, "incident-released", incident_id, text="released-silent")
    await set_free(tx, team, incident)


async def set_free(tx: Tx, team: Team, incident: Incident, without: int | None = None) -> None:
    """Take an incident from its owner and page again, without whoever can't."""
    free = release(incident, tx.now)
    await incidents.save(tx, incident, free)
    await unfinished.give_up_unowned(tx, incident)
    await unwatch_owner(tx, incident.id)
    await wait_for_owner(tx, team, free, without)
    await outbox.refresh(tx, incident.id)


async def _pass_on_if_deserted(tx: Tx, team: Team, incident_id: int) -> None:
    ladder = await ladders.live(tx, incident_id)
    if ladder is None:
        return
    refused = await outbox.unreached(tx, incident_id)
    if escalation.is_deserted(ladder, refused):
        await _climb(tx, team, ladder)


async def _climb(tx: Tx, team: Team, ladder: Ladder) -> None:
    watchers, unreachable = await _watchers(tx, team)
    climbed = escalation.climb(ladder, watchers, tx.now)
    await ladders.keep(tx, climbed.ladder, climbed.next_at)
    await due.schedule(tx, Due(LADDER, ladder.incident_id, climbed.next_at))
    await calling.call(tx, team, ladder.incident_id, climbed)
    if climbed.team:
        tell_team(tx, team, "incident-team-page", ladder.incident_id)
    if ladder.round == 0 and Target.ON_DUTY in climbed.empty:
        await _tell_nobody(tx, team, ladder.incident_id, unreachable)
    await outbox.refresh(tx, ladder.incident_id)


async def _tell_nobody(tx: Tx, team: Team, incident_id: int, unreachable: Sequence[str]) -> None:
    said = {"unreachable": {"list": list(unreachable)}, "count": len(unreachable)}
    await incidents.enter(
        tx, incident_id, Entry("nobody-on-duty", details={"unreachable": list(unreachable)})
    )
    tell_team(tx, team, "incident-nobody", incident_id, **said)
    for lead in await leads(tx):
        tell(tx, lead, "incident-nobody", incident_id, **said)


async def _watchers(tx: Tx, team: Team) -> tuple[dict[Target, list[int]], list[str]]:
    """Find who stands behind each target now, and who of the watch cannot be reached."""
    shifts = await roster.around(tx, tx.now)
    members = await people.with_roles(tx, (Role.RESPONDER, Role.LEAD, Role.ADMIN))
    known = {person.id: person for person in members}

    def reachable(ids: Sequence[int]) -> list[int]:
        return [id_ for id_ in ids if id_ in known and calling.can_be_called(team, known[id_])]

    posts = {target: team.catalog.watch.posts_for(target) for target in OF_POSTS}
    found = {target: reachable(on_duty(shifts, codes, tx.now)) for target, codes in posts.items()}
    found[Target.LEADS] = reachable([p.id for p in members if p.role >= Role.LEAD])
    found[Target.RESPONDERS] = reachable([p.id for p in members])
    watching = set(on_duty(shifts, posts[Target.ON_DUTY], tx.now))
    lost = [known[id_].name for id_ in sorted(watching & known.keys() - set(reachable([*known])))]
    return found, lost


async def remind_queue(tx: Tx, team: Team, incident_id: int, params: Mapping[str, Any]) -> None:
    """What waits in the queue is brought up every day until somebody deals with it."""
    del params
    incident = await incidents.get(tx, incident_id)
    if incident.status is Status.QUEUED:
        tell_team(tx, team, "incident-nudge", incident_id, text="nudge-queued")
        await wait_for_owner(tx, team, incident)
        await tell_leads_without_group(tx, team, incident)


async def tell_leads_without_group(tx: Tx, team: Team, incident: Incident) -> None:
    """Bring what waits in the queue to the leads when there is no group to show it in."""
    if team.chat_id is None and incident.status is Status.QUEUED:
        for lead in await leads(tx):
            tell(tx, lead, "incident-details", incident.id)
