"""What members type under a page or a question instead of pressing its buttons, as a deed.

Accents, particles of politeness and capitals do not matter; anything longer is not an answer.
"""

import re
from collections.abc import Callable, Mapping
from enum import StrEnum

from msgspec import Struct

from bot.domain.incident import PHASES
from bot.domain.promises import TODAY
from bot.domain.typed import unaccented


class Asked(StrEnum):
    """What one of our messages asks of its reader."""

    TAKE = "take"  # somebody is called
    LOST = "lost"  # somebody was silent and lost it
    PROMISE = "promise"  # when will the owner report?
    STILL = "still"  # is the owner still on it?
    OWN = "own"  # nothing: it is theirs already
    WAITS = "waits"  # nothing at once: it waits in the queue for whoever wants it
    REFER = "refer"  # was it really handed to the police?


class Deed(StrEnum):
    """What is done by a button, or by the words for it."""

    TAKE = "take"
    DECLINE = "decline"
    ESCALATE = "escalate"
    STILL = "still"
    RELEASE = "release"
    PROMISE = "promise"
    PHASE = "phase"
    REFER = "refer"


class Said(Struct, frozen=True):
    """A deed, with the estimate, the phase or the answer that was named."""

    deed: Deed
    value: str = ""


_PARTICLES = frozenset(
    {
        *("a", "ah", "anh", "chi", "chu", "co", "cho", "da", "day", "di", "em", "minh", "nha"),
        *("nhe", "nhen", "oi", "roi", "thi", "thoi", "toi", "vang", "vay"),
    }
)
_SHORT = {"k": "khong", "ko": "khong", "kg": "khong", "hong": "khong", "dc": "duoc"}
_TAKE = frozenset(
    {
        *("1", "ok", "oke", "okay", "oki", "okie", "okla", "vang", "da vang", "yes", "dong y"),
        *("nhan", "ok nhan", "nhan ok", "xin nhan", "nhan viec", "nhan xu ly", "nhan su co"),
        *("nhan su co nay", "nhan viec nay", "de toi", "de toi lo", "de toi xu ly", "de em"),
        *("ack", "acknowledged", "take", "take it", "i take it", "i ll take it", "mine"),
        *("i got it", "got it", "i m on it", "on it", "roger"),
    }
)
_DECLINE = frozenset(
    {
        *("khong the", "khong the nhan", "khong nhan", "khong nhan duoc", "khong lam duoc"),
        *("khong xu ly duoc", "khong duoc", "chiu", "ban", "dang ban"),
        *("ban viec", "dang ban viec", "ban khong nhan duoc", "khong truc", "tu choi"),
        *("can t", "i can t", "cant", "i cant", "cannot", "i cannot", "can not", "busy", "unable"),
        *("i m busy", "not me", "decline"),
    }
)
_NO = frozenset({"khong", "no", "nope"})
_STILL = frozenset(
    {
        *("con", "con dang lam", "con dang xu ly", "con lam", "con xu ly"),
        *("van", "van con", "van lam", "van dang lam", "van xu ly", "van dang xu ly"),
        *("van dang", "van con dang lam", "van con dang xu ly", "dang lam", "dang xu ly"),
        *("still", "still on it", "i m still on it", "still working", "still working on it"),
        *("working on it", "i m working on it", "yes still"),
    }
)
_ESCALATE = frozenset(
    {
        *("chuyen cap tren", "chuyen len cap tren", "chuyen len tren", "len cap tren", "cap tren"),
        *("xin ho tro", "can ho tro", "ho tro", "can giup", "can nguoi ho tro", "goi them nguoi"),
        *("goi chi huy", "goi nguoi khac", "escalate", "need help", "i need help", "help"),
        "ask for help",
    }
)
_RELEASE = frozenset(
    {
        *("tra lai", "tra lai su co", "xin tra lai", "giao lai", "khong lam nua"),
        *("khong xu ly nua", "give back", "give it back", "i give it back", "release"),
    }
)
_REFERRED = frozenset(
    {
        *("chuyen cong an", "da chuyen cong an", "chuyen sang cong an", "ban giao cong an"),
        *("chuyen ho so cong an", "chuyen ho so sang cong an", "chuyen cong an xu ly"),
        *("passed to the police", "passed on to the police", "handed to the police"),
        *("handed over to the police", "referred to the police"),
    }
)
_REFERS = frozenset(
    {
        *("dung", "dung vay", "co", "da", "da chuyen", "chuyen", "xac nhan", "ok", "1", "dong y"),
        *("co a", "dung da chuyen", "dung da chuyen cong an", "yes passed to the police"),
        *("vang", "da vang", "yes", "yes handed over", "handed over", "confirmed"),
    }
)
_KEEPS = frozenset(
    {
        *("khong", "chua", "khong phai", "chua chuyen", "giu nguyen", "khong giu nguyen", "2"),
        *("no", "nope", "not yet", "keep", "keep it", "leave it", "no leave as it is"),
    }
)
_TODAY = frozenset(
    {
        *("trong ngay", "trong ngay hom nay", "trong hom nay", "hom nay", "cuoi ngay"),
        *("today", "by today", "within the day", "end of day", "by the end of the day"),
    }
)
_AROUND = re.compile(
    r"^(?:(?:ok|con|them|khoang|tam|chung|can|cho|mat|sau|trong|toi|hen|about|around|in|within"
    r"|another|give me|after|for) )+| (?:nua|more|nhe|a|la xong|bao lai)(?= |$)"
)
_HALVES = {"nua tieng": 30, "nua gio": 30, "half an hour": 30, "an hour": 60, "one hour": 60}
_NUMBERS = {"mot": "1", "hai": "2", "ba": "3", "one": "1", "two": "2", "three": "3"}
_LENGTH = re.compile(
    r"(?:(?P<hours>\d{1,2}) ?(?:gio|tieng|g|h|hours?|hrs?)(?: dong ho)?"
    r"(?P<half> ruoi| and a half)?)?"
    r" ?(?:(?P<minutes>\d{1,4})(?P<unit> ?(?:phut|ph|p|m|mins?|minutes?))?)?"
)
_LONGEST_MINUTES = 24 * 60
_LAST_PLACE = 3  # the estimates' buttons; a larger number is minutes

