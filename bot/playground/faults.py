"""Troubles to order: lost calls and replies, delays, server errors, a Telegram that is down."""

from dataclasses import dataclass
from typing import Literal

Drop = Literal["before", "after"]


@dataclass
class Fault:
    """A trouble that meets the calls it fits, `times` of them or all until lifted."""

    method: str | None = None
    chat: int | str | None = None
    times: int | None = 1
    status: int | None = None
    description: str | None = None
    retry_after: int | None = None
    delay: float = 0.0
    drop: Drop | None = None
    body: str | None = None
    met: int = 0

    def fits(self, method: str, chat: object) -> bool:
        """Whether the trouble is meant for this call and not yet used up."""
        return (
            (self.times is None or self.met < self.times)
            and (self.method is None or self.method.lower() == method.lower())
            and (self.chat is None or str(self.chat) == str(chat))
        )


class Faults:
    """The troubles set at present, oldest first."""

    def __init__(self) -> None:
        self.down = False
        self.set: list[Fault] = []

    def add(self, fault: Fault) -> Fault:
        """Set a trouble."""
        self.set.append(fault)
        return fault

    def meet(self, method: str, chat: object) -> Fault | None:
        """Return the first trouble this call runs into, and count it."""
        fault = next((fault for fault in self.set if fault.fits(method, chat)), None)
        if fault is not None:
            fault.met += 1
        return fault

    def lift(self, fault: Fault | None = None) -> None:
        """Take away one trouble, or all of them, the being down included."""
        if fault is None:
            self.down = False
            self.set.clear()
        elif fault in self.set:
            self.set.remove(fault)
