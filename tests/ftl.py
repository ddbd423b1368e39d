"""The .ftl files as they are written, for tests that look at every text there is."""

from functools import cache
from pathlib import Path

from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from bot.texts.fluent import LOCALES, languages


class Placeholders(Visitor):
    """Collects what a text refers to."""

    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.messages: set[str] = set()
        self.numbers: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802
        self.variables.add(node.id.name)

    def visit_FunctionReference(self, node: ftl.FunctionReference) -> None:  # noqa: N802
        inside = Placeholders()
        inside.visit(node.arguments)
        self.numbers |= inside.variables
        self.variables |= inside.variables

    def visit_MessageReference(self, node: ftl.MessageReference) -> None:  # noqa: N802
        self.messages.add(node.id.name)


def messages_in(path: Path) -> list[ftl.Message]:
    """Read one file; anything Fluent does not understand fails the test."""
    body = FluentParser().parse(path.read_text(encoding="utf-8")).body
    junk = [entry.content for entry in body if isinstance(entry, ftl.Junk)]
    assert not junk, f"{path}: {junk[0]}"
    return [entry for entry in body if isinstance(entry, ftl.Message)]


@cache
def texts(language: str) -> dict[str, ftl.Message]:
    """Return every text of a language by its id."""
    found: dict[str, ftl.Message] = {}
    for path in sorted((LOCALES / language).glob("*.ftl")):
        for message in messages_in(path):
            assert message.id.name not in found, f"{path}: {message.id.name} is there twice"
            found[message.id.name] = message
    return found


@cache
def placeholders(language: str, text_id: str) -> frozenset[str]:
    """Return the names of the values a text needs, those of texts inside it included."""
    visitor = Placeholders()
    visitor.visit(texts(language)[text_id])
    inside = (placeholders(language, each) for each in visitor.messages)
    return frozenset(visitor.variables).union(*inside)


@cache
def numbers(language: str, text_id: str) -> frozenset[str]:
    """Return the names among them that stand for numbers alone."""
    visitor = Placeholders()
    visitor.visit(texts(language)[text_id])
    inside = (numbers(language, each) for each in visitor.messages)
    return frozenset(visitor.numbers).union(*inside)


def every_text() -> list[tuple[str, str]]:
    """Return (language, id) of every text."""
    return [(language, text_id) for language in languages() for text_id in texts(language)]
