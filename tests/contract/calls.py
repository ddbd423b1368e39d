"""What the code says of itself: the calls that are written down, and what they name."""

import ast
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).parents[2]


def modules_of(*folders: str) -> list[Path]:
    return [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]


@cache
def tree_of(path: Path) -> ast.Module:
    """Return what a module says; nobody changes it, so that a test process reads each once."""
    return ast.parse(path.read_text(encoding="utf-8"))


def calls_of(name: str, *folders: str) -> Iterator[tuple[Path, ast.Call]]:
    """Yield every call of a function with that name, `name(…)` or `somewhere.name(…)`."""
    for path in modules_of(*folders):
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.Call) and called(node.func) == name:
                yield path, node


def called(function: ast.expr) -> str | None:
    match function:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return None


def value_of(path: Path, node: ast.expr) -> object:
    """Return what a literal or the name of a constant stands for in a module."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    module = import_module(".".join(parts))
    match node:
        case ast.Constant(value=value):
            return value
        case ast.Name(id=name):
            return getattr(module, name)
        case ast.Attribute(value=ast.Name(id=owner), attr=name):
            return getattr(getattr(module, owner), name)
        case _:
            raise AssertionError(f"{path}:{node.lineno}: name the constant itself here")
