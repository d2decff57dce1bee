"""The results as an SVG picture: how many times as fast, on a scale of powers of ten, and F1; readable in grey."""

import math
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from benchmarks.peers.report import Row, Section

WIDTH, LEFT, BARS, LINE, GAP = 980, 270, 430, 20, 14
FIRST, LAST = -4, 1
"""Powers of ten at the ends of the scale: a tool's speed as a share of the extractor's."""


def chart(sections: Sequence[Section]) -> str:
    """Draw one bar for each tool that ran: its speed as a share of the extractor's, with the last figure of its row."""
    body: list[str] = []
    height = 64
    for section in sections:
        body.append(_text(12, height + 14, f"{section.title} ({section.unit})", weight="bold"))
        height += LINE + 4
        for number, row in enumerate(section.rows):
            body += _row(section, row, height, ours=number == 0)
            height += LINE
        height += GAP
    grid = list(_grid(height))
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height + 8}" width="{WIDTH}" '
            f'height="{height + 8}" font-family="sans-serif" font-size="12" role="img">',
            "<title>Speed as a share of kehoach's, and accuracy</title>",
            f'<rect width="{WIDTH}" height="{height + 8}" fill="#fff"/>',
            _text(
                12,
                22,
                "Speed as a share of kehoach's in the same run; accuracy on own / blind / real plans",
                size=14,
            ),
            *grid,
            *body,
            "</svg>",
            "",
        ]
    )


def _grid(height: int) -> Iterator[str]:
    for power in range(FIRST, LAST + 1):
        x = _x(10**power)
        width = 1.5 if power == 0 else 0.5
        yield f'<line x1="{x:.1f}" y1="52" x2="{x:.1f}" y2="{height}" stroke="#000" stroke-width="{width}"/>'
        yield _text(x, 46, f"{10.0**power:g}", anchor="middle")


def _x(share: float) -> float:
    place = (math.log10(share) - FIRST) / (LAST - FIRST)
    return LEFT + BARS * min(1.0, max(0.0, place))


def _row(section: Section, row: Row, top: int, *, ours: bool) -> Iterator[str]:
    yield _text(LEFT - 8, top + 13, row.name, anchor="end")
    ratio = section.ratio(row)
    if ratio is None:
        yield _text(LEFT + 6, top + 13, "did not run", style="italic")
        return
    end = _x(1 / ratio)
    fill = "#222" if ours else "#bbb"
    yield (
        f'<rect x="{LEFT}" y="{top + 2}" width="{max(1.0, end - LEFT):.1f}" height="{LINE - 6}" fill="{fill}" '
        'stroke="#000" stroke-width="0.7"/>'
    )
    yield _text(LEFT + BARS + 8, top + 13, _told(section, row, ratio))


def _told(section: Section, row: Row, ratio: float) -> str:
    share = "1" if ratio == 1 else f"1/{ratio:.0f}" if ratio >= 2 else f"{1 / ratio:.2g}"
    figures = [of_set[-1] for of_set in row.figures if of_set]
    return f"{share};  {section.measures[-1]} {' / '.join(figures)}" if figures else share


def _text(
    x: float,
    y: float,
    said: str,
    *,
    anchor: str = "start",
    weight: str = "normal",
    style: str = "normal",
    size: int = 12,
) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-weight="{weight}" font-style="{style}" '
        f'font-size="{size}">{escape(said)}</text>'
    )
