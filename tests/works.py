"""Slow work of the tests: found by name in a process of its own, so it stands in a module."""

import os
import signal
import threading
from pathlib import Path

from bot.domain.paper import Finished


def whoami(needed: str) -> tuple[str, int]:
    """Return what was given, and the process that was asked."""
    return needed, os.getpid()


def killed_once(folder: str) -> str:
    """Be killed in the middle of the first try; the second one is let through."""
    mark = Path(folder) / "tried"
    if not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return "done all the same"


def endless(needed: str) -> str:
    """Never come to an end."""
    threading.Event().wait()
    return needed


def written(needed: str) -> list[Finished]:
    """Return a file."""
    return [Finished("giay.txt", needed.encode())]
