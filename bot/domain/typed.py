"""What people type instead of pressing a button: controls and choices, with accents or without."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from enum import StrEnum

from msgspec import Struct

OTHER = "other"  # the choice that leads to a question of its own
SHORTEST_PART = 3
Shown = Callable[[str], Sequence[str]]
"""Returns what a text is in each language: whoever types the words of a button means it."""
LONGEST_NUMBER = 2  # anything longer is a telephone number or an address


def unshown(label: str) -> Sequence[str]:
    """Where texts are not known, a button is meant by its own words only."""
    del label
    return ()


class Control(StrEnum):
    """What a person can do at a question besides answering it; the value is the button's."""

    BACK = "-back"
    SKIP = "-skip"
    KEEP = "-keep"
    DONE = "-done"
    CHANGE = "-change"
    CANCEL = "-cancel"
    SEND = "-send"
    URGENT = "-urgent"


class Choice(Struct, frozen=True):
    """One button: `label` names its text, or `caption` is the text itself; `words` also mean it."""

    code: str
    label: str | None = None
    caption: str | None = None
    words: tuple[str, ...] = ()
    style: str | None = None


_TYPED: dict[str, Control] = {
    words: control
    for control, written in {
        Control.BACK: ("quay lai", "tro lai", "lui lai", "back"),
        Control.SKIP: ("bo qua", "skip"),
        Control.KEEP: ("giu nguyen", "keep", "keep it"),
        Control.DONE: (
            *("xong", "het", "het roi", "the thoi", "vay la du"),
            *("done", "that is all", "thats all"),
        ),
        Control.CHANGE: ("sua", "sua lai", "thay doi", "change", "edit"),
        Control.CANCEL: ("cancel",),
        Control.SEND: ("gui", "gui di", "send"),
        Control.URGENT: ("gui ngay", "gui gap", "khan", "send now", "urgent"),
    }.items()
    for words in written
}
# Without its accent the word for cancelling is a common given name.
_CANCELS = frozenset({"hủy", "huỷ", "hủy bỏ", "huỷ bỏ"})
_MAY_CANCEL = frozenset({"huy", "huy bo"})
_YES = frozenset({"co", "dung", "dung roi", "ok", "dong y", "vang", "da", "yes", "y"})
_NO = frozenset({"khong", "ko", "khong co", "khong co gi", "no", "none", "nothing", "n a"})
_GREETINGS = frozenset(
    {"xin chao", "chao", "chao ban", "alo", "a lo", "hello", "hi", "hey", "test"}
)

_PAGE = re.compile(r"(?:^|\s)(?:trang|page)\s+([0-9]{1,4})$", re.IGNORECASE)


def unaccented(text: str) -> str:
    """Return lower-case letters and digits without accents, words one space apart."""
    letters = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(re.findall(r"[^\W_]+", bare))


def control_of(text: str) -> Control | None:
    """Return the control somebody typed, such as "Quay lại" or "huỷ"."""
    words = unicodedata.normalize("NFC", text.casefold()).strip(" .!")
    return Control.CANCEL if words in _CANCELS else _TYPED.get(unaccented(text))


def may_cancel(text: str) -> bool:
    """Tell whether the text may mean "cancel" with its accent left out, where no name is asked."""
    return unaccented(text) in _MAY_CANCEL


def paged(text: str) -> tuple[str, int]:
    """Part "sở trang 2" into its words and the page that is meant, counted from nought."""
    found = _PAGE.search(text.strip())
    if found is None:
        return text.strip(), 0
    return text.strip()[: found.start()].strip(), max(0, int(found[1]) - 1)


def is_yes(text: str) -> bool:
    """Tell whether the text says just yes."""
    return unaccented(text) in _YES


def is_no(text: str) -> bool:
    """Tell whether the text says just no, or that there is nothing."""
    return unaccented(text) in _NO


def is_greeting(text: str) -> bool:
    """Tell whether the text greets, and tells nothing."""
    return unaccented(text) in _GREETINGS


def chosen(
    text: str, choices: Sequence[Choice], *, loosely: bool = True, shown: Shown = unshown
) -> str | None:
    """Return the code of the choice somebody typed: its number, code, words or what it shows.

    `loosely`, a part of the words is enough when only one choice has it.
    """
    wanted = unaccented(text)
    if wanted.isdecimal() and wanted.isascii() and len(wanted) <= LONGEST_NUMBER:
        return choices[int(wanted) - 1].code if 1 <= int(wanted) <= len(choices) else None
    exact = [choice.code for choice in choices if wanted and wanted in _names(choice)]
    if not exact and wanted:
        exact = [choice.code for choice in choices if wanted in _labels(choice, shown)]
    if exact or not loosely or len(wanted) < SHORTEST_PART:
        return exact[0] if exact else None
    part = [choice.code for choice in choices if any(_has(n, wanted) for n in _names(choice))]
    return part[0] if len(part) == 1 else None


def _names(choice: Choice) -> tuple[str, ...]:
    return tuple(unaccented(name) for name in (choice.code, choice.caption or "", *choice.words))


def _labels(choice: Choice, shown: Shown) -> tuple[str, ...]:
    return tuple(unaccented(text) for text in shown(choice.label)) if choice.label else ()


def _has(name: str, words: str) -> bool:
    return f" {words} " in f" {name} "
