"""What proves an incident: files with their hashes, indicators of attack, reports of the same."""

from bot.domain.incident import Status
from bot.domain.people import Role
from bot.services import case_export, closing, evidence_copies, likeness, meaning
from bot.services import evidence as kept
from bot.services import indicators as found
from handlers.about import meant
from handlers.registry import Button, Command, Context


async def list_evidence(context: Context) -> None:
    """/evidence [CODE]: the files with who, when, size and hash; looking is written down."""
    incident, _ = await meant(context, guesses=True)
    shown = await kept.page(context.tx, context.team, context.person, incident)
    context.tell(shown.pop("text"), **shown)
    _point_to_private(context)


async def press_get(context: Context, evidence_id: str) -> None:
    """[⬇ file]: that file alone, in private, under a name that nothing opens."""
    await evidence_copies.order(context.tx, context.person, int(evidence_id))
    context.toast("toast-evidence-get")


async def list_indicators(context: Context) -> None:
    """/indicators [CODE]: links, domains, addresses and hashes, and where else they were seen."""
    incident, _ = await meant(context, guesses=True)
    shown = await found.page(context.tx, context.person, incident)
    context.tell(shown.pop("text"), **shown)
    _point_to_private(context)


def _point_to_private(context: Context) -> None:
    """What proves a case is for whoever asks, not for the group."""
    if context.press is None and not context.is_private:
        context.answer("answered-in-private")


async def export(context: Context) -> None:
    """/export CODE: the whole case as one file, in private, for a lead."""
    incident, _ = await meant(context)
    await case_export.order(context.tx, context.person, incident)
    context.tell("export-ordered", code=incident.code)
    _point_to_private(context)


async def press_merge(context: Context, incident_id: str) -> None:
    """[Merge]: it ends as a duplicate of what it repeats."""
    tx, team, person = context.tx, context.team, context.person
    incident = await meaning.of_id(tx, int(incident_id))
    code = await likeness.other_of(tx, incident)
    answers = {"outcome": Status.DUPLICATE.value, "original": code, "reason": None}
    await closing.reject(tx, team, person, incident.id, answers)
    context.toast("toast-merged", other=code)


async def press_apart(context: Context, incident_id: str) -> None:
    """[Not the same]."""
    incident = await meaning.of_id(context.tx, int(incident_id))
    code = await likeness.keep_apart(context.tx, context.person, incident)
    context.toast("toast-apart", other=code)


COMMANDS = (
    Command("evidence", "chungcu", Role.RESPONDER, list_evidence),
    Command("indicators", "dauhieu", Role.RESPONDER, list_indicators),
    Command("export", "xuat", Role.LEAD, export),
)
BUTTONS = (
    Button("evidenceget", Role.RESPONDER, press_get),
    Button("merge", Role.RESPONDER, press_merge),
    Button("apart", Role.RESPONDER, press_apart),
)
