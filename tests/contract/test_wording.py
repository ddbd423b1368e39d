"""What a machine can hear when every text is read aloud: leaks, plurals, words, buttons."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from bot import catalog
from bot.texts.fluent import languages
from tests.contract.test_locales import literals
from tests.ftl import texts
from tests.reading import TYPED, english_in, vietnamese_in

CATALOG = Path(catalog.__file__).parent
# Say both languages at once, or show a file as it is.
BILINGUAL = {"form-report-privacy", "language-which", "export-readme"}
# One word for one thing: what is not said, and what is said instead.
AVOIDED = {
    r"\bleaders?\b": "team lead",
    r"\bkeys?\b(?! of details)": "button",
    r"\btest calls?\b": "test page",
    r"\bbehind (?:the|a) (?:command|colon|name)\b": "after",
    r"^(?:Left off|Dropped)\b": "Cancelled",
    r"\b[Nn]obody of the\b": "nobody in the",
}
MANY = re.compile(
    r"\{(?P<name>count|people|attempts|given|asked|assignments|agencies|systems|files)\}(?:</b>)? "
    r"(?:(?:more|new|open|other|late|earlier|older|shorter) )*"
    r"(?:people|are|were|have|do|(?!is\b|has\b|was\b|this\b)[a-z]+s)\b"
)
# Where there are always several, or the number stands for itself.
ALWAYS_MANY = {
    *("missing-many", "missing-many-ask", "people-which", "situation-overdue", "aar-roles-held"),
}
PRESSED = {
    "en": r"\b[Pp]ress(?:es)? (?:“(?P<quoted>[^”]+)”|<b>(?P<bold>[^<]+)</b>)",
    "vi": r"\b(?:[Bb]ấm|[Nn]hấn)(?: nút)? (?:“(?P<quoted>[^”]+)”|<b>(?P<bold>[^<]+)</b>)",
}
LABELS = ("button-", "form-", "answer-button-")


def readings(language: str) -> Iterator[tuple[str, str]]:
    """Yield (id, one way it can read) for every text of a language."""
    for text_id, message in texts(language).items():
        for way in literals(message.value):
            yield text_id, way


def english_words(value: object, where: str) -> Iterator[tuple[str, str]]:
    """Yield what a file of the catalog says to readers of English, and where."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "en" and isinstance(inner, str):
                yield where, inner
            else:
                yield from english_words(inner, f"{where} {key}")
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from english_words(inner, f"{where} {number}")


def test_no_vietnamese_is_left_in_english_texts():
    leaks = {(i, found) for i, way in readings("en") if (found := vietnamese_in(way))}
    assert not leaks


def test_no_vietnamese_is_left_in_the_english_of_the_catalog():
    files: dict[str, Any] = {
        path.name: tomllib.loads(path.read_text(encoding="utf-8"))
        for path in sorted(CATALOG.rglob("*.toml"))
    }
    said = [each for name, value in files.items() for each in english_words(value, name)]
    assert said
    assert not [each for each in said if vietnamese_in(each[1])]


def test_no_english_is_left_in_vietnamese_texts():
    leaks = {
        (text_id, found)
        for text_id, way in readings("vi")
        if text_id not in BILINGUAL and (found := english_in(way))
    }
    assert not leaks


@pytest.mark.parametrize(("avoided", "said"), AVOIDED.items())
def test_one_thing_has_one_name_in_english(avoided, said):
    found = {i for i, way in readings("en") if re.search(avoided, TYPED.sub("", way))}
    assert not found, f"say “{said}”"


class _Chosen(Visitor):
    """Collects the numbers for which a text has words of its own when they are one."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_SelectExpression(self, node: ftl.SelectExpression) -> None:  # noqa: N802
        keys = {getattr(each.key, "name", getattr(each.key, "value", "")) for each in node.variants}
        if keys & {"one", "1"} and isinstance(node.selector, ftl.VariableReference):
            self.names.add(node.selector.id.name)
        self.generic_visit(node)


def counted(pattern: ftl.Pattern | None) -> Iterator[str]:
    """Yield each way a text can read, its values standing by their names: `{count} shifts`."""
    wholes = [""]
    for element in pattern.elements if pattern else ():
        wholes = [whole + way for whole in wholes for way in _named(element)]
    yield from wholes


def _named(element: ftl.TextElement | ftl.Placeable) -> list[str]:
    if isinstance(element, ftl.TextElement):
        return [element.value]
    expression = element.expression
    if isinstance(expression, ftl.SelectExpression):
        return [way for variant in expression.variants for way in counted(variant.value)]
    if isinstance(expression, ftl.VariableReference):
        return [f"{{{expression.id.name}}}"]
    return [expression.value if isinstance(expression, ftl.StringLiteral) else "x"]


def unnumbered(message: ftl.Message) -> set[str]:
    """Return what a text would say of one thing as of several."""
    chosen = _Chosen()
    chosen.visit(message)
    found = (each for way in counted(message.value) for each in MANY.finditer(way))
    return {each[0] for each in found if each["name"] not in chosen.names}


def test_english_says_one_thing_as_one():
    wrong = {i: bad for i, message in texts("en").items() if (bad := unnumbered(message))}
    assert not {i: bad for i, bad in wrong.items() if i not in ALWAYS_MANY}
    assert set(wrong) >= ALWAYS_MANY, "these exceptions are needed no more"


@pytest.mark.parametrize("language", languages())
def test_every_button_that_a_text_speaks_of_exists(language):
    labels = {
        label
        for text_id, way in readings(language)
        if text_id.startswith(LABELS) and "\n" not in way
        for label in (_label(way), _label(way.split(",")[0]))
    }
    spoken = {
        (text_id, _label(found["quoted"] or found["bold"]))
        for text_id, way in readings(language)
        for found in re.finditer(PRESSED[language], way)
    }
    assert spoken
    assert not {each for each in spoken if each[1] not in labels}


def _label(words: str) -> str:
    """Return a button's words without its sign and its values."""
    return re.sub(r"[^\w \u2019'/…,-]|\bx\b", "", words).strip().lower()


def test_every_line_of_a_log_begins_like_a_sentence():
    first = {(i, way) for i, way in readings("en") if i.startswith(("timeline-", "log-"))}
    assert not {each for each in first if re.match(r"(?!x\b)[a-z]", each[1])}
