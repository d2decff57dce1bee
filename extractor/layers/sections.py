"""The headings that a place of the document stands under, from the layer `outline`."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from extractor.language.document import Document
from extractor.records import Heading


class Section(NamedTuple):
    """A heading, its place in the reading view, and the heading above it."""

    start: int
    end: int
    number: str | None
    title: str
    level: int
    parent: "Section | None"


class Sections:
    """The sections of one document."""

    def __init__(self, document: Document) -> None:
        self._sections: list[Section] = []
        open_sections: list[Section] = []
        for record in document.records.get("outline", []):
            if not isinstance(record, Heading):
                continue
            start, end = document.view.to_view(record.start, record.end)
            while open_sections and open_sections[-1].level >= record.level:
                open_sections.pop()
            parent = open_sections[-1] if open_sections else None
            section = Section(start, end, record.number, record.title, record.level, parent)
            open_sections.append(section)
            self._sections.append(section)
        self._starts = [section.start for section in self._sections]

    def __iter__(self) -> Iterator[Section]:
        return iter(self._sections)

    def between(self, start: int, end: int) -> list[Section]:
        """List the sections whose heading starts behind `start` and not behind `end`."""
        return self._sections[bisect_right(self._starts, start) : bisect_right(self._starts, end)]

    def at(self, position: int) -> Section | None:
        """Return the innermost section that holds a view position (the heading itself belongs to its section)."""
        i = bisect_right(self._starts, position) - 1
        return self._sections[i] if i >= 0 else None

    def chain(self, position: int) -> list[Section]:
        """List the sections that hold a view position, innermost first."""
        found: list[Section] = []
        section = self.at(position)
        while section is not None:
            found.append(section)
            section = section.parent
        return found


def sections_of(document: Document) -> Sections:
    """Return the sections of a document, which are made once its outline is known."""
    if "sections" not in document.kept:
        document.kept["sections"] = Sections(document)
    sections: Sections = document.kept["sections"]
    return sections
