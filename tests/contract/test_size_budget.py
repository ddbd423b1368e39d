"""The budget that keeps the code readable: a page per file, a glance per function, words first."""

import ast
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tests.contract.calls import tree_of

ROOT = Path(__file__).parents[2]
# A revision is a record of what was once done, written once and never edited.
REVISIONS = ROOT / "storage" / "migrations" / "versions"
PRODUCT = [
    path
    for tree in ("bot", "handlers", "storage")
    for path in sorted((ROOT / tree).rglob("*.py"))
    if not path.is_relative_to(REVISIONS)
]
TESTS = sorted((ROOT / "tests").rglob("*.py"))

FILE_LINES = 300
TEST_FILE_LINES = 400
FUNCTION_LINES = 40
MEDIAN_FUNCTION_LINES = 10

Function = ast.FunctionDef | ast.AsyncFunctionDef


def longer_than(limit: int, paths: list[Path]) -> list[str]:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in paths}
    return [
        f"{path.relative_to(ROOT)}: {lines} lines, {limit} allowed"
        for path, lines in lengths.items()
        if lines > limit
    ]


def functions() -> Iterator[tuple[str, int]]:
    """Every function of the product as its place and its number of lines."""
    for path in PRODUCT:
        for node in ast.walk(tree_of(path)):
            if isinstance(node, Function):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                yield f"{path.relative_to(ROOT)}:{node.lineno} {node.name}", lines


def test_no_file_of_the_product_is_too_long():
    long = longer_than(FILE_LINES, PRODUCT)
    assert not long, "\n".join(long)


def test_no_file_of_tests_is_too_long():
    long = longer_than(TEST_FILE_LINES, TESTS)
    assert not long, "\n".join(long)


def test_no_function_is_too_long():
    long = [
        f"{place}: {lines} lines, {FUNCTION_LINES} allowed"
        for place, lines in functions()
        if lines > FUNCTION_LINES
    ]
    assert not long, "\n".join(long)


def test_half_of_all_functions_are_seen_at_a_glance():
    assert median(lines for _, lines in functions()) <= MEDIAN_FUNCTION_LINES


def test_every_public_module_says_what_it_is_for():
    silent = [
        str(path.relative_to(ROOT))
        for path in PRODUCT
        if not (path.name.startswith("_") and path.name != "__init__.py")
        if ast.get_docstring(tree_of(path)) is None
    ]
    assert not silent, "\n".join(silent)
