"""One person of the team: looked at, switched off and on, given another role, replaced."""

from collections.abc import Awaitable, Callable
from typing import Any

from bot.domain.errors import Refused
from bot.domain.people import Person, Role, may
from bot.domain.standing import check_manages, invitable
from bot.services import people
from handlers.registry import Context

_MOST_CHOICES = 10
_MOST_SUCCESSORS = 30


def mark(*, reachable: bool | None) -> str:
    """Return whether a person's Telegram can be reached, as the end of a text's id."""
    if reachable is None:
        return "never"
    return "reachable" if reachable else "blocked"


async def one(context: Context, words: str) -> Person | None:
    """Return the only person meant; several are offered as buttons, and None is returned."""
    found = await people.found(context.tx, words)
    if not found:
        raise Refused("refused-no-such-person", name=words.strip()[:60])
    if len(found) == 1:
        return found[0]
    keys = [[{"caption": person.name, "data": f"person:{person.id}"}] for person in found]
    context.tell("people-which", count=len(found), keys=keys[:_MOST_CHOICES])
    return None


async def show(context: Context, words: str) -> None:
    """Show the person who is meant."""
    person = await one(context, words)
    if person is not None:
        await _card(context, person)


async def _card(context: Context, person: Person, rest: str = "") -> None:
    del rest
    shifts = await people.coming_shifts(context.tx, person.id)
    context.tell(
        "person-card",
        name=person.name,
        role={"role": person.role.value},
        agency=await people.agency_of(context.tx, person) or "—",
        username=f"@{person.username}" if person.username else "—",
        phone=person.phone or "—",
        email=person.email or "—",
        account=str(person.telegram_id or "—"),
        active={"text": "person-active" if person.active else "person-inactive"},
        mark={"text": f"people-mark-{mark(reachable=person.reachable)}"},
        count=len(shifts),
        shifts={"lines": people.shift_lines(shifts)},
        keys=_card_keys(context.person, person),
    )


def _card_keys(actor: Person, person: Person) -> list[list[dict[str, Any]]]:
    try:
        check_manages(actor, person)
    except Refused:
        return []
    replaced = _key("button-replace", person, "to")
    if not person.active:
        return [[_key("button-reactivate", person, "on", style="success"), replaced]]
    role = _key("button-role", person, "role")
    return [[_key("button-deactivate", person, "off", style="danger")], [replaced, role]]


