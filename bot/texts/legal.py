"""The pages about deadlines by law and seriousness: what runs, what was sent, what is marked."""

from typing import Any

from bot.domain.kinds import in_language
from bot.domain.legal_deadlines import DeadlineState, Unit, shown_late
from bot.domain.seriousness import EFFECTS, Mark, condition_a, condition_b
from bot.services.facts import IncidentFacts
from bot.services.room_facts import RoomFacts
from bot.texts import room_lines
from bot.texts.fluent import Html, TextError, has_text
from bot.texts.incidents import Asked, Told
from bot.texts.keyboards import Key, Keys
from bot.texts.length import TEXT_LIMIT, size
from bot.texts.lines import joined, safe_name
from bot.texts.values import Voice, one_line
from storage.deadlines import Deadline

OTHERS = (Mark.BEYOND, Mark.HARM, Mark.PERSONAL, Mark.SENSITIVE, Mark.PRESS)


def _room(asked: Asked) -> RoomFacts:
    if asked.facts.room is None:
        raise TextError("the facts of the room are missing")
    return asked.facts.room


def deadlines(voice: Voice, asked: Asked) -> Told:
    """Return every deadline of an incident: until when, to whom, what became of it."""
    incident = asked.incident
    if asked.facts.newer:
        return voice.say("page-moved", code=incident.code), ()
    room = _room(asked)
    listed = [each for each in room.deadlines if each.state is not DeadlineState.DROPPED]
    said = joined(
        [
            voice.say("deadlines-head", code=incident.code),
            _detected(voice, incident, room),
            *room_lines.serious(voice, room.assessment),
        ]
    )
    blocks = [(_deadline(voice, each), each.is_open) for each in listed]
    ends = (said, voice.say("deadlines-foot"))
    page = _fitting(ends, blocks or [([voice.say("deadlines-none")], True)])
    return page, _deadline_keys(voice, incident, listed)


def _fitting(ends: tuple[str, str], blocks: list[tuple[list[str], bool]]) -> str:
    """Return the whole page, or as much of each deadline that none of them is cut off.

    What was settled is shortened first; of what is open the law is left out only then.
    """
    page = ""
    for settled, still in ((99, 99), (1, 99), (1, 2), (1, 1)):
        parts = [joined(lines[: still if is_open else settled]) for lines, is_open in blocks]
        page = "\n\n".join([ends[0], *parts, ends[1]])
        if size(page) <= TEXT_LIMIT:
            break
    return page


def _detected(voice: Voice, incident: IncidentFacts, room: RoomFacts) -> Html:
    at = room.assessment.detected_at
    if at is None:
        return voice.say("deadlines-as-reported", at=voice.time(incident.opened_at))
    return voice.say("deadlines-detected", at=voice.time(at))


def _deadline(voice: Voice, deadline: Deadline) -> list[str]:
    rule = deadline.run.rule
    said = {"number": deadline.number, "name": rule.name(voice.language)}
    by = safe_name(deadline.settled_by)
    if deadline.state is DeadlineState.WAIVED:
        reason = one_line(deadline.reason or "")
        return [voice.say("deadline-line-waived", reason=reason, by=by, **said)]
    if deadline.state is DeadlineState.DONE:
        return [_done(voice, deadline, said), _sent(voice, deadline)]
    unsure = voice.say("deadline-unconfirmed")
    if rule.confirmed_by:
        unsure = voice.say("deadline-confirmed", by=rule.confirmed_by)
    form = [voice.say("deadline-form", form=rule.form)] if rule.form else []
    return [
        voice.say("deadline-line", left=room_lines.left(voice, deadline), **said),
        *_changed(voice, deadline),
        voice.say("deadline-to", to=in_language(rule.receivers, voice.language)),
        voice.say("deadline-signed" if rule.signed else "deadline-unsigned"),
        *form,
        voice.say("deadline-basis", basis=rule.basis),
        unsure,
    ]


