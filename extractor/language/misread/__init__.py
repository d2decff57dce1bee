"""What recognition has misread, repaired in the reading view of scanned pages: words, names, dates, heading numbers.

A word that stands as it may is never touched; a misread one is repaired only where one reading of its letters fits
its neighbours, and no other does.
"""

from collections.abc import Sequence

from extractor.language.markup import without_overlaps
from extractor.language.misread.forms import form_edits
from extractor.language.misread.headings import heading_edits
from extractor.language.misread.names import name_edits
from extractor.language.misread.words import word_edits
from extractor.language.view import Edit, ReadingView
from extractor.reading.source import Span

__all__ = ["misread_edits", "without_misread"]

_REPAIRS = (form_edits, heading_edits, name_edits, word_edits)


def misread_edits(string: str) -> list[Edit]:
    """List the repairs of a view's string, in order, none overlapping another."""
    return without_overlaps(edit._replace(misread=True) for repairs in _REPAIRS for edit in repairs(string))


def without_misread(view: ReadingView, recognised: Sequence[Span]) -> ReadingView:
    """Repair what is misread in the recognised stretches of the text, which are given in order."""
    edits = misread_edits(view.string)
    inside = [edit for edit in edits if _lies_in(view.to_text(edit.start, edit.end), recognised)]
    return view.edited(inside) if inside else view


def _lies_in(span: tuple[int, int], stretches: Sequence[Span]) -> bool:
    return any(stretch.start <= span[0] and span[1] <= stretch.end for stretch in stretches)
