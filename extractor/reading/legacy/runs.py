"""Converts the runs of a document whose fonts are known."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from extractor.lexicon.encodings import Encoding, LegacyFont, legacy_font
from extractor.reading.compose import Run
from extractor.reading.legacy.convert import convert_each
from extractor.reading.legacy.detect import Votes, find_encoding, only_unicode, votes
from extractor.reading.legacy.lines import is_legacy


class LegacyRuns:
    """Knows from a whole document which fonts and which text without telling fonts are in an old encoding.

    Fonts alone are not believed: Unicode text is often left in a font such as .VnTime.
    """

    def __init__(self, paragraphs: Iterable[Sequence[Run]] = ()) -> None:
        """Look at all paragraphs of a document; without any, nothing is converted."""
        by_font: dict[Encoding, Votes] = {}
        plain: list[str] = []
        for runs in paragraphs:
            plain.append("".join(run.text for run in runs))
            for font, text in _by_encoding(runs).items():
                if font is not None:
                    by_font.setdefault(font, Votes()).add(votes(text, font))
        self._fonts = {encoding for encoding, found in by_font.items() if found.legacy >= found.sound}
        self._pasted = find_encoding(plain)
        pasted = self._pasted
        self._whole = pasted is not None and all(is_legacy(line, pasted) is not False for line in plain)
        self.used: list[Encoding] = []
        """The encodings that text was converted from, each once."""

    @property
    def active(self) -> bool:
        """Tell whether there is anything to convert."""
        return bool(self._fonts) or self._pasted is not None

    def convert(self, runs: Sequence[Run]) -> list[Run]:
        """Convert the runs of a paragraph that are in an old encoding."""
        if not self.active:
            return list(runs)
        chosen = {font: self._encoding(font, text) for font, text in _by_encoding(runs).items()}
        converted: list[Run] = []
        for font, group in groupby(runs, key=_font):
            encoding = chosen[font.encoding if font else None]
            if encoding is None:
                converted += group
            else:
                converted += _converted(list(group), encoding, capitals=font is not None and font.capitals)
                self._note(encoding)
        return converted

    def _encoding(self, font: Encoding | None, text: str) -> Encoding | None:
        """Choose the encoding of a paragraph's text in the fonts of one encoding, or in other fonts."""
        if font is None:
            if self._pasted is None:
                return None
            verdict = is_legacy(text, self._pasted)
            return self._pasted if verdict or (verdict is None and self._whole and not text.isascii()) else None
        if only_unicode(text):
            return None
        found = votes(text, font)
        if found.legacy or found.sound:
            return font if found.legacy >= found.sound else None
        return font if font in self._fonts else None

    def _note(self, encoding: Encoding) -> None:
        if encoding not in self.used:
            self.used.append(encoding)


def _font(run: Run) -> LegacyFont | None:
    return legacy_font(run.font) if run.font else None


def _by_encoding(runs: Sequence[Run]) -> dict[Encoding | None, str]:
    """Return the text of a paragraph by the encoding that its fonts tell."""
    texts: dict[Encoding | None, str] = {}
    for run in runs:
        font = _font(run)
        encoding = font.encoding if font else None
        texts[encoding] = texts.get(encoding, "") + run.text
    return texts


def _converted(runs: Sequence[Run], encoding: Encoding, *, capitals: bool) -> list[Run]:
    """Convert runs together: a letter's two characters may stand in two runs."""
    pieces = convert_each("".join(run.text for run in runs), encoding, capitals=capitals)
    converted, start = [], 0
    for run in runs:
        end = start + len(run.text)
        converted.append(run._replace(text="".join(pieces[start:end])))
        start = end
    return converted
