"""Files of agencies or systems: one that somebody has sent is read, one that is wanted is made."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bot.domain.cells import ImportRefused, Rows, refuse_file
from bot.services.exports import Rows as Exported
from bot.services.sheets import MOST_BYTES, read_sheet, written_workbook


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
        named = {"file": Path(name).name} if "file" in refused.params else {}
        return {"text": refused.text_id, **refused.params, **named}


def make_register_file(rows: Exported) -> tuple[bytes, int]:
    """Return a register as a workbook, and how many entries it has."""
    return written_workbook(rows), len(rows) - 1
