"""What is asked of the database, statement by statement, whichever way it goes there."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine

from storage.prepared import Prepared


@contextmanager
def noted() -> Iterator[list[str]]:
    """Give a list that grows by every statement, on SQLite and on PostgreSQL."""
    asked: list[str] = []
    run = Prepared.run

    async def note_prepared(self: Prepared, *values: Any) -> Any:
        asked.append(self.sql)
        return await run(self, *values)

    def note(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        asked.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Prepared, "run", note_prepared)
        yield asked
    event.remove(Engine, "before_cursor_execute", note)
