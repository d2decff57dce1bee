"""Roman numbers of headings that have lost a stroke, told by their order: I, II, II, IV → I, II, III, IV."""

from collections.abc import Iterator

import regex

from extractor.language.view import Edit

_LABEL = regex.compile(r"(?m)^(?P<label>[IVXHLl]{1,5})(?P<sign>[.\-/]|[ ][-–])[ ]?(?=\p{Lu}|[“\"(])")
_NUMBERS = dict(zip("I II III IV V VI VII VIII IX X XI XII XIII XIV XV".split(), range(1, 16), strict=True))
_LABELS = {number: label for label, number in _NUMBERS.items()}
_STROKES = regex.compile("[IHLl]")


def heading_edits(string: str) -> Iterator[Edit]:
    """Yield the repairs of the roman labels at the beginning of lines, chain by chain of one sign."""
    chains: dict[str, list[regex.Match[str]]] = {}
    for match in _LABEL.finditer(string):
        chains.setdefault(match["sign"], []).append(match)
    for chain in chains.values():
        before = 0
        for i, match in enumerate(chain):
            label = match["label"]
            after = _NUMBERS.get(chain[i + 1]["label"]) if i + 1 < len(chain) else None
            number = _NUMBERS.get(label)
            if number not in (1, before + 1) or (number == before == 1):
                due = _LABELS.get(before + 1, "")
                # II before III is a slip of the numbering, not of recognition
                if _may_be(label, due) and after != before + 1:
                    start, end = match.span("label")
                    yield Edit(start, end, due)
                    number = before + 1
            before = before if number is None else number


def _may_be(label: str, due: str) -> bool:
    """Tell whether a label can be what recognition makes of another: strokes lost, run together or taken for l."""
    strokes = _strokes(label)
    wanted = _strokes(due)
    same = _STROKES.sub("", label) == _STROKES.sub("", due)
    return bool(due) and same and label != due and 0 <= wanted - strokes <= 1


def _strokes(label: str) -> int:
    return sum(2 if sign == "H" else 1 for sign in label if sign in "IHLl")
