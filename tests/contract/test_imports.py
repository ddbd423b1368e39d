"""Who may know whom, where import-linter's contracts in pyproject.toml cannot say it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.contract.calls import tree_of

ROOT = Path(__file__).parents[2]
TREES = ("bot", "handlers", "storage")
MODULES = [path for tree in TREES for path in sorted((ROOT / tree).rglob("*.py"))]


def name_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts).removesuffix(".__init__")


def imports_of(path: Path) -> Iterator[str]:
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def within(name: str, packages: tuple[str, ...]) -> bool:
    return any(f"{name}.".startswith(f"{package}.") for package in packages)


@pytest.mark.parametrize(
    ("known", "by"),
    [
        ("telegram", ("bot.app", "bot.delivery", "bot.intake", "handlers")),
        ("bot.playground", ("bot.cli", "bot.playground")),
    ],
)
def test_it_is_imported_only_where_it_may_be_known(known: str, by: tuple[str, ...]):
    strangers = [
        f"{name_of(path)} imports {name}"
        for path in MODULES
        if not within(name_of(path), by)
        for name in imports_of(path)
        if within(name, (known,))
    ]
    assert not strangers, "\n".join(strangers)


def test_the_playground_imports_nothing_of_the_bot():
    inside = [path for path in MODULES if within(name_of(path), ("bot.playground",))]
    assert inside
    leaks = [
        f"{name_of(path)} imports {name}"
        for path in inside
        for name in imports_of(path)
        if within(name, (*TREES, "telegram")) and not within(name, ("bot.playground",))
    ]
    assert not leaks, "\n".join(leaks)
