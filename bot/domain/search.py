"""Searching (tìm kiếm): the words that are looked for, and the part of a text that has them."""

import re
from collections.abc import Sequence

from bot.domain.errors import Refused
from bot.domain.typed import unaccented

SHORTEST = 2
MOST_TERMS = 8
AROUND = 36


def terms(words: str) -> tuple[str, ...]:
    """Return what to look for, without accents; Refused when nothing of it is long enough."""
    found = dict.fromkeys(t for t in unaccented(words).split() if len(t) >= SHORTEST)
    if not found:
        raise Refused("refused-search-nothing")
    return tuple(found)[:MOST_TERMS]


def excerpt(text: str, wanted: Sequence[str]) -> str:
    """Return the surroundings of the first word of a text that begins with something wanted."""
    line = " ".join(text.split())
    for word in re.finditer(r"\S+", line):
        if any(part.startswith(term) for part in unaccented(word[0]).split() for term in wanted):
            start = _word_start(line, word.start() - AROUND)
            end = _word_end(line, word.end() + AROUND)
            return f"{'… ' if start else ''}{line[start:end]}{' …' if end < len(line) else ''}"
    end = _word_end(line, 2 * AROUND)
    return f"{line[:end]}{' …' if end < len(line) else ''}"


def _word_start(line: str, place: int) -> int:
    return 0 if place <= 0 else line.find(" ", place) + 1


def _word_end(line: str, place: int) -> int:
    if place >= len(line):
        return len(line)
    space = line.rfind(" ", 0, place)
    return space if space > place - AROUND else place
