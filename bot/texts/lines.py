"""The lines that every text about an incident is built from."""

from collections.abc import Iterable

from bot.domain.escalation import Target
from bot.domain.incident import Status
from bot.domain.indicators import disarmed
from bot.services.facts import Entry, IncidentFacts, LadderFacts
from bot.texts.fluent import Html, safe
from bot.texts.length import shorten
from bot.texts.values import Voice, kebab, one_line

SUMMARY, PLACE, NOTE = 300, 60, 160


def joined(lines: Iterable[str | None]) -> str:
    """Put lines below each other; what there is nothing to say about leaves no gap."""
    return "\n".join(line for line in lines if line)


def headline(voice: Voice, incident: IncidentFacts, *, loud: bool = False) -> Html:
    """Say how bad, what and where, in one line that fits a lock screen."""
    level = voice.say(f"severity-{incident.severity}-loud") if loud else None
    return voice.say(
        "headline" if where(incident) else "headline-nowhere",
        severity=level or voice.severity(incident.severity),
        kind=voice.kind(incident.kind),
        where=where(incident),
        code=incident.code,
    )


def where(incident: IncidentFacts) -> str:
    """Return the shortest true answer to "where": the agency, else the place, else the system."""
    found = incident.agency or incident.place or incident.system or ""
    return shorten(one_line(found), PLACE)


def safe_name(name: str | None) -> Html:
    """Return a person's name in one line."""
    return safe(one_line(name or "?"))


def quoted(text: str | None, limit: int = SUMMARY) -> str | None:
    """Return somebody's words as a quotation of limited length, in which no link opens."""
    if not text or not text.strip():
        return None
    words = safe(shorten(disarmed(text.strip()), limit))
    return f"<blockquote>{words}</blockquote>"


def reporter(voice: Voice, incident: IncidentFacts) -> Html | None:
    """Say who reported it, or that they wish not to be named."""
    if incident.anonymous:
        return voice.say("reporter-anonymous")
    if not incident.reporter:
        return None
    name = one_line(incident.reporter)
    if incident.reporter_agency:
        return voice.say("reporter-of", name=name, agency=one_line(incident.reporter_agency))
    return voice.say("reporter", name=name)


def system(voice: Voice, incident: IncidentFacts) -> Html | None:
    """Say which system is concerned, with its level."""
    if not incident.system:
        return None
    if incident.level:
        return voice.say("system-level", name=one_line(incident.system), level=incident.level)
    return voice.say("system", name=one_line(incident.system))


def reported(voice: Voice, incident: IncidentFacts) -> Html:
    """Say when it was reported and how many files came with it."""
    at = voice.time(incident.opened_at)
    if incident.files:
        return voice.say("reported-files", at=at, files=incident.files)
    return voice.say("reported", at=at)


def last_note(voice: Voice, note: Entry | None) -> Html | None:
    """Say the newest note, when and whose."""
    if note is None or not note.text:
        return None
    words = shorten(one_line(note.text), NOTE)
    return voice.say("last-note", at=voice.time(note.at), name=author(voice, note), note=words)


def author(voice: Voice, entry: Entry) -> Html:
    """Name who wrote a line of the timeline."""
    if entry.name:
        return safe_name(entry.name)
    return voice.say("author-reporter" if entry.by_reporter else "author-bot")


def next_people(voice: Voice, ladder: LadderFacts) -> Html:
    """Name whom the ladder calls next: people where a post has one, groups by their name."""
    names = [safe_name(name) for name in ladder.next_names]
    groups = (Target.LEADS, Target.RESPONDERS, Target.TEAM)
    shown = groups if names else tuple(Target)
    words = [
        voice.say(f"target-{kebab(target)}") for target in ladder.next_targets if target in shown
    ]
    return Html(", ".join([*names, *words]))


def ending(voice: Voice, incident: IncidentFacts) -> Html:
    """Say how it ended, when and by whom; nothing follows."""
    by = voice.say("ending-by", name=one_line(incident.ended_by)) if incident.ended_by else Html()
    said = voice.say(
        f"ended-{kebab(incident.status)}",
        at=voice.time(incident.ended_at) if incident.ended_at else "",
        original=incident.duplicate_of or "",
    )
    return Html(f"{said}{by}.")


def state(voice: Voice, incident: IncidentFacts) -> str:
    """Say who has it since when, and what happens next and when."""
    if incident.is_ended:
        return joined([ending(voice, incident), reason(voice, incident)])
    if incident.status is Status.WRAPPING_UP:
        said = voice.say(
            "state-wrapping-up", name=safe_name(incident.owner), at=_at(voice, incident)
        )
        return joined([said, _due(voice, incident, "next-closed")])
    if incident.owner_id is not None:
        return joined([_taken(voice, incident), _expected(voice, incident)])
    if incident.status is Status.QUEUED:
        return joined([voice.say("state-queued"), _due(voice, incident, "next-reminded")])
    return joined([_calling(voice, incident), _next(voice, incident)])


def reason(voice: Voice, incident: IncidentFacts) -> Html | None:
    """Say why it was not worked on."""
    if not incident.reason:
        return None
    return voice.say("reason", reason=shorten(one_line(incident.reason), SUMMARY))


def _due(voice: Voice, incident: IncidentFacts, text_id: str) -> Html | None:
    return voice.say(text_id, at=voice.time(incident.due_at)) if incident.due_at else None


def _at(voice: Voice, incident: IncidentFacts) -> Html:
    return voice.time(incident.resolved_at or incident.taken_at or incident.opened_at)


def _taken(voice: Voice, incident: IncidentFacts) -> Html:
    if incident.taken_at is None:
        return voice.say("state-assigned", name=safe_name(incident.owner))
    return voice.say(
        "state-taken",
        name=safe_name(incident.owner),
        at=voice.time(incident.taken_at),
        status=voice.say(f"status-{kebab(incident.status)}"),
    )


def _expected(voice: Voice, incident: IncidentFacts) -> Html | None:
    if incident.asked_at is None or incident.taken_at is None:
        return None
    promised = incident.promised_at == incident.asked_at
    text_id = "next-promised" if promised else "next-asked"
    return voice.say(text_id, name=safe_name(incident.owner), at=voice.time(incident.asked_at))


def _calling(voice: Voice, incident: IncidentFacts) -> Html:
    ladder = incident.ladder
    if ladder is None or not ladder.paged:
        return voice.say("state-nobody")
    names = Html(", ".join(safe_name(name) for name in ladder.paged))
    return voice.say("state-calling", names=names, round=ladder.round)


def _next(voice: Voice, incident: IncidentFacts) -> Html | None:
    if incident.ladder is None:
        return None
    text_id = "next-repeat" if incident.ladder.repeats else "next-call"
    who, at = next_people(voice, incident.ladder), voice.time(incident.ladder.next_at)
    return voice.say(text_id, who=who, at=at)
