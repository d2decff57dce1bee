"""The reading view: a document's text as a reader takes it in, with an exact map back to the text.

The view joins wrapped lines, drops markup and page furniture, and repairs recognition errors, so that patterns
are written once, for clean Vietnamese. Every change is an `Edit`; outside the edits the two texts are equal.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple


class Edit(NamedTuple):
    """`text[start:end]` reads as `replacement`."""

    start: int
    end: int
    replacement: str
    misread: bool = False
    """True where recognition seems to have misread what the paper says."""


class ReadingView:
    """A text and its reading view.

    `string` is the view: one line for each paragraph, single blanks between words; a table row is one line with
    its cells set off by tabs. `text` is the original, never changed.
    """

    __slots__ = ("_text_ends", "_text_starts", "_view_ends", "_view_starts", "edits", "string", "text")

    def __init__(self, text: str, edits: Sequence[Edit] = ()) -> None:
        """Build the view. `edits` must be in order and must not overlap; raises ValueError otherwise."""
        self.text = text
        self.edits = tuple(edits)
        self._text_starts: list[int] = []
        self._text_ends: list[int] = []
        self._view_starts: list[int] = []
        self._view_ends: list[int] = []
        pieces: list[str] = []
        done = length = 0
        for start, end, replacement, _ in self.edits:
            if start < done or end < start or end > len(text):
                raise ValueError(f"edit {start}:{end} out of order or out of range")
            pieces.append(text[done:start])
            pieces.append(replacement)
            length += start - done
            self._text_starts.append(start)
            self._text_ends.append(end)
            self._view_starts.append(length)
            length += len(replacement)
            self._view_ends.append(length)
            done = end
        pieces.append(text[done:])
        self.string = "".join(pieces)

    def to_text(self, start: int, end: int) -> tuple[int, int]:
        """Map a view span to the text span that it was read from.

        Text that the view leaves out is not taken in at either edge. A span that cuts a replaced stretch of
        another length takes in the whole stretch.
        """
        first = self._text_offset(start, at_end=False)
        if end <= start:
            return first, first
        return first, self._text_offset(end - 1, at_end=True)

    def to_view(self, start: int, end: int) -> tuple[int, int]:
        """Map a text span to the view span in which it reads; empty where the view leaves it out."""
        first = self._view_offset(start, at_end=False)
        if end <= start:
            return first, first
        return first, max(first, self._view_offset(end - 1, at_end=True))

    def written(self, start: int, end: int, *, repaired: bool) -> str:
        """Return the text of a view span as it stands, but with the blanks that the view has put between words.

        `repaired` says whether what recognition has misread is to be given as repaired.
        """
        first, last = self.to_text(start, end)
        i = bisect_left(self._text_starts, first)
        pieces, done = [], first
        while i < len(self.edits) and self.edits[i].start < last:
            edit = self.edits[i]
            if (edit.misread and repaired) or (edit.start == edit.end and edit.replacement == " "):
                pieces += [self.text[done : edit.start], edit.replacement]
                done = edit.end
            i += 1
        return "".join([*pieces, self.text[done:last]])

    def edited(self, edits: Iterable[Edit]) -> "ReadingView":
        """Return the view of the same text after further edits, which are given in offsets of this view.

        They may cover replaced stretches of this view but not cut one of several characters.
        """
        return ReadingView(self.text, list(self._composed(edits)))

    def _composed(self, edits: Iterable[Edit]) -> Iterator[Edit]:
        """Yield this view's edits and the further ones in text offsets; a further one takes in what it covers."""
        own = 0
        for start, end, replacement, misread in edits:
            while own < len(self.edits) and self._view_ends[own] <= start:
                yield self.edits[own]
                own += 1
            while own < len(self.edits) and self._view_starts[own] < end:
                own += 1
            yield Edit(*self.to_text(start, end), replacement, misread)
        yield from self.edits[own:]

    def _text_offset(self, position: int, *, at_end: bool) -> int:
        """Text offset of the start (or end) of the view character at `position`."""
        i = bisect_right(self._view_starts, position) - 1
        if i < 0:
            return position + at_end
        view_start, view_end = self._view_starts[i], self._view_ends[i]
        if position >= view_end:
            return self._text_ends[i] + position - view_end + at_end
        text_start, text_end = self._text_starts[i], self._text_ends[i]
        if text_end - text_start == view_end - view_start:
            return text_start + position - view_start + at_end
        return text_end if at_end else text_start

    def _view_offset(self, position: int, *, at_end: bool) -> int:
        """View offset of the start (or end) of the text character at `position`."""
        i = bisect_right(self._text_starts, position) - 1
        if i < 0:
            return position + at_end
        text_start, text_end = self._text_starts[i], self._text_ends[i]
        if position >= text_end:
            return self._view_ends[i] + position - text_end + at_end
        view_start, view_end = self._view_starts[i], self._view_ends[i]
        if text_end - text_start == view_end - view_start:
            return view_start + position - text_start + at_end
        return view_end if at_end else view_start
