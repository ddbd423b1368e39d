"""Statements that are built once are compiled once, too, and go straight to SQLite.

SQLAlchemy writes the SQL and knows the types of the columns; what it does around each execution
costs many times what a small statement itself takes.
"""

import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from time import monotonic
from typing import Any, Protocol
from weakref import WeakKeyDictionary

from sqlalchemy import BindParameter, Boolean, Executable, Integer, String, TextClause
from sqlalchemy.dialects import sqlite
from sqlalchemy.dialects.sqlite.base import SQLiteCompiler
from sqlalchemy.engine.result import IteratorResult, SimpleResultMetaData
from sqlalchemy.exc import DBAPIError

Values = Mapping[str, Any]
Convert = Callable[[Any], Any]
Shape = tuple[tuple[str, int], ...]
Fetched = tuple[Sequence[Any], int]

# Seconds: what mostly takes longer is left to the connection's thread, so that the loop goes on.
QUICK = 0.001
# So many rows are added where it is asked.
FEW = 8
# Longer lists of values have too many lengths to keep a statement for each.
LONGEST_LIST = 8


class _Constants(SQLiteCompiler):
    """Writes what a statement always compares with into its SQL, as SQLite wants it.

    Whether a partial index fits depends on such a value: SQLite plans a statement anew with every
    execution when it is bound, which takes longer than the execution.
    """

    def visit_bindparam(
        self,
        bindparam: BindParameter[Any],
        *args: Any,  # noqa: ANN401 as its base has them
        **how: Any,  # noqa: ANN401
    ) -> str:
        """Return a literal for a plain constant, a named parameter for anything else."""
        value = bindparam.value
        parts = value if bindparam.expanding else (value,)
        if not bindparam.required and parts and all(_is_plain(part, bindparam) for part in parts):
            how["literal_binds"] = True
        return str(super().visit_bindparam(bindparam, *args, **how))  # type: ignore[no-untyped-call]


_PLAIN = ((str, String), (int, Integer), (bool, Boolean))
_DIALECT = sqlite.dialect(paramstyle="named")
_DIALECT.statement_compiler = _Constants


def _is_plain(part: object, bindparam: BindParameter[Any]) -> bool:
    """Tell whether its type writes a value as it is: a document's, for one, cannot be written."""
    written = bindparam.type
    return any(isinstance(part, kind) and isinstance(written, column) for kind, column in _PLAIN)


class Connection(Protocol):
    """A connection to SQLite, and the way to its thread."""

    @property
    def raw(self) -> sqlite3.Connection:
        """The connection itself."""

    async def visit(self, function: Callable[..., Any], *args: Any) -> Any:  # noqa: ANN401 what it returns
        """Run a function in the connection's thread."""


class Rows(IteratorResult[Any]):
    """The rows of one execution, read as those of SQLAlchemy's own results."""

    def __init__(self, keys: SimpleResultMetaData, rows: Iterable[Any], rowcount: int) -> None:
        super().__init__(keys, iter(rows))
        self.rowcount = rowcount


def _fetched_many(raw: sqlite3.Connection, sql: str, bound: Sequence[Values]) -> Fetched:
    return (), raw.executemany(sql, bound).rowcount


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
        try:
            if isinstance(values, Mapping):
                rows, rowcount = await self._run_one(connection, self._bound(values))
            else:
                rows, rowcount = await self._run_many(connection, values)
        except sqlite3.Error as error:
            raise DBAPIError.instance(self.sql, None, error, sqlite3.Error) from error
        return Rows(self._keys, map(self._row, rows) if self._read else rows, rowcount)

    async def _run_one(self, connection: Connection, bound: Values) -> Fetched:
        """Execute at once what has been quick lately: the way to a thread takes longer than it."""
        if self._took < QUICK:
            return self._fetched(connection.raw, bound)
        found: Fetched = await connection.visit(self._fetched, connection.raw, bound)
        return found

    def _fetched(self, raw: sqlite3.Connection, bound: Values) -> Fetched:
        since = monotonic()
        cursor = raw.execute(self.sql, bound)
        rows = cursor.fetchall() if cursor.description else ()
        self._took += (monotonic() - since - self._took) / 8
        return rows, cursor.rowcount

    async def _run_many(self, connection: Connection, values: Sequence[Values]) -> Fetched:
        bound = [self._bound(row) for row in values]
        if len(bound) <= FEW:
            return _fetched_many(connection.raw, self.sql, bound)
        found: Fetched = await connection.visit(_fetched_many, connection.raw, self.sql, bound)
        return found

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
