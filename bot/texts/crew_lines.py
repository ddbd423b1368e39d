"""What the card says of the crew: how many have answered the roll call, who has which role."""

from bot.domain.roles import CrewRole
from bot.domain.roll_call import Presence, RollCall
from bot.services.room_facts import RoomFacts
from bot.texts.fluent import Html
from bot.texts.length import shorten
from bot.texts.lines import safe_name
from bot.texts.values import Voice, one_line

WORDS = 120


def card(voice: Voice, room: RoomFacts) -> list[Html]:
    """Return the lines of the card about roll call, roles and what the reporter was asked."""
    return [*_head_count(voice, room.roll), *_crew(voice, room), *_between(voice, room)]


def _head_count(voice: Voice, roll: RollCall) -> list[Html]:
    if not roll.people:
        return []
    counts = {answer.value: len(roll.who(answer)) for answer in Presence}
    return [voice.say("card-roll", answered=roll.answered, total=len(roll.people), **counts)]


def _crew(voice: Voice, room: RoomFacts) -> list[Html]:
    if not room.roles:
        return []
    said = ", ".join(
        voice.say(
            "card-role", role=voice.say(f"crew-{role.value}"), name=safe_name(room.roles[role].name)
        )
        for role in CrewRole
        if role in room.roles
    )
    return [voice.say("card-crew", roles=Html(said))]


def _between(voice: Voice, room: RoomFacts) -> list[Html]:
    """Say what the reporter was asked, or what they have answered."""
    line = room.asked
    if line is None:
        return []
    if line.kind == "reporter-unreached":
        return [voice.say("card-reporter-lost", at=voice.time(line.at))]
    text_id = "card-asked" if line.kind == "asked-reporter" else "card-replied"
    words = shorten(one_line(line.text), WORDS) if line.text else voice.say("card-a-file")
    return [voice.say(text_id, at=voice.time(line.at), words=words)]
