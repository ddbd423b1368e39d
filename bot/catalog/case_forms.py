"""Official papers from `forms.toml`, with the templates that lie in `forms/`."""

from pathlib import Path

from bot.catalog.loading import SHIPPED, Model, Source, read
from bot.domain.case_forms import CaseForm, FormBook, FormField, Receiver

FOLDER = "forms"


def form_book(folder: Path | None) -> FormBook:
    """Return every form; a template of the team's own takes the place of a shipped one.

    A team's own file that knows no form of a period gets the shipped ones.
    """
    source = read("forms.toml", folder)
    book = _book(source)
    if not any(form.period for form in book.forms):
        book = _with_periodic(book, _book(read("forms.toml", None)))
    return book.model_copy(
        update={"forms": tuple(_with_template(source, form, folder) for form in book.forms)}
    )


def _book(source: Source) -> FormBook:
    for table in source.tables:
        if table not in {"fields", "receivers", "forms"}:
            known = "fields, receivers, forms"
            raise source.wrong(table, f"not a table that is known here; write {known}")
    book = FormBook(
        fields=_entries(source, FormField, "fields", "code"),
        receivers=_entries(source, Receiver, "receivers", "code"),
        forms=_entries(source, CaseForm, "forms", "key"),
    )
    for form in book.forms:
        _must_be_known(source, form, book)
    return book


def _with_periodic(own: FormBook, shipped: FormBook) -> FormBook:
    forms = tuple(form for form in shipped.forms if form.period)
    places = {code for form in forms for code in form.fields} - {each.code for each in own.fields}
    to = {code for form in forms for code in form.to} - {each.code for each in own.receivers}
    return FormBook(
        fields=(*own.fields, *(each for each in shipped.fields if each.code in places)),
        receivers=(*own.receivers, *(each for each in shipped.receivers if each.code in to)),
        forms=(*own.forms, *forms),
    )


def _entries(source: Source, model: type[Model], table: str, name: str) -> tuple[Model, ...]:
    return tuple(
        source.entry(model, f"{table}.{key}", values, **{name: key})
        for key, values in source.tables.get(table, {}).items()
    )


def _must_be_known(source: Source, form: CaseForm, book: FormBook) -> None:
    for key, wanted, there in (
        ("fields", form.fields, {each.code for each in book.fields}),
        ("to", form.to, {each.code for each in book.receivers}),
    ):
        for code in wanted:
            if code not in there:
                where = "fields" if key == "fields" else "receivers"
                said = f"{code!r} is not described; add the table [{where}.{code}]"
                raise source.wrong(f"forms.{form.key}", said, key)


def _with_template(source: Source, form: CaseForm, folder: Path | None) -> CaseForm:
    own = folder / FOLDER / form.template if folder is not None else None
    path = own if own is not None and own.is_file() else SHIPPED / FOLDER / form.template
    if not path.is_file():
        said = f"{form.template} is not in the folder {FOLDER}"
        raise source.wrong(f"forms.{form.key}", said, "template")
    return form.model_copy(update={"template": str(path)})
