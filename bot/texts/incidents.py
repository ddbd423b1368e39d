"""What the team is told about an incident: pages, the card, and everything said to its owner."""

from collections.abc import Callable, Mapping
from typing import Any

from msgspec import Struct

from bot.domain.incident import Status
from bot.services.facts import Facts, IncidentFacts
from bot.texts import buttons, lines, room_lines
from bot.texts.fluent import Html, TextError
from bot.texts.keyboards import Keys
from bot.texts.lines import joined, safe_name
from bot.texts.values import Voice, kebab, parameters


class Asked(Struct, frozen=True):
    """One row to be told: its parameters, its facts and who reads it."""

    params: Mapping[str, Any]
    facts: Facts
    person_id: int | None

    @property
    def incident(self) -> IncidentFacts:
        """The incident it is about; TextError when the facts lack it."""
        if self.facts.incident is None:
            raise TextError("the facts of the incident are missing")
        return self.facts.incident


Told = tuple[str, Keys]
Teller = Callable[[Voice, Asked], Told]


def page(voice: Voice, asked: Asked) -> Told:
    """Return a page, or what became of it when its copy is edited."""
    incident = asked.incident
    if asked.facts.newer:
        return voice.say("page-newer", code=incident.code), ()
    if incident.is_ended:
        said = joined([lines.headline(voice, incident), lines.ending(voice, incident)])
        return said, buttons.only_details(voice, incident)
    if incident.owner_id is not None:
        return _taken_page(voice, incident, is_mine=incident.owner_id == asked.person_id)
    return _open_page(voice, asked)


def _open_page(voice: Voice, asked: Asked) -> Told:
    incident = asked.incident
    said = joined(
        [
            lines.headline(voice, incident, loud=True),
            _what_to_do(voice, asked),
            _again(voice, incident),
            lines.quoted(incident.summary),
            lines.system(voice, incident),
            lines.reported(voice, incident),
            lines.reporter(voice, incident),
            _for_you(voice, asked),
        ]
    )
    return said, buttons.page(voice, incident)


def _what_to_do(voice: Voice, asked: Asked) -> Html:
    incident, ladder = asked.incident, asked.incident.ladder
    if ladder is None:
        return voice.say("page-do")
    if asked.person_id in ladder.declined:
        return voice.say("page-declined")
    text_id = "page-do-repeat" if ladder.repeats else "page-do-next"
    return voice.say(text_id, at=voice.time(ladder.next_at), code=incident.code)


def _again(voice: Voice, incident: IncidentFacts) -> Html | None:
    if incident.ladder is None or not incident.ladder.round:
        return None
    return voice.say(
        "page-again", round=incident.ladder.round, waited=voice.waited(incident.opened_at)
    )


def _for_you(voice: Voice, asked: Asked) -> Html | None:
    if asked.facts.target is None:
        return None
    return voice.say(f"page-for-{kebab(asked.facts.target)}")


def _taken_page(voice: Voice, incident: IncidentFacts, *, is_mine: bool) -> Told:
    head = lines.headline(voice, incident)
    if incident.taken_at is None:
        said = voice.say("page-assigned", name=safe_name(incident.owner), code=incident.code)
        return joined([said, head]), buttons.page(voice, incident)
    at = voice.time(incident.taken_at)
    if not is_mine:
        said = voice.say("page-taken", name=safe_name(incident.owner), code=incident.code, at=at)
        return joined([said, head]), buttons.only_details(voice, incident)
    if incident.status is Status.WRAPPING_UP:
        said = voice.say("page-mine-solved", code=incident.code)
    else:
        said = voice.say("page-mine", code=incident.code, at=at)
    return joined([said, head, *_owner_lines(voice, incident)]), buttons.mine(voice, incident)


def _owner_lines(voice: Voice, incident: IncidentFacts) -> list[str | None]:
    if incident.status is Status.WRAPPING_UP:
        return []
    until = voice.time(incident.asked_at) if incident.asked_at else None
    return [
        voice.say("owner-status", status=voice.say(f"status-{kebab(incident.status)}")),
        voice.say("owner-asked", at=until) if until else None,
        lines.quoted(incident.summary),
        lines.reported(voice, incident),
        voice.say("owner-how"),
    ]


def kept_back(voice: Voice, asked: Asked) -> Told:
    """Return that there is something, for whoever need not know what."""
    incident = asked.incident
    said = voice.say("kept-back", code=incident.code)
    return said, buttons.only_details(voice, incident)


def card(voice: Voice, asked: Asked) -> Told:
    """Return the group's card: what, who has it since when, what happens next and when."""
    incident = asked.incident
    if asked.facts.newer:
        here = asked.facts.topic
        behind = voice.say("card-newer" if here is None else "card-moved", code=incident.code)
        return behind, buttons.to_topic(voice, here)
    said = joined(
        [
            voice.say(
                "card-headline", severity=voice.severity(incident.severity), code=incident.code
            ),
            _what_where(voice, incident),
            voice.say("card-confidential") if asked.facts.veiled else None,
            lines.state(voice, incident),
            *room_lines.card(voice, asked.facts.room),
            lines.quoted(incident.summary),
            lines.reported(voice, incident),
            lines.last_note(voice, incident.note),
        ]
    )
    room = asked.facts.room
    has_twin = room is not None and room.twin is not None
    return said, buttons.card(voice, incident, room=room is not None, twin=has_twin)


