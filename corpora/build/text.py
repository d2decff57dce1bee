"""The clean text of a source, with the place of each record in it."""

from dataclasses import dataclass, field

from corpora.build.marks import Line, Record
from corpora.build.source import Block, PageBreak, Paragraph, PlanSource, Table, Title, TwoColumns


@dataclass
class CleanText:
    """The text, and the marked records by layer in the order of their start."""

    text: str = ""
    records: dict[str, list[Record]] = field(default_factory=dict)

    def add(self, line: Line, after: str) -> None:
        """Append a line and what sets it off from the next; its records are moved to their place in the text."""
        base = len(self.text)
        self.text += line.text + after
        for layer, records in line.records.items():
            for record in records:
                moved = {**record, "start": base + record["start"], "end": base + record["end"]}
                self.records.setdefault(layer, []).append(moved)


def clean_text(source: PlanSource) -> CleanText:
    """One line for each paragraph, a blank line between paragraphs, table cells set off by tabs."""
    clean = CleanText()
    for block in source.blocks:
        _add_block(clean, block)
    clean.text = clean.text.rstrip("\n") + "\n"
    for records in clean.records.values():
        for record in records:
            record["quote"] = clean.text[record["start"] : record["end"]]
        records.sort(key=lambda record: (record["start"], record["end"]))
    return clean


def _add_block(clean: CleanText, block: Block) -> None:
    match block:
        case Paragraph():
            clean.add(block.line, "\n\n")
        case Title():
            _add_group(clean, block.lines)
        case TwoColumns():
            _add_group(clean, block.left)
            _add_group(clean, block.right)
        case Table():
            for row in block.rows:
                for column, cell in enumerate(row):
                    clean.add(cell or Line(""), "\t" if column < len(row) - 1 else "\n")
            clean.text += "\n"
        case PageBreak():
            pass


def _add_group(clean: CleanText, lines: list[Line]) -> None:
    for line in lines:
        clean.add(line, "\n")
    clean.text += "\n"
