"""The Fluent messages of locales/<language>/*.ftl, formatted with values that are already safe.

Promise: every value is escaped exactly once, and a text that lacks a placeholder is an error, never
a message with a hole in it.
"""

import re
from collections.abc import Mapping
from functools import cache
from html import escape
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource, resolver
from fluent.runtime.resolver import Message
from fluent.runtime.types import FluentType, fluent_number

# The same two steps up in a checkout and in site-packages, where locales/ lies beside bot/.
LOCALES = Path(__file__).parents[2] / "locales"
FIRST = "vi"

# The library refuses a value of more than 2,500 characters, lest a hostile translation fill the
# memory; ours are our own, and a list of people is longer. Telegram's limit comes afterwards.
resolver.MAX_PART_LENGTH = 1_000_000

# From an id at the beginning of a line to the line before the next one; what goes on is indented.
_ENTRY = re.compile(r"^(?P<id>-?[a-zA-Z][\w-]*) *=.*(?:\n(?:[ }].*)?)*", re.MULTILINE)

# Characters that would turn the reading direction of everything behind them.
_TURNING = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])


class TextError(LookupError):
    """A text is missing or was given the wrong placeholders."""


class Html(str):
    """Text that is Telegram HTML already and must not be escaped again."""

    __slots__ = ()


Value = Html | int


def safe(text: str) -> Html:
    """Escape what a person wrote, so that it is shown as it was written."""
    if isinstance(text, Html):
        return text
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return Html(escape(whole.replace("\0", "").translate(_TURNING)))


@cache
def languages() -> tuple[str, ...]:
    """Return the languages there are texts in, the first one first."""
    found = sorted(folder.name for folder in LOCALES.iterdir() if folder.is_dir())
    return tuple(sorted(found, key=lambda language: language != FIRST))


def known_language(language: str | None) -> str:
    """Return the language if there are texts in it, else the first one."""
    return language if language in languages() else FIRST


class Texts(FluentBundle):
    """The texts of one language; each is parsed when it is first asked for.

    To parse them all takes longer than everything else at the start.
    """

    def __init__(self, language: str) -> None:
        super().__init__([language], use_isolating=False)
        self.sources: dict[str, str] = {}
        for path in sorted((LOCALES / language).glob("*.ftl")):
            for entry in _ENTRY.finditer(path.read_text(encoding="utf-8")):
                self.sources.setdefault(entry["id"], entry[0])

    def has_message(self, message_id: str) -> bool:
        """Tell whether there is such a text."""
        return message_id in self.sources

    def _lookup(self, entry_id: str, term: bool = False) -> Message:  # noqa: FBT001, FBT002 the library's own
        key = f"-{entry_id}" if term else entry_id
        if key not in self._compiled and key in self.sources:
            self.add_resource(FluentResource(self.sources[key]))
        return super()._lookup(entry_id, term)


@cache
def texts(language: str) -> Texts:
    """Return the texts of a language, read once."""
    return Texts(language)


def has_text(text_id: str) -> bool:
    """Tell whether the first language knows the text."""
    return bool(texts(FIRST).has_message(text_id))


def message(language: str, text_id: str, values: Mapping[str, Value]) -> Html:
    """Format one text; what a language lacks is said in the first one."""
    bundle = texts(known_language(language))
    if not bundle.has_message(text_id):
        bundle = texts(FIRST)
    if not bundle.has_message(text_id):
        raise TextError(f"there is no text {text_id!r}")
    pattern = bundle.get_message(text_id).value
    if pattern is None:
        raise TextError(f"the text {text_id!r} is empty")
    ready = {name: _as_fluent(value) for name, value in values.items()}
    shown, errors = bundle.format_pattern(pattern, ready)
    if errors:
        raise TextError(f"{text_id}: {errors[0]}") from errors[0]
    return Html(shown)


@cache
def in_every_language(text_id: str) -> tuple[str, ...]:
    """Return a text without placeholders in each language there is; none where it has some."""
    try:
        return tuple(message(language, text_id, {}) for language in languages())
    except TextError:
        return ()


def _as_fluent(value: Value) -> FluentType | str:
    # Without grouping: 2026 is a year, never "2.026".
    return str(value) if isinstance(value, str) else fluent_number(value, useGrouping=False)
