"""How papers of statistics speak: what a chat's text says, as plain words without pictograms."""

import unicodedata
from datetime import date
from typing import Any

from bot.domain.losses import written
from bot.papers.words import Words, tidy
from bot.services.statistics_facts import Given
from bot.services.statistics_words import from_to, label
from bot.texts.length import plain
from bot.texts.values import voice


class Speech:
    """One paper's words."""

    def __init__(self, given: Given) -> None:
        self._given = given
        self.words = Words(given.language, given.team.zone)
        self._voice = voice(given.team, given.made_at, given.language)

    def say(self, text_id: str, **values: Any) -> str:  # noqa: ANN401 whatever the text asks for
        """Return a text in plain words."""
        return self.shown({"text": text_id, **values})

    def shown(self, value: object) -> str:
        """Return a value of a chat's text in plain words."""
        said = plain(str(self._voice.value(value)))
        return tidy("".join(c for c in said if not _is_picture(c)))

    @property
    def span(self) -> str:
        """What the span is called."""
        return self.shown(label(self._given.span))

    def days(self, first: date, last: date) -> str:
        """Return from which day to which."""
        return self.shown(from_to(first, last))

    @property
    def made(self) -> str:
        """When it was counted."""
        return self.words.moment(self._given.made_at)

    def money(self, dong: int) -> str:
        """Return an amount with its thousands apart, as they are written in that language."""
        return written(dong, self._given.language)


def _is_picture(sign: str) -> bool:
    return unicodedata.category(sign) == "So" or sign == "\N{VARIATION SELECTOR-16}"
