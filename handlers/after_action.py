"""After an incident: its draft of lessons, and what is to become better."""

from typing import Any

from bot.domain.codes import parted
from bot.domain.errors import Refused
from bot.domain.improvements import IMPROVEMENT, UNNEEDED, Improvement
from bot.domain.incident import Incident
from bot.domain.people import Role
from bot.domain.typed import unaccented
from bot.services import confidence, forms, improvement_pages, improvements, lessons, meaning
from bot.services.in_charge import must_have_part, must_lead
from bot.services.incidents import named
from handlers.about import meant
from handlers.registry import Button, Command, Context

_ADD = frozenset({"them", "add", "moi", "new"})
_DONE = frozenset({"xong", "done", "ok"})
_DROP = frozenset({"bo", "drop", "khong can", "khong"})
_GIVE = frozenset({"giao", "give"})


async def aar(context: Context) -> None:
    """/aar [CODE]: what happened, what helped, what slowed us, as a draft."""
    incident, _ = await meant(context, guesses=True)
    await must_have_part(context.tx, context.person, incident)
    await confidence.must_see(context.tx, context.person, incident)
    await lessons.order(context.tx, incident, context.person)
    context.tell("aar-ordered", code=incident.code)
    _point_to_private(context)


def _point_to_private(context: Context) -> None:
    """What is learnt from a case is for whoever asks, not for the group."""
    if context.press is None and not context.is_private:
        context.answer("answered-in-private")


async def show(context: Context) -> None:
    """/improvements [CODE [add]] [done N | drop N why | give N name]."""
    code, rest = parted(context.words)
    if code:
        incident = await named(context.tx, code)
        if unaccented(rest) in _ADD:
            await _ask(context, incident)
        elif not rest:
            shown = await improvement_pages.of_incident(context.tx, context.person, incident)
            _tell(context, shown)
        else:
            raise Refused("refused-improvement-usage")
    elif context.words.strip():
        await _typed(context, context.words)
    else:
        _tell(context, await improvement_pages.all_open(context.tx, context.team, context.person))


def _tell(context: Context, shown: dict[str, Any]) -> None:
    context.tell(shown.pop("text"), **shown)
    _point_to_private(context)


async def _typed(context: Context, words: str) -> None:
    """`done 12`, `drop 12 because …`, `give 12 Bình`."""
    deed, _, rest = words.strip().partition(" ")
    number, _, more = rest.strip().lstrip("#").partition(" ")
    plain = unaccented(deed)
    if plain == "khong" and unaccented(number) == "can":
        number, _, more = more.strip().partition(" ")
    if not (number.isascii() and number.isdecimal() and len(number) < 19):  # noqa: PLR2004 fits the column
        raise Refused("refused-improvement-usage")
    if plain in _DONE:
        context.answer("improvement-noted", **_named(await _done(context, int(number))))
    elif plain in _GIVE:
        tx, team, person = context.tx, context.team, context.person
        one = await improvement_pages.give_to(tx, team, person, int(number), more)
        context.answer("improvement-passed", name=one.owner, **_named(one))
    elif plain in _DROP:
        await _drop(context, int(number), more.strip())
    else:
        raise Refused("refused-improvement-usage")


def _named(one: Improvement) -> dict[str, Any]:
    return {"number": one.id, "code": one.code}


async def _done(context: Context, improvement_id: int) -> Improvement:
    return await improvements.done(context.tx, context.person, improvement_id)


async def _drop(context: Context, improvement_id: int, reason: str) -> None:
    tx, team, person = context.tx, context.team, context.person
    if reason:
        one = await improvements.waive(tx, team, person, improvement_id, reason)
        context.answer("form-unneeded-done", number=one.id, what={"text": "improvement-it"})
        return
    one = await improvements.must_settle(tx, person, improvement_id)
    lead = {"text": "form-lead-unneeded", "number": one.id, "what": one.what}
    await forms.open(tx, team, person, UNNEEDED, one.id, lead=lead)
    _asked(context)


async def press_improve(context: Context, incident_id: str) -> None:
    """[Something to make better]: three questions in private."""
    await _ask(context, await meaning.of_id(context.tx, int(incident_id)))


async def _ask(context: Context, incident: Incident) -> None:
    tx, team, person = context.tx, context.team, context.person
    await must_lead(tx, person, incident)
    lead = {"text": "form-lead-improvement", "code": incident.code}
    await forms.open(tx, team, person, IMPROVEMENT, incident.id, lead=lead)
    _asked(context)


def _asked(context: Context) -> None:
    context.toast("toast-below" if context.is_private else "toast-see-private")
    if context.press is None and not context.is_private:
        context.answer("asked-in-private")


async def press_improved(context: Context, improvement_id: str) -> None:
    """[Done]."""
    one = await _done(context, int(improvement_id))
    context.toast("toast-improved", number=one.id)


async def press_unneeded(context: Context, improvement_id: str) -> None:
    """[Not needed]: says why."""
    await _drop(context, int(improvement_id), "")


COMMANDS = (
    Command("aar", "rutkinhnghiem", Role.RESPONDER, aar),
    Command("improvements", "caithien", Role.RESPONDER, show),
)
BUTTONS = (
    Button("improve", Role.RESPONDER, press_improve),
    Button("improved", Role.RESPONDER, press_improved),
    Button("unneeded", Role.RESPONDER, press_unneeded),
)
