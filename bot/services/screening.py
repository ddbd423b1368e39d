"""What a message is looked at for before anything of it is kept: secrets, markings, heavy files."""

from typing import Any

from bot.domain.answers import Part
from bot.domain.markings import find_marking
from bot.domain.redact import redact

# Telegram gives a bot no file larger than this, though people can still open it in the chat.
LARGEST_FILE = 20 * 1024 * 1024
Lead = dict[str, Any]


def is_marked(part: Part) -> bool:
    """Tell whether the words or the file's name bear a state-secret marking."""
    name = part.file.name if part.file is not None and part.file.name else ""
    return find_marking(part.text) is not None or find_marking(name) is not None


def masked(part: Part) -> tuple[Part, Lead | None]:
    """Return the message as it may be kept, and what to tell its author about it."""
    kept = redact(part.text)
    if not kept.found:
        return part, _advice(part)
    found = {"list": [{"text": f"secret-{kind}"} for kind in kept.found]}
    lead = {"text": "form-lead-masked", "found": found}
    return part.model_copy(update={"text": kept.text}), lead


def _advice(part: Part) -> Lead | None:
    if part.file is None:
        return None
    if (part.file.size or 0) > LARGEST_FILE:
        return {"text": "form-lead-large-file"}
    if part.file.media in {"voice", "video_note"} and not part.text:
        return {"text": "form-lead-voice"}
    return None
