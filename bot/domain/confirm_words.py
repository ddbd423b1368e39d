"""What people type about their shifts in a published roster instead of pressing a button."""

import re
from collections.abc import Collection

from bot.domain.typed import unaccented
from bot.domain.words import forms_of

_NUMBER = re.compile(r"\b\d+\b", re.ASCII)
# "Shift 57" and "the 57th shift": with its number taken out, the word for it says nothing more.
_SHIFT = re.compile(r"\b(?:ca|so|shift|number|at)\b")
_YES = frozenset(
    {
        *(
            "co",
            "co a",
            "da co",
            "da co a",
            "vang",
            "da vang",
            "da vang a",
            "ok",
            "oke",
            "okay",
            "yes",
        ),
        *("dong y", "nhan", "toi nhan", "da nhan", "xac nhan", "confirm", "confirmed"),
        *("duoc", "truc duoc", "toi truc duoc", "i will be there", "i ll be there"),
    }
)
_NO = frozenset(
    {
        *(
            "khong",
            "khong duoc",
            "khong the",
            "toi khong the",
            "chiu",
            "ban",
            "dang ban",
            "toi ban",
        ),
        *("khong truc duoc", "toi khong truc duoc", "no", "nope", "cannot", "busy"),
        *("can t", "i can t", "cant", "i cant", "i cannot"),
    }
)


def answered(text: str, numbers: Collection[int]) -> tuple[bool, int | None] | None:
    """Return whether somebody will be there, and at which of these shifts if they say so.

    None when the words are no answer, or name a shift that is not among them.
    """
    plain = unaccented(text)
    named = [int(found) for found in _NUMBER.findall(plain)]
    if len(named) > 1 or any(number not in numbers for number in named):
        return None
    rest = " ".join(_SHIFT.sub(" ", _NUMBER.sub(" ", plain)).split()) if named else plain
    said = forms_of(rest)
    for meaning, words in ((True, _YES), (False, _NO)):
        if not said.isdisjoint(words):
            return meaning, named[0] if named else None
    return None
