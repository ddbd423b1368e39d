"""Telegram's ways of saying no: a code, a description and, sometimes, what to do about it."""

Parameters = dict[str, int]


class Refusal(Exception):
    """The call is answered `ok: false` with this code and description."""

    def __init__(self, code: int, description: str, parameters: Parameters | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters or {}


class Misuse(ValueError):
    """A person was told to do what no person in Telegram could do."""


class NotReached(Exception):
    """The call never arrived: nothing has happened."""


class ReplyLost(Exception):
    """The call took effect but its answer will not arrive."""


def bad_request(text: str, **parameters: int) -> Refusal:
    """400: the text starts in lower case unless it is one of the server's UPPER_CASE words."""
    plain = text if text.split(" ", 1)[0].isupper() else text[:1].lower() + text[1:]
    return Refusal(400, f"Bad Request: {plain}", parameters)


def forbidden(text: str) -> Refusal:
    """403."""
    return Refusal(403, f"Forbidden: {text}")


def conflict(text: str) -> Refusal:
    """409."""
    return Refusal(409, f"Conflict: {text}")


def too_many(retry_after: int) -> Refusal:
    """429, with the seconds to wait."""
    return Refusal(
        429, f"Too Many Requests: retry after {retry_after}", {"retry_after": retry_after}
    )


def not_covered(what: str) -> Refusal:
    """501: real in the Bot API, but the playground has no such thing and says so."""
    return Refusal(501, f"Not Implemented: the playground does not cover {what}")
