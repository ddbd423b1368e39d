"""Mẫu 05, the table of incidents of half a year or a year (TT 20/2017/TT-BTTTT, Đ6.1.c).

Ten rows by the kinds' `form_row`; what was rejected is not counted, what no row is meant for is
named apart. A column says whose help it took: asked when an incident is called solved.
"""

from collections.abc import Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

ROWS = range(1, 11)
OWN, NATIONAL, ABROAD, UNNAMED = "own", "national", "abroad", "other"


class Solved(Struct, frozen=True):
    """Incidents of a kind with the same help; `estimated` of them have a loss, together `loss`."""

    kind: str
    helped_by: str | None
    incidents: int
    estimated: int = 0
    loss: int | None = None


class Line(Struct, frozen=True):
    """One row of the table; `unsaid` are those of which nobody has said whose help it took."""

    incidents: int = 0
    alone: int = 0
    others: int = 0
    abroad: int = 0
    national: int = 0
    unsaid: int = 0
    estimated: int = 0
    loss: int = 0

    def __add__(self, other: "Line") -> "Line":
        """Return both rows as one."""
        return Line(
            self.incidents + other.incidents,
            self.alone + other.alone,
            self.others + other.others,
            self.abroad + other.abroad,
            self.national + other.national,
            self.unsaid + other.unsaid,
            self.estimated + other.estimated,
            self.loss + other.loss,
        )


class Table(Struct, frozen=True):
    """The ten rows, their sum, who has helped, and the kinds that no row is meant for."""

    lines: tuple[Line, ...]
    total: Line
    helpers: tuple[tuple[str, int], ...]
    apart: Mapping[str, int]


def table(solved: Iterable[Solved], rows: Mapping[str, int | None]) -> Table:
    """Count; `rows` are the rows of the kinds by their codes."""
    lines = {row: Line() for row in ROWS}
    helpers: dict[str, int] = {}
    apart: dict[str, int] = {}
    for each in solved:
        row = rows.get(each.kind)
        if row is None:
            apart[each.kind] = apart.get(each.kind, 0) + each.incidents
            continue
        lines[row] += _line(each)
        if each.helped_by not in {None, OWN, NATIONAL, ABROAD, UNNAMED}:
            name = str(each.helped_by)
            helpers[name] = helpers.get(name, 0) + each.incidents
    ordered = sorted(helpers.items(), key=lambda one: (-one[1], one[0]))
    return Table(tuple(lines.values()), sum(lines.values(), Line()), tuple(ordered), apart)


def _line(each: Solved) -> Line:
    count = each.incidents
    line = Line(count, estimated=each.estimated, loss=each.loss or 0)
    match each.helped_by:
        case None:
            return replace(line, unsaid=count)
        case "own":
            return replace(line, alone=count)
        case "national":
            return replace(line, national=count)
        case "abroad":
            return replace(line, abroad=count)
        case _:
            return replace(line, others=count)
