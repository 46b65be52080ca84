"""A chart of how many alerts came each day, as a picture that is read on light and dark screens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO

_WIDTH, _HEIGHT, _DOTS = 8.0, 4.5, 120  # inches, and dots of each
_GROUND, _LINES, _INK = "#17212b", "#33475b", "#e6edf3"  # a card of its own, whatever the screen's theme
# Eight colours that colour-blind people tell apart: Okabe and Ito, https://jfly.uni-koeln.de/color/
_COLOURS = ("#56b4e9", "#e69f00", "#009e73", "#f0e442", "#cc79a7", "#d55e00", "#0072b2", "#999999")


@dataclass(frozen=True, slots=True)
class Series:
    """What one watch brought, day by day; the letter stands for words that no font may be able to draw."""

    letter: str
    counts: tuple[int, ...]


def draw(days: Sequence[date], some: Sequence[Series]) -> bytes:
    """Return a PNG with a bar for each day, stacked by series; from the eighth on they are grey."""
    # Half a second that only who wants a picture waits for; pyplot would keep figures for ever.
    from matplotlib.figure import Figure  # noqa: PLC0415
    from matplotlib.ticker import MaxNLocator  # noqa: PLC0415

    figure = Figure(figsize=(_WIDTH, _HEIGHT), dpi=_DOTS, facecolor=_GROUND, layout="constrained")
    axes = figure.add_subplot(facecolor=_GROUND)
    places, floor = range(len(days)), [0] * len(days)
    for number, each in enumerate(some):
        colour = _COLOURS[min(number, len(_COLOURS) - 1)]
        axes.bar(places, each.counts, bottom=floor, color=colour, label=each.letter, width=0.8)
        floor = [below + count for below, count in zip(floor, each.counts, strict=True)]
    axes.set_xticks(list(places), [str(each.day) for each in days])
    axes.yaxis.set_major_locator(MaxNLocator(integer=True))
    axes.set_ylim(0, max(1, *floor) * 1.08)
    axes.tick_params(colors=_INK, labelsize=13, length=0)
    axes.grid(axis="y", color=_LINES)
    axes.set_axisbelow(True)
    axes.spines[:].set_visible(False)
    look = {"frameon": False, "labelcolor": _INK, "fontsize": 15}
    figure.legend(loc="outside upper center", ncols=len(some), handlelength=1, columnspacing=1.2, **look)
    picture = BytesIO()
    figure.savefig(picture, format="png")
    return picture.getvalue()
