"""`obligations.toml`, read: habits, ways of reminding, names of periods, and the obligations."""

from pydantic import RootModel

from bot.catalog.loading import Source
from bot.domain.kinds import Names
from bot.domain.obligations import CampaignBook, CampaignPolicy, Every, Obligation, Reminders

_TABLES = ("policy", "reminders", "labels", "obligations")


class _Texts(RootModel[Names]):
    """A table that is one text in several languages."""


def campaign_book(source: Source) -> CampaignBook:
    """Return all of the file; CatalogError names the line of the first mistake."""
    for table in source.tables:
        if table not in _TABLES:
            known = ", ".join(_TABLES)
            raise source.wrong(table, f"not a table that is known here; write {known}")
    reminders = {
        name: source.entry(Reminders, f"reminders.{name}", values)
        for name, values in source.tables.get("reminders", {}).items()
    }
    return CampaignBook(
        policy=source.entry(CampaignPolicy, "policy", source.tables.get("policy", {})),
        reminders=reminders,
        labels=_labels(source),
        obligations=tuple(
            _obligation(source, code, values, reminders)
            for code, values in source.tables.get("obligations", {}).items()
        ),
    )


def _labels(source: Source) -> dict[Every, Names]:
    found: dict[Every, Names] = {}
    for name, values in source.tables.get("labels", {}).items():
        if name not in list(Every):
            known = ", ".join(every.value for every in Every)
            raise source.wrong("labels", f"'{name}' is no period; write {known}", name)
        texts = source.entry(_Texts, "labels", values).root
        try:
            for text in texts.values():
                text.format(year="", number="")
        except (KeyError, IndexError, ValueError):
            what = f"'{name}': only {{year}} and {{number}} can stand in braces"
            raise source.wrong("labels", what, name) from None
        found[Every(name)] = texts
    return found


def _obligation(
    source: Source, code: str, values: object, reminders: dict[str, Reminders]
) -> Obligation:
    table = f"obligations.{code}"
    read = source.entry(Obligation, table, values, code=code)
    if read.reminders != "usual" and read.reminders not in reminders:
        what = f"'reminders' is {read.reminders!r}; there is no [reminders.{read.reminders}]"
        raise source.wrong(table, what, "reminders")
    return read