def _key(label: str, person: Person, action: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401
    return {"label": label, "data": f"person:{person.id}:{action}", **more}


async def _ask_deactivate(context: Context, person: Person, rest: str = "") -> None:
    del rest
    await people.check_may_leave(context.tx, context.person, person)
    shifts = await people.coming_shifts(context.tx, person.id)
    yes = _key("button-deactivate-yes", person, "gone", style="danger", args={"name": person.name})
    keys = [[yes], [_key("button-replace", person, "to")], [_key("button-keep", person, "keep")]]
    context.tell("person-deactivate-sure", name=person.name, count=len(shifts), keys=keys)


async def _keep(context: Context, person: Person, rest: str = "") -> None:
    del rest
    context.toast("toast-nothing-changed")
    if context.press is None:
        await _card(context, person)


async def _deactivate(context: Context, person: Person, rest: str = "") -> None:
    del rest
    departure = await people.deactivate(context.tx, context.team, context.person, person.id)
    undo = _key("button-reactivate", person, "on")
    keys = [[undo, _key("button-replace", person, "to")]]
    context.tell("person-deactivated", **departure.as_text(), keys=keys)
    context.toast("toast-deactivated", name=person.name)


async def _reactivate(context: Context, person: Person, rest: str = "") -> None:
    del rest
    await people.reactivate(context.tx, context.person, person.id)
    context.tell("person-reactivated", name=person.name)
    context.toast("toast-reactivated", name=person.name)


async def _choose_role(context: Context, person: Person, rest: str = "") -> None:
    del rest
    check_manages(context.person, person)
    roles = list(invitable(context.person))
    if may(context.person, Role.ADMIN):
        roles.append(Role.ADMIN)
    keys = [
        [_key(f"button-role-{role}", person, f"role-{role}")]
        for role in roles
        if role is not person.role
    ]
    context.tell("person-role-which", name=person.name, role={"role": person.role.value}, keys=keys)


async def _change_role(context: Context, person: Person, rest: str) -> None:
    if rest not in list(Role):
        raise Refused("refused-role-unknown", word=rest[:32])
    role = Role(rest)
    await people.change_role(context.tx, context.team, context.person, person.id, role)
    context.tell("person-role-changed", name=person.name, role={"role": role.value})
    context.toast("toast-role-changed", name=person.name)


async def _choose_successor(context: Context, person: Person, rest: str = "") -> None:
    if rest:
        await _ask_replace(context, person, rest)
        return
    able = await people.successors(context.tx, person)
    if not able:
        raise Refused("refused-nobody-to-replace", name=person.name)
    keys = [
        [{"caption": other.name, "data": f"person:{person.id}:to-{other.id}"}]
        for other in able[:_MOST_SUCCESSORS]
    ]
    context.tell("person-replace-whom", name=person.name, keys=keys)


async def _ask_replace(context: Context, person: Person, rest: str) -> None:
    successor = await people.get(context.tx, int(rest))
    await people.check_may_replace(context.tx, context.person, person, successor)
    shifts = await people.coming_shifts(context.tx, person.id)
    yes = _key("button-replace-yes", person, f"by-{successor.id}", style="danger")
    context.tell(
        "person-replace-sure",
        name=person.name,
        successor=successor.name,
        count=len(shifts),
        keys=[[yes], [_key("button-keep", person, "keep")]],
    )


async def _replace(context: Context, person: Person, rest: str) -> None:
    done = await people.replace(context.tx, context.team, context.person, person.id, int(rest))
    context.tell("person-replaced", **done.as_text())
    context.toast("toast-replaced", name=person.name)


Act = Callable[[Context, Person, str], Awaitable[None]]

_ACTS: dict[str, Act] = {
    "": _card,
    "off": _ask_deactivate,
    "keep": _keep,
    "gone": _deactivate,
    "on": _reactivate,
    "role": _choose_role,
    "to": _choose_successor,
}
_ACTS_WITH: dict[str, Act] = {"role": _change_role, "to": _ask_replace, "by": _replace}


async def press_person(context: Context, person_id: str, action: str = "") -> None:
    """Show a person, or do what the action says; `to-`, `by-`, `role-` name whom or what."""
    verb, _, rest = action.partition("-")
    act = (_ACTS_WITH if rest else _ACTS).get(verb)
    if act is None or (verb in ("to", "by") and rest and not rest.isdecimal()):
        raise Refused("refused-unknown-button")
    await act(context, await people.get(context.tx, int(person_id)), rest)
    context.toast("toast-below")


async def typed(context: Context) -> bool:
    """Do what `/people off|on|role|replace …` asks for; False when it is just a name."""
    verb, _, rest = context.words.strip().partition(" ")
    act = _TYPED.get(verb.lower())
    if act is None or not rest.strip():
        return False
    await act(context, rest.strip())
    return True


async def _typed_off(context: Context, words: str) -> None:
    person = await one(context, words)
    if person is not None:
        await _ask_deactivate(context, person)


async def _typed_on(context: Context, words: str) -> None:
    person = await one(context, words)
    if person is not None:
        await _reactivate(context, person)


async def _typed_role(context: Context, words: str) -> None:
    *name, last = words.split()
    if not name or last.lower() not in list(Role):
        raise Refused("refused-role-usage")
    person = await one(context, " ".join(name))
    if person is not None:
        await _change_role(context, person, last.lower())


async def _typed_replace(context: Context, words: str) -> None:
    """Both must be clear: every way to part the words in two is tried, one must fit."""
    parts = words.split()
    pairs: dict[tuple[int, int], Person] = {}
    for at in range(1, len(parts)):
        leaver = await people.found(context.tx, " ".join(parts[:at]))
        successor = await people.found(context.tx, " ".join(parts[at:]))
        if len(leaver) == len(successor) == 1:
            pairs[leaver[0].id, successor[0].id] = leaver[0]
    if len(pairs) != 1:
        raise Refused("refused-replace-usage")
    (((_, successor_id), person),) = pairs.items()
    await _replace(context, person, str(successor_id))


_TYPED: dict[str, Callable[[Context, str], Awaitable[None]]] = {
    "off": _typed_off,
    "tat": _typed_off,
    "on": _typed_on,
    "bat": _typed_on,
    "role": _typed_role,
    "vaitro": _typed_role,
    "replace": _typed_replace,
    "thay": _typed_replace,
}
