"""What is said about topics: their names, and the lines in the General topic that lead to them."""

from bot.texts import buttons
from bot.texts.incidents import Asked, Told
from bot.texts.values import Voice, parameters

MARKS_THEMSELVES = frozenset({"incident-topic", "incident-pointer"})  # they have one line


def name(voice: Voice, asked: Asked) -> Told:
    """Return the name of an incident's topic: what and how bad, never about whom."""
    return _what(voice, asked), ()


def pointer(voice: Voice, asked: Asked) -> Told:
    """Return the line that leads from the General topic to the incident's own."""
    given = parameters(asked.params)
    said = voice.say(asked.params["text"], **{"status": None, **given}, what=_what(voice, asked))
    return said, buttons.to_topic(voice, asked.facts.topic)


def _what(voice: Voice, asked: Asked) -> str:
    incident = asked.incident
    kind, severity = voice.kind(incident.kind), voice.severity(incident.severity)
    what = voice.say("topic-name", code=incident.code, kind=kind, severity=severity)
    if incident.confidential:
        what = voice.say("topic-code", code=incident.code)
    return voice.say("topic-drill", what=what) if incident.drill else what
