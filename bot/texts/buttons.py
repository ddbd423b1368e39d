"""The keys below messages about an incident: each in its fixed place, whatever the state."""

from datetime import timedelta

from bot.domain.incident import PHASES, TRANSITIONS, Status
from bot.services.facts import IncidentFacts
from bot.texts.keyboards import Key, Keys, Style
from bot.texts.values import Voice

HALF_AN_HOUR = timedelta(minutes=30)


def press(
    voice: Voice, label: str, incident: IncidentFacts, data: str, style: Style | None = None
) -> Key:
    """Return a key; `data` is `verb` or `verb:more`, and the incident's id goes in between."""
    return Key(voice.word(f"button-{label}"), data=_data(incident, data), style=style)


def _data(incident: IncidentFacts, data: str) -> str:
    verb, _, more = data.partition(":")
    return ":".join((verb, str(incident.id), *([more] if more else [])))


def details(voice: Voice, incident: IncidentFacts) -> Key:
    """Return the key that shows everything in private."""
    return press(voice, "details", incident, "details")


def page(voice: Voice, incident: IncidentFacts) -> Keys:
    """Return what somebody who is called can answer."""
    return (
        (
            press(voice, "take", incident, "ack", "primary"),
            press(voice, "decline", incident, "decline"),
        ),
        (press(voice, "escalate", incident, "escalate"), details(voice, incident)),
    )


def mine(voice: Voice, incident: IncidentFacts) -> Keys:
    """Return what the owner can do; solved once, only the details are left."""
    if incident.status is Status.WRAPPING_UP:
        return only_details(voice, incident)
    return ((press(voice, "resolve", incident, "resolve", "success"), details(voice, incident)),)


def only_details(voice: Voice, incident: IncidentFacts) -> Keys:
    """Return the one key for somebody who need not act."""
    return ((details(voice, incident),),)


def to_topic(voice: Voice, address: str | None) -> Keys:
    """Return the key that opens an incident's topic, none where it has no topic."""
    return () if address is None else ((Key(voice.word("button-topic"), url=address),),)


def card(voice: Voice, incident: IncidentFacts, *, room: bool = False, twin: bool = False) -> Keys:
    """Return the group's keys: the same places until the incident has ended; the room's below."""
    if incident.is_ended:
        return ()
    below = _room(voice, incident) if room else ()
    if twin:
        below = (_twin(voice, incident), *below)
    onward = (
        press(voice, "refer", incident, "phase:referred")
        if incident.status is Status.QUEUED and incident.is_fraud
        else press(voice, "escalate", incident, "escalate")
    )
    return (
        (press(voice, "take-short", incident, "ack", "primary"), onward),
        (press(voice, "resolve", incident, "resolve", "success"), details(voice, incident)),
        *below,
    )


def _twin(voice: Voice, incident: IncidentFacts) -> tuple[Key, Key, Key]:
    """Return the answers to "may be the same as …"."""
    return (
        press(voice, "merge", incident, "merge"),
        press(voice, "relate", incident, "relate"),
        press(voice, "apart", incident, "apart"),
    )


def _room(voice: Voice, incident: IncidentFacts) -> Keys:
    """Return the way to the room's pages."""
    return (
        (
            press(voice, "playbook", incident, "playbook"),
            press(voice, "deadlines", incident, "deadlines"),
        ),
        (press(voice, "roles", incident, "roles"), press(voice, "roll", incident, "roll")),
    )


def confide(voice: Voice, incident: IncidentFacts) -> Key:
    """Return the key that keeps an incident from all who need not know, or lets them see it."""
    if incident.confidential:
        return press(voice, "lift", incident, "lift:ask")
    return press(voice, "confide", incident, "confide")


def referral(voice: Voice, incident: IncidentFacts) -> Keys:
    """Return the answers to "was it handed to the police?"."""
    return (
        (press(voice, "refer-yes", incident, "refer:yes", "danger"),),
        (press(voice, "keep", incident, "refer:keep"),),
    )


def promise(voice: Voice, incident: IncidentFacts) -> Keys:
    """Return the estimates an owner can give."""
    return (
        tuple(
            press(voice, f"eta-{label}", incident, f"eta:{value}")
            for label, value in (("quarter", "15"), ("hour", "60"), ("day", "day"))
        ),
    )


def still(voice: Voice, incident: IncidentFacts) -> Keys:
    """Return the answers to "still on it?"; the first says how long the peace will be."""
    more = voice.duration(incident.patience or HALF_AN_HOUR)
    label = voice.word("button-still", {"more": more})
    stay = Key(label, data=_data(incident, "still"), style="primary")
    return ((stay, press(voice, "release", incident, "release")),)


def take_again(voice: Voice, incident: IncidentFacts) -> Keys:
    """Return the way back for somebody who lost an incident."""
    return ((press(voice, "take", incident, "ack", "primary"), details(voice, incident)),)


def solved(voice: Voice, incident: IncidentFacts) -> Keys:
    """Return the reporter's answers to "is it solved for you?"."""
    return (
        (
            press(voice, "solved", incident, "solved", "success"),
            press(voice, "unsolved", incident, "unsolved"),
        ),
    )


def unsolved(voice: Voice, incident: IncidentFacts, label: str) -> Keys:
    """Return the reporter's one way to bring it back."""
    return ((press(voice, label, incident, "unsolved"),),)


def copy_code(voice: Voice, incident: IncidentFacts) -> Keys:
    """Return the key that copies the code."""
    return ((Key(voice.word("button-copy-code"), copy=incident.code),),)


def owner(voice: Voice, incident: IncidentFacts) -> Keys:
    """Return everything an owner can do, the rare things below."""
    solved_ = (
        ()
        if incident.status is Status.WRAPPING_UP
        else (press(voice, "resolve", incident, "resolve", "success"),)
    )
    return (
        (*solved_, press(voice, "reject", incident, "reject")),
        (
            press(voice, "help", incident, "escalate"),
            press(voice, "release", incident, "release"),
        ),
        (press(voice, "relay", incident, "relay"), confide(voice, incident)),
        *_phases(voice, incident),
    )


def _phases(voice: Voice, incident: IncidentFacts) -> Keys:
    """Return where the work may go on to, two in a row."""
    onward = TRANSITIONS.get(incident.status, frozenset())
    keys = [
        Key(
            voice.word("button-phase", {"status": {"status": phase.value}}),
            data=_data(incident, f"phase:{phase.value}"),
        )
        for phase in PHASES
        if phase in onward
    ]
    return tuple(tuple(keys[at : at + 2]) for at in range(0, len(keys), 2))
