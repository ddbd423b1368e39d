"""A file of agencies or systems that somebody has sent, read into lines and cells."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bot.domain.cells import ImportRefused, Rows, refuse_file
from bot.services.sheets import MOST_BYTES, read_sheet


def read_register_file(name: str, content: bytes) -> Rows | dict[str, Any]:
    """Return the lines of a sheet, or as a text why it cannot be read."""
    try:
        if len(content) > MOST_BYTES:
            raise refuse_file("import-file-large", megabytes=str(MOST_BYTES // 1_000_000))
        with TemporaryDirectory() as folder:
            # The name is somebody else's: only its ending is used.
            path = Path(folder) / f"register{Path(name).suffix.lower()}"
            path.write_bytes(content)
            return list(read_sheet(path))
    except ImportRefused as refused:
        return {"text": refused.text_id, **refused.params}
