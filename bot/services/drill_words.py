"""What an incident is, in words that tell a drill apart wherever it stands in a list."""

from typing import Any

from bot.domain.confidence import told_kind


def kind_of(kind: str, *, drill: bool, confidential: bool = False) -> dict[str, Any]:
    """Return a kind of incident as a value of a text; of a drill, or kept back, it says so."""
    named = {"kind": told_kind(kind, confidential=confidential)}
    return {"text": "drill-kind", "kind": named} if drill else named
