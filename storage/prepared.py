"""Statements that are built once are compiled once, too, and go straight to SQLite.

SQLAlchemy writes the SQL and knows the types of the columns; what it does around each execution
costs many times what a small statement itself takes.
"""

import asyncio
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import Executable, TextClause
from sqlalchemy.dialects import sqlite
from sqlalchemy.engine.result import IteratorResult, SimpleResultMetaData
from sqlalchemy.exc import DBAPIError

from storage.one_visit import Connection, Cursor

Values = Mapping[str, Any]
Convert = Callable[[Any], Any]
Shape = tuple[tuple[str, int], ...]

# Seconds: what mostly takes longer is left to the connection's thread, so that the loop goes on.
QUICK = 0.001
# Longer lists of values have too many lengths to keep a statement for each.
LONGEST_LIST = 8
_DIALECT = sqlite.dialect(paramstyle="named")


class Rows(IteratorResult[Any]):
    """The rows of one execution, read as those of SQLAlchemy's own results."""

    def __init__(self, keys: SimpleResultMetaData, rows: Iterable[Any], rowcount: int) -> None:
        super().__init__(keys, iter(rows))
        self.rowcount = rowcount


class Prepared:
    """The SQL of one statement for one shape of its values: which there are, and how long."""

    def __init__(self, compiled: Any, values: Values) -> None:  # noqa: ANN401 of any statement
        state = compiled.construct_expanded_state({**_fixed(compiled), **values})
        self.sql: str = state.statement
        self._sent = _senders(compiled) | dict(state.processors)
        self._lists = {
            name: names for name, names in state.parameter_expansion.items() if name in values
        }
        given = set(values).union(*self._lists.values())
        self._fixed = {
            name: self._converted(name, value)
            for name, value in state.parameters.items()
            if name not in given
        }
        columns = getattr(compiled.statement, "exported_columns", ())
        self._keys = SimpleResultMetaData([column.key for column in columns])
        self._read = _readers(columns)
        self._took = 0.0

    async def run(self, connection: Connection, values: Values | Sequence[Values]) -> Rows:
        """Execute, once for each of several rows of values; raises SQLAlchemy's errors."""
        cursor = connection.cursor()
        try:
            if isinstance(values, Mapping):
                await self._run_one(cursor, self._bound(values))
            else:
                await cursor.executemany(self.sql, [self._bound(row) for row in values])
        except sqlite3.Error as error:
            raise DBAPIError.instance(self.sql, None, error, sqlite3.Error) from error
        rows = await cursor.fetchall()
        return Rows(self._keys, map(self._row, rows) if self._read else rows, cursor.rowcount)

    async def _run_one(self, cursor: Cursor, bound: Values) -> None:
        """Execute at once what has been quick lately: the way to a thread takes longer than it."""
        now = asyncio.get_running_loop().time
        since = now()
        if self._took < QUICK:
            cursor.execute_here(self.sql, bound)
        else:
            await cursor.execute(self.sql, bound)
        self._took += (now() - since - self._took) / 8

    def _bound(self, values: Values) -> dict[str, Any]:
        bound = self._fixed.copy()
        for name, value in values.items():
            if name in self._lists:
                each = (self._converted(name, one) for one in value)
                bound.update(zip(self._lists[name], each, strict=True))
            else:
                bound[name] = self._converted(name, value)
        return bound

    def _converted(self, name: str, value: Any) -> Any:  # noqa: ANN401 a value of any column
        convert = self._sent.get(name)
        return value if convert is None else convert(value)

    def _row(self, row: Sequence[Any]) -> tuple[Any, ...]:
        read = list(row)
        for at, convert in self._read:
            read[at] = convert(read[at])
        return tuple(read)


class Shapes:
    """One statement, prepared for each shape of values it has come with."""

    def __init__(self, statement: Any, names: Iterable[str]) -> None:  # noqa: ANN401 any statement
        self._compiled = statement.compile(dialect=_DIALECT, column_keys=list(names))
        binds = self._compiled.post_compile_params
        self._lists = [self._compiled.bind_names[bind] for bind in binds if bind.required]
        self._is_ours = (
            not isinstance(statement, TextClause)
            and not self._compiled.literal_execute_params
            and _are_scalar(self._compiled)
        )
        self._ready: dict[Shape, Prepared] = {}

    def fit(self, values: Values | Sequence[Values]) -> Prepared | None:
        """Return the statement for such values; None when SQLAlchemy itself must run it."""
        if not self._is_ours:
            return None
        first = values if isinstance(values, Mapping) else values[0]
        shape = tuple((name, len(first[name])) for name in self._lists)
        if any(length > LONGEST_LIST for _, length in shape):
            return None
        if shape not in self._ready:
            self._ready[shape] = Prepared(self._compiled, first)
        return self._ready[shape]


# A statement is prepared when it comes for the second time: one that never does is not kept.
_KNOWN: WeakKeyDictionary[Any, dict[frozenset[str], Shapes]] = WeakKeyDictionary()


def find(statement: Executable, values: Values | Sequence[Values]) -> Prepared | None:
    """Return a statement that was built once, prepared for such values; None for any other."""
    known = _KNOWN.get(statement)
    if known is None:
        _KNOWN[statement] = {}
        return None
    names = frozenset(values if isinstance(values, Mapping) else values[0])
    if names not in known:
        known[names] = Shapes(statement, names)
    return known[names].fit(values)


def _are_scalar(compiled: Any) -> bool:  # noqa: ANN401 of any statement
    """Tell whether everything a statement fills in by itself is a plain value."""
    return all(
        column.default is not None and column.default.is_scalar for column in compiled.prefetch
    )


def _fixed(compiled: Any) -> dict[str, Any]:  # noqa: ANN401 of any statement
    values = {
        name: bind.effective_value
        for bind, name in compiled.bind_names.items()
        if not bind.required
    }
    return values | {column.key: column.default.arg for column in compiled.prefetch}


def _senders(compiled: Any) -> dict[str, Convert]:  # noqa: ANN401 of any statement
    found = {}
    for bind, name in compiled.bind_names.items():
        convert = bind.type.dialect_impl(_DIALECT).bind_processor(_DIALECT)
        if convert is not None:
            found[name] = convert
    return found


def _readers(columns: Iterable[Any]) -> list[tuple[int, Convert]]:
    found = []
    for at, column in enumerate(columns):
        convert = column.type.dialect_impl(_DIALECT).result_processor(_DIALECT, None)
        if convert is not None:
            found.append((at, convert))
    return found
