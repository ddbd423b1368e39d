"""Shifts that change hands, in words: the shift itself, the card that asks, and its keys."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.domain.roster import Shift
from bot.domain.swaps import Swap
from bot.services.cover import period
from bot.services.messages import instant

Key = dict[str, Any]


def shift_words(shift: Shift) -> dict[str, Any]:
    """Return a shift's post and period as placeholders of a text."""
    return {"post": {"post": shift.post}, "when": period(shift.start, shift.end)}


def reason_words(reason: str) -> dict[str, Any] | str:
    """Return a reason as a line of its own, nothing when none was given."""
    return {"text": "swap-reason", "reason": reason} if reason else ""


def breaks_words(lines: Sequence[Mapping[str, Any]]) -> dict[str, Any] | str:
    """Return what a swap breaks as lines of their own, nothing when it breaks nothing."""
    return {"text": "swap-breaks", "lines": {"lines": list(lines)}} if lines else ""


def answer_keys(shift: Shift) -> list[list[Key]]:
    """Return what somebody can say to a shift that a lead has given them."""
    confirm = {"label": "button-confirm-shift", "data": f"confirm:{shift.id}", "style": "success"}
    return [[confirm, {"label": "button-cannot-shift", "data": f"cannot:{shift.id}"}]]


def withdraw_key(swap: Swap) -> Key:
    """Return the key with which the holder stands the shift after all."""
    return {"label": "button-swap-withdraw", "data": f"swapoff:{swap.id}"}


def decision_keys(swap: Swap) -> list[list[Key]]:
    """Return a lead's yes and no."""
    yes = {"label": "button-swap-agree", "data": f"swapok:{swap.id}", "style": "success"}
    return [[yes, {"label": "button-swap-refuse", "data": f"swapno:{swap.id}"}]]


def give_key(shift: Shift) -> Key:
    """Return the key with which a lead gives a shift to somebody of their choice."""
    return {"label": "button-swap-give", "data": f"swapgive:{shift.id}"}


def seek_key(shift: Shift) -> Key:
    """Return the key with which a lead looks for somebody else for a shift."""
    args = {"post": {"post": shift.post}, "start": instant(shift.start)}
    return {"label": "button-seek", "data": f"swapfor:{shift.id}", "args": args}
