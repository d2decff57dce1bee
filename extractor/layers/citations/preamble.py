"""The preamble (căn cứ ban hành): what stands before the first heading."""

from functools import cached_property

import regex

from extractor.language.document import Document
from extractor.layers.citations.attribute_patterns import ATTACHED, BASIS

_FIRST_HEADING = regex.compile(
    r"""^(?:(?:PHẦN|Phần|CHƯƠNG|Chương)[ ]\S|(?:[IVX]{1,4}|[A-D]|\d)\.[ ]?(?!Căn[ ]cứ)\p{L}
    |(?:[IVX]{1,4}|[A-D])[-–)/ ]+\p{Lu}|Điều[ ]1\.)""",
    regex.M | regex.VERBOSE,
)


class Preamble:
    """Tells which citations are bases."""

    def __init__(self, document: Document) -> None:
        self.document = document

    @cached_property
    def named_apart(self) -> range:
        """View offsets of the plan's title, and of the articles of the decision that issues it: they hold no bases."""
        title = self.document.plan.evidence.get("title")
        if title is None:
            return range(0)
        start, end = self.document.view.to_view(title.start, title.end)
        article = self.document.string.find("\nĐiều 1", 0, start)
        return range(start if article < 0 else article, end)

    @cached_property
    def first_heading(self) -> int | None:
        """View offset of the first heading below the plan's title, or None."""
        view = self.document.view
        title = self.document.plan.evidence.get("title")
        for heading in self.document.records.get("outline", []):
            if title is None or heading.start >= title.end:
                return view.to_view(heading.start, heading.end)[0]
        match = _FIRST_HEADING.search(self.document.string)
        return match.start() if match else None

    def holds(self, position: int) -> bool:
        """Tell whether a citation at a view position stands in the preamble, as a basis."""
        string = self.document.string
        if position in self.named_apart or ATTACHED.regex.search(string, max(0, position - 60), position):
            return False
        if self.first_heading is not None:
            return position < self.first_heading
        return bool(BASIS.regex.match(string, self.document.line_at(position).start))
