"""The two places where a plan is set in two columns: its head and its foot (NĐ 30/2020/NĐ-CP, Phụ lục I).

At the head stand the agency and number on the left, the quốc hiệu and the date on the right; at the foot Nơi nhận
and the signature. Each is read column by column: left from top to bottom, then right.
"""

from collections.abc import Sequence

import regex

from extractor.reading.pdf.lines import Glyph, Line, lines_of

_HEAD = regex.compile(r"CỘNG (?:HÒA|HOÀ) XÃ HỘI|ĐẢNG CỘNG SẢN VIỆT NAM")
_FOOT = regex.compile(r"^\W*N[ơƠ][iI] n[hH][ậẬ][nN]\b", regex.I)
_COLUMN_GAP = 0.9
"""Heights of the letters that stand empty between columns: more than between the words of a justified line."""


def has_columns(text: str) -> bool:
    """Tell whether a page may hold a head or a foot in two columns."""
    return "Nơi nhận" in text or "NƠI NHẬN" in text or _HEAD.search(text) is not None


def read_columns(glyphs: Sequence[Glyph], width: float) -> list[Line]:
    """List the lines of a page with its head and its foot read column by column."""
    lines = lines_of(glyphs)
    parts = lines_of(glyphs, _COLUMN_GAP)
    head = _head(parts, width)
    foot = _foot([part for part in parts if part not in head], width)
    if not head and not foot:
        return lines
    taken = head + foot
    rest = [left for line in lines for left in _left_of(line, parts, taken)]
    if not foot:
        return head + rest
    # what stands below the foot (an annex, a page number) is read after it
    bottom = min(part.box.bottom for part in foot)
    return [
        *head,
        *(line for line in rest if line.box.middle > bottom),
        *foot,
        *(line for line in rest if line.box.middle <= bottom),
    ]


def _left_of(line: Line, parts: Sequence[Line], taken: Sequence[Line]) -> list[Line]:
    """Return a line that no column has taken from, or else those of its parts that none has taken."""
    if not any(_within(part, line) for part in taken):
        return [line]
    return [part for part in parts if part not in taken and _within(part, line)]


def _within(part: Line, line: Line) -> bool:
    return (
        line.box.left - 1 <= part.box.left
        and part.box.right <= line.box.right + 1
        and abs(part.box.middle - line.box.middle) < line.box.height / 2
    )


def _head(parts: Sequence[Line], width: float) -> list[Line]:
    """Return the parts of the head, left column first; empty where the page has none."""
    motto = next((part for part in parts if _HEAD.search(part.text)), None)
    if motto is None or motto.box.centre < width * 0.45:
        return []
    right = motto.box.centre
    beside = [p for p in parts if p.box.right < motto.box.left and abs(p.box.middle - motto.box.middle) < width / 10]
    left = min((p.box.centre for p in beside), default=width - right)
    middle = width / 2 if not beside else (min(p.box.left for p in parts) + max(p.box.right for p in parts)) / 2
    columns: tuple[list[Line], list[Line]] = ([], [])
    for part in sorted(parts, key=lambda p: -p.box.middle):
        side = _side(part, left, middle, right, motto.box.left)
        if side is None:
            if part.box.middle < motto.box.bottom:
                break
            continue
        columns[side].append(part)
    return columns[0] + columns[1]


def _side(part: Line, left: float, middle: float, right: float, gutter: float) -> int | None:
    """Return 0 for the left column, 1 for the right one, None for a line across both."""
    if part.box.left < gutter - 20 and part.box.right > gutter + 20:
        return None
    distances = (abs(part.box.centre - left), abs(part.box.centre - right), abs(part.box.centre - middle))
    side = distances.index(min(distances))
    return None if side == 2 else side


def _foot(parts: Sequence[Line], width: float) -> list[Line]:
    """Return the parts of the foot, left column first; empty where nothing stands beside Nơi nhận."""
    label = next((part for part in parts if _FOOT.search(part.text)), None)
    if label is None:
        return []
    below = [part for part in parts if part.box.middle < label.box.top + 1]
    above = sorted((p for p in parts if p.box.middle >= label.box.top + 1), key=lambda p: p.box.middle)
    left: list[Line] = []
    right: list[Line] = []
    for part in sorted(below, key=lambda p: -p.box.middle):
        if part.box.left < label.box.left + width * 0.12 and part.box.right < width * 0.66:
            left.append(part)
        elif part.box.left > width * 0.38 and part.box.centre > width * 0.58:
            right.append(part)
        else:
            break
    if not right:
        return []
    edge = min(part.box.left for part in right)
    for part in above:
        # the signature may begin higher than Nơi nhận
        if part.box.left < edge - width * 0.1 or part.box.left < width * 0.38:
            break
        right.insert(0, part)
    return left + right
