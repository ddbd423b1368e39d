"""What is said about the crew: who is called in, the roll call, the roles."""

from bot.domain.roles import CrewRole
from bot.domain.roll_call import OFFERED, Called, Presence
from bot.services.facts import IncidentFacts
from bot.services.room_facts import RoomFacts
from bot.texts import buttons, lines
from bot.texts.fluent import Html, TextError, safe
from bot.texts.incidents import Asked, Told
from bot.texts.keyboards import Key, Keys
from bot.texts.lines import joined, safe_name
from bot.texts.values import Voice, one_line

MOST_NAMES = 30


def bring_in(voice: Voice, asked: Asked) -> Told:
    """Return the call to help, with the reason and who asks; or what the reader has said."""
    incident = asked.incident
    reason = one_line(str(asked.params.get("reason") or ""))
    text_id = "bring-in" if reason else "bring-in-plain"
    said = joined(
        [
            lines.headline(voice, incident, loud=True),
            voice.say(text_id, by=asked.params.get("by"), reason=reason),
            _own(voice, asked),
            lines.quoted(incident.summary),
            lines.system(voice, incident),
            lines.state(voice, incident),
        ]
    )
    return said, _keys(voice, incident)


def roll_ask(voice: Voice, asked: Asked) -> Told:
    """Ask one person, in private, whether they help."""
    incident = asked.incident
    said = joined(
        [
            lines.headline(voice, incident, loud=True),
            voice.say("roll-ask", code=incident.code),
            _own(voice, asked),
            lines.state(voice, incident),
        ]
    )
    return said, _keys(voice, incident)


def roll_call(voice: Voice, asked: Asked) -> Told:
    """Return the list in the group: who is on the way, who helps from afar, who is silent."""
    incident = asked.incident
    if asked.facts.newer:
        return voice.say("page-moved", code=incident.code), ()
    roll = _room(asked).roll
    counted = {"answered": roll.answered, "total": len(roll.people)}
    said = [voice.say("roll-head", code=incident.code, **counted)]
    for answer in Presence:
        said += _named(voice, f"roll-{answer.value}", roll.who(answer))
    said += _named(voice, "roll-silent", roll.silent)
    if incident.is_ended:
        return "\n".join([*said, voice.say("roll-over")]), ()
    return "\n".join([*said, voice.say("roll-how")]), _keys(voice, incident)


def _room(asked: Asked) -> RoomFacts:
    if asked.facts.room is None:
        raise TextError("the facts of the crew are missing")
    return asked.facts.room


def _own(voice: Voice, asked: Asked) -> Html | None:
    room = asked.facts.room
    answer = room.roll.of(asked.person_id) if room is not None else None
    if answer is None:
        return None
    return voice.say("present-said", answer=voice.say(f"presence-{answer.value}"))


def _named(voice: Voice, text_id: str, people: tuple[Called, ...]) -> list[Html]:
    if not people:
        return []
    names = ", ".join(safe_name(each.name) for each in people[:MOST_NAMES])
    more = f", +{len(people) - MOST_NAMES}" if len(people) > MOST_NAMES else ""
    return [voice.say(text_id, count=len(people), names=Html(names + safe(more)))]


def _keys(voice: Voice, incident: IncidentFacts) -> Keys:
    if incident.is_ended:
        return buttons.only_details(voice, incident)
    keys = tuple(
        Key(
            voice.word(f"button-{answer.value}"),
            data=f"present:{incident.id}:{answer.value}",
            style="primary" if answer is Presence.COMING else None,
        )
        for answer in OFFERED
    )
    return keys[:2], (keys[2], buttons.details(voice, incident))


def roles(voice: Voice, asked: Asked) -> Told:
    """Return who has which role, with a key to take, give or give back each."""
    incident, held = asked.incident, _room(asked).roles
    if asked.facts.newer:
        return voice.say("page-moved", code=incident.code), ()
    said = [voice.say("roles-head", code=incident.code)]
    rows: list[tuple[Key, ...]] = []
    for role in CrewRole:
        name = voice.say(f"crew-{role.value}")
        holder = held.get(role)
        if holder is None:
            said.append(voice.say("roles-empty", role=name))
        else:
            at = voice.time(holder.at)
            said.append(voice.say("roles-held", role=name, name=safe_name(holder.name), at=at))
        rows.append(_role_keys(voice, incident, role, is_held=holder is not None))
    if incident.is_ended:
        return "\n".join(said), ()
    return "\n".join([*said, voice.say("roles-how")]), tuple(rows)


def _role_keys(
    voice: Voice, incident: IncidentFacts, role: CrewRole, *, is_held: bool
) -> tuple[Key, ...]:
    what = {"role": voice.say(f"crew-{role.value}")}
    first = "back" if is_held else "take"
    about = f"{incident.id}:{role.value}"
    return (
        Key(voice.word(f"button-role-{first}", what), data=f"crew:{about}:{first}"),
        Key(voice.word("button-role-give"), data=f"crew:{about}:give"),
    )
