"""Official papers of an incident: made, given out again, turned into a PDF, entered as sent."""

from bot.domain.case_dialogue import CASE_FORM, FORM_SENT
from bot.domain.errors import Refused
from bot.domain.incident import Incident
from bot.domain.people import Role, may
from bot.domain.statistics_words import of_form05
from bot.domain.typed import unaccented
from bot.services import case_forms, case_papers, forms, meaning
from handlers.about import meant
from handlers.registry import Button, Command, Context
from handlers.statistics import stats

_EVERY = (" du", " tat ca", " all")


async def write_form(context: Context) -> None:
    """/form CODE [03|04|notice [all]]: without a form, the list of forms and versions.

    `/form 05` is about a period: the table that `/stats mau05` makes.
    """
    table = of_form05(context.words)
    if table is not None:
        await _draft_form05(context, table)
        return
    incident, words = await meant(context, guesses=True)
    if not words:
        shown = await case_forms.page(context.tx, context.team, context.person, incident)
        context.tell(shown.pop("text"), **shown)
        _point_to_private(context)
        return
    bare = unaccented(words)
    every = next((end for end in _EVERY if bare.endswith(end)), "")
    await _draft(context, incident, bare.removesuffix(every), every=bool(every))


async def _draft_form05(context: Context, words: str) -> None:
    """Do what `/stats mau05` does, for those who may."""
    if not may(context.person, Role.LEAD):
        raise Refused("refused-not-allowed", role={"role": Role.LEAD.value})
    context.words = words
    await stats(context)


async def _draft(context: Context, incident: Incident, words: str, *, every: bool) -> None:
    tx, team, person = context.tx, context.team, context.person
    paper_id, begin = await case_forms.draft(tx, team, person, incident, words, every=every)
    if begin is not None:
        lead = {"text": begin, "code": incident.code}
        await forms.open(tx, team, person, CASE_FORM, paper_id, lead=lead)
    else:
        context.tell("official-ordered", code=incident.code)
    _point_to_private(context)


def _point_to_private(context: Context) -> None:
    """What a paper holds is for whoever makes it, not for the group."""
    context.toast("toast-below" if context.is_private else "toast-see-private")
    if context.press is None and not context.is_private:
        context.answer("answered-in-private")


async def press_new(context: Context, incident_id: str, code: str) -> None:
    """[Form 03 …]."""
    incident = await meaning.of_id(context.tx, int(incident_id))
    await _draft(context, incident, code, every=False)


async def press_all(context: Context, incident_id: str, code: str) -> None:
    """[Fill in what is open]: every place of the form is asked."""
    incident = await meaning.of_id(context.tx, int(incident_id))
    await _draft(context, incident, code, every=True)


async def press_get(context: Context, paper_id: str) -> None:
    """[Version 2 of form 03]: that version again, as it was made."""
    await case_papers.hand_out(context.tx, context.team, context.person, int(paper_id), again=True)
    _point_to_private(context)


async def press_pdf(context: Context, paper_id: str) -> None:
    """[As PDF]."""
    await case_forms.order_pdf(context.tx, context.person, int(paper_id))
    context.toast("toast-official-pdf")


async def press_sent(context: Context, paper_id: str) -> None:
    """[It was sent]: a lead says when and how."""
    if not may(context.person, Role.LEAD):
        raise Refused("refused-not-allowed", role={"role": Role.LEAD.value})
    paper = await case_forms.must_be_unsent(context.tx, int(paper_id))
    tx, team, person = context.tx, context.team, context.person
    lead = {"text": "form-lead-sent-official", "form": case_forms.form_name(team, paper)}
    await forms.open(tx, team, person, FORM_SENT, paper.id, lead=lead)
    _point_to_private(context)


COMMANDS = (Command("form", "bieumau", Role.RESPONDER, write_form),)
BUTTONS = (
    Button("formnew", Role.RESPONDER, press_new),
    Button("formall", Role.RESPONDER, press_all),
    Button("formget", Role.RESPONDER, press_get),
    Button("formpdf", Role.RESPONDER, press_pdf),
    Button("formsent", Role.LEAD, press_sent),
)
