"""The Markdown of a source: headings by `#`, emphasis, pipe tables."""

from collections.abc import Iterator

from corpora.build.marks import Line
from corpora.build.source import Block, Paragraph, PlanSource, Table, Title, TwoColumns

_MARKS = {"bold": "**", "italic": "*"}


def markdown_of(source: PlanSource) -> str:
    """Write a source as a converter would: one block a paragraph, merged cells left empty."""
    return "\n\n".join(part for block in source.blocks for part in _parts(block)) + "\n"


def emphasised(line: Line) -> str:
    """Return a line's text with its bold and italic marks."""
    marks = sorted(
        [(start, 1, _MARKS[kind]) for start, _, kind in line.emphasis]
        + [(end, 0, _MARKS[kind]) for _, end, kind in line.emphasis]
    )
    pieces, done = [], 0
    for position, _, mark in marks:
        pieces += [line.text[done:position], mark]
        done = position
    return "".join([*pieces, line.text[done:]])


def _parts(block: Block) -> Iterator[str]:
    match block:
        case Paragraph():
            yield _paragraph(block)
        case Title():
            yield "## " + block.lines[0].text
            if rest := " ".join(line.text for line in block.lines[1:]):
                yield "### " + rest
        case TwoColumns():
            for side in (block.left, block.right):
                lines = [_strong(line, block.kind) for line in side if line.text]
                if lines:
                    yield "\n".join(lines)
        case Table():
            yield _table(block)


def _strong(line: Line, kind: str) -> str:
    if kind == "header" and line.text.isupper():
        return f"**{line.text}**"
    return emphasised(line)


def _paragraph(block: Paragraph) -> str:
    text = block.line.text
    headings = block.line.records.get("outline", [])
    if headings and headings[0]["start"] == 0 and headings[0]["end"] == len(text) and not block.line.emphasis:
        return f"{'#' * (headings[0]['level'] + 1)} {text}"
    return emphasised(block.line)


def _table(block: Table) -> str:
    rows = ["| " + " | ".join(emphasised(cell) if cell else "" for cell in row) + " |" for row in block.rows]
    return "\n".join([rows[0], "|" + " --- |" * len(block.rows[0]), *rows[1:]])
