"""One TOML file of the catalog: found, read, and its mistakes told in words with their line."""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

from msgspec import Struct
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from bot.domain.catalog import CatalogError

SHIPPED = Path(__file__).parent
_IN_AN_ITEM = 2  # a mistake's place is (array, number of the item, key, …)
Model = TypeVar("Model", bound=BaseModel)


class Source(Struct, frozen=True):
    """A catalog file as it was read; the text is kept to say where a mistake is."""

    path: Path
    text: str
    tables: Mapping[str, Any]

    def table(self, name: str) -> Mapping[str, Any]:
        """Return the table `[name]`; CatalogError when it is missing or no table."""
        if name not in self.tables:
            raise CatalogError(f"{self.path}: the table [{name}] is missing")
        found = self.tables[name]
        if not isinstance(found, dict):
            raise self.wrong("", f"'{name}' must be a table, written [{name}]", name)
        return found

    def entry(self, model: type[Model], table: str, values: object, **given: str) -> Model:
        """Return one table as its model; CatalogError says what is wrong with it."""
        if not isinstance(values, dict):
            key = table.rpartition(".")[2]
            raise self.wrong("", f"'{key}' must be a table, written [{table}]", key)
        try:
            return model.model_validate(values | given)
        except ValidationError as error:
            first = error.errors()[0]
            path = [str(part) for part in first["loc"]]
            item = next((part for part in first["loc"] if isinstance(part, int)), None)
            inner = path[2] if len(path) > _IN_AN_ITEM else ""
            raise self.wrong(
                table, _in_words(first), path[0] if path else "", item, inner
            ) from error

    def wrong(
        self, table: str, what: str, key: str = "", item: int | None = None, inner: str = ""
    ) -> CatalogError:
        """Return the error that names this file, the line and the table of the mistake."""
        lines = self.text.splitlines()
        line = _line_in_item(lines, key, item, inner) or _line_of(lines, table, key, item)
        return CatalogError(f"{self.path}, line {line}{f', [{table}]' if table else ''}: {what}")


def read(name: str, folder: Path | None = None) -> Source:
    """Return one catalog file: the team's own if `folder` has it, else the shipped one."""
    if folder is not None and not folder.is_dir():
        raise CatalogError(f"{folder} (TRUCBAN_CATALOG): there is no such folder")
    own = folder / name if folder is not None else SHIPPED / name
    path = own if own.is_file() else SHIPPED / name
    try:
        text = path.read_text(encoding="utf-8")
        return Source(path, text, tomllib.loads(text))
    except UnicodeDecodeError as error:
        raise CatalogError(f"{path}: save this file as UTF-8 text") from error
    except tomllib.TOMLDecodeError as error:
        raise CatalogError(f"{path}: not valid TOML: {error}") from error
    except OSError as error:
        raise CatalogError(f"{path}: cannot be read: {error.strerror}") from error


def files_in(folder: str, own: Path | None = None) -> tuple[str, ...]:
    """Return the names of the files in one folder of the catalog, shipped or the team's own."""
    places = (SHIPPED, own) if own is not None else (SHIPPED,)
    found = {
        f"{folder}/{file.name}" for place in places for file in (place / folder).glob("*.toml")
    }
    return tuple(sorted(found))


def _in_words(error: ErrorDetails) -> str:
    where = ", ".join(
        f"number {part + 1}" if isinstance(part, int) else f"'{part}'" for part in error["loc"]
    )
    match error["type"]:
        case "missing":
            return f"{where} is missing"
        case "extra_forbidden":
            return f"{where} is not a field that is known here"
        case "enum" | "literal_error":
            return f"{where} is {error['input']!r}; write {error['ctx']['expected']}"
        case "value_error":
            return f"{where}: {error['ctx']['error']}" if where else str(error["ctx"]["error"])
        case _:
            return f"{where}: {error['msg']}"


def _line_in_item(lines: list[str], array: str, item: int | None, key: str) -> int | None:
    """Return the line of a key, else the head, of an array's item that is written `[[array]]`."""
    header = rf"\s*\[\[\s*{_written(array)}\s*\]\]"
    heads = [at for at, line in enumerate(lines) if array and re.match(header, line)]
    if item is None or item >= len(heads):
        return None
    end = heads[item + 1] if item + 1 < len(heads) else len(lines)
    found = _find(lines[:end], heads[item], rf"\s*{_written(key)}\s*[.=]") if key else -1
    return (found if found >= 0 else heads[item]) + 1


def _line_of(lines: list[str], table: str, key: str, item: int | None) -> int:
    """Count from 1; the nearest thing that is found: the array's item, the key, the table."""
    start = _find(lines, 0, rf"\s*\[\s*{_written(table)}\s*\]") if table else 0
    at = start
    if key and (found := _find(lines, start, rf"\s*{_written(key)}\s*=")) >= 0:
        at = found
        spread = item is not None and re.search(r"\[\s*(#.*)?$", lines[at])
        for _ in range((item or 0) + 1 if spread else 0):
            at = max(at, _find(lines, at + 1, r"\s*\{"))
    return max(at, 0) + 1


def _written(name: str) -> str:
    return r"\s*\.\s*".join(rf"[\"']?{re.escape(part)}[\"']?" for part in name.split("."))


def _find(lines: list[str], start: int, pattern: str) -> int:
    for number in range(max(start, 0), len(lines)):
        if re.match(pattern, lines[number]):
            return number
    return -1
