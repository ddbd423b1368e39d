"""What the card says of the room: how far the playbook is, which deadline is next, how serious."""

from bot.domain.legal_deadlines import Unit, shown_left
from bot.domain.seriousness import Assessment
from bot.services.room_facts import RoomFacts
from bot.texts import crew_lines, indicator_lines
from bot.texts.fluent import Html
from bot.texts.lines import safe_name
from bot.texts.values import Voice, one_line
from storage.deadlines import Deadline

ON_THE_CARD = 6


def card(voice: Voice, room: RoomFacts | None) -> list[Html]:
    """Return the lines of the card about playbook, deadlines and seriousness."""
    if room is None:
        return []
    lines: list[Html] = []
    if room.progress is not None:
        done, total = room.progress
        lines.append(voice.say("card-playbook", done=done, total=total))
    lines += [*_clocks(voice, room), *serious(voice, room.assessment)]
    return [*lines, *crew_lines.card(voice, room), *indicator_lines.card(voice, room)]


def _clocks(voice: Voice, room: RoomFacts) -> list[Html]:
    """Return the deadlines that are nearest, and how many more there are."""
    still = [each for each in room.deadlines if each.is_open and each.run.rule.reminds]
    still.sort(key=lambda each: (each.run.due_at, each.id))
    lines = [_clock(voice, each) for each in still[:ON_THE_CARD]]
    more = len(still) - ON_THE_CARD
    return [*lines, voice.say("card-deadlines-more", count=more)] if more > 0 else lines


def _clock(voice: Voice, deadline: Deadline) -> Html:
    """Return one deadline with the time left; what nobody has compared with the law says so."""
    rule = deadline.run.rule
    text_id = "card-deadline" if rule.confirmed_by else "card-deadline-unsure"
    return voice.say(text_id, name=rule.name(voice.language), left=left(voice, deadline))


def left(voice: Voice, deadline: Deadline) -> Html:
    """Say how much time is left until when, or since when it is overdue."""
    run = deadline.run
    if run.rule.unit is Unit.AT_ONCE:
        return voice.say("left-at-once", at=voice.time(run.due_at))
    if run.due_at < voice.now:
        return voice.say("left-overdue", at=voice.time(run.due_at))
    length = shown_left(run.due_at, voice.now)
    return voice.say("left", left=voice.duration(length), at=voice.time(run.due_at))


def serious(voice: Voice, assessment: Assessment) -> list[Html]:
    """Say what was proposed or decided about the seriousness; nothing when nothing was."""
    decision = assessment.decision
    if decision is not None:
        text_id = "serious-decided" if decision.serious else "serious-decided-ordinary"
        by, at = safe_name(decision.by), voice.time(decision.at)
        document = f", {one_line(decision.document)}" if decision.document else ""
        return [voice.say(text_id, by=by, at=at, document=document)]
    if assessment.proposed_at is None:
        return []
    at, name = voice.time(assessment.proposed_at), safe_name(assessment.proposed_by)
    return [voice.say("serious-proposed", name=name, at=at)]
