"""A situation report as group and leads read it, and that nobody has the incident at the moment."""

from bot.texts import buttons, lines
from bot.texts.incidents import Asked, Told
from bot.texts.lines import joined
from bot.texts.values import Voice, parameters


def report(voice: Voice, asked: Asked) -> Told:
    """Return a report; while nobody has the incident also who had it, what is next, and a key."""
    incident, params = asked.incident, parameters(asked.params)
    told = voice.say(
        "situation-report", code=incident.code, name=params["name"], lines=params["lines"]
    )
    if incident.is_ended or incident.owner_id is not None:
        return told, ()
    if params.get("by"):
        lost = voice.say("situation-nobody", by=params["by"], at=params["at"])
    else:
        lost = voice.say("situation-nobody-yet")
    return joined([told, lost, lines.state(voice, incident)]), buttons.take_again(voice, incident)
