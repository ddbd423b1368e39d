"""The documents say what the program does: their tables, paths, commands and examples are compared.

Tables that are drawn from the code are put right by `python tests/contract/test_docs.py`.
"""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from bot import cli
from bot.config import PREFIX, Settings
from bot.domain.swaps import SwapState
from bot.domain.watch import WatchState
from bot.timekeeper import DUE_KINDS
from bot.workshop import WORKS
from storage import due, forms, outbox
from tests.contract.calls import tree_of
from tests.contract.doc_tables import (
    ARCHITECTURE,
    CATALOG,
    DEVELOPMENT,
    DOCS,
    MAP,
    PLAYGROUND,
    READMES,
    ROOT,
    as_written,
    between,
    command_rows,
    first_cells,
    kind_rows,
    method_rows,
    modules,
    redraw,
    setting_rows,
    table,
    text_of,
    vocabulary_rows,
)

PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])
LINK = re.compile(r"\]\((?!https?://|mailto:)([^)\s]+)\)")
SETTING = re.compile(r"TRUCBAN_[A-Z_]+")
RUN = re.compile(r"(?<![\w/.@-])(?:bin/)?trucban ([a-z]+)(?![\w.])")
MAKE = re.compile(r"(?:`|^)make ([a-z]+)", re.MULTILINE)
# A path in backticks that says where something of this repository is.
PATH = re.compile(
    r"`((?:bot|handlers|storage|locales|tests|docs|\.ci)/[\w./-]*|[\w-]+/[\w./-]+\.(?:py|toml|ftl))`"
)


@pytest.mark.parametrize("language", READMES)
def test_the_table_of_commands_is_the_registry(language):
    expected = command_rows(language)
    assert table(READMES[language], "commands") == expected, as_written(expected)


def test_the_table_of_settings_is_the_code():
    expected = setting_rows()
    assert table(READMES["en"], "settings") == expected, as_written(expected)


def test_the_vietnamese_table_of_settings_has_the_same_names_and_defaults():
    rows = table(READMES["vi"], "settings")
    assert [row[:2] for row in rows] == [row[:2] for row in setting_rows()]
    assert [row for row in rows if not row[2]] == []


def test_both_readmes_have_the_same_parts_and_pictures():
    def parts(page: Path) -> list[str]:
        return re.findall(r"^(#+) ", text_of(page), re.MULTILINE)

    def shown(page: Path) -> list[str]:
        return re.findall(r"!\[[^\]]*\]\(([^)]+)\)", text_of(page))

    assert parts(READMES["en"]) == parts(READMES["vi"])
    assert shown(READMES["en"]) == shown(READMES["vi"])


def every_line(pattern: re.Pattern[str]) -> Iterator[tuple[Path, str]]:
    for page in PAGES:
        yield from ((page, found) for found in pattern.findall(text_of(page)))


def test_every_link_leads_to_a_file_and_a_heading_that_exist():
    broken = []
    for page, link in every_line(LINK):
        path, _, heading = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        if not target.exists() or (heading and heading not in _headings(target)):
            broken.append(f"{page.relative_to(ROOT)}: {link}")
    assert broken == []


def _headings(page: Path) -> set[str]:
    """Return the anchors that code hosts make of headings."""
    found = re.findall(r"^#+ (.+)$", text_of(page), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in found}


def test_every_path_that_is_named_exists():
    missing = [
        f"{page.relative_to(ROOT)}: {path}"
        for page, path in every_line(PATH)
        if not any((folder / path).exists() for folder in (ROOT, page.parent))
    ]
    assert missing == []


def test_every_page_can_be_reached_from_the_readme():
    reached = {READMES["en"]}
    todo = [READMES["en"]]
    while todo:
        page = todo.pop()
        for link in LINK.findall(text_of(page)):
            target = (page.parent / link.partition("#")[0]).resolve()
            if target.suffix == ".md" and target not in reached:
                reached.add(target)
                todo.append(target)
    assert [str(page.relative_to(ROOT)) for page in PAGES if page not in reached] == []


def test_every_setting_that_is_named_exists():
    known = {PREFIX + name.upper() for name in Settings.model_fields}
    assert {name for _, name in every_line(SETTING) if name not in known} <= {PREFIX}


def test_every_command_of_the_program_that_is_named_exists():
    known = {
        command.name or str(getattr(command.callback, "__name__", ""))
        for command in cli.app.registered_commands
    }
    assert {name for _, name in every_line(RUN) if name not in known} == set()
    assert known == {name for _, name in every_line(RUN)}, "a command is documented nowhere"


def test_every_make_target_that_is_named_exists():
    made = set(re.findall(r"^([a-z]+):", text_of(ROOT / "Makefile"), re.MULTILINE))
    assert {name for _, name in every_line(MAKE)} <= made