_PHASE_BEGINS = re.compile(
    r"^(?:chuyen sang|chuyen giai doan|giai doan|phase|sang|moving to|move to|next phase|now)"
    r" (?:dang |being |to )?"
)
_PHASE_SAID = (
    ("xac minh", "tiep nhan xac minh", "tiep nhan", "verified", "verify", "receive and verify"),
    ("ung cuu ban dau", "ung cuu", "first response", "first response under way", "respond"),
    ("ngan chan", "contained", "contain", "containment"),
    ("go bo", "cleaned up", "clean up", "remove", "removal"),
    ("khoi phuc", "recovered", "recover", "recovery"),
    ("kiem tra", "checked", "check"),
)
_PHASE_WORDS = {
    word: phase for phase, words in zip(PHASES, _PHASE_SAID, strict=True) for word in words
}


def forms_of(text: str) -> frozenset[str]:
    """Return the words as they are, and without what only makes them polite."""
    plain = [_SHORT.get(word, word) for word in unaccented(text).split()]
    core = [word for word in plain if word not in _PARTICLES]
    return frozenset({" ".join(plain), " ".join(core)} - {""})


def _is(text: str, phrases: frozenset[str]) -> bool:
    return not phrases.isdisjoint(forms_of(text))


def is_acknowledgement(text: str) -> bool:
    """Tell whether it says "I take it"."""
    return _is(text, _TAKE)


def is_decline(text: str) -> bool:
    """Tell whether it says "I can't"."""
    return _is(text, _DECLINE) or unaccented(text) == "2" or _is(text, _NO)


def is_still(text: str) -> bool:
    """Tell whether it says "I am still on it"."""
    return _is(text, _STILL)


def is_escalation(text: str) -> bool:
    """Tell whether it asks for help, or for somebody higher."""
    return _is(text, _ESCALATE)


def is_release(text: str) -> bool:
    """Tell whether it gives the incident back."""
    return _is(text, _RELEASE)


