"""The tables of the documents: read as they stand, drawn from the code, and put right."""

import ast
import re
from pathlib import Path

from pydantic import SecretStr

from bot.catalog import load
from bot.config import PREFIX, Settings
from bot.domain.people import Role
from bot.playground.methods.registry import METHODS
from bot.texts.fluent import message
from handlers.registry import Where
from handlers.topics import COMMANDS
from tests.contract.calls import tree_of

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
ARCHITECTURE = DOCS / "architecture.md"
DEVELOPMENT = DOCS / "development.md"
WORLD = tuple(ROOT / "tests" / name for name in ("phones.py", "world.py", "turns.py"))
PLAYGROUND = DOCS / "playground.md"
CATALOG = DOCS / "operators" / "catalog.md"
READMES = {"en": ROOT / "README.md", "vi": ROOT / "README.vi.md"}
EVERYBODY = {"en": "everybody", "vi": "mọi người"}
PLACES = {
    "en": {Where.PRIVATE: "private", Where.TEAM: "the group", Where.ANYWHERE: "anywhere"},
    "vi": {Where.PRIVATE: "nhắn riêng", Where.TEAM: "trong nhóm", Where.ANYWHERE: "cả hai"},
}
TREES = ("bot", "handlers", "storage")
MAP = (
    *("bot", "bot/domain", "bot/services", "bot/texts", "bot/delivery", "bot/playground"),
    *("handlers", "storage"),
)
Row = tuple[str, ...]


def text_of(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def between(page: Path, name: str) -> str:
    """Return what stands between `<!-- name -->` and `<!-- /name -->`."""
    found = re.search(rf"<!-- {name} -->\n(.*?)<!-- /{name} -->", text_of(page), re.DOTALL)
    assert found, f"{page.relative_to(ROOT)} has no part {name!r}"
    return found[1]


def table(page: Path, name: str) -> list[Row]:
    """Return the rows of a marked table, without its head."""
    lines = [line for line in between(page, name).splitlines() if line.startswith("|")]
    cells = [re.split(r"(?<!\\)\|", line)[1:-1] for line in lines[2:]]
    return [tuple(cell.strip() for cell in row) for row in cells]


def first_cells(page: Path, name: str) -> list[str]:
    """Return the words in backticks of a table's first column."""
    return [word for row in table(page, name) for word in re.findall(r"`([^`]+)`", row[0])]


def as_written(rows: list[Row]) -> str:
    return "\n" + "\n".join(f"| {' | '.join(row)} |" for row in rows)


def blocks(page: Path, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", text_of(page), re.DOTALL | re.MULTILINE)


def rewrite(page: Path, name: str, rows: list[Row]) -> None:
    """Put rows below the head of a marked table."""
    mark, part = f"<!-- {name} -->\n", between(page, name)
    head = [line for line in part.splitlines() if line.startswith("|")][:2]
    drawn = mark + "\n".join(head) + as_written(rows) + "\n"
    page.write_text(text_of(page).replace(mark + part, drawn), encoding="utf-8")


def who(language: str, role: Role) -> str:
    if role is Role.CITIZEN:
        return EVERYBODY[language]
    return message(language, f"role-{role}", {})


def command_rows(language: str) -> list[Row]:
    return [
        (
            f"`/{command.name}`",
            f"`/{command.alias}`",
            who(language, command.least),
            PLACES[language][command.where],
            message(language, f"command-{command.name}", {}),
        )
        for command in COMMANDS
    ]


def setting_rows() -> list[Row]:
    return [
        (
            f"`{PREFIX}{name.upper()}`",
            _default(field.get_default()),
            str(field.description).replace("|", r"\|"),
        )
        for name, field in Settings.model_fields.items()
    ]


def _default(value: object) -> str:
    if isinstance(value, SecretStr):
        value = value.get_secret_value()
    return f"`{value}`" if value else "—"


def modules() -> dict[str, list[Row]]:
    """Return the lines of each part of the map: every module and what it says it is."""
    parts: dict[str, list[Row]] = {part: [] for part in MAP}
    for path in sorted(p for folder in TREES for p in (ROOT / folder).rglob("*.py")):
        if "versions" in path.parts:
            continue
        at = path.relative_to(ROOT)
        name = f"{at.parent}/" if path.name == "__init__.py" else str(at)
        part = max((part for part in MAP if name.startswith(f"{part}/")), key=len)
        parts[part].append((f"`{name}`", _first_line(path)))
    return parts


def _first_line(path: Path) -> str:
    said = ast.get_docstring(tree_of(path)) or ""
    return re.sub(r"([<|*])", r"\\\1", said.partition("\n")[0])


def vocabulary_rows() -> list[Row]:
    """Return what the people and the world of the black-box tests can do."""
    spoken = {"Human": "minh", "World": "world", "Turning": "world"}
    bodies = [tree_of(path).body for path in WORLD]
    classes = [node for body in bodies for node in body if isinstance(node, ast.ClassDef)]
    return [
        (f"`{spoken[each.name]}.{node.name}`", (ast.get_docstring(node) or "").splitlines()[0])
        for each in classes
        if each.name in spoken
        for node in each.body
        if isinstance(node, ast.AsyncFunctionDef | ast.FunctionDef) and node.name[0] != "_"
    ]


def method_rows() -> list[Row]:
    return sorted(
        (f"`{name}`", f"`{function.__module__.replace('.', '/')}.py`")
        for name, function in METHODS.items()
    )


def kind_rows() -> list[Row]:
    return [
        (
            f"`{kind.code}`",
            kind.names["vi"],
            kind.names["en"],
            str(kind.severity),
            str(kind.form_row or "—"),
            "yes" if kind.pages else "no",
            "yes" if kind.citizens else "no",
        )
        for kind in load().kinds
    ]


def redraw() -> None:
    """Put right every table that is drawn from the code."""
    for speech, readme in READMES.items():
        rewrite(readme, "commands", command_rows(speech))
    rewrite(READMES["en"], "settings", setting_rows())
    rewrite(CATALOG, "kinds", kind_rows())
    rewrite(DEVELOPMENT, "vocabulary", vocabulary_rows())
    rewrite(PLAYGROUND, "methods", method_rows())
    for area, lines_of_it in modules().items():
        rewrite(ARCHITECTURE, f"map {area}", lines_of_it)
