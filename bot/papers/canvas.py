"""A sheet to draw on in points from the upper left corner: boxes, lines and words, then a PNG.

matplotlib without pyplot: nothing is kept between two pictures, and no thread minds another.
"""

from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path

import matplotlib as mpl
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, get_font
from matplotlib.ft2font import FT2Font
from matplotlib.lines import Line2D
from matplotlib.patches import FancyBboxPatch, Rectangle
from msgspec import Struct
from PIL import Image

POINTS = 72
LONGEST_SIDE = 2500  # pixels; Telegram makes a larger picture smaller
MOST_SCALE = 2.0
BASELINE = 0.36  # of the size: how far below its middle a line of words stands
QUICK = 3  # of zlib's nine levels

Box = tuple[float, float, float, float]
"""Left, top, width and height."""


class Ink(Struct, frozen=True):
    """How words look."""

    size: float = 19
    colour: str = "#1D2530"
    bold: bool = False


@lru_cache(maxsize=4096)
def width(words: str, ink: Ink) -> float:
    """Return how many points wide the words are."""
    font = _font(bold=ink.bold)
    font.set_size(ink.size, POINTS)
    font.set_text(words)
    return float(font.get_width_height()[0]) / 64


def shown(words: str) -> str:
    """Return the words without what the font has no sign for."""
    known = _signs()
    return " ".join("".join(c if ord(c) in known else " " for c in words).split())


def fitted(words: str, ink: Ink, room: float, most: int = 3) -> tuple[str, ...]:
    """Return the words in as few lines as fit into the room; never more than `most` lines."""
    lines = [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".strip()
        if width(longer, ink) <= room or not lines[-1] or len(lines) == most:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(_cut(line, ink, room) for line in lines)


def _cut(line: str, ink: Ink, room: float) -> str:
    kept = line
    while len(kept) > 1 and width(kept, ink) > room:
        kept = kept.removesuffix("…")[:-1] + "…"
    return kept


class Canvas:
    """A white sheet of a size in points."""

    def __init__(self, wide: float, high: float) -> None:
        scale = min(MOST_SCALE, LONGEST_SIDE / max(wide, high))
        figure = Figure(figsize=(wide / POINTS, high / POINTS), dpi=POINTS * scale)
        self._canvas = FigureCanvasAgg(figure)
        self._axes = figure.add_axes((0, 0, 1, 1))
        self._axes.set_axis_off()
        self._axes.set_xlim(0, wide)
        self._axes.set_ylim(high, 0)

    def box(self, at: Box, fill: str, edge: str | None = None) -> None:
        """Fill a rectangle, perhaps with a thin line around it."""
        line = 0 if edge is None else 0.8
        self._axes.add_artist(
            Rectangle(at[:2], at[2], at[3], facecolor=fill, edgecolor=edge, linewidth=line)
        )

    def chip(self, at: Box, fill: str) -> None:
        """Fill a rectangle with round corners."""
        style = "round,pad=0,rounding_size=6"
        self._axes.add_artist(
            FancyBboxPatch(at[:2], at[2], at[3], boxstyle=style, facecolor=fill, linewidth=0)
        )

    def line(self, start: tuple[float, float], end: tuple[float, float], colour: str) -> None:
        """Draw a thin line."""
        xs, ys = zip(start, end, strict=True)
        self._axes.add_artist(Line2D(xs, ys, color=colour, linewidth=1))

    def words(self, left: float, middle: float, words: str, ink: Ink, *, at: str = "left") -> None:
        """Write one line, its small letters around a height; `at` is where in it `left` lies."""
        self._axes.text(
            left,
            middle + ink.size * BASELINE,
            words,
            fontsize=ink.size,
            color=ink.colour,
            fontproperties=_properties(bold=ink.bold),
            ha=at,
            va="baseline",
            parse_math=False,
            clip_on=False,
        )

    def png(self) -> bytes:
        """Return the finished picture."""
        self._canvas.draw()  # type: ignore[no-untyped-call]  # published without its type
        out = BytesIO()
        size = self._canvas.get_width_height(physical=True)
        drawn = self._canvas.buffer_rgba()  # type: ignore[no-untyped-call]  # published without its type
        whole = Image.frombuffer("RGBA", size, drawn, "raw", "RGBA", 0, 1)
        whole.convert("RGB").save(out, "PNG", compress_level=QUICK)
        return out.getvalue()


def _path(*, bold: bool) -> Path:
    return Path(mpl.get_data_path()) / "fonts" / "ttf" / f"DejaVuSans{'-Bold' * bold}.ttf"


@cache
def _font(*, bold: bool) -> FT2Font:
    return get_font(str(_path(bold=bold)))


@cache
def _properties(*, bold: bool) -> FontProperties:
    return FontProperties(fname=str(_path(bold=bold)))


@cache
def _signs() -> frozenset[int]:
    return frozenset(_font(bold=True).get_charmap())
