"""Data that people edit, as TOML files: shipped here, replaced file by file by a team's own folder.

What the files must look like is said by the models in bot.domain; here they are only read.
"""

from pathlib import Path

from pydantic import RootModel

from bot.catalog import room
from bot.catalog.case_forms import form_book
from bot.catalog.loading import Model, Source, read
from bot.catalog.obligations import campaign_book
from bot.domain.catalog import Catalog, CatalogError
from bot.domain.channels import ELSEWHERE, ChannelBook, ChannelRules
from bot.domain.escalation import Policy
from bot.domain.evidence import EvidenceBook
from bot.domain.kinds import Hotline, Kind, Names, Severity
from bot.domain.watch_policy import Check, Letterhead, Pattern, PostKind, WatchBook, WatchPolicy

__all__ = ["CatalogError", "load", "read"]


class _Texts(RootModel[Names]):
    """A table that is one text in several languages."""


def load(folder: Path | None = None) -> Catalog:
    """Return the catalog, with the files of `folder` in place of the shipped ones they name."""
    kinds = read("kinds.toml", folder)
    hotlines = read("hotlines.toml", folder)
    _only(hotlines, "hotlines", "fraud_advice", "offline_contact")
    if not kinds.tables:
        raise CatalogError(f"{kinds.path}: there is no kind of incident in it")
    numbers = hotlines.table("hotlines") if "hotlines" in hotlines.tables else {}
    return Catalog(
        kinds=tuple(
            kinds.entry(Kind, code, values, code=code) for code, values in kinds.tables.items()
        ),
        ladders=_ladders(read("escalation.toml", folder)),
        hotlines=tuple(
            hotlines.entry(Hotline, f"hotlines.{code}", values, code=code)
            for code, values in numbers.items()
        ),
        fraud_advice=_texts(hotlines, "fraud_advice"),
        offline_contact=_texts(hotlines, "offline_contact"),
        watch=_watch(read("watch.toml", folder)),
        channels=_channels(read("channels.toml", folder)),
        campaigns=campaign_book(read("obligations.toml", folder)),
        playbooks=room.playbooks(folder, kinds.tables),
        deadlines=room.deadlines(folder),
        forms=form_book(folder),
        crew=room.crew(folder),
        evidence=_evidence(read("evidence.toml", folder)),
    )


def _ladders(source: Source) -> dict[Severity, Policy]:
    _only(source, *Severity)
    return {
        severity: source.entry(Policy, severity, source.table(severity)) for severity in Severity
    }


def _watch(source: Source) -> WatchBook:
    _only(source, "policy", "posts", "patterns", "checks", "letterhead")

    def entries(model: type[Model], table: str) -> tuple[Model, ...]:
        found = source.tables.get(table, {}).items()
        return tuple(
            source.entry(model, f"{table}.{code}", values, code=code) for code, values in found
        )

    return WatchBook(
        policy=source.entry(WatchPolicy, "policy", source.table("policy")),
        posts=entries(PostKind, "posts"),
        patterns=entries(Pattern, "patterns"),
        checks=entries(Check, "checks"),
        letterhead=source.entry(Letterhead, "letterhead", source.tables.get("letterhead", {})),
    )


def _channels(source: Source) -> ChannelBook:
    _only(source, "rules", *ELSEWHERE)
    found: dict[str, ChannelRules] = {
        channel: source.entry(ChannelRules, channel, source.table(channel))
        for channel in ELSEWHERE
        if channel in source.tables
    }
    book = source.entry(ChannelBook, "rules", source.tables.get("rules", {}))
    return book.model_copy(update=found)


def _evidence(source: Source) -> EvidenceBook:
    _only(source, "other_way")
    return source.entry(EvidenceBook, "other_way", {"other_way": source.table("other_way")})


def _texts(source: Source, table: str) -> dict[str, str]:
    return source.entry(_Texts, table, source.table(table)).root


def _only(source: Source, *known: str) -> None:
    for table in source.tables:
        if table not in known:
            raise source.wrong(table, f"not a table that is known here; write {', '.join(known)}")
