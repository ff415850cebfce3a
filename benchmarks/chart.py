"""The growth as a picture: time an article by step, and memory, over the number of articles. SVG, written by hand."""

from collections.abc import Iterator
from html import escape
from itertools import cycle
from typing import Any

from benchmarks.results import Results
from benchmarks.stage import shown

_WIDTH, _HEIGHT = 900, 420
_TOP, _BOTTOM = 70, 350
_LEFT, _PANEL, _BETWEEN = 70, 350, 90
_COLOURS = ("#4e79a7", "#f28e2b", "#59a14f", "#b07aa1", "#9c755f", "#76b7b2")
_MEMORY_TARGET_MB = 1536


def chart(growth: Results) -> str:
    """The picture of results of `benchmarks.growth`."""
    sizes = growth["sizes"]
    steps = list(sizes[0]["steps"])
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" font-family="sans-serif" '
        f'font-size="12" fill="#222">',
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#fff"/>',
        *_time(sizes, steps),
        *_memory(sizes),
        *_legend(steps),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _time(sizes: list[dict[str, Any]], steps: list[str]) -> Iterator[str]:
    each = [[1000 * size["steps"][step]["cpu"] / size["articles"] for step in steps] for size in sizes]
    most = _rounded(max(map(sum, each)))
    yield from _frame(_LEFT, "CPU ms an article: level where time is linear", most)
    for number, (size, parts) in enumerate(zip(sizes, each, strict=True)):
        x, width = _place(_LEFT, number, len(sizes))
        below = 0.0
        for part, colour in zip(parts, cycle(_COLOURS), strict=False):
            y = _y(below + part, most)
            yield _bar(x, y, width, _y(below, most) - y, colour)
            below += part
        yield _text(x + width / 2, _y(below, most) - 5, shown(below), "middle")
        yield _text(x + width / 2, _BOTTOM + 18, f"{size['articles']:,}", "middle")


def _memory(sizes: list[dict[str, Any]]) -> Iterator[str]:
    left = _LEFT + _PANEL + _BETWEEN
    most = _rounded(max([_MEMORY_TARGET_MB, *(size["peak_mb"] for size in sizes)]))
    yield from _frame(left, "peak memory of the largest process, MB", most)
    for number, size in enumerate(sizes):
        x, width = _place(left, number, len(sizes))
        y = _y(size["peak_mb"], most)
        yield _bar(x, y, width, _BOTTOM - y, "#8c8c8c")
        yield _text(x + width / 2, y - 5, shown(size["peak_mb"]), "middle")
        yield _text(x + width / 2, _BOTTOM + 18, f"{size['articles']:,}", "middle")
    y = _y(_MEMORY_TARGET_MB, most)
    yield (
        f'<line x1="{left}" y1="{y:.1f}" x2="{left + _PANEL}" y2="{y:.1f}" stroke="#c00" stroke-dasharray="5 4"/>'
        f'<text x="{left + 4}" y="{y - 5:.1f}" fill="#c00">target: {_MEMORY_TARGET_MB:,} MB</text>'
    )


def _frame(left: int, title: str, most: float) -> Iterator[str]:
    yield f'<text x="{left}" y="{_TOP - 20}" font-size="14" font-weight="bold">{escape(title)}</text>'
    for number in range(5):
        value = most * number / 4
        y = _y(value, most)
        yield f'<line x1="{left}" y1="{y:.1f}" x2="{left + _PANEL}" y2="{y:.1f}" stroke="#ddd"/>'
        yield _text(left - 8, y + 4, shown(value) if value else "0", "end")
    yield _text(left + _PANEL / 2, _BOTTOM + 36, "articles", "middle")


def _legend(steps: list[str]) -> Iterator[str]:
    for number, (step, colour) in enumerate(zip(steps, cycle(_COLOURS), strict=False)):
        x = _LEFT + 110 * number
        yield f'<rect x="{x}" y="{_HEIGHT - 22}" width="12" height="12" fill="{colour}"/>'
        yield _text(x + 18, _HEIGHT - 12, step, "start")


def _place(left: int, number: int, count: int) -> tuple[float, float]:
    """Where a bar begins, and how wide it is."""
    room = _PANEL / count
    return left + room * (number + 0.15), room * 0.7


def _y(value: float, most: float) -> float:
    return _BOTTOM - (_BOTTOM - _TOP) * value / most


def _rounded(value: float) -> float:
    """The next number above that divides well by four.

    >>> _rounded(37.0), _rounded(1536), _rounded(0.9)
    (40.0, 1600.0, 1.0)
    """
    scale = 1.0
    while value > 10 * scale:
        scale *= 10
    while value <= scale:
        scale /= 10
    return next(step * scale for step in (1, 1.2, 1.6, 2, 3, 4, 6, 8, 10) if value <= step * scale)


def _bar(x: float, y: float, width: float, height: float, colour: str) -> str:
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" fill="{colour}"/>'


def _text(x: float, y: float, text: str, anchor: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(text)}</text>'
