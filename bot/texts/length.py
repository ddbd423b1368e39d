"""Telegram's lengths: text is counted after its tags are taken out, and cut without breaking any.

Only the tags and entities that the texts use are known here; counted in UTF-16 units, the stricter
of Telegram's ways.
"""

import re
import unicodedata
from collections.abc import Iterator
from html import unescape

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
TOAST_LIMIT = 200
TAGS = ("a", "b", "blockquote", "code", "i", "s", "u")

_TOKEN = re.compile(r"<(/?)([a-z]+)([^<>]*)>|&(?:#\d+|#x[0-9a-fA-F]+|[a-z]+);|.", re.DOTALL)


def plain(html: str) -> str:
    """Return the words alone, for channels without markup."""
    return "".join(unescape(shown) for shown, _ in _tokens(html) if not _is_tag(shown))


def units(text: str) -> int:
    """Count text as Telegram does: characters outside the basic plane count twice."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def size(html: str) -> int:
    """Count what is left of the HTML when Telegram has parsed it."""
    return sum(_visible(shown) for shown, _ in _tokens(html))


def cut(html: str, more: str, limit: int = TEXT_LIMIT) -> str:
    """Return the HTML if it fits, else its beginning, every tag closed, and `more` behind it."""
    # No character counts for more than two: most texts need no counting at all.
    if 2 * len(html) <= limit or size(html) <= limit:
        return html
    room = limit - units(more)
    kept = _beginning(html, room)
    return f"{kept}{more}"


def shorten(text: str, limit: int) -> str:
    """Return plain text cut at a word to at most `limit` units, `…` included."""
    if units(text) <= limit:
        return text
    at = _last_fitting(text, limit - 1)
    space = max(text.rfind(" ", 0, at), text.rfind("\n", 0, at))
    return text[: space if space > at * 2 // 3 else at].rstrip() + "…"


def _last_fitting(text: str, limit: int) -> int:
    used = 0
    for at, character in enumerate(text):
        used += units(character)
        if used > limit:
            return _before_marks(text, at)
    return len(text)


def _before_marks(text: str, at: int) -> int:
    # An accent written as a character of its own stays with its letter.
    while at > 0 and unicodedata.combining(text[at]):
        at -= 1
    return at


def _beginning(html: str, room: int) -> str:
    """Keep whole tokens while they fit, back to the last space if one is near."""
    used, shown = 0, ""
    opened: tuple[str, ...] = ()
    space: tuple[int, str, tuple[str, ...]] | None = None
    for token, tag in _tokens(html):
        used += _visible(token)
        if used > room:
            break
        if token.isspace():
            space = (used, shown, opened)
        shown += token
        opened = _after(opened, token, tag)
    if space is not None and room - space[0] < room // 3:
        _, shown, opened = space
    return shown + "".join(f"</{tag}>" for tag in reversed(opened))


def _after(opened: tuple[str, ...], token: str, tag: str) -> tuple[str, ...]:
    if not tag:
        return opened
    return opened[:-1] if token.startswith("</") else (*opened, tag)


def _tokens(html: str) -> Iterator[tuple[str, str]]:
    """Yield (as written, name of the tag or "") for every tag, entity and character."""
    for found in _TOKEN.finditer(html):
        yield found[0], found[2] or ""


def _is_tag(token: str) -> bool:
    return len(token) > 1 and token.startswith("<")


def _visible(token: str) -> int:
    return 0 if _is_tag(token) else units(unescape(token))
