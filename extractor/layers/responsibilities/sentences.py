"""Reads the assignments of running text: subjects, commands and partners in one paragraph."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extractor.layers.responsibilities.agency import agencies_at
from extractor.layers.responsibilities.inside import Found, inside, of_bodies
from extractor.layers.responsibilities.openings import begins_like, first_letters
from extractor.layers.responsibilities.patterns import PARTNER, SUBJECT
from extractor.layers.responsibilities.roles import clauses
from extractor.layers.responsibilities.subjects import Clause, beside, commanded, opening_subject, with_subject

_START = re.compile(r"(?:[\s\"“(–-]|(?i:đồng thời|ngoài ra|bên cạnh đó|trong đó|cụ thể|riêng|và|song song),? )*")
_START_LETTERS = first_letters("đồng ngoài bên trong cụ riêng và song")
# Under a heading it is what the agency of the heading does: "Lãnh đạo UBND xã làm tốt …" below "Đảng ủy xã".
_LEADS_OTHERS = re.compile(r"Lãnh đạo (?!(?:các )?(?:đơn vị|phòng|khoa)\b)")
_COMMANDS = re.compile(r"(?i:trân trọng|kính|đề nghị|yêu cầu|giao|phân công) ")


class Paragraph(NamedTuple):
    """What a paragraph assigns, and its stretches that have no subject of their own."""

    found: tuple[Found, ...]
    unsaid: tuple[tuple[int, int], ...]
    opens: bool
    """The paragraph's first clause has a subject of its own."""


def read_paragraph(
    string: str,
    sentences: Sequence[tuple[int, int]],
    *,
    headed: bool,
    spread: bool,
    labelled: bool = False,
    assigned: bool = False,
) -> Paragraph:
    """Read a paragraph sentence by sentence.

    `headed`: a heading names the unsaid subject. `spread`: the subject that opens the paragraph holds for its later
    sentences too. `labelled`: a label before it names who does what its first clause says. `assigned`: it is an item
    of a section that hands out work, so that what opens it is a subject whatever it does.
    """
    by_sentence = [
        list(_clauses(string, start, end, headed, assigned and i == 0 and not labelled))
        for i, (start, end) in enumerate(sentences)
    ]
    if labelled and by_sentence and by_sentence[0]:
        first = by_sentence[0][0]
        by_sentence[0][0] = first._replace(bodies=None, predicate=first.start, command=False)
    read = [(clause, i) for i, found in enumerate(by_sentence) for clause in found]
    found: list[Found] = []
    unsaid: list[tuple[int, int]] = []
    opens = bool(read) and read[0][0].bodies is not None
    i = 0
    while i < len(read):
        clause, sentence = read[i]
        through = len(sentences) if spread and i == 0 and opens else sentence
        j = i + 1
        while j < len(read) and read[j][0].bodies is None and read[j][1] <= through:
            j += 1
        stop = read[j - 1][0].end
        if clause.bodies is None:
            unsaid.append((clause.start, stop))
        else:
            found += of_bodies(string, clause, stop)
        i = j
    for (start, end), own in zip(sentences, by_sentence, strict=True):
        found += inside(string, start, end, own, headed)
    if not found:
        return Paragraph((), tuple(unsaid), opens)
    partners = {one.agency.start for one in found if one.rule == PARTNER.id}
    found = [one for one in found if one.rule != SUBJECT.id or one.agency.start not in partners]
    return Paragraph(tuple(found), tuple(unsaid), opens)


def _clauses(string: str, start: int, end: int, headed: bool, assigned: bool) -> Iterator[Clause]:
    spans = clauses(string, start, end)
    i = 0
    while i < len(spans):
        first, last = spans[i]
        may_open = not string[first].isalpha() or begins_like(_START_LETTERS, string, first)
        opened = _START.match(string, first) if may_open else None
        place = opened.end() if opened else first
        listed = agencies_at(string, place).end
        while i + 1 < len(spans) and listed >= last:
            i += 1
            last = spans[i][1]
        i += 1
        clause = commanded(string, place, last, headed) if _COMMANDS.match(string, place) or listed > place else None
        if clause is None and not (headed and _LEADS_OTHERS.match(string, place)):
            clause = with_subject(string, place, last)
            if clause is None and assigned and first == start:
                clause = opening_subject(string, place, last)
        if clause is None:
            yield Clause(first, last, None, first, False, False)
            continue
        other = beside(string, clause)
        if other is not None and other.bodies is not None:
            yield clause._replace(end=other.start - 2)
            yield other
        else:
            yield clause
