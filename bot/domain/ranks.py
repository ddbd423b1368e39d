"""Words that have an order of their own."""

from enum import StrEnum


class Ranked(StrEnum):
    """Words ordered as they are declared, never by the alphabet ("critical" > "high")."""

    rank: int
    """0 for the least."""

    def __init__(self, *_word: str) -> None:
        # It is compared with every update: members made before this one are those below it.
        self.rank = len(type(self).__members__)

    def __lt__(self, other: str) -> bool:
        return self.rank < type(self)(other).rank

    def __le__(self, other: str) -> bool:
        return self.rank <= type(self)(other).rank

    def __gt__(self, other: str) -> bool:
        return self.rank > type(self)(other).rank

    def __ge__(self, other: str) -> bool:
        return self.rank >= type(self)(other).rank
