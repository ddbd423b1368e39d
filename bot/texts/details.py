"""Everything about one incident, for whoever of the team asks: facts, contact, last lines."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from bot.domain.closing import HELPED
from bot.domain.roll_call import addressed
from bot.services.facts import Entry, IncidentFacts
from bot.services.reasons import in_words
from bot.services.room_facts import RoomFacts
from bot.texts import buttons, indicator_lines, lines
from bot.texts.fluent import Html, has_text, safe
from bot.texts.incidents import Asked, Told
from bot.texts.keyboards import Keys
from bot.texts.length import shorten
from bot.texts.lines import joined
from bot.texts.values import Voice, kebab, one_line

STORY, LINE, HIGHLIGHTS = 1200, 240, 8


def details(voice: Voice, asked: Asked) -> Told:
    """Return all that is known of an incident; only here is the reporter's contact shown."""
    incident = asked.incident
    said = joined(
        [
            lines.headline(voice, incident),
            lines.state(voice, incident),
            lines.quoted(incident.summary, STORY),
            *_known(voice, incident),
            *_solution(voice, incident),
            indicator_lines.related(voice, asked.facts.room),
            indicator_lines.details(voice, asked.facts.room),
            indicator_lines.improvements(voice, asked.facts.room),
            *_highlights(voice, asked.facts.room),
            *_story(voice, incident),
        ]
    )
    return said, _keys(voice, asked)


def _keys(voice: Voice, asked: Asked) -> Keys:
    incident = asked.incident
    if incident.is_ended:
        return buttons.copy_code(voice, incident)
    if incident.owner_id is not None and incident.owner_id == asked.person_id:
        return buttons.owner(voice, incident)
    offered = buttons.page(voice, incident)[:1] if incident.owner_id is None else ()
    return (*offered, (buttons.confide(voice, incident),))


def _known(voice: Voice, incident: IncidentFacts) -> list[str | None]:
    told = (("place", incident.place), ("noticed", incident.noticed), ("contact", incident.contact))
    return [
        lines.system(voice, incident),
        *(_fact(voice, name, value) for name, value in told),
        lines.reporter(voice, incident),
        lines.reported(voice, incident),
    ]


def _solution(voice: Voice, incident: IncidentFacts) -> list[str | None]:
    told = (
        ("cause", incident.cause),
        ("action", incident.action),
        ("helped-by", _helped(voice, incident.helped_by)),
    )
    return [_fact(voice, name, value) for name, value in told]


def _helped(voice: Voice, helped_by: str | None) -> str | None:
    return voice.word(f"form-resolve-helped-{helped_by}") if helped_by in HELPED else helped_by


def _fact(voice: Voice, name: str, value: str | None) -> Html | None:
    if not value or not value.strip():
        return None
    return voice.say(f"fact-{name}", value=shorten(one_line(value), lines.SUMMARY))


def _highlights(voice: Voice, room: RoomFacts | None) -> list[str]:
    """Return what people have highlighted: it is looked for long after it was said."""
    told = room.highlights[-HIGHLIGHTS:] if room is not None else ()
    return [
        voice.say(
            "highlighted-line",
            at=voice.time(each.at),
            name=lines.safe_name(each.name),
            words=shorten(one_line(each.words), LINE),
        )
        for each in told
    ]


def _story(voice: Voice, incident: IncidentFacts) -> list[str]:
    if not incident.timeline:
        return []
    return [voice.say("story"), *(_line(voice, entry) for entry in incident.timeline)]


def _line(voice: Voice, entry: Entry) -> str:
    said = voice.say("story-line", at=voice.time(entry.at), what=what(voice, entry))
    # What was reported stands above already; here it would only be said twice.
    if not entry.text or entry.kind == "received":
        return said
    return f"{said}: {safe(shorten(one_line(entry.text), LINE))}"


def what(voice: Voice, entry: Entry) -> Html:
    """Say what a line of the timeline tells, without its time and its words."""
    text_id = f"timeline-{kebab(entry.kind)}"
    values = {name: read(voice, entry.details) for name, read in _DETAILS.items()}
    if not has_text(text_id):
        return voice.say("timeline-other", name=lines.author(voice, entry), kind=entry.kind)
    return voice.say(text_id, name=lines.author(voice, entry), **values)


def _names(voice: Voice, details: Mapping[str, Any], key: str) -> Html:
    names = details.get(key) or []
    return Html(", ".join(lines.safe_name(name) for name in names)) or voice.say("nobody")


def _coded(voice: Voice, text_id: str, code: object) -> Html:
    return voice.say(text_id) if has_text(text_id) else safe(str(code or "?"))


def _instant(voice: Voice, details: Mapping[str, Any], key: str) -> Html:
    at = details.get(key)
    return voice.time(datetime.fromisoformat(at)) if at else Html("?")


def _file(voice: Voice, details: Mapping[str, Any]) -> Html:
    name = details.get("name")
    return (
        safe(one_line(name))
        if name
        else _coded(voice, f"media-{kebab(str(details.get('media')))}", details.get("media"))
    )


def _number(said: object) -> int:
    """Return the number of a step; that of a document is no number."""
    return said if isinstance(said, int) else 0


_DETAILS: Mapping[str, Callable[[Voice, Mapping[str, Any]], object]] = {
    "people": lambda voice, details: _names(voice, details, "people"),
    "asked": lambda _, details: addressed(details),
    "count": lambda _, details: len(details.get("people") or ()),
    "unreachable": lambda voice, details: _names(voice, details, "unreachable"),
    "to": lambda voice, details: _coded(voice, f"severity-{details.get('to')}", details.get("to")),
    "until": lambda voice, details: _instant(voice, details, "until"),
    "status": lambda voice, details: _coded(
        voice, f"status-{kebab(str(details.get('status')))}", details.get("status")
    ),
    "file": _file,
    "number": lambda _, details: _number(details.get("number")),
    "what": lambda _, details: {"names": details["what"]} if details.get("what") else "?",
    "mark": lambda voice, details: _coded(
        voice, f"mark-{details.get('mark')}", details.get("mark")
    ),
    "at": lambda voice, details: _instant(voice, details, "at"),
    "via": lambda voice, details: _coded(
        voice, f"channel-{details.get('via')}", details.get("via")
    ),
    "presence": lambda voice, details: _coded(
        voice, f"presence-{details.get('presence')}", details.get("presence")
    ),
    "crew": lambda voice, details: _coded(
        voice, f"crew-{details.get('role')}", details.get("role")
    ),
    "reason": lambda voice, details: voice.value(in_words(details.get("reason"))),
    "dialogue": lambda voice, details: _coded(
        voice, f"unfinished-{details.get('dialogue')}", details.get("dialogue")
    ),
}
