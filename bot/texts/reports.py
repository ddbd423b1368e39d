"""What the person who reported is told: a receipt, who works on it, and how it ended."""

import re

from msgspec.structs import replace

from bot.domain.incident import REJECTED, Status
from bot.services.facts import IncidentFacts
from bot.services.hotlines import hotline_lines
from bot.texts import buttons
from bot.texts.fluent import Html, has_text, safe
from bot.texts.incidents import Asked, Told
from bot.texts.lines import joined, quoted, reason
from bot.texts.values import Voice, kebab, parameters

_MEDIUM = re.compile(r"\{([a-z_]+)\}")


def in_words(voice: Voice, incident: IncidentFacts) -> IncidentFacts:
    """Return the facts with the media of a story without words named in the reader's language."""

    def named(found: re.Match[str]) -> str:
        text_id = f"media-{kebab(found[1])}"
        return voice.word(text_id) if has_text(text_id) else found[0]

    return replace(incident, summary=_MEDIUM.sub(named, incident.summary))


def received(voice: Voice, asked: Asked) -> Told:
    """Return the receipt: the code, what happens next, how to add to it."""
    incident = asked.incident
    said = joined(
        [
            voice.say("receipt", code=incident.code),
            voice.say(_what_next(incident)),
            voice.say("receipt-anonymous") if incident.anonymous else None,
            voice.say("receipt-more"),
            *(_fraud(voice) if incident.is_fraud else ()),
        ]
    )
    return said, buttons.copy_code(voice, incident)


def _what_next(incident: IncidentFacts) -> str:
    if incident.status is not Status.QUEUED:
        return "receipt-paged"
    return "receipt-fraud-queued" if incident.is_fraud else "receipt-queued"


def _fraud(voice: Voice) -> list[str]:
    """Say what to do at once, since nobody is woken for this."""
    catalog = voice.team.catalog
    advice = safe(catalog.advice_on_fraud(voice.language).strip())
    numbers = [voice.value(line) for line in hotline_lines(catalog, voice.language)]
    lines = [Html(str(number)) for number in numbers]
    heading = [voice.say("receipt-hotlines")] if lines else []
    return [voice.say("receipt-fraud", advice=advice), *heading, *lines]


def taken(voice: Voice, asked: Asked) -> Told:
    """Tell that somebody works on it now; who, is the team's own matter."""
    incident = asked.incident
    at = voice.time(incident.taken_at or voice.now)
    return voice.say("report-taken", code=incident.code, at=at), ()


def solved(voice: Voice, asked: Asked) -> Told:
    """Ask whether it is solved for the person who reported it."""
    incident = asked.incident
    done = quoted(asked.params.get("action"))
    until = voice.time(incident.due_at) if incident.due_at else None
    said = joined(
        [
            voice.say("report-solved", code=incident.code, at=_resolved_at(voice, incident)),
            done and joined([voice.say("report-done"), done]),
            voice.say("report-solved-ask"),
            until and voice.say("report-solved-until", at=until),
        ]
    )
    return said, buttons.solved(voice, incident)


def reopened(voice: Voice, asked: Asked) -> Told:
    """Tell that the work goes on, or that the conclusion is looked at again."""
    text_id = "report-objected" if asked.params.get("rejected") else "report-reopened"
    if asked.params.get("by_lead"):
        text_id = "report-taken-up"
    return voice.say(text_id, code=asked.incident.code), ()


def rejected(voice: Voice, asked: Asked) -> Told:
    """Tell why it is not worked on, and how to object."""
    incident = asked.incident
    if incident.status not in REJECTED:
        # It was taken up again before this could be sent.
        return closed(voice, asked) if incident.is_ended else reopened(voice, asked)
    said = joined(
        [
            voice.say(
                f"report-{kebab(incident.status)}",
                code=incident.code,
                original=incident.duplicate_of or "",
            ),
            reason(voice, incident),
            voice.say("report-object"),
        ]
    )
    return said, buttons.unsolved(voice, incident, "object")


def closed(voice: Voice, asked: Asked) -> Told:
    """Tell that it is over, and how to bring it back."""
    incident = asked.incident
    at = voice.time(incident.ended_at or voice.now)
    given = {"code": incident.code, "at": at} | parameters(asked.params)
    return voice.say("report-closed", **given), buttons.unsolved(voice, incident, "again")


def _resolved_at(voice: Voice, incident: IncidentFacts) -> Html:
    return voice.time(incident.resolved_at or incident.ended_at or voice.now)