@pytest.mark.parametrize("part", MAP)
def test_the_map_names_every_module_and_says_what_it_says_of_itself(part):
    expected = modules()[part]
    assert table(ARCHITECTURE, f"map {part}") == expected, as_written(expected)


def opened() -> set[str]:
    """Return the functions in which a write transaction is opened, as `file::function`."""
    found = set()
    for path in sorted([*(ROOT / "bot").rglob("*.py"), *(ROOT / "handlers").rglob("*.py")]):
        if "playground" in path.parts:
            continue
        for function in ast.walk(tree_of(path)):
            if not isinstance(function, ast.AsyncFunctionDef | ast.FunctionDef):
                continue
            for node in ast.walk(function):
                if isinstance(node, ast.Attribute) and node.attr == "begin":
                    found.add(f"{path.relative_to(ROOT)}::{function.name}")
    return found


def test_the_table_of_transactions_names_every_place_that_opens_one():
    assert sorted(first_cells(ARCHITECTURE, "transactions")) == sorted(opened())


def test_the_table_of_due_kinds_is_the_timekeepers():
    assert sorted(first_cells(ARCHITECTURE, "due-kinds")) == sorted(DUE_KINDS)


def test_the_table_of_slow_work_is_the_workshops():
    assert sorted(first_cells(ARCHITECTURE, "slow-kinds")) == sorted(WORKS)


@pytest.mark.parametrize(
    ("part", "states"),
    [
        (
            "outbox-states",
            {outbox.PENDING, outbox.CLAIMED, outbox.SENT, outbox.DEAD, outbox.OVERTAKEN},
        ),
        ("due-states", {due.WAITING, due.DONE, due.DROPPED}),
        ("form-states", {forms.OPEN, forms.DONE, forms.CANCELLED, forms.EXPIRED}),
        ("watch-states", {*WatchState}),
        ("swap-states", {*SwapState}),
    ],
)
def test_every_state_of_a_row_is_drawn(part, states):
    drawn = set(re.findall(r"\b[a-z]+\b", between(ARCHITECTURE, part)))
    assert states - drawn == set()


def test_the_table_of_the_tests_vocabulary_is_the_worlds():
    expected = vocabulary_rows()
    assert table(DEVELOPMENT, "vocabulary") == expected, as_written(expected)


def test_the_table_of_methods_is_the_playgrounds():
    assert table(PLAYGROUND, "methods") == method_rows(), as_written(method_rows())


def test_the_table_of_kinds_is_the_shipped_file():
    assert table(CATALOG, "kinds") == kind_rows(), as_written(kind_rows())


def test_the_pictures_are_well_formed_and_say_what_they_show():
    pictures = sorted((DOCS / "pictures").glob("*.svg"))
    assert pictures
    for picture in pictures:
        root = ET.fromstring(text_of(picture))  # noqa: S314 our own file
        assert root.find("{http://www.w3.org/2000/svg}title") is not None


def test_every_dependency_is_explained():
    project = tomllib.loads(text_of(ROOT / "pyproject.toml"))["project"]
    extras = project["optional-dependencies"]
    declared = [*project["dependencies"], *extras["postgresql"], *extras["solver"]]
    names = [re.split(r"[^\w.-]", line, maxsplit=1)[0] for line in declared]
    (page,) = (DOCS / "decisions").glob("*-dependencies.md")
    assert first_cells(page, "dependencies") == names


def test_decisions_are_numbered_and_listed():
    pages = sorted(page.name for page in (DOCS / "decisions").glob("0*.md"))
    assert [page[:4] for page in pages] == [f"{number:04}" for number in range(1, len(pages) + 1)]
    assert LINK.findall(text_of(DOCS / "decisions" / "README.md")) == pages
    for page in pages:
        said = text_of(DOCS / "decisions" / page)
        assert re.findall(r"^## (\w+)", said, re.MULTILINE) == [
            "Context",
            "Options",
            "Choice",
            "Price",
        ], page


def test_the_changelog_knows_this_version():
    version = tomllib.loads(text_of(ROOT / "pyproject.toml"))["project"]["version"]
    assert f"## [{version}]" in text_of(ROOT / "CHANGELOG.md")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_is_whole(page):
    said = text_of(page)
    assert said.startswith("# ")
    assert said.count("```") % 2 == 0
    assert "TODO" not in said
    tables = re.findall(r"(?:^\|.*\|\n)+", said, re.MULTILINE)
    for each in tables:
        widths = {len(re.split(r"(?<!\\)\|", line)) for line in each.splitlines()}
        assert len(widths) == 1, each


if __name__ == "__main__":
    redraw()
