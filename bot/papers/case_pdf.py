"""A document as PDF by LibreOffice, where this machine has it: in bounded time, leaving nothing."""

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from bot.domain.paper import Finished
from bot.services.case_pdfs import NoPdf

PROGRAMS = ("soffice", "libreoffice")
LONGEST = 60.0  # seconds; a cold start takes about ten on a slow machine


def converted(given: Finished) -> Finished | NoPdf:
    """Return the document as PDF, or why there is none."""
    program = converter()
    if program is None:
        return NoPdf("missing")
    with tempfile.TemporaryDirectory(prefix="trucban-pdf-", ignore_cleanup_errors=True) as folder:
        source = Path(folder) / "paper.docx"
        source.write_bytes(given.content)
        made = source.with_suffix(".pdf")
        if not _run(program, Path(folder), source) or not made.is_file():
            return NoPdf("failed")
        return Finished(f"{given.name.removesuffix('.docx')}.pdf", made.read_bytes())


def converter() -> str | None:
    """Return where LibreOffice is on this machine, None when it is not."""
    return next((found for name in PROGRAMS if (found := shutil.which(name))), None)


def _run(program: str, folder: Path, source: Path) -> bool:
    """Let LibreOffice work in a home of its own; tells whether it came to an end by itself.

    It and all it has started end in time, and it learns none of the program's settings.
    """
    command = (
        *(program, f"-env:UserInstallation={(folder / 'profile').as_uri()}"),
        *("--headless", "--norestore", "--nolockcheck", "--convert-to", "pdf:writer_pdf_Export"),
        *("--outdir", str(folder), str(source)),
    )
    quiet = subprocess.DEVNULL
    foreign = ("XDG_", "TRUCBAN_")
    own = {name: value for name, value in os.environ.items() if not name.startswith(foreign)}
    try:
        at_work = subprocess.Popen(  # noqa: S603 a program of the machine, no words of anybody
            command,
            stdin=quiet,
            stdout=quiet,
            stderr=quiet,
            cwd=folder,
            env={**own, "HOME": str(folder)},
            start_new_session=True,
        )
    except OSError:  # found, and yet it cannot be run: there is no PDF
        return False
    try:
        at_work.wait(LONGEST)
    except subprocess.TimeoutExpired:
        os.killpg(at_work.pid, signal.SIGKILL)
        at_work.wait()
        return False
    return True
