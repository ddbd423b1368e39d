"""A campaign as a chart: one bar for each group of agencies, divided by how far they are."""

from collections.abc import Mapping, Sequence
from io import BytesIO

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from bot.domain.rollup import Mark, Standing
from bot.papers.progress_marks import COLOURS

WIDTH, DPI = 6.5, 200  # inches
BAR, HEAD = 0.34, 0.95
LEAST_SHARE = 0.06  # of the longest bar: a shorter piece has no room for its number
INK = "#1D2530"


def chart(standings: Sequence[Standing], names: Mapping[Mark, str]) -> bytes:
    """Return the chart as a PNG picture; the first bar is uppermost."""
    high = HEAD + BAR * len(standings)
    figure = Figure(figsize=(WIDTH, high), dpi=DPI, layout="constrained")
    FigureCanvasAgg(figure)
    axes = figure.subplots()
    longest = max([1, *(each.all for each in standings)])
    starts = [0] * len(standings)
    for mark in Mark:
        counts = [each.counts.get(mark, 0) for each in standings]
        if not any(counts):
            continue
        fill, ink = COLOURS[mark]
        bars = axes.barh(range(len(counts)), counts, left=starts, color=fill, label=names[mark])
        said = [str(n) if n >= longest * LEAST_SHARE else "" for n in counts]
        axes.bar_label(bars, said, label_type="center", fontsize=8, color=ink)
        starts = [start + count for start, count in zip(starts, counts, strict=True)]
    axes.set_yticks(range(len(standings)), [each.name for each in standings], fontsize=9)
    axes.invert_yaxis()
    axes.set_xlim(0, longest)
    axes.tick_params(length=0, colors=INK)
    axes.xaxis.set_visible(False)
    for side in axes.spines.values():
        side.set_visible(False)
    figure.legend(loc="outside lower center", ncols=4, fontsize=8, frameon=False)
    out = BytesIO()
    figure.savefig(out, format="png", metadata={"Software": None})
    return out.getvalue()
