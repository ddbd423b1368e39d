"""Every language says the same things, in clean markup, and code and texts know each other."""

import ast
import re
from collections.abc import Iterator
from functools import cache

import pytest
from fluent.syntax import ast as ftl

from bot.texts.fluent import FIRST, LOCALES, languages
from bot.texts.length import TAGS
from handlers.topics import COMMANDS
from tests.contract.calls import tree_of
from tests.ftl import Placeholders, every_text, messages_in, placeholders, texts

ROOT = LOCALES.parent
SOURCES = sorted(
    path
    for folder in ("bot", "handlers", "storage")
    for path in (ROOT / folder).rglob("*.py")
    if "playground" not in path.parts and "migrations" not in path.parts
)
# Texts reached by a name that is only known while the program runs, each with the place that asks.
NAMED_AT_RUN_TIME = {
    "command-": "the registry's commands, for menu and help",
    "import-time-": "an import says of a line what refused-time-… says to a person",
}
# Calls whose first argument is a text, keyword arguments and keys of parameters that hold one.
SAYING = {"Refused", "answer", "say", "tell", "toast", "word"}
SPEAKERS = {"context", "reader", "voice"}
HOLDING = {"heading", "label", "lead", "note", "text"}
COMMAND = re.compile(r"(?<![\w<./:])/([a-z]{2,})")
ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
TAG = re.compile(r"</?([a-z]+)(?: href=\"[^\"<>]*\")?>")


def literals(pattern: ftl.Pattern | None) -> Iterator[str]:
    """Yield each way a text can read, a placeholder standing as `x`; variants one by one."""
    wholes = [""]
    for element in pattern.elements if pattern else ():
        ways = _ways(element)
        wholes = [whole + way for whole in wholes for way in ways]
    yield from wholes


def _ways(element: ftl.TextElement | ftl.Placeable) -> list[str]:
    if isinstance(element, ftl.TextElement):
        return [element.value]
    expression = element.expression
    if isinstance(expression, ftl.SelectExpression):
        return [way for variant in expression.variants for way in literals(variant.value)]
    if isinstance(expression, ftl.StringLiteral):
        return [expression.value]
    return ["x"]


OTHERS = [language for language in languages() if language != FIRST]


def test_vietnamese_comes_first_and_english_is_there():
    assert languages() == ("vi", "en")


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_has_the_same_files_with_the_same_texts(language):
    for path in sorted((LOCALES / FIRST).glob("*.ftl")):
        twin = LOCALES / language / path.name
        assert twin.is_file(), f"{twin.name} is missing in {language}"
        ids, theirs = ({each.id.name for each in messages_in(file)} for file in (path, twin))
        assert ids == theirs, path.name
    assert set(texts(language)) == set(texts(FIRST))


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_uses_the_same_placeholders(language):
    differing = {
        text_id: (placeholders(FIRST, text_id), placeholders(language, text_id))
        for text_id in texts(FIRST).keys() & texts(language).keys()
        if placeholders(FIRST, text_id) != placeholders(language, text_id)
    }
    assert not differing


def test_every_text_is_clean():
    faulty = {
        (language, text_id): faults
        for language, text_id in every_text()
        if (faults := _faults_of(texts(language)[text_id]))
    }
    assert not faulty


def _faults_of(message: ftl.Message) -> list[str]:
    if message.value is None:
        return ["no words"]
    return [fault for way in literals(message.value) for fault in _faults(way)]


def _faults(way: str) -> list[str]:
    """Say what is wrong with one reading of a text."""
    tags = TAG.sub("", way)
    found = [f"stray {sign}" for sign in "<>" if sign in tags]
    found += [f"<{tag}> is not ours" for tag in TAG.findall(way) if tag not in TAGS]
    found += ["an opened tag stays open"] * (not _is_balanced(way))
    found += ["two spaces"] * bool(re.search(r"[^\n] {2}", way))
    found += ["a space at the end of a line"] * bool(re.search(r" (\n|$)", way))
    found += ["three dots instead of …"] * ("..." in way)
    found += ["straight quotes"] * ('"' in tags or "'" in re.sub(r"\w'\w", "", tags))
    return found + ["a bare &"] * bool(re.search(r"&(?!(amp|lt|gt|quot|#\d+);)", way))


def _is_balanced(way: str) -> bool:
    opened: list[str] = []
    for found in TAG.finditer(way):
        if not found[0].startswith("</"):
            opened.append(found[1])
        elif not opened or opened.pop() != found[1]:
            return False
    return not opened


