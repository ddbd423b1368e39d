"""Words that have an order of their own."""

from enum import StrEnum


class Ranked(StrEnum):
    """Words ordered as they are declared, never by the alphabet ("critical" > "high")."""

    @property
    def rank(self) -> int:
        """0 for the least."""
        return list(type(self)).index(self)

    def __lt__(self, other: str) -> bool:
        return self.rank < type(self)(other).rank

    def __le__(self, other: str) -> bool:
        return self.rank <= type(self)(other).rank

    def __gt__(self, other: str) -> bool:
        return self.rank > type(self)(other).rank

    def __ge__(self, other: str) -> bool:
        return self.rank >= type(self)(other).rank