def _what_where(voice: Voice, incident: IncidentFacts) -> Html:
    icon = voice.icon(incident.kind)
    text_id = "card-what-where" if lines.where(incident) else "card-what"
    return voice.say(
        text_id, icon=icon, kind=voice.kind(incident.kind), where=lines.where(incident)
    )


def team_page(voice: Voice, asked: Asked) -> Told:
    """Return the call to the whole group, or what became of it."""
    incident, ladder = asked.incident, asked.incident.ladder
    if not _is_calling(incident):
        return _answered(voice, incident)
    wait = voice.time(ladder.next_at) if ladder else None
    said = joined(
        [
            lines.headline(voice, incident, loud=True),
            voice.say("incident-team-page", waited=voice.waited(incident.opened_at)),
            voice.say("incident-team-page-next", at=wait) if wait else None,
            lines.quoted(incident.summary),
        ]
    )
    return said, _calling_keys(voice, asked)


def _is_calling(incident: IncidentFacts) -> bool:
    return not incident.is_ended and incident.owner_id is None


def _answered(voice: Voice, incident: IncidentFacts) -> Told:
    """Return a call that somebody has answered: it rings for nobody any more."""
    said = joined([lines.headline(voice, incident), lines.state(voice, incident)])
    return said, buttons.only_details(voice, incident)


def _calling_keys(voice: Voice, asked: Asked) -> Keys:
    """Nobody of a group "can't": there the keys are the card's."""
    keys = buttons.card if asked.person_id is None else buttons.page
    return keys(voice, asked.incident)


def nobody(voice: Voice, asked: Asked) -> Told:
    """Return that nobody is on duty, and what it costs, or what became of it."""
    incident = asked.incident
    if not _is_calling(incident):
        return _answered(voice, incident)
    lost = asked.params.get("unreachable") if asked.params.get("count") else None
    said = joined(
        [
            voice.say("incident-nobody", code=incident.code),
            voice.say("incident-nobody-unreachable", names=lost) if lost else None,
            lines.headline(voice, incident, loud=True),
            lines.state(voice, incident),
            voice.say("incident-nobody-cost"),
        ]
    )
    return said, _calling_keys(voice, asked)


def promise(voice: Voice, asked: Asked) -> Told:
    """Ask the new owner how long it will take."""
    said = voice.say("incident-promise", **_given(asked))
    return said, buttons.promise(voice, asked.incident)


def still(voice: Voice, asked: Asked) -> Told:
    """Ask a silent owner whether they are still on it."""
    incident = asked.incident
    said = voice.say("incident-still", kind=voice.kind(incident.kind), **_given(asked))
    return said, buttons.still(voice, incident)


def assigned(voice: Voice, asked: Asked) -> Told:
    """Tell somebody that a lead gave them the incident, and ask how long it will take."""
    incident = asked.incident
    said = joined(
        [
            lines.headline(voice, incident, loud=True),
            voice.say("incident-assigned", **_given(asked)),
            lines.quoted(incident.summary),
            lines.reported(voice, incident),
            voice.say("owner-how"),
        ]
    )
    decline = buttons.press(voice, "decline", incident, "decline")
    return said, (*buttons.promise(voice, incident), (decline, buttons.details(voice, incident)))


def reopened(voice: Voice, asked: Asked) -> Told:
    """Tell the owner that it is not solved after all, or that a lead wants it worked on again."""
    incident = asked.incident
    said = joined(
        [
            lines.headline(voice, incident, loud=True),
            voice.say(asked.params.get("text") or "incident-reopened", **_given(asked)),
            lines.last_note(voice, incident.note),
        ]
    )
    return said, buttons.mine(voice, incident)


def refer(voice: Voice, asked: Asked) -> Told:
    """Ask whether it was really handed to the police, since that ends it."""
    incident = asked.incident
    said = joined(
        [
            lines.headline(voice, incident),
            lines.quoted(incident.summary),
            voice.say("incident-refer", **_given(asked)),
        ]
    )
    return said, buttons.referral(voice, incident)


def help_wanted(voice: Voice, asked: Asked) -> Told:
    """Tell somebody higher that the owner wants help."""
    incident = asked.incident
    said = joined(
        [
            lines.headline(voice, incident, loud=True),
            voice.say("incident-help", **_given(asked)),
            lines.state(voice, incident),
            lines.quoted(incident.summary),
            lines.last_note(voice, incident.note),
        ]
    )
    return said, buttons.only_details(voice, incident)


def unreachable(voice: Voice, asked: Asked) -> Told:
    """Tell that a page did not get through, and that the ladder has gone on."""
    incident = asked.incident
    said = voice.say(asked.params.get("text") or "incident-unreachable", **_given(asked))
    return joined([said, lines.state(voice, incident)]), buttons.only_details(voice, incident)


def released(voice: Voice, asked: Asked) -> Told:
    """Tell somebody that they no longer own it, and how to take it again."""
    return worded(voice, asked)[0], buttons.take_again(voice, asked.incident)


def worded(voice: Voice, asked: Asked) -> Told:
    """Return the text that the row itself names."""
    return voice.say(asked.params["text"], **_given(asked)), ()


def _given(asked: Asked) -> dict[str, Any]:
    """Return the row's parameters, with what every text about an incident may say."""
    return {"code": asked.incident.code, "by": None} | parameters(asked.params)
