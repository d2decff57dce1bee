"""Which lines of a document are headings, from the layer `outline`."""

from collections.abc import Sequence

from extractor.layers.responsibilities.lines import Line
from extractor.layers.sections import Sections


class HeadingLines:
    """The lines that are wholly headings; one heading may be broken over several lines."""

    def __init__(self, sections: Sections, lines: Sequence[Line]) -> None:
        self.levels: dict[int, int] = {}
        """Levels by the start of the heading's first line."""
        self.broken: dict[int, int] = {}
        """Ends of the headings that are broken over several lines, by their start."""
        self.passed: set[int] = set()
        """Starts of the further lines of such headings."""
        ends = {line.end: i for i, line in enumerate(lines)}
        for heading in sections:
            if (last := ends.get(heading.end)) is not None:
                self._add(lines, last, heading.start, heading.level)

    def _add(self, lines: Sequence[Line], last: int, start: int, level: int) -> None:
        first = last
        while first > 0 and lines[first].start > start:
            first -= 1
        self.levels[lines[first].start] = level
        if first < last and lines[first].start == start:
            self.broken[start] = lines[last].end
            self.passed.update(line.start for line in lines[first + 1 : last + 1])
