"""Who belongs to the team: invitations, the list of people, who leaves and who takes over."""

from typing import Any

from bot.domain.channels import ways
from bot.domain.errors import Refused
from bot.domain.people import Person, Role
from bot.domain.standing import invitable
from bot.services import blocking, contact_changes, enrolment, people, task_pages
from bot.services.elsewhere import names
from bot.services.messages import instant
from handlers import staffing
from handlers.registry import Button, Command, Context, Where

_PAGE = 40
_ROLE_WORDS = {
    "responder": Role.RESPONDER,
    "thanhvien": Role.RESPONDER,
    "lead": Role.LEAD,
    "chihuy": Role.LEAD,
    "staff": Role.STAFF,
    "canbo": Role.STAFF,
}


async def invite(context: Context) -> None:
    """/invite responder|lead|staff [agency code]: a single-use link; without words, a choice."""
    word, _, code = context.words.strip().partition(" ")
    if not word:
        context.answer("invite-which", keys=[_role_keys(context.person)])
        return
    role = _ROLE_WORDS.get(word.lower())
    if role is None:
        raise Refused("refused-invite-usage")
    await _invite(context, role, code.strip())


def _role_keys(person: Person) -> list[dict[str, Any]]:
    return [
        {"label": f"button-role-{role}", "data": f"invite:{role}"} for role in invitable(person)
    ]


async def _invite(context: Context, role: Role, code: str) -> None:
    made = await enrolment.invite(context.tx, context.team, context.person, role, code)
    context.tell(
        "invite-made",
        role={"role": made.role.value},
        agency=made.agency or "—",
        link=made.link,
        until=instant(context.tx.now + enrolment.GOOD_FOR),
        keys=[[{"label": "button-copy-link", "copy": made.link}]],
    )


async def press_invite(context: Context, role: str) -> None:
    """[Responder] [Staff] [Lead]: a link for that role."""
    if role not in _ROLE_WORDS:
        raise Refused("refused-unknown-button")
    await _invite(context, _ROLE_WORDS[role], "")
    context.toast("toast-invite-made")


async def open_invite(context: Context, payload: str) -> None:
    """/start inv-…: the newcomer waits, the leads are asked."""
    token = payload.removeprefix(enrolment.PREFIX)
    context.answer(await enrolment.open_invite(context.tx, context.person, token))


async def press_enrol(context: Context, invite_id: str, word: str) -> None:
    """[Approve] [Refuse]: the first decision counts."""
    if word not in ("yes", "no"):
        raise Refused("refused-unknown-button")
    approved = word == "yes"
    newcomer, role = await enrolment.decide(
        context.tx, context.person, int(invite_id), approved=approved
    )
    if approved:
        tx, team, person = context.tx, context.team, context.person
        await contact_changes.came_in(tx, team, person, int(invite_id), newcomer)
        await task_pages.greet(tx, team, newcomer)
    else:
        await contact_changes.turned_away(context.tx, context.person, int(invite_id), newcomer)
    text = "enrol-approved" if approved else "enrol-refused"
    context.toast(f"toast-{text}", name=newcomer.name)
    context.tell(text, name=newcomer.name, role={"role": role.value})


async def show_people(context: Context) -> None:
    """/people [NAME]: everybody, or one person; `off`, `on`, `role`, `replace` act on one."""
    if not context.words.strip():
        await _list(context, 0)
    elif not await staffing.typed(context):
        await staffing.show(context, context.words)


async def press_people(context: Context, start_number: str) -> None:
    """[More]: the next page of the list."""
    await _list(context, int(start_number))
    context.toast("toast-below")


async def _list(context: Context, start: int) -> None:
    rows = await people.listed(context.tx)
    lines: list[dict[str, Any]] = []
    group = None
    for row in rows[start : start + _PAGE]:
        heading = row.role if row.active else "inactive"
        if heading != group:
            group = heading
            lines.append({"text": f"people-heading-{heading}"})
        lines.append(_line(row, _ways(context, row)))
    end = start + _PAGE
    more = [[{"label": "button-more-people", "data": f"people:{end}"}]] if end < len(rows) else []
    active = sum(row.active for row in rows)
    said: dict[str, Any] = {"lines": {"lines": lines}, "keys": more}
    context.tell("people-list", count=active, **said)


def _ways(context: Context, row: Any) -> tuple[str, ...]:  # noqa: ANN401 a row with any columns
    return ways(context.team.channels, row)


def _line(row: Any, elsewhere: tuple[str, ...]) -> dict[str, Any]:  # noqa: ANN401 a row with any columns
    mark: dict[str, Any] = {"text": f"people-mark-{staffing.mark(reachable=row.reachable)}"}
    if elsewhere:
        mark = {"text": "people-ways", "mark": mark, "via": names(elsewhere)}
    return {
        "text": "people-line",
        "name": row.name,
        "agency": row.agency,
        "mark": mark,
    }


async def block(context: Context) -> None:
    """/block CODE, or in reply to a message about an incident: no more from its reporter."""
    incident = await _blocked_incident(context)
    await blocking.block(context.tx, context.person, incident)
    context.answer("reporter-blocked", code=incident.code)


async def unblock(context: Context) -> None:
    """/unblock CODE: its reporter may write again."""
    incident = await _blocked_incident(context)
    await blocking.unblock(context.tx, incident.id)
    context.answer("reporter-unblocked", code=incident.code)


async def _blocked_incident(context: Context) -> Any:  # noqa: ANN401 the service's incident
    where = context.message
    reply_to = where.reply_to_message.message_id if where.reply_to_message else None
    return await blocking.meant(context.tx, context.words, where.chat.id, reply_to)


async def press_unblock(context: Context, incident_id: str) -> None:
    """[Unblock] below the notice that somebody was blocked."""
    incident = await blocking.unblock(context.tx, int(incident_id))
    context.toast("toast-unblocked", code=incident.code)


COMMANDS = (
    Command("invite", "moi", Role.LEAD, invite, Where.PRIVATE),
    Command("people", "nhansu", Role.LEAD, show_people, Where.PRIVATE),
    Command("block", "chan", Role.RESPONDER, block),
    Command("unblock", "bochan", Role.LEAD, unblock),
)
BUTTONS = (
    Button("invite", Role.LEAD, press_invite),
    Button("enrol", Role.LEAD, press_enrol),
    Button("people", Role.LEAD, press_people),
    Button("person", Role.LEAD, staffing.press_person),
    Button("unblock", Role.LEAD, press_unblock),
)
