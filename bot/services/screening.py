"""What a message is looked at for before anything of it is kept: secrets, markings, heavy files."""

from typing import Any

from bot.domain.answers import Part
from bot.domain.catalog import Catalog
from bot.domain.errors import Refused
from bot.domain.markings import find_marking
from bot.domain.people import Person
from bot.domain.redact import Redacted, redact

# Telegram gives a bot no file larger than this, though people can still open it in the chat.
LARGEST_FILE = 20 * 1024 * 1024
Lead = dict[str, Any]


def is_marked(part: Part) -> bool:
    """Tell whether the words or the file's name bear a state-secret marking."""
    name = part.file.name if part.file is not None and part.file.name else ""
    return find_marking(part.text) is not None or find_marking(name) is not None


def kept(catalog: Catalog, person: Person, words: str, file_name: str | None = None) -> Redacted:
    """Return words as they may be kept; Refused when they, or the file, may hold a state secret."""
    if find_marking(words) is not None or find_marking(file_name or "") is not None:
        raise Refused("refused-marking", contact=catalog.contact_offline(person.language))
    return redact(words)


def named(found: tuple[str, ...]) -> dict[str, Any]:
    """Return the kinds of secrets that were masked, as a value of a text."""
    return {"list": [{"text": f"secret-{kind}"} for kind in found]}


def masked(part: Part) -> tuple[Part, Lead | None]:
    """Return the message as it may be kept, and what to tell its author about it."""
    clean = redact(part.text)
    if not clean.found:
        return part, _advice(part)
    lead = {"text": "form-lead-masked", "found": named(clean.found)}
    return part.model_copy(update={"text": clean.text}), lead


def _advice(part: Part) -> Lead | None:
    if part.file is None:
        return None
    if (part.file.size or 0) > LARGEST_FILE:
        return {"text": "form-lead-large-file"}
    if part.file.media in {"voice", "video_note"} and not part.text:
        return {"text": "form-lead-voice"}
    return None
