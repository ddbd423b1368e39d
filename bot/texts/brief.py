"""What is said outside Telegram: plain words, few in an SMS, and there nothing about people."""

import unicodedata
from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from bot.domain.reply_codes import shown
from bot.services.facts import Facts, IncidentFacts
from bot.texts import lines
from bot.texts.fluent import has_text
from bot.texts.length import plain, shorten
from bot.texts.render import render
from bot.texts.values import Voice, kebab

# One SMS holds so many signs of its plain alphabet; with Vietnamese accents it would be 70.
SMS_LIMIT = 160
SHORTEST_KIND = 8
# These take two places of the plain alphabet, or are not in it at all.
_ELSE = str.maketrans({"đ": "d", "Đ": "D", "[": "(", "]": ")", "{": "(", "}": ")", "`": "'"})
_MORE = str.maketrans(
    {"\u2013": "-", "\u2014": "-", "…": ".", "·": "-", "“": '"', "”": '"', "\u2019": "'"}
)
_REFUSED = frozenset("\\^~|")


class Brief(Struct, frozen=True):
    """One message as a channel takes it; an SMS has no title."""

    body: str
    title: str = ""


class Door(Struct, frozen=True):
    """The way to answer: a code, and the page on which it is used; empty without such pages."""

    page: str = ""
    code: str = ""

    @property
    def link(self) -> str:
        """The address that leads to the button."""
        return f"{self.page}/{self.code}" if self.code else ""


def unaccented(text: str) -> str:
    """Return a text in the plain alphabet of SMS, one place for each sign."""
    apart = unicodedata.normalize("NFD", text.translate(_ELSE).translate(_MORE))
    kept = "".join(sign for sign in apart if sign.isascii() and sign not in _REFUSED)
    return " ".join(kept.split())


def sms(voice: Voice, row: Mapping[str, Any], facts: Facts, door: Door) -> Brief:
    """Return an SMS: code, kind and severity, since when, and what to do; nothing about people."""
    kind = str(voice.kind(facts.incident.kind)) if facts.incident is not None else ""
    said = _sms(voice, row, facts, door, kind)
    if len(said) > SMS_LIMIT:
        room = max(len(unaccented(kind)) - (len(said) - SMS_LIMIT), SHORTEST_KIND)
        said = _sms(voice, row, facts, door, shorten(plain(kind), room))
    return Brief(said)


def _sms(voice: Voice, row: Mapping[str, Any], facts: Facts, door: Door, kind: str) -> str:
    said = [
        voice.word("brief-sender"),
        _headline(voice, facts.incident, kind) if facts.incident is not None else "",
        _asked(voice, row),
        plain(voice.say("brief-sms-answer", link=door.link, code=shown(door.code)))
        if door.code
        else voice.word("brief-open-telegram"),
    ]
    return unaccented(" ".join(part for part in said if part))


def _headline(voice: Voice, incident: IncidentFacts, kind: str) -> str:
    # An SMS has no room for both: how bad it would be is part of the game.
    level = voice.say("brief-drill" if incident.drill else f"brief-{incident.severity}")
    at = voice.time(incident.opened_at)
    return plain(
        voice.say("brief-headline", severity=level, code=incident.code, kind=plain(kind), at=at)
    )


def _asked(voice: Voice, row: Mapping[str, Any]) -> str:
    """Say what is wanted of the reader, by the kind of message."""
    text_id = f"brief-{kebab(row['kind'])}"
    known = text_id if has_text(text_id) else "brief-alarm"
    return plain(voice.say(known, post=row["params"].get("post")))


def letter(voice: Voice, row: Mapping[str, Any], facts: Facts, door: Door) -> Brief:
    """Return a message with a title: what, since when, who is called, and how to answer."""
    incident = facts.incident
    head = ""
    if incident is not None:
        head = _headline(voice, incident, str(voice.kind(incident.kind)))
    asked = _asked(voice, row)
    body = [
        head,
        asked,
        plain(lines.state(voice, incident)) if incident is not None else _whole(voice, row, facts),
        "",
        plain(voice.say("brief-answer", link=door.link)) if door.code else "",
        plain(voice.say("brief-code", code=shown(door.code), page=door.page))
        if door.code
        else voice.word("brief-open-telegram"),
        "",
        voice.word("brief-only-you"),
    ]
    title = f"{voice.word('brief-sender')} {head or asked}"
    return Brief("\n".join(_without_gaps(body)), title)


def _whole(voice: Voice, row: Mapping[str, Any], facts: Facts) -> str:
    """Return what the message says in Telegram: it is about the team, not about citizens."""
    return plain(render(row, facts, voice.team, voice.now, voice.language).html)


def _without_gaps(parts: list[str]) -> list[str]:
    return [part for at, part in enumerate(parts) if part or (at and parts[at - 1])]


def brief(voice: Voice, row: Mapping[str, Any], facts: Facts, door: Door, channel: str) -> Brief:
    """Return what one row says by one channel."""
    return (sms if channel == "sms" else letter)(voice, row, facts, door)
