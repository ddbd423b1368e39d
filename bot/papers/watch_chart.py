"""A watch day by day as a chart: how many incidents came in, and how soon calls were answered."""

from collections.abc import Sequence
from datetime import date, timedelta
from io import BytesIO

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator
from msgspec import Struct

WIDTH, HEIGHT, DPI = 6.5, 3.4, 200  # inches
MOST_LABELS = 16
BAR, DOT, RANGE = "#2F5D8C", "#B3401D", "#E0A58F"
INK, FAINT = "#1D2530", "#D5DBE2"
_MINUTE = timedelta(minutes=1)


class Point(Struct, frozen=True):
    """One day: incidents received, and how long it took until calls of that day were taken."""

    day: date
    incidents: int
    median: timedelta | None = None
    worst: timedelta | None = None


class Labels(Struct, frozen=True):
    """The words on a chart."""

    incidents: str
    answers: str
    median: str
    worst: str
    none: str


def chart(points: Sequence[Point], labels: Labels) -> bytes:
    """Return the chart as a PNG picture."""
    figure = Figure(figsize=(WIDTH, HEIGHT), dpi=DPI, layout="constrained")
    FigureCanvasAgg(figure)
    above, below = figure.subplots(2, 1, sharex=True, height_ratios=(1, 1))
    _incidents(above, points, labels)
    _answers(below, points, labels)
    step = -(-len(points) // MOST_LABELS)
    places = range(0, len(points), step)
    below.set_xticks(list(places), [f"{points[place].day:%d/%m}" for place in places])
    below.set_xlim(-0.6, max(len(points), 4) - 0.4)
    out = BytesIO()
    figure.savefig(out, format="png", metadata={"Software": None})
    return out.getvalue()


def _incidents(axes: Axes, points: Sequence[Point], labels: Labels) -> None:
    _plain(axes, labels.incidents)
    counts = [point.incidents for point in points]
    bars = axes.bar(range(len(points)), counts, width=0.6, color=BAR)
    axes.bar_label(bars, [str(count) if count else "" for count in counts], fontsize=8, color=INK)
    axes.yaxis.set_major_locator(MaxNLocator(integer=True, nbins=4, min_n_ticks=1))
    axes.set_ylim(0, max([1, *counts]) * 1.25)
    if not any(counts):
        _say_none(axes, labels)


def _answers(axes: Axes, points: Sequence[Point], labels: Labels) -> None:
    _plain(axes, labels.answers)
    known = [
        (place, point.median / _MINUTE, point.worst / _MINUTE)
        for place, point in enumerate(points)
        if point.median is not None and point.worst is not None
    ]
    axes.set_ylim(0, max([1.0, *(worst for _, _, worst in known)]) * 1.25)
    if not known:
        _say_none(axes, labels)
        return
    places, medians, worsts = zip(*known, strict=True)
    axes.vlines(places, medians, worsts, color=RANGE, linewidth=2)
    axes.plot(places, worsts, "_", color=DOT, markersize=10, markeredgewidth=2, label=labels.worst)
    axes.plot(places, medians, "o", color=DOT, markersize=5, label=labels.median)
    axes.legend(loc="upper right", fontsize=8, frameon=False, ncols=2)


def _plain(axes: Axes, title: str) -> None:
    axes.set_title(title, fontsize=9, loc="left", color=INK)
    axes.tick_params(labelsize=8, length=0, colors=INK)
    axes.grid(axis="y", color=FAINT, linewidth=0.6)
    axes.set_axisbelow(True)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(FAINT)


def _say_none(axes: Axes, labels: Labels) -> None:
    axes.text(0.5, 0.5, labels.none, transform=axes.transAxes, ha="center", va="center", fontsize=9)