@pytest.mark.parametrize(
    ("way", "fault"),
    [
        ("<b>x", "an opened tag stays open"),
        ("<b><i>x</b></i>", "an opened tag stays open"),
        ("<u>x</u> <div>x</div>", "<div> is not ours"),
        ("a  b", "two spaces"),
        ("wait...", "three dots instead of …"),
        ('say "x"', "straight quotes"),
        ("a & b", "a bare &"),
        ("1 < 2", "stray <"),
        ("x \ny", "a space at the end of a line"),
    ],
)
def test_a_fault_would_be_found(way, fault):
    assert fault in _faults(way)


class _Uses(ast.NodeVisitor):
    """Texts that a module names: `asked` where a text is wanted, `mentioned` anywhere at all."""

    def __init__(self) -> None:
        self.asked: set[str] = set()
        self.mentioned: set[str] = set()

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, str) and ID.fullmatch(node.value):
            self.mentioned.add(re.escape(node.value))
            if node.value.startswith("refused-"):
                self.asked.add(re.escape(node.value))

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        pattern = _pattern(node)
        if pattern is not None:
            self.mentioned.add(pattern)
        for part in node.values:
            if isinstance(part, ast.FormattedValue):
                self.visit(part.value)

    def visit_Call(self, node: ast.Call) -> None:
        if says(node.func) and node.args:
            self._ask(node.args[0])
        for keyword in node.keywords:
            if keyword.arg in HOLDING:
                self._ask(keyword.value)
        self.generic_visit(node)

    def visit_Dict(self, node: ast.Dict) -> None:
        for key, value in zip(node.keys, node.values, strict=True):
            if isinstance(key, ast.Constant) and key.value in HOLDING:
                self._ask(value)
        self.generic_visit(node)

    def _ask(self, node: ast.expr) -> None:
        """Take a literal, an f-string, or both branches of a condition as wanted texts."""
        if isinstance(node, ast.IfExp):
            self._ask(node.body)
            self._ask(node.orelse)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            if ID.fullmatch(node.value):
                self.asked.add(re.escape(node.value))
        elif isinstance(node, ast.JoinedStr) and (pattern := _pattern(node)) is not None:
            self.asked.add(pattern)


def says(function: ast.expr) -> bool:
    """Tell a text's name from other first arguments: `context.answer`, but not `state.answer`."""
    if isinstance(function, ast.Name):
        return function.id in SAYING
    if not isinstance(function, ast.Attribute) or function.attr not in SAYING:
        return False
    return isinstance(function.value, ast.Name) and function.value.id in SPEAKERS


def _pattern(node: ast.JoinedStr) -> str | None:
    """Return what an f-string that begins like a text's name can become."""
    first = node.values[0]
    if not isinstance(first, ast.Constant) or not re.match(r"[a-z]+-", str(first.value)):
        return None
    return "".join(
        re.escape(str(part.value)) if isinstance(part, ast.Constant) else "[a-z0-9-]+"
        for part in node.values
    )


@cache
def uses() -> tuple[dict[str, str], set[str]]:
    """Return the wanted texts with the module that wants them, and all that are mentioned."""
    asked: dict[str, str] = {}
    mentioned: set[str] = set()
    for path in SOURCES:
        found = _Uses()
        found.visit(tree_of(path))
        asked |= dict.fromkeys(found.asked, str(path.relative_to(ROOT)))
        mentioned |= found.mentioned
    return asked, mentioned


def test_every_text_the_code_asks_for_exists():
    asked, _ = uses()
    known = {re.escape(text_id) for text_id in texts(FIRST)}
    missing = {
        f"{where}: {wanted}"
        for wanted, where in asked.items()
        if wanted not in known
        and not any(re.fullmatch(wanted, text_id) for text_id in texts(FIRST))
    }
    assert not missing, "\n".join(sorted(missing))


def test_every_command_is_described():
    missing = [each.name for each in COMMANDS if f"command-{each.name}" not in texts(FIRST)]
    assert not missing


def test_texts_speak_of_no_command_that_does_not_exist():
    known = {name for command in COMMANDS for name in (command.name, command.alias)}
    spoken = {
        (f"{language} {text_id}", word)
        for language, text_id in every_text()
        for way in literals(texts(language)[text_id].value)
        for word in COMMAND.findall(way)
    }
    assert not {where for where, word in spoken if word not in known}


def test_no_text_is_left_over():
    _, mentioned = uses()
    used = re.compile("|".join(sorted(mentioned)))
    referred = Placeholders()
    for message in texts(FIRST).values():
        referred.visit(message)
    left = {
        text_id
        for text_id in texts(FIRST)
        if not used.fullmatch(text_id)
        and text_id not in referred.messages
        and not text_id.startswith(tuple(NAMED_AT_RUN_TIME))
    }
    assert not left, "\n".join(sorted(left))
