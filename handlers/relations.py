"""How incidents stand to each other and to the world: related ones, and those only practised."""

from dataclasses import replace

from bot.domain.codes import parted
from bot.domain.drill import means_off
from bot.domain.errors import Refused
from bot.domain.incident import Incident
from bot.domain.people import Role
from bot.services import confidence, drills, likeness, meaning, relations
from bot.services.incidents import named
from handlers.about import answer_unless_told, pointed_at
from handlers.registry import Button, Command, Context


async def link(context: Context) -> None:
    """/link CODE CODE: two incidents are related; a reply to one needs only the other's code."""
    one, other = await _both(context)
    await relations.link(context.tx, context.person, one, other)
    key = {"label": "button-unrelate", "data": f"unrelate:{one.id}:{other.id}"}
    context.answer("linked", code=one.code, other=other.code, keys=[[key]])


async def unlink(context: Context) -> None:
    """/unlink CODE CODE."""
    one, other = await _both(context)
    await relations.unlink(context.tx, context.person, one, other)
    context.answer("unlinked", code=one.code, other=other.code)


async def _both(context: Context) -> tuple[Incident, Incident]:
    one, other = await _named(context)
    await _must_see(context, one, other)
    return one, other


async def _must_see(context: Context, *both: Incident) -> None:
    """What a confidential incident belongs to is said by those who need to know, too."""
    for each in both:
        await confidence.must_see(context.tx, context.person, each)


async def _named(context: Context) -> tuple[Incident, Incident]:
    first, rest = parted(context.words)
    second, _ = parted(rest)
    if not first:
        raise Refused("refused-link-usage")
    if second:
        return await named(context.tx, first), await named(context.tx, second)
    other = await named(context.tx, first)
    try:
        one, _ = await pointed_at(replace(context, words=""))
    except Refused as refused:
        raise Refused("refused-link-usage") from refused
    return one, other


async def press_relate(context: Context, incident_id: str) -> None:
    """[Related]: not the same as what it resembles, yet they belong together."""
    incident = await meaning.of_id(context.tx, int(incident_id))
    other = await named(context.tx, await likeness.other_of(context.tx, incident))
    await _must_see(context, incident, other)
    code = await likeness.relate(context.tx, context.person, incident)
    context.toast("toast-related", other=code)


async def press_unrelate(context: Context, incident_id: str, other_id: str) -> None:
    """[Not related]."""
    one = await meaning.of_id(context.tx, int(incident_id))
    other = await meaning.of_id(context.tx, int(other_id))
    await _must_see(context, one, other)
    await relations.unlink(context.tx, context.person, one, other)
    context.toast("toast-unrelated", other=other.code)


async def press_tie(context: Context, incident_id: str, other_id: str, how: str) -> None:
    """[Related] [No] below what is told of a confidential incident to those who may know."""
    if how not in {"yes", "no"}:
        raise Refused("refused-unknown-button")
    one = await meaning.of_id(context.tx, int(incident_id))
    other = await meaning.of_id(context.tx, int(other_id))
    await _must_see(context, one, other)
    if how == "no":
        context.toast("toast-tie-no", code=one.code, other=other.code)
        return
    await relations.link(context.tx, context.person, one, other)
    context.toast("toast-related", other=other.code)


async def drill(context: Context) -> None:
    """/drill CODE [off]: it is only practised, or real after all."""
    incident, words = await pointed_at(context)
    tx, team, person = context.tx, context.team, context.person
    changed = await drills.turn(tx, team, person, incident, drill=not means_off(words))
    text = "drill-on-done" if changed.drill else "drill-off-done"
    await answer_unless_told(context, changed, text)


COMMANDS = (
    Command("link", "lienquan", Role.RESPONDER, link),
    Command("unlink", "bolienquan", Role.RESPONDER, unlink, in_menu=False),
    Command("drill", "dientap", Role.LEAD, drill),
)
BUTTONS = (
    Button("relate", Role.RESPONDER, press_relate),
    Button("tie", Role.RESPONDER, press_tie),
    Button("unrelate", Role.RESPONDER, press_unrelate),
)
