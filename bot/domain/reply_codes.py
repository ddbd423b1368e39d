"""Reply codes (mã trả lời): what stands in a message outside Telegram and answers it, once.

Eight letters and digits that nobody mixes up, K7QM-4XTP, read however people type them.
"""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
LENGTH = 8
_PARTS = str.maketrans("", "", " -\u2013\u2014._\u00a0\t\r\n")

WINDOW = timedelta(minutes=10)
WRONG_BY_ONE, WRONG_BY_ALL = 10, 300


def new_code(choose: Callable[[Sequence[str]], str]) -> str:
    """Return a code as `choose` picks its letters."""
    return "".join(choose(LETTERS) for _ in range(LENGTH))


def shown(code: str) -> str:
    """Return a code as people read it best: K7QM-4XTP."""
    return f"{code[:4]}-{code[4:]}"


def read_code(typed: str) -> str | None:
    """Return the code as it was given out; None when it cannot be one."""
    code = typed.upper().translate(_PARTS)
    return code if len(code) == LENGTH and set(code) <= set(LETTERS) else None


@dataclass
class Guesses:
    """Wrong codes lately: after so many from one place, or from everywhere, none is looked at."""

    _wrong: dict[str, deque[datetime]] = field(default_factory=dict)

    def may_try(self, who: str, now: datetime) -> bool:
        """Tell whether another code from there is looked at."""
        self._forget(now)
        if sum(map(len, self._wrong.values())) >= WRONG_BY_ALL:
            return False
        return len(self._wrong.get(who, ())) < WRONG_BY_ONE

    def failed(self, who: str, now: datetime) -> None:
        """Count a wrong code."""
        self._wrong.setdefault(who, deque()).append(now)

    def _forget(self, now: datetime) -> None:
        for who, wrong in list(self._wrong.items()):
            while wrong and wrong[0] <= now - WINDOW:
                wrong.popleft()
            if not wrong:
                del self._wrong[who]
