"""The process for slow work: beside the program, behind it in line, and gone with it."""

import os
import signal
import threading
from concurrent.futures import Executor, ProcessPoolExecutor
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait

POLITENESS = 10  # of nice's 19: a page is never held up by a picture


def a_process() -> Executor:
    """Return where slow work is done: one process that shares nothing with this one."""
    return ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=_prepare)


def _prepare() -> None:
    """Make this process polite, deaf to Ctrl+C, and mortal together with the program."""
    os.nice(POLITENESS)
    # The terminal tells every process; ours is ended by the program.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_follow, daemon=True).start()


def _follow() -> None:
    """End when the program has ended, however it did: nobody would ever ask for more work."""
    program = parent_process()
    if program is not None:
        wait([program.sentinel])
        os._exit(1)
