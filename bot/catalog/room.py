"""Playbooks and statutory deadlines from their catalog files."""

from collections.abc import Collection
from pathlib import Path, PurePosixPath

from bot.catalog.loading import SHIPPED, files_in, read
from bot.domain.legal_deadlines import Rule
from bot.domain.playbook import Playbook
from bot.domain.roles import CrewBook

FOLDER = "playbooks"


def playbooks(folder: Path | None, kinds: Collection[str]) -> tuple[Playbook, ...]:
    """Return every playbook, a team's own in the place of a shipped one with the same file name.

    A team's own may only name kinds that there are; the shipped ones outlive a kind taken out.
    """
    found: dict[tuple[str, str], Path] = {}
    read_in: list[Playbook] = []
    for name in files_in(FOLDER, folder):
        source = read(name, folder)
        code = PurePosixPath(name).stem
        playbook = source.entry(Playbook, "", dict(source.tables), code=code)
        for kind in playbook.kinds:
            if not source.path.is_relative_to(SHIPPED) and kind not in kinds:
                raise source.wrong("", f"{kind!r} is no kind of kinds.toml", "kinds")
            before = found.setdefault((kind, playbook.agency), source.path)
            if before != source.path:
                raise source.wrong("", f"{before} is a playbook for {kind!r} already", "kinds")
        read_in.append(playbook)
    return tuple(read_in)


def deadlines(folder: Path | None) -> tuple[Rule, ...]:
    """Return every deadline by law, in the order of the file."""
    source = read("deadlines.toml", folder)
    rules = tuple(
        source.entry(Rule, code, values, code=code) for code, values in source.tables.items()
    )
    for rule in rules:
        for code in rule.updates:
            if code == rule.code or code not in source.tables:
                raise source.wrong(rule.code, f"{code!r} is no other deadline here", "updates")
    return rules


def crew(folder: Path | None) -> CrewBook:
    """Return how soon roles are to be filled and how often reports are asked, by severity."""
    source = read("crew.toml", folder)
    return source.entry(CrewBook, "", dict(source.tables))