def is_referral(text: str) -> bool:
    """Tell whether it says that it was handed to the police."""
    return _is(text, _REFERRED)


def estimate(text: str) -> str | None:
    """Return a length of time as the estimate a button would give: minutes, or "day"."""
    return _estimate(text, needs_unit=True)


def _estimate(text: str, *, needs_unit: bool) -> str | None:
    plain = unaccented(text)
    if plain in _TODAY:
        return TODAY
    plain = _AROUND.sub("", plain).strip()
    if plain in _HALVES:
        return str(_HALVES[plain])
    first, _, rest = plain.partition(" ")
    written = _LENGTH.fullmatch(f"{_NUMBERS.get(first, first)} {rest}".strip())
    if written is None or not plain:
        return None
    hours, minutes = int(written["hours"] or 0), int(written["minutes"] or 0)
    if needs_unit and not (hours or written["unit"]):
        return None
    total = 60 * hours + (30 if written["half"] else 0) + minutes
    return str(total) if 0 < total <= _LONGEST_MINUTES else None


def phase(text: str) -> str | None:
    """Return the phase that "chuyển sang …" names, None for any other words."""
    plain = unaccented(text)
    named = _PHASE_BEGINS.sub("", plain)
    if named == plain:
        return None
    found = _PHASE_WORDS.get(named)
    return found.value if found else next((each.value for each in PHASES if each == named), None)


def _place(text: str) -> str | None:
    """Return the estimate whose button has that place; a larger number is minutes."""
    plain = unaccented(text)
    if not (plain.isascii() and plain.isdecimal()):
        return None
    if 1 <= int(plain) <= _LAST_PLACE:
        return ("15", "60", TODAY)[int(plain) - 1]
    return _estimate(text, needs_unit=False)


def _on_referral(text: str) -> str | None:
    """Return the button that words under "was it handed to the police?" stand for."""
    if _is(text, _KEEPS):
        return "keep"
    return "yes" if _is(text, _REFERS | _REFERRED) else None


Means = Callable[[str], bool]
_AS_OWNER: tuple[tuple[Means, Deed], ...] = (
    (is_acknowledgement, Deed.STILL),
    (is_still, Deed.STILL),
    (is_release, Deed.RELEASE),
    (lambda text: _is(text, _DECLINE), Deed.DECLINE),
    (is_escalation, Deed.ESCALATE),
)
_AS_CALLED: tuple[tuple[Means, Deed], ...] = (
    (is_acknowledgement, Deed.TAKE),
    (is_decline, Deed.DECLINE),
    (is_escalation, Deed.ESCALATE),
)
_ANSWERS: Mapping[Asked, tuple[tuple[Means, Deed], ...]] = {
    Asked.TAKE: _AS_CALLED,
    Asked.LOST: (*_AS_CALLED, (is_still, Deed.TAKE)),
    Asked.PROMISE: _AS_OWNER,
    Asked.STILL: (*_AS_OWNER, (is_decline, Deed.RELEASE)),
    Asked.OWN: _AS_OWNER,
    Asked.WAITS: (*_AS_CALLED, (is_referral, Deed.REFER)),
    Asked.REFER: _AS_CALLED,
}
_BUTTONS: Mapping[Asked, tuple[Callable[[str], str | None], Deed]] = {
    Asked.PROMISE: (_place, Deed.PROMISE),
    Asked.REFER: (_on_referral, Deed.REFER),
}
_NO_OWNERS = frozenset({Asked.TAKE, Asked.LOST, Asked.WAITS, Asked.REFER})


def said(asked: Asked, text: str) -> Said | None:
    """Return what words mean as an answer to a question; None when they are something to tell."""
    if asked in _BUTTONS:
        button_of, deed = _BUTTONS[asked]
        if button := button_of(text):
            return Said(deed, button)
    for means, deed in _ANSWERS[asked]:
        if means(text):
            return Said(deed)
    if asked in _NO_OWNERS:
        return None
    if choice := estimate(text):
        return Said(Deed.PROMISE, choice)
    if moved := phase(text):
        return Said(Deed.PHASE, moved)
    return None
