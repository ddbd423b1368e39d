"""Likeness: whether a new report may be about what another has reported already."""

from collections.abc import Sequence
from datetime import timedelta
from enum import StrEnum

from msgspec import Struct

from bot.domain.typed import unaccented

WITHIN = timedelta(hours=24)
FEWEST_WORDS = 4
NEARLY_THE_SAME = 0.7


class Why(StrEnum):
    """By what two reports look alike, the strongest first."""

    INDICATOR = "indicator"
    SYSTEM = "system"
    WORDS = "words"


class Other(Struct, frozen=True):
    """An open incident a new report may repeat."""

    id: int
    words: str
    system_id: int | None = None
    shares_indicator: bool = False
    confidential: bool = False


def alike(words: str, system_id: int | None, others: Sequence[Other]) -> tuple[int, Why] | None:
    """Return the incident a report most likely repeats, and why; the newest comes first."""
    for other in others:
        if other.shares_indicator:
            return other.id, Why.INDICATOR
    for other in others:
        if system_id is not None and other.system_id == system_id:
            return other.id, Why.SYSTEM
    said = words_of(words)
    for other in others:
        if share(said, words_of(other.words)) >= NEARLY_THE_SAME:
            return other.id, Why.WORDS
    return None


def words_of(text: str) -> frozenset[str]:
    """Return the words of a text without accents, each once."""
    return frozenset(unaccented(text).split())


def share(one: frozenset[str], two: frozenset[str]) -> float:
    """Return which part of all their words two texts have in common; none when one is too short."""
    if min(len(one), len(two)) < FEWEST_WORDS:
        return 0.0
    return len(one & two) / len(one | two)
