"""What people on watch type under a call instead of pressing its button."""

import re
from collections.abc import Mapping, Sequence

from bot.domain.typed import unaccented
from bot.domain.words import forms_of

# "Có" alone is among the particles that `forms_of` leaves out, so its polite forms are listed.
_YES = frozenset(
    {
        *("co", "co a", "da co", "da co a", "co roi", "co day", "vang", "da vang", "ok", "oke"),
        *("okay", "yes", "dong y", "roi", "da roi"),
    }
)
_NO = frozenset(
    {
        *("khong", "khong duoc", "khong the", "chiu", "ban", "dang ban", "khong truc duoc"),
        *("khong truc thay duoc", "no", "nope", "cannot", "can t", "i can t", "cant", "busy"),
    }
)
_HERE = frozenset({"co mat", "toi co mat", "dang truc", "here", "i m here"})
_TAKEN = frozenset({"nhan", "da nhan", "toi nhan", "received", "got it"})
_UNABLE = re.compile(
    r"\b(?:khong|ko|chua) (?:di )?(?:truc|den truc|toi truc|vao ca|nhan ca)(?: thay)? duoc\b"
    r"|\b(?:khong|ko) the (?:di )?(?:truc|den truc|vao ca|nhan ca)\b"
    r"|\bxin nghi (?:truc|ca)\b"
    r"|\b(?:can t|cant|cannot) (?:be on (?:duty|watch)|stand my shift|make my shift)\b"
)
_MEANS: Mapping[str, frozenset[str]] = {
    "checkin": _YES
    | _HERE
    | {"nhan", "nhan ca", "vao ca", "da vao ca", "den roi", "toi den roi", "toi den", "da den"}
    | {"check in", "checkin", "checked in"},
    "here": _YES
    | _HERE
    | {"con", "con truc", "van con", "van truc", "van con truc", "con day", "still", "still here"},
    "standin": _YES
    | {"nhan", "toi nhan", "truc thay", "toi truc thay", "de toi", "de toi truc", "duoc"}
    | {"i stand in", "i ll stand in", "i take it", "take it"},
    "nostandin": _NO,
    "known": _YES | {"biet", "da biet", "biet roi", "da ro", "ro", "known", "noted", "i know"},
    "sign": _YES | {"ky", "da ky", "toi ky", "ky ban giao", "ban giao", "sign", "signed", "i sign"},
    "received": _YES | _TAKEN | {"nhan ban giao", "da nhan ban giao", "nhan ca"},
    "testpage": _YES | _TAKEN | {"nhan duoc", "da nhan duoc", "thay roi", "da thay"},
}


def pressed(verbs: Sequence[str], text: str) -> str | None:
    """Return which of the buttons below a message the words stand for; None for anything else.

    A number is a button's place.
    """
    plain = unaccented(text)
    if plain.isascii() and plain.isdecimal():
        place = int(plain) if len(plain) == 1 else 0
        return verbs[place - 1] if 1 <= place <= len(verbs) else None
    said = forms_of(text)
    return next((verb for verb in verbs if not said.isdisjoint(_MEANS.get(verb, ()))), None)


def is_here(text: str) -> bool:
    """Tell whether words say "still there" by themselves, without a question before them."""
    return not forms_of(text).isdisjoint(_MEANS["here"] - _YES)


def is_only_an_answer(text: str) -> bool:
    """Tell whether words can only answer a question: a yes, a no, "received", a button's place."""
    plain = unaccented(text)
    if len(plain) == 1 and plain.isascii() and plain.isdecimal():
        return True
    return not forms_of(text).isdisjoint(_NO.union(*_MEANS.values()))


def is_unable(text: str) -> bool:
    """Tell whether a sentence says that its author cannot be on watch, whatever the reason."""
    return _UNABLE.search(unaccented(text)) is not None