def _done(voice: Voice, deadline: Deadline, said: dict[str, Any]) -> Html:
    """Say that it was sent, and by how much too late; what is due at once has no such measure."""
    run, sent_at = deadline.run, deadline.sent_at
    if run.rule.unit is Unit.AT_ONCE or sent_at is None or sent_at <= run.due_at:
        return voice.say("deadline-line-done", **said)
    late = voice.duration(shown_late(run.due_at, sent_at))
    return voice.say("deadline-line-done-late", late=late, **said)


def _changed(voice: Voice, deadline: Deadline) -> list[Html]:
    """Say what an update has to tell."""
    if not deadline.changed:
        return []
    return [voice.say("deadline-changed", changed={"list": list(deadline.changed)})]


def _sent(voice: Voice, deadline: Deadline) -> Html:
    channel = f"form-sent-channel-{deadline.channel}"
    return voice.say(
        "deadline-sent",
        at=voice.time(deadline.sent_at) if deadline.sent_at else "—",
        channel=voice.say(channel) if has_text(channel) else one_line(deadline.channel or "—"),
        document=one_line(deadline.document or "—"),
        receipt=one_line(deadline.receipt or "—"),
        by=safe_name(deadline.settled_by),
    )


def _deadline_keys(voice: Voice, incident: IncidentFacts, listed: list[Deadline]) -> Keys:
    rows = [
        (
            Key(voice.word("button-sent", {"number": each.number}), data=f"sent:{each.id}"),
            Key(voice.word("button-waive", {"number": each.number}), data=f"waive:{each.id}"),
        )
        for each in listed
        if each.is_open
    ]
    below = (
        Key(voice.word("button-detected"), data=f"detected:{incident.id}"),
        Key(voice.word("button-serious"), data=f"serious:{incident.id}"),
    )
    return (*rows, below)


def assessment(voice: Voice, asked: Asked) -> Told:
    """Return what is marked, whether the two conditions hold, and what was decided."""
    incident = asked.incident
    if asked.facts.newer:
        return voice.say("page-moved", code=incident.code), ()
    room = _room(asked)
    judged = room.assessment
    level = room.level if room.level is not None else "—"
    holds = {
        "a": condition_a(judged, room.level),
        "b": condition_b(judged),
    }
    said = joined(
        [
            voice.say("serious-head", code=incident.code),
            voice.say("serious-level", level=str(level)),
            voice.say("serious-a-holds" if holds["a"] else "serious-a-lacks"),
            voice.say("serious-b-holds" if holds["b"] else "serious-b-lacks"),
            *room_lines.serious(voice, judged),
        ]
    )
    foot = voice.say("serious-may" if all(holds.values()) else "serious-may-not")
    return f"{said}\n\n{foot}", _assessment_keys(voice, incident, room)


def _assessment_keys(voice: Voice, incident: IncidentFacts, room: RoomFacts) -> Keys:
    levels = (Mark.LEVEL, Mark.LISTED) if room.level is None else (Mark.LISTED,)
    marks = [*levels, *EFFECTS, *OTHERS]
    keys = [_mark(voice, incident, room, mark) for mark in marks]
    rows = tuple((key,) for key in keys)
    return (*rows, *_decision_keys(voice, incident, room))


def _mark(voice: Voice, incident: IncidentFacts, room: RoomFacts, mark: Mark) -> Key:
    sign = "☑" if mark in room.assessment.marks else "☐"
    label = f"{sign} {voice.word(f'mark-{mark}')}"
    return Key(label, data=f"mark:{incident.id}:{mark.value}")


def _decision_keys(voice: Voice, incident: IncidentFacts, room: RoomFacts) -> Keys:
    decide = Key(voice.word("button-decision"), data=f"decision:{incident.id}")
    if room.assessment.decision is not None:
        return ((decide,),)
    if room.assessment.proposed_at is not None:
        withdraw = Key(voice.word("button-withdraw"), data=f"propose:{incident.id}:withdraw")
        return ((withdraw, decide),)
    propose = Key(voice.word("button-propose"), data=f"propose:{incident.id}:ask", style="primary")
    return ((propose, decide),)
