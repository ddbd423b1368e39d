"""Official papers: made, given out again, turned into a PDF, entered as sent."""

from bot.domain.case_dialogue import CASE_FORM, FORM_SENT
from bot.domain.errors import Refused
from bot.domain.people import Role, may
from bot.domain.spans import Span, span_of
from bot.domain.statistics_words import of_form05, read
from bot.domain.typed import unaccented
from bot.services import case_forms, case_papers, forms, meaning
from bot.services import paper_subjects as subjects
from bot.services.paper_subjects import Subject
from handlers.about import meant
from handlers.registry import Button, Command, Context

_EVERY = (" du", " tat ca", " all")


async def write_form(context: Context) -> None:
    """/form CODE [03|04|notice [all]]: without a form, the list of forms and versions.

    `/form 05 [DAYS [all]]` is about a period.
    """
    table = of_form05(context.words)
    if table is not None:
        bare, every = _apart(table)
        today = context.tx.now.astimezone(context.team.zone).date()
        await write_of_period(context, read(bare, today).span, every=every)
        return
    incident, words = await meant(context, guesses=True)
    if not words:
        await _show(context, incident)
        return
    bare, every = _apart(words)
    await _draft(context, incident, bare, every=every)


def _apart(words: str) -> tuple[str, bool]:
    """Return words without an "all" at their end, and whether there was one."""
    bare = unaccented(words)
    end = next((end for end in _EVERY if bare.endswith(end)), "")
    said = words.split()
    return " ".join(said[: len(said) - len(end.split())]), bool(end)


async def write_of_period(context: Context, span: Span, *, every: bool = False) -> None:
    """Begin the first version of Mẫu 05 of a period; where there are some, show them."""
    subjects.may_write(context.person, span)
    if not every and await case_forms.was_made(context.tx, span):
        await _show(context, span)
    else:
        await _draft(context, span, case_forms.FORM05, every=every)


async def _show(context: Context, subject: Subject) -> None:
    shown = await case_forms.page(context.tx, context.team, context.person, subject)
    context.tell(shown.pop("text"), **shown)
    _point_to_private(context)


async def _draft(context: Context, subject: Subject, words: str, *, every: bool) -> None:
    tx, team, person = context.tx, context.team, context.person
    paper_id, begin = await case_forms.draft(tx, team, person, subject, words, every=every)
    called = subjects.titled(subject)
    if begin is not None:
        lead = {"text": begin, "code": called}
        await forms.open(tx, team, person, CASE_FORM, paper_id, lead=lead)
    else:
        context.tell("official-ordered", code=called)
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


async def press_period(context: Context, key: str, code: str = "", every: str = "") -> None:
    """[Form 05] below figures; with a code the same as above, of a period."""
    if every not in {"", "all"}:
        raise Refused("refused-unknown-button")
    if code:
        await _draft(context, span_of(key), code, every=bool(every))
    else:
        await write_of_period(context, span_of(key))


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
    Button("formperiod", Role.LEAD, press_period),
    Button("formget", Role.RESPONDER, press_get),
    Button("formpdf", Role.RESPONDER, press_pdf),
    Button("formsent", Role.LEAD, press_sent),
)
